// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/sweepplan.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace experiment {
namespace {

constexpr int leastUploads = 20; // of what is not measured
constexpr int roundsPerConnection = 2;

base::Error malformed(const QString &message)
{
    return {base::ErrorKind::Malformed, message, 0, {}};
}

int whole(double uploads)
{
    return std::max(1, static_cast<int>(std::ceil(uploads)));
}

/// `number`: of one entry, or nothing for what is none; `asked`: what the entries are to be.
template <typename Number, typename Read>
base::Result<std::vector<Number>> rising(const QString &text, const Read &read, const QString &asked)
{
    std::vector<Number> numbers;
    const QStringList entries = listEntries(text);
    for (const QString &entry : entries) {
        const std::optional<Number> number = read(entry);
        if (!number)
            return malformed(QStringLiteral("%1; \"%2\" is none").arg(asked, entry));
        if (!numbers.empty() && *number <= numbers.back())
            return malformed(
                QStringLiteral("must rise: %1 does not come after %2").arg(*number).arg(numbers.back()));
        numbers.push_back(*number);
    }
    if (numbers.size() > SweepPlan::mostLevels)
        return malformed(QStringLiteral("takes %1 levels at most").arg(SweepPlan::mostLevels));
    return numbers;
}

} // namespace

transfer::LoadPlan SweepPlan::usualUploads()
{
    transfer::LoadPlan uploads;
    uploads.bytes = usualBytes;
    return uploads;
}

std::vector<SweepLoad> SweepPlan::loads() const
{
    std::vector<SweepLoad> loads;
    for (const double rate : rates)
        loads.push_back({mostAtOnce, rate});
    if (!isOpenLoop()) {
        for (const int level : levels)
            loads.push_back({level, 0});
    }
    return loads;
}

int SweepPlan::uploadsAt(const SweepLoad &load) const
{
    if (load.isOpenLoop()) {
        const double seconds = levelTime ? std::chrono::duration<double>(*levelTime).count()
                                         : static_cast<double>(perConnection);
        return whole(load.perSecond * seconds);
    }
    if (!levelTime)
        return perConnection * load.connections;
    const auto parts = static_cast<qint64>(std::max<std::size_t>(1, levels.size()));
    return static_cast<int>((largestSweep - unmeasuredUploads()) / parts);
}

int SweepPlan::moreAt(const SweepLoad &load, double bodyBytes) const
{
    if (load.isOpenLoop() || levelTime || leastTime.count() <= 0)
        return 0;
    const double byBytes = mostBytesForTime / std::max(1.0, bodyBytes);
    const int most = byBytes < mostForTime ? static_cast<int>(byBytes) : mostForTime;
    return std::max(0, most - uploadsAt(load));
}

int SweepPlan::rampUploads(const SweepLoad &load)
{
    return std::max(leastUploads, whole(load.size()));
}

int SweepPlan::roundUploads(const SweepLoad &load)
{
    return std::max(leastUploads, whole(roundsPerConnection * load.size()));
}

qint64 SweepPlan::unmeasuredUploads() const
{
    qint64 all = qint64{warmUpRounds} * warmUpUploads;
    for (const SweepLoad &load : loads())
        all += rampUploads(load) + qint64{rounds} * roundUploads(load);
    return all;
}

qint64 SweepPlan::mostUploads(double bodyBytes) const
{
    qint64 all = unmeasuredUploads();
    for (const SweepLoad &load : loads())
        all += uploadsAt(load) + moreAt(load, bodyBytes);
    return all;
}

QStringList listEntries(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[,\uFF0C\u3001]"));
    QStringList entries = text.split(between);
    for (QString &entry : entries)
        entry = entry.trimmed();
    return entries;
}

base::Result<std::vector<int>> parseLevels(const QString &text)
{
    const auto read = [](const QString &entry) -> std::optional<int> {
        bool isNumber = false;
        const int level = entry.toInt(&isNumber);
        return isNumber && level >= 1 && level <= SweepPlan::mostConnections ? std::optional(level)
                                                                             : std::nullopt;
    };
    return rising<int>(text, read,
                       QStringLiteral("takes numbers of uploads at once, from 1 to %1, as in 1,10,50,200")
                           .arg(SweepPlan::mostConnections));
}

base::Result<std::vector<double>> parseRates(const QString &text)
{
    const auto read = [](const QString &entry) -> std::optional<double> {
        bool isNumber = false;
        const double rate = entry.toDouble(&isNumber); // "nan" and "inf" are read, and are in no bounds
        return isNumber && rate >= SweepPlan::leastRate && rate <= SweepPlan::mostRate ? std::optional(rate)
                                                                                       : std::nullopt;
    };
    return rising<double>(text, read,
                          QStringLiteral("takes uploads a second, from %1 to %2, as in 10,50,200")
                              .arg(SweepPlan::leastRate)
                              .arg(SweepPlan::mostRate));
}

} // namespace experiment
