// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/checkbounds.h"

#include <QCoreApplication>

namespace report {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::CheckBounds)
};

} // namespace

QString checkBoundsText(const experiment::CheckPlan &plan)
{
    const std::vector<int> looks = plan.policy().looks;
    const QString rounds = Text::tr("%1 to %2 rounds").arg(looks.front()).arg(looks.back());
    const std::chrono::seconds idle = plan.idleTime();
    const std::optional<std::chrono::seconds> time = plan.usualTime();
    const QString looked
        = time ? Text::tr("%1, about %2 s", "so many rounds").arg(rounds).arg(time->count()) : rounds;
    return idle.count() > 0
        ? Text::tr("%1; a leak is watched for %2 s more.", "rounds and time").arg(looked).arg(idle.count())
        : Text::tr("%1. A leak stays unconfirmed.", "rounds and time").arg(looked);
}

} // namespace report
