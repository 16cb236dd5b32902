// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/auditreport.h"

#include "core/experiment/auditcheck.h"
#include "core/report/auditwording.h"
#include "core/report/jsondiscovery.h"
#include "core/report/jsonfields.h"
#include "core/report/safetext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamWriter>

namespace report {
namespace {

using experiment::AuditOutcome;
using experiment::AuditResult;

double seconds(std::chrono::milliseconds time)
{
    return static_cast<double>(time.count()) / 1000;
}

QString inSeconds(std::chrono::milliseconds time)
{
    return QString::number(seconds(time), 'f', 3);
}

QJsonObject toJson(const AuditRow &row)
{
    return {{QStringLiteral("id"), QString::fromUtf8(row.check->id)},
            {QStringLiteral("title"), QString::fromUtf8(row.check->title)},
            {QStringLiteral("outcome"), toKey(row.outcome)},
            {QStringLiteral("evidence"), row.evidence},
            {QStringLiteral("why"), QString::fromUtf8(row.check->why)},
            {QStringLiteral("fix"), QString::fromUtf8(row.check->fix)},
            {QStringLiteral("reference"), QString::fromUtf8(row.check->reference)},
            {QStringLiteral("seconds"), seconds(row.took)}};
}

QJsonObject toJson(const experiment::AuditBounds &bounds)
{
    return {{QStringLiteral("bodyBytes"), bounds.body},
            {QStringLiteral("bytes"), bounds.bytes},
            {QStringLiteral("requests"), bounds.requests},
            {QStringLiteral("seconds"), seconds(bounds.time)},
            {QStringLiteral("slowSeconds"), seconds(bounds.slow)},
            {QStringLiteral("releaseSeconds"), seconds(bounds.release)}};
}

/// Foreign text in Markdown: neither a cell nor a mark-up of its own.
QString marked(QString text)
{
    for (const char16_t c : u"\\`*_[]<>|#")
        if (c != 0)
            text.replace(QChar(c), QStringLiteral("\\") + QChar(c));
    return text;
}

void writeCase(QXmlStreamWriter &xml, const AuditRow &row, const QString &server)
{
    xml.writeStartElement(QStringLiteral("testcase"));
    xml.writeAttribute(QStringLiteral("classname"), server + u' ' + QString::fromUtf8(row.check->id));
    xml.writeAttribute(QStringLiteral("name"), QString::fromUtf8(row.check->title));
    xml.writeAttribute(QStringLiteral("time"), inSeconds(row.took));
    if (row.outcome == AuditOutcome::Fail) {
        xml.writeStartElement(QStringLiteral("failure"));
        xml.writeAttribute(QStringLiteral("type"), QStringLiteral("audit"));
        xml.writeAttribute(QStringLiteral("message"), row.evidence);
        xml.writeCharacters(QStringLiteral("%1\n%2\n%3")
                                .arg(QString::fromUtf8(row.check->why), QString::fromUtf8(row.check->fix),
                                     QString::fromUtf8(row.check->reference)));
        xml.writeEndElement();
    } else if (row.outcome == AuditOutcome::Unknown) {
        xml.writeEmptyElement(QStringLiteral("skipped"));
        xml.writeAttribute(QStringLiteral("message"), row.evidence);
    }
    xml.writeEndElement();
}

} // namespace

QByteArray auditToJson(const AuditResult &result)
{
    QJsonArray checks, sources;
    for (const experiment::AuditFinding &finding : result.findings) {
        if (const std::optional<AuditRow> row = auditRow(finding))
            checks.append(toJson(*row));
    }
    for (const metrics::Source &source : result.found.sources)
        sources.append(sourceToJson(source));
    QJsonObject object{
        {QStringLiteral("schema"), QStringLiteral("tidemark.audit/1")},
        {QStringLiteral("command"), QStringLiteral("audit")},
        {QStringLiteral("server"), encodedUrl(result.plan.target.endpoint.url)},
        {QStringLiteral("startedAt"), timeToJson(result.startedMs)},
        {QStringLiteral("finishedAt"), timeToJson(result.startedMs + result.took.count())},
        {QStringLiteral("seconds"), seconds(result.took)},
        {QStringLiteral("sentence"), auditSentence(result)},
        {QStringLiteral("end"), toKey(result.end)},
        {QStringLiteral("checks"), checks},
        {QStringLiteral("failed"), result.count(AuditOutcome::Fail)},
        {QStringLiteral("passed"), result.count(AuditOutcome::Pass)},
        {QStringLiteral("unknown"), result.count(AuditOutcome::Unknown)},
        {QStringLiteral("bounds"), toJson(result.plan.bounds)},
        {QStringLiteral("requests"), result.requests},
        {QStringLiteral("bytes"), result.bytes},
        {QStringLiteral("token"), result.plan.token},
        {QStringLiteral("sources"), sources},
    };
    if (result.error.kind != base::ErrorKind::None)
        object.insert(
            QStringLiteral("error"),
            QJsonObject{{QStringLiteral("kind"), toKey(result.error.kind)},
                        {QStringLiteral("message"), printable(withoutSecrets(result.error.message))},
                        {QStringLiteral("detail"), textToJson(withoutSecrets(result.error.detail))}});
    return QJsonDocument(object).toJson();
}

QByteArray auditToMarkdown(const AuditResult &result)
{
    QString text = QStringLiteral("### %1\n\n| check | outcome | evidence |\n|---|---|---|\n")
                       .arg(marked(auditSentence(result)));
    const std::vector<AuditRow> rows = auditRows(result);
    for (const AuditRow &row : rows)
        text += QStringLiteral("| %1 | %2 | %3 |\n")
                    .arg(marked(QString::fromUtf8(row.check->title)), outcomeName(row.outcome),
                         marked(row.evidence));
    for (const AuditRow &row : rows) {
        if (row.outcome == AuditOutcome::Fail)
            text += QStringLiteral("\n**%1** %2 %3 (%4)\n")
                        .arg(marked(QString::fromUtf8(row.check->title)) + u'.',
                             marked(QString::fromUtf8(row.check->why)),
                             marked(QString::fromUtf8(row.check->fix)),
                             marked(QString::fromUtf8(row.check->reference)));
    }
    text += u'\n';
    for (const QString &line : auditConditions(result))
        text += marked(line) + QStringLiteral("  \n");
    return text.toUtf8();
}

QByteArray auditToJUnit(const AuditResult &result)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("testsuite"));
    xml.writeAttribute(QStringLiteral("name"), QStringLiteral("tidemark audit"));
    const bool isUnusable = result.end == experiment::AuditEnd::Unusable;
    for (const auto &[name, count] :
         {std::pair("tests", static_cast<int>(result.findings.size()) + isUnusable),
          std::pair("failures", result.count(AuditOutcome::Fail)), std::pair("errors", isUnusable ? 1 : 0),
          std::pair("skipped", result.count(AuditOutcome::Unknown))})
        xml.writeAttribute(QLatin1StringView(name), QString::number(count));
    xml.writeAttribute(QStringLiteral("time"), inSeconds(result.took));
    const QString server = displayUrl(result.plan.target.endpoint.url);
    if (isUnusable) { // a suite in which all is skipped would pass
        xml.writeStartElement(QStringLiteral("testcase"));
        xml.writeAttribute(QStringLiteral("classname"), server);
        xml.writeAttribute(QStringLiteral("name"), QStringLiteral("A small upload is taken"));
        xml.writeAttribute(QStringLiteral("time"), inSeconds(result.took));
        xml.writeEmptyElement(QStringLiteral("error"));
        xml.writeAttribute(QStringLiteral("type"), base::toKey(result.error.kind));
        xml.writeAttribute(QStringLiteral("message"), auditSentence(result));
        xml.writeEndElement();
    }
    for (const AuditRow &row : auditRows(result))
        writeCase(xml, row, server);
    xml.writeTextElement(QStringLiteral("system-out"),
                         (QStringList{auditSentence(result)} + auditConditions(result)).join(u'\n'));
    xml.writeEndDocument();
    return bytes;
}

QByteArray renderAudit(const AuditResult &result, CheckFormat format)
{
    switch (format) {
    case CheckFormat::Html:
        return auditToHtml(result);
    case CheckFormat::Markdown:
        return auditToMarkdown(result);
    case CheckFormat::Json:
        break;
    }
    return auditToJson(result);
}

} // namespace report
