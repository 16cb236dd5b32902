// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/sweeptext.h"

#include "core/base/format.h"
#include "core/report/badge.h"
#include "core/report/sweepwording.h"
#include "core/report/wording.h"
#include "ui/common/verdicttone.h"

#include <QCoreApplication>

namespace ui {

using analysis::Amplified;
using analysis::Bottleneck;
using experiment::SweepProgress;
using experiment::SweepResult;
using experiment::SweepStop;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ui::SweepText)
};

QString sentence(QString text)
{
    text = report::withCapital(text);
    return text.isEmpty() || text.endsWith(u'.') || text.endsWith(u'。') ? text : report::withStop(text);
}

// Other stops are the verdict already.
bool isWorthADetail(SweepStop stop)
{
    return stop == SweepStop::Cancelled || stop == SweepStop::Restarted || stop == SweepStop::Client
        || stop == SweepStop::ServerDown;
}

Tone toneOf(const SweepResult &result)
{
    if (result.levels.empty() && result.stop == SweepStop::Cancelled)
        return Tone::Dim;
    return ui::toneOf(report::badgeOf(result.outcome()).tone);
}

QLatin1StringView signOf(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return QLatin1StringView("check");
    case Tone::Bad:
    case Tone::Warn:
        return QLatin1StringView("alert");
    case Tone::Text:
    case Tone::Dim:
    case Tone::Accent:
    case Tone::OnAccent:
        break;
    }
    return QLatin1StringView("cancel");
}

Tone toneOf(Bottleneck bottleneck)
{
    switch (bottleneck) {
    case Bottleneck::None:
        return Tone::Good;
    case Bottleneck::Server:
        return Tone::Accent; // there is one in the end; it is no fault
    case Bottleneck::Client:
    case Bottleneck::Machine:
        return Tone::Warn;
    case Bottleneck::Unclear:
        break;
    }
    return Tone::Dim;
}

Tone toneOf(Amplified amplified)
{
    switch (amplified) {
    case Amplified::Present:
        return Tone::Bad;
    case Amplified::Absent:
        return Tone::Good;
    case Amplified::Unknown:
        break;
    }
    return Tone::Dim;
}

QString wordOf(Amplified amplified)
{
    switch (amplified) {
    case Amplified::Present:
        return Texts::tr("present");
    case Amplified::Absent:
        return Texts::tr("absent");
    case Amplified::Unknown:
        break;
    }
    return Texts::tr("unknown");
}

} // namespace

VerdictText sweepVerdict(const SweepResult &result)
{
    VerdictText text;
    text.tone = toneOf(result);
    text.sign = signOf(text.tone);
    text.sentence = report::sweepHeadline(result);
    text.details = {sentence(report::sweepDetail(result))};
    if (!result.levels.empty() && isWorthADetail(result.stop))
        text.details += sentence(report::stopText(result));
    text.notes = report::sweepRemarks(result);
    if (!result.levels.empty() && result.stop == SweepStop::ErrorRate)
        text.notes.prepend(sentence(Texts::tr("Stopped: %1").arg(report::stopText(result))));
    return text;
}

VerdictText sweepRunning(const SweepProgress &progress)
{
    VerdictText text;
    text.tone = Tone::Accent;
    text.sign = QLatin1StringView("sweep");
    text.sentence = progress.level > 0 ? Texts::tr("%1 at once").arg(base::formatCount(progress.connections))
                                       : Texts::tr("Getting ready");
    text.details
        = {progress.level > 0
               ? Texts::tr("Each connection sends its next upload when it has the answer to its last.")
               : Texts::tr("First uploads, a few at once: what a server sets aside once is no leak.")};
    return text;
}

std::vector<SweepFinding> sweepFindings(const SweepResult &result)
{
    if (result.levels.empty())
        return {};
    const Amplified amplified = result.amplified();
    return {{Texts::tr("Bottleneck"), report::bottleneckName(result.scaling),
             toneOf(result.scaling.bottleneck), sentence(report::bottleneckText(result))},
            // Green would say that there is no leak.
            {Texts::tr("Amplification"), wordOf(amplified),
             amplified == Amplified::Absent && !result.left().empty() ? Tone::Dim : toneOf(amplified),
             sentence(report::amplificationText(result))}};
}

QString sweepPhaseLine(const SweepProgress &progress)
{
    QStringList parts;
    if (progress.level > 0)
        parts += Texts::tr("Level %1 of %2").arg(progress.level).arg(progress.levels);
    if (const QString phase = report::sweepPhaseText(progress); !phase.isEmpty())
        parts += phase;
    parts += Texts::tr("%1 so far").arg(base::formatCountdown(progress.elapsed));
    return report::withCapital(parts.join(QStringLiteral(" · ")));
}

} // namespace ui
