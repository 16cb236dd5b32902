// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/runbadge.h"

#include <QCoreApplication>

#include <algorithm>

namespace report {
namespace {

using analysis::Outcome;
using experiment::AuditOutcome;
using experiment::SweepOutcome;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::RunBadge)
};

struct Known
{
    QString command; ///< Empty: any other.
    QString verdict;
    Badge badge;
};

std::vector<Known> allKnown()
{
    const QString check = QStringLiteral("check"), sweep = QStringLiteral("sweep"),
                  audit = QStringLiteral("audit");
    std::vector<Known> known;
    for (const Outcome outcome : {Outcome::Leaks, Outcome::Stable, Outcome::Inconclusive})
        known.push_back({check, toKey(outcome), badgeOf(outcome)});
    for (const SweepOutcome outcome :
         {SweepOutcome::Unknown, SweepOutcome::BreaksDown, SweepOutcome::Failed, SweepOutcome::Amplified,
          SweepOutcome::Flawed, SweepOutcome::Unfinished, SweepOutcome::Leaves, SweepOutcome::Holds})
        known.push_back({sweep, toKey(outcome), badgeOf(outcome)});
    known.push_back({audit, QStringLiteral("failed"), badgeOf(AuditOutcome::Fail)});
    known.push_back({audit, QStringLiteral("passed"), badgeOf(AuditOutcome::Pass)});
    known.push_back({audit, QStringLiteral("unknown"), badgeOf(AuditOutcome::Unknown)});
    known.push_back({{}, QStringLiteral("done"), {Tone::Good, Text::tr("done")}});
    known.push_back({{}, QStringLiteral("failed"), {Tone::Bad, Text::tr("failed", "some uploads")}});
    known.push_back({{}, QStringLiteral("unfinished"), {Tone::Unknown, Text::tr("unfinished")}});
    known.push_back({{}, QStringLiteral("watched"), {Tone::Same, Text::tr("watched")}});
    return known;
}

} // namespace

Badge badgeOf(const session::KeptRun &run)
{
    const std::vector<Known> known = allKnown();
    const auto found = std::ranges::find_if(known, [&run](const Known &one) {
        return one.verdict == run.verdict && (one.command.isEmpty() || one.command == run.command);
    });
    return found == known.end() ? Badge{Tone::Same, run.verdict} : found->badge;
}

QList<Badge> runBadges()
{
    QList<Badge> badges;
    for (const Known &one : allKnown())
        badges.append(one.badge);
    return badges;
}

} // namespace report
