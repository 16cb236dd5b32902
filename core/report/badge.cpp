// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/badge.h"

#include "core/report/auditwording.h"
#include "core/report/checkwording.h"

#include <QCoreApplication>

namespace report {

using analysis::Change;
using analysis::Outcome;
using experiment::AuditOutcome;
using experiment::SweepOutcome;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::Badge)
};

} // namespace

QString Badge::text() const
{
    switch (tone) {
    case Tone::Bad:
        return QStringLiteral("▲ ") + word;
    case Tone::Good:
        return QStringLiteral("✓ ") + word;
    case Tone::Same:
        return QStringLiteral("= ") + word;
    case Tone::Unknown:
        break;
    }
    return QStringLiteral("? ") + word;
}

Badge badgeOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Leaks:
    case Outcome::GcClosed:
        return {Tone::Bad, outcomeName(outcome)};
    case Outcome::Stable:
    case Outcome::ReleasedLate:
        return {Tone::Good, outcomeName(outcome)};
    case Outcome::Inconclusive:
    case Outcome::NeedsMoreRounds:
        break;
    }
    return {Tone::Unknown, outcomeName(Outcome::Inconclusive)};
}

Badge badgeOf(Change change)
{
    switch (change) {
    case Change::None:
        return {Tone::Same, Text::tr("no difference")};
    case Change::Fixed:
        return {Tone::Good, Text::tr("fixed")};
    case Change::Better:
        return {Tone::Good, Text::tr("better")};
    case Change::Worse:
        return {Tone::Bad, Text::tr("worse")};
    case Change::New:
        return {Tone::Bad, Text::tr("new", "a leak that was not there before")};
    case Change::Unknown:
        break;
    }
    return {Tone::Unknown, Text::tr("unknown", "a change")};
}

Badge badgeOf(AuditOutcome outcome)
{
    switch (outcome) {
    case AuditOutcome::Fail:
        return {Tone::Bad, outcomeName(outcome)};
    case AuditOutcome::Pass:
        return {Tone::Good, outcomeName(outcome)};
    case AuditOutcome::Unknown:
        break;
    }
    return {Tone::Unknown, outcomeName(outcome)};
}

Badge badgeOf(SweepOutcome outcome)
{
    switch (outcome) {
    case SweepOutcome::BreaksDown:
        return {Tone::Bad, Text::tr("breaks down")};
    case SweepOutcome::Failed:
        return {Tone::Bad, Text::tr("failed", "a sweep")};
    case SweepOutcome::Amplified:
        return {Tone::Bad, Text::tr("amplified")};
    case SweepOutcome::Flawed:
        return {Tone::Bad, Text::tr("some fail", "a sweep, of its uploads")};
    case SweepOutcome::Leaves:
        return {Tone::Unknown, Text::tr("leaks perhaps")};
    case SweepOutcome::Unfinished:
        return {Tone::Unknown, Text::tr("unfinished")};
    case SweepOutcome::Holds:
        return {Tone::Good, Text::tr("holds")};
    case SweepOutcome::Unknown:
        break;
    }
    return {Tone::Unknown, Text::tr("unknown", "a sweep")};
}

void writeBadge(HtmlWriter &html, const Badge &badge)
{
    const QString look = badge.tone == Tone::Bad ? QStringLiteral("pill bad")
        : badge.tone == Tone::Good               ? QStringLiteral("pill good")
                                                 : QStringLiteral("pill");
    html.element("span", badge.text(), {{"class", look}});
}

void writeVerdict(HtmlWriter &html, const QList<Badge> &badges)
{
    html.open("p", {{"class", QStringLiteral("verdict")}});
    for (const Badge &badge : badges) {
        if (&badge != &badges.constFirst())
            html.text(QStringLiteral(" "));
        writeBadge(html, badge);
    }
    html.close();
}

} // namespace report
