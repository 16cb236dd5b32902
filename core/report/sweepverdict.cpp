// SPDX-License-Identifier: GPL-3.0-or-later
// A sweep in one sentence, and how that begins.
#include "core/report/safetext.h"
#include "core/report/sweepclauses.h"
#include "core/report/sweepwording.h"
#include "core/report/wording.h"

#include <QCoreApplication>

namespace report {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::SweepWording)
};

using analysis::Amplified;
using experiment::SweepLevel;
using experiment::SweepResult;
using experiment::SweepStop;

/// It was there, and is no more.
bool wentDown(const SweepResult &result)
{
    return result.stop == SweepStop::ServerDown && (!result.levels.empty() || result.warmUpUploads > 0);
}

QString downDetail(const SweepResult &result)
{
    if (!result.survived().empty()) {
        const SweepLevel &last = result.survived().back();
        return Text::tr("it took %1 before, %2 uploads/s", "50 at once, a rate")
            .arg(levelName(last), rateText(last.goodPerSecond()));
    }
    if (!result.levels.empty() && result.levels.back().failed() > 0)
        return failuresText(result.levels.back());
    return Text::tr("nothing answers there any more (%1)", "why")
        .arg(printable(withoutSecrets(result.error.message), 200));
}

/// Of the level that fails most.
QString flawText(const SweepResult &result, const SweepLevel &worst)
{
    const QString text = failuresText(worst);
    return &worst == &result.survived().back()
        ? text
        : Text::tr("with %1 %2", "10 at once, 3 % fail").arg(levelName(worst), text);
}

} // namespace

QString sweepHeadline(const SweepResult &result)
{
    if (wentDown(result))
        return result.stoppedAt
            ? Text::tr("The server went down at %1", "50 at once").arg(levelName(*result.stoppedAt))
            : Text::tr("The server went down");
    if (result.survived().empty())
        return Text::tr("No level was measured");
    if (result.scaling.collapsedAt)
        return Text::tr("Breaks down at %1", "50 at once")
            .arg(levelName(result.levels[*result.scaling.collapsedAt]));
    const QString last = levelName(result.survived().back());
    return result.isKeptUp() ? Text::tr("Takes %1", "50 at once").arg(last)
                             : Text::tr("Not kept up with %1", "600 a second").arg(last);
}

QString sweepDetail(const SweepResult &result)
{
    if (wentDown(result))
        return downDetail(result);
    if (result.survived().empty())
        return stopText(result);
    if (result.scaling.collapsedAt)
        return collapseText(result);
    if (!result.isKeptUp())
        return notKeptUpText(result.survived().back());
    if (const SweepLevel *worst = result.worst())
        return flawText(result, *worst);
    return Text::tr("%1 uploads/s").arg(rateText(result.survived().back().goodPerSecond()));
}

QString sweepSentence(const SweepResult &result)
{
    const bool isDown = wentDown(result);
    const bool isBad
        = isDown || result.survived().empty() || result.scaling.collapsedAt || !result.isKeptUp();
    const QString headline = sweepHeadline(result), detail = sweepDetail(result);
    QStringList all{isBad ? labelled(headline, detail)
                        : result.worst()
                        ? Text::tr("%1, but %2", "takes 50 at once, 3 % fail").arg(headline, detail)
                        : Text::tr("%1, %2", "takes 50 at once, 310 uploads/s").arg(headline, detail)};
    if (result.survived().empty())
        return all.first();
    if (!isDown) // of a server that is gone its speed is not what matters
        all += bottleneckClause(result);
    const QString left = leftText(result);
    // Where something is left at every level, that it does not grow would sound like "no leak".
    if (left.isEmpty() || result.amplified() != Amplified::Absent)
        all += amplificationClause(result.amplified());
    if (!left.isEmpty())
        all += left;
    return clauses(all);
}

QString collapseText(const SweepResult &result)
{
    if (!result.scaling.collapsedAt)
        return {};
    const SweepLevel &level = result.levels[*result.scaling.collapsedAt];
    if (level.failedShare() >= 0.5)
        return failuresText(level);
    if (result.plan.isOpenLoop())
        return notKeptUpText(level);
    const SweepLevel &best = result.levels[result.scaling.bestAt];
    return Text::tr("%1 uploads/s instead of %2 with %3", "rate, best rate, 50 at once")
        .arg(rateText(level.goodPerSecond()), rateText(best.goodPerSecond()), levelName(best));
}

} // namespace report
