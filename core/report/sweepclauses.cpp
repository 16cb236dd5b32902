// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sweepclauses.h"

#include "core/base/format.h"
#include "core/report/checkwording.h"
#include "core/report/sweepwording.h"
#include "core/report/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace report {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::SweepWording)
};

using analysis::Amplified;
using analysis::Bottleneck;
using experiment::SweepLevel;
using experiment::SweepResult;

/// The level at which who is the bottleneck was found.
QString limitedName(const SweepResult &result)
{
    return levelName(result.levels[result.scaling.limitedAt]);
}

} // namespace

QString rateText(double perSecond)
{
    return base::formatCount(perSecond < 100 ? std::round(perSecond * 10) / 10 : std::round(perSecond));
}

// Timeouts are the more telling word where they are most of it.
QString failuresText(const SweepLevel &level)
{
    const bool isTimeouts = 2 * level.timeouts() >= level.failed();
    return isTimeouts ? Text::tr("%1 time out", "share of uploads").arg(shareText(level.timeoutShare()))
                      : Text::tr("%1 fail", "share of uploads").arg(shareText(level.failedShare()));
}

QString notKeptUpText(const SweepLevel &level)
{
    return Text::tr("only %1 uploads/s come to their end, and what waits grows")
        .arg(rateText(level.requestsPerSecond()));
}

QString bottleneckClause(const SweepResult &result)
{
    const analysis::Scaling &scaling = result.scaling;
    switch (scaling.bottleneck) {
    case Bottleneck::Server:
        return (scaling.isLimiter ? Text::tr("the server's limiter is the bottleneck from %1 on")
                                  : Text::tr("the server is the bottleneck from %1 on"))
            .arg(limitedName(result));
    case Bottleneck::Client:
        return Text::tr("this client is the bottleneck from %1 on").arg(limitedName(result));
    case Bottleneck::Machine:
        return Text::tr("from %1 on this machine's processors, which client and server share, are all busy",
                        "50 at once")
            .arg(limitedName(result));
    case Bottleneck::None:
        return Text::tr("neither server nor client was at its limit");
    case Bottleneck::Unclear:
        break;
    }
    return scaling.isTooShort
        ? Text::tr("levels as short as these do not tell who is the bottleneck: let each last a second")
        : Text::tr("one level alone does not tell who is the bottleneck");
}

QString amplificationClause(Amplified amplified)
{
    switch (amplified) {
    case Amplified::Present:
        return Text::tr("a leak grows with the load");
    case Amplified::Absent:
        return Text::tr("no leak grows with the load");
    case Amplified::Unknown:
        break;
    }
    return Text::tr("whether a leak grows with the load is not known");
}

QString leftText(const SweepResult &result)
{
    QStringList amounts;
    for (const analysis::Resource resource : result.left()) {
        const auto of = std::ranges::find(result.amplifications, resource,
                                          &experiment::ResourceAmplification::resource);
        amounts
            += Text::tr("%1 (%2)", "an amount, a resource")
                   .arg(growthText(resource, *of->judged.leftByEach).remove(u'+'), resourceName(resource));
    }
    if (amounts.isEmpty())
        return {};
    const QString text = result.survived().size() > 1
        ? Text::tr("each upload leaves about %1 at every level: run a leak check", "amounts")
        : Text::tr("each upload leaves about %1: run a leak check", "amounts");
    return text.arg(commaList(amounts));
}

} // namespace report
