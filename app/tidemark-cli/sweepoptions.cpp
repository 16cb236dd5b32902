// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/sweepoptions.h"

#include "app/tidemark-cli/hostconsent.h"
#include "app/tidemark-cli/measureoptions.h"
#include "core/base/format.h"
#include "core/experiment/bodysize.h"
#include "core/report/sweepwording.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace cli {
namespace {

using base::Done;
using base::Result;
using experiment::SweepPlan;

constexpr double largestPercent = 120; // of a peak that is known: beyond it, nobody knows what is asked for

/// "50%" is 50; nothing for anything else.
std::optional<double> percentOf(const QString &given)
{
    bool isNumber = false;
    const double value = given.endsWith(u'%') ? given.chopped(1).trimmed().toDouble(&isNumber) : 0;
    return isNumber && value > 0 ? std::optional(value) : std::nullopt;
}

/// Percentages of --levels as uploads at once; everything else stays as it is.
Result<QString> withoutPercentages(const QString &levels, int peak)
{
    QStringList entries = experiment::listEntries(levels);
    for (QString &entry : entries) {
        const QString given = entry;
        if (!given.endsWith(u'%'))
            continue;
        const std::optional<double> percent = percentOf(given);
        if (!percent || peak < 1 || *percent > largestPercent)
            return usage(
                QStringLiteral("--levels %1: a percentage is of --peak, and at most 120%").arg(given));
        entry = QString::number(std::max(1, static_cast<int>(std::lround(peak * *percent / 100))));
    }
    return entries.join(u',');
}

Result<Done> readLevels(const RawOptions &raw, SweepPlan &plan)
{
    if (raw.peak < 0 || raw.peak > SweepPlan::mostConnections)
        return usage(QStringLiteral("--peak takes 1 to %1").arg(SweepPlan::mostConnections));
    if (raw.peak != 0 && (!raw.levels || !text(*raw.levels).contains(u'%')))
        return usage(QStringLiteral("--peak is what percentages in --levels are of, and there is none: "
                                    "--levels 25%,50%,100%,120%"));
    if (!raw.levels)
        return Done();
    const Result<QString> numbers = withoutPercentages(text(*raw.levels), raw.peak);
    if (!numbers)
        return numbers.error();
    const Result<std::vector<int>> levels = experiment::parseLevels(*numbers);
    if (!levels)
        return usage(QStringLiteral("--levels ") + levels.error().message);
    plan.levels = *levels;
    return Done();
}

/// An open loop, if one is asked for.
Result<Done> readRates(const RawOptions &raw, SweepPlan &plan)
{
    if (!raw.rate)
        return Done();
    if (raw.levels || raw.peak != 0)
        return usage(QStringLiteral(
                         "--rate and %1 exclude each other: levels are of so many uploads a second, or of so "
                         "many at once")
                         .arg(QLatin1StringView(raw.levels ? "--levels" : "--peak")));
    const Result<std::vector<double>> rates = experiment::parseRates(text(*raw.rate));
    if (!rates)
        return usage(QStringLiteral("--rate ") + rates.error().message);
    plan.rates = *rates;
    return Done();
}

Result<Done> readBounds(const RawOptions &raw, SweepPlan &plan)
{
    if (raw.requests && !raw.duration.empty())
        return usage(QStringLiteral(
            "--requests and --for exclude each other: a level makes so many uploads, or lasts so long"));
    if (raw.requests) {
        if (*raw.requests < 1 || *raw.requests > SweepPlan::mostPerConnection)
            return usage(QStringLiteral("--requests takes 1 to %1").arg(SweepPlan::mostPerConnection));
        plan.perConnection = *raw.requests;
        plan.leastTime = {}; // who names a number gets it
    }
    const auto longest = duration("--level-limit", raw.levelLimit);
    if (!longest)
        return longest.error();
    if (longest->count() < 1)
        return usage(QStringLiteral("--level-limit must be longer than 0"));
    plan.longestLevel = *longest;
    if (!raw.duration.empty()) {
        const auto time = duration("--for", raw.duration);
        if (!time)
            return time.error();
        if (*time < std::chrono::milliseconds(100) || *time > plan.longestLevel)
            return usage(QStringLiteral("--for takes 100ms to the --level-limit, which is %1")
                             .arg(base::formatDuration(plan.longestLevel)));
        plan.levelTime = *time;
    }
    const auto limit = percentOf(text(raw.errorLimit));
    if (!limit || *limit > 100)
        return usage(
            QStringLiteral("--error-limit %1 is not a share; write 5% or 50%").arg(text(raw.errorLimit)));
    plan.errorLimit = *limit / 100;
    if (const qint64 most = plan.mostUploads(); most > SweepPlan::largestSweep)
        return usage(
            QStringLiteral("that would be up to %1 uploads; a sweep makes at most %2: lower %3 or %4")
                .arg(base::formatCount(static_cast<double>(most)), base::formatCount(SweepPlan::largestSweep),
                     plan.levelTime ? QStringLiteral("--for") : QStringLiteral("--requests"),
                     plan.isOpenLoop() ? QStringLiteral("--rate") : QStringLiteral("--levels")));
    return Done();
}

} // namespace

Result<Done> readSweep(const RawOptions &raw, Options &options)
{
    if (const auto done = readContent(raw, "sweep", options); !done)
        return done;
    if (const auto done = readRates(raw, options.sweep); !done)
        return done;
    if (const auto done = readLevels(raw, options.sweep); !done)
        return done;
    if (const auto done = readBounds(raw, options.sweep); !done)
        return done;
    const net::Endpoint &endpoint = options.target.endpoint;
    if (endpoint.transport.totalTimeout.count() < 1)
        return usage(
            QStringLiteral("--timeout 0 is not for sweep: a server that never answers would end no level"));
    transfer::LoadPlan content;
    content.files = options.paths;
    content.bytes = options.checkSize;
    const QString bounds = report::sweepBoundsText(options.sweep, experiment::averageBodyBytes(content));
    return readConsent(raw, endpoint.url.host(), QStringLiteral("sweep makes %1, to").arg(bounds));
}

} // namespace cli
