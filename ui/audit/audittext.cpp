// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audittext.h"

#include "core/base/format.h"
#include "core/report/auditwording.h"
#include "core/report/badge.h"
#include "core/report/checkadvice.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"
#include "ui/common/verdicttone.h"

#include <QCoreApplication>

namespace ui {

using experiment::AuditEnd;
using experiment::AuditOutcome;
using experiment::AuditResult;
using experiment::AuditTopic;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::AuditText)
};

QLatin1StringView signOf(AuditOutcome outcome)
{
    switch (outcome) {
    case AuditOutcome::Fail:
        return QLatin1StringView("alert");
    case AuditOutcome::Pass:
        return QLatin1StringView("check");
    case AuditOutcome::Unknown:
        break;
    }
    return QLatin1StringView("question");
}

QString asSentence(QString text)
{
    text = report::withCapital(report::printable(report::withoutSecrets(text)));
    return text.endsWith(u'.') || text.endsWith(u'。') ? text : report::withStop(text);
}

} // namespace

OutcomeLook lookOf(AuditOutcome outcome)
{
    const report::Badge badge = report::badgeOf(outcome);
    return {toneOf(badge.tone), signOf(outcome), badge.word};
}

QString topicTitle(AuditTopic topic)
{
    switch (topic) {
    case AuditTopic::Limits:
        return Text::tr("Size limits");
    case AuditTopic::Names:
        return Text::tr("File names");
    case AuditTopic::Remains:
        return Text::tr("What is left over");
    case AuditTopic::Connections:
        return Text::tr("Connections");
    case AuditTopic::Forms:
        return Text::tr("Forms");
    }
    return {};
}

QString countsText(const AuditResult &result)
{
    return Text::tr("%1 failed, %2 passed, %3 unknown")
        .arg(result.count(AuditOutcome::Fail))
        .arg(result.count(AuditOutcome::Pass))
        .arg(result.count(AuditOutcome::Unknown));
}

VerdictText auditVerdict(const AuditResult &result)
{
    const OutcomeLook look = lookOf(report::overallOutcome(result));
    VerdictText text{
        look.tone, look.sign, report::auditSentence(result), {}, report::auditConditions(result)};
    if (result.end == AuditEnd::Unusable) { // why is long, and no headline
        text.sentence = Text::tr("Not audited");
        text.details << asSentence(result.error.message);
    } else {
        text.details << Text::tr("%1 · %2 requests in %3", "outcomes, how many, time", result.requests)
                            .arg(countsText(result), QString::number(result.requests),
                                 base::formatDuration(result.took));
    }
    if (const QString advice = report::auditAdvice(result, report::Surface::Window); !advice.isEmpty())
        text.details << advice;
    return text;
}

VerdictText auditRunText(const experiment::AuditProgress &progress)
{
    return {Tone::Dim,
            QLatin1StringView("waiting"),
            report::auditPhaseText(progress),
            {Text::tr("Esc stops it, and what is known by then is kept.")},
            {}};
}

} // namespace ui
