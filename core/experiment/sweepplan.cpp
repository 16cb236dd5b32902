// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/sweepplan.h"

#include <algorithm>

namespace experiment {
namespace {

constexpr int leastUploads = 20; // of what is not measured
constexpr int roundsPerConnection = 2;
constexpr int largestTimedLevel = 50'000;

base::Error malformed(const QString &message)
{
    return {base::ErrorKind::Malformed, message, 0, {}};
}

} // namespace

int SweepPlan::uploadsAt(int connections) const
{
    return levelTime ? largestTimedLevel : perConnection * connections;
}

int SweepPlan::rampUploads(int connections)
{
    return std::max(leastUploads, connections);
}

int SweepPlan::roundUploads(int connections)
{
    return std::max(leastUploads, roundsPerConnection * connections);
}

qint64 SweepPlan::mostUploads() const
{
    qint64 all = qint64{warmUpRounds} * warmUpUploads;
    for (const int level : levels)
        all += qint64{uploadsAt(level)} + rampUploads(level) + qint64{rounds} * roundUploads(level);
    return all;
}

base::Result<std::vector<int>> parseLevels(const QString &text)
{
    std::vector<int> levels;
    const QStringList entries = text.split(u',');
    for (const QString &entry : entries) {
        bool isNumber = false;
        const int level = entry.trimmed().toInt(&isNumber);
        if (!isNumber || level < 1 || level > SweepPlan::mostConnections)
            return malformed(
                QStringLiteral("takes numbers of uploads at once, from 1 to %1, as in 1,10,50,200; "
                               "\"%2\" is none")
                    .arg(QString::number(SweepPlan::mostConnections), entry.trimmed()));
        if (!levels.empty() && level <= levels.back())
            return malformed(
                QStringLiteral("must rise: %1 does not come after %2").arg(level).arg(levels.back()));
        levels.push_back(level);
    }
    if (levels.size() > SweepPlan::mostLevels)
        return malformed(QStringLiteral("takes %1 levels at most").arg(SweepPlan::mostLevels));
    return levels;
}

} // namespace experiment
