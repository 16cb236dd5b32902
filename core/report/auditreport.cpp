// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/auditreport.h"

#include "core/experiment/auditcheck.h"
#include "core/report/auditwording.h"
#include "core/report/checkadvice.h"
#include "core/report/csvtable.h"
#include "core/report/junitsuite.h"
#include "core/report/markdowntext.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"

#include <QCoreApplication>

namespace report {
namespace {

using experiment::auditCheckText;
using experiment::AuditOutcome;
using experiment::AuditResult;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::AuditReport)
};

double seconds(std::chrono::milliseconds time)
{
    return static_cast<double>(time.count()) / 1000;
}

QString checksTable(const std::vector<AuditRow> &rows)
{
    QList<QStringList> cells;
    for (const AuditRow &row : rows)
        cells.append({auditCheckText(row.check->title), badgeOf(row.outcome).text(), row.evidence});
    return markdownTable({{Text::tr("Check")}, {Text::tr("Outcome")}, {Text::tr("Evidence")}}, cells);
}

/// Why a check that failed matters, and how to mend it.
QString adviceText(const AuditRow &row)
{
    return QStringLiteral("\n**%1** %2 %3 (%4)\n")
        .arg(markdownWords(withStop(auditCheckText(row.check->title))),
             markdownWords(auditCheckText(row.check->why)), markdownWords(auditCheckText(row.check->fix)),
             markdownWords(QString::fromUtf8(row.check->reference)));
}

JUnitCase caseOf(const AuditRow &row, const QString &server)
{
    JUnitCase one{.className = server + u' ' + QString::fromUtf8(row.check->id),
                  .name = QString::fromUtf8(row.check->title),
                  .seconds = seconds(row.took),
                  .message = row.evidence};
    if (row.outcome == AuditOutcome::Fail) {
        one.outcome = JUnitCase::Outcome::Failure;
        one.type = QStringLiteral("audit");
        one.text = QStringLiteral("%1\n%2\n%3")
                       .arg(auditCheckText(row.check->why), auditCheckText(row.check->fix),
                            QString::fromUtf8(row.check->reference));
    } else if (row.outcome == AuditOutcome::Unknown) {
        one.outcome = JUnitCase::Outcome::Skipped;
    }
    return one;
}

QStringList adviceLines(const AuditResult &result)
{
    const QString advice = auditAdvice(result);
    return advice.isEmpty() ? QStringList() : QStringList{advice};
}

} // namespace

ReportText auditText(const AuditResult &result)
{
    const std::vector<AuditRow> rows = auditRows(result);
    ReportText text{openingText(auditSentence(result), adviceLines(result)),
                    rows.empty() ? QString() : checksTable(rows), auditConditions(result)};
    for (const AuditRow &row : rows) {
        if (row.outcome == AuditOutcome::Fail)
            text.details += adviceText(row);
    }
    return text;
}

Paper auditPaper(const AuditResult &result)
{
    return {.head = headOf(result),
            .badges = {badgeOf(overallOutcome(result))},
            .charts = {},
            .text = auditText(result)};
}

QByteArray auditToCsv(const AuditResult &result)
{
    CsvTable csv;
    csv.header({"id", "title", "outcome", "evidence", "why", "fix", "reference", "seconds"});
    for (const AuditRow &row : auditRows(result)) {
        csv.text(QString::fromUtf8(row.check->id));
        csv.text(auditCheckText(row.check->title));
        csv.text(toKey(row.outcome));
        csv.text(row.evidence);
        csv.text(auditCheckText(row.check->why));
        csv.text(auditCheckText(row.check->fix));
        csv.text(QString::fromUtf8(row.check->reference));
        csv.number(seconds(row.took));
        csv.endRow();
    }
    return csv.content();
}

QByteArray auditToJUnit(const AuditResult &result)
{
    JUnitSuite suite{
        .command = QStringLiteral("audit"),
        .program = headOf(result).program(),
        .startedAtMs = result.startedMs,
        .seconds = seconds(result.took),
        .said
        = (QStringList{auditSentence(result)} + adviceLines(result) + auditConditions(result)).join(u'\n')};
    const QString server = displayUrl(result.plan.target.endpoint.url);
    if (result.end == experiment::AuditEnd::Unusable) // a suite in which all is skipped would pass
        suite.cases.push_back({.className = server,
                               .name = QStringLiteral("A small upload is taken"),
                               .seconds = suite.seconds,
                               .outcome = JUnitCase::Outcome::Error,
                               .type = base::toKey(result.error.kind),
                               .message = auditSentence(result)});
    for (const AuditRow &row : auditRows(result))
        suite.cases.push_back(caseOf(row, server));
    return junitXml(suite);
}

QByteArray renderAudit(const AuditResult &result, Format format)
{
    switch (format) {
    case Format::Html:
        return auditToHtml(result);
    case Format::Markdown:
        return markdownOf(auditText(result));
    case Format::Csv:
        return auditToCsv(result);
    case Format::Json:
        return auditToJson(result);
    case Format::JUnit:
        return auditToJUnit(result);
    case Format::Paper:
        return paperToJson(auditPaper(result));
    }
    return {};
}

} // namespace report
