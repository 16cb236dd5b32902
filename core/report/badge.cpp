// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/badge.h"

#include "core/report/auditwording.h"
#include "core/report/checkwording.h"

namespace report {

using analysis::Change;
using analysis::Outcome;
using experiment::AuditOutcome;

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
        return {Tone::Same, QStringLiteral("no difference")};
    case Change::Fixed:
    case Change::Better:
        return {Tone::Good, toKey(change)};
    case Change::Worse:
    case Change::New:
        return {Tone::Bad, toKey(change)};
    case Change::Unknown:
        break;
    }
    return {Tone::Unknown, toKey(change)};
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
