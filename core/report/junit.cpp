// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/junit.h"

#include "core/report/alertwording.h"
#include "core/report/failurewording.h"
#include "core/report/safetext.h"
#include "core/report/summary.h"
#include "core/report/wording.h"

#include <QXmlStreamWriter>

#include <cmath>

namespace report {
namespace {

using session::SessionSnapshot;
using transfer::UploadRecord;
using transfer::UploadState;

constexpr qsizetype mostWords = 300;

/// Of several lines; printable(), because XML has no way to write a control character.
QString document(const QString &text)
{
    QStringList lines;
    for (const QString &line : withoutSecrets(text).split(u'\n'))
        lines << printable(line);
    return lines.join(u'\n').trimmed();
}

QString inSeconds(double seconds)
{
    return QString::number(std::isfinite(seconds) ? std::max(0.0, seconds) : 0.0, 'f', 3);
}

/// Of the last attempt.
double secondsOf(const UploadRecord &record)
{
    if (record.timings.total.count() > 0)
        return static_cast<double>(record.timings.total.count()) / 1e6;
    const bool hasEnded = record.startedAtMs > 0 && record.finishedAtMs > 0;
    return hasEnded ? static_cast<double>(record.finishedAtMs - record.startedAtMs) / 1000 : 0;
}

void beginSuite(QXmlStreamWriter &xml, const QString &command, qint64 startedAtMs)
{
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("testsuite"));
    xml.writeAttribute(QStringLiteral("name"), QStringLiteral("tidemark ") + command);
    if (startedAtMs > 0) // without a zone, as the format wants it
        xml.writeAttribute(QStringLiteral("timestamp"),
                           QDateTime::fromMSecsSinceEpoch(startedAtMs, Qt::UTC)
                               .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")));
}

void writeCounts(QXmlStreamWriter &xml, qint64 tests, qint64 failures, qint64 errors, qint64 skipped)
{
    for (const auto &[name, count] : {std::pair("tests", tests), std::pair("failures", failures),
                                      std::pair("errors", errors), std::pair("skipped", skipped)})
        xml.writeAttribute(QLatin1StringView(name), QString::number(count));
}

void writeFailure(QXmlStreamWriter &xml, const UploadRecord &record)
{
    const int status = record.httpStatus ? record.httpStatus : record.error.httpStatus;
    const QString title = failureTitle(record.error.kind, status);
    const QString words
        = printable(withoutSecrets(failureWords(record.error, record.serverMessage)), mostWords).trimmed();
    xml.writeStartElement(QStringLiteral("failure"));
    xml.writeAttribute(QStringLiteral("type"), base::toKey(record.error.kind));
    xml.writeAttribute(QStringLiteral("message"),
                       words.isEmpty() ? title : title + QStringLiteral(": ") + words);
    QStringList parts{title, document(record.error.message)};
    if (!record.serverMessage.isEmpty())
        parts << QStringLiteral("The server said: ") + document(record.serverMessage);
    parts << failureAdvice(record.error.kind, status)
          << counted(record.attempts, QStringLiteral("attempt"), QStringLiteral("attempts"));
    parts.removeAll(QString());
    xml.writeCharacters(parts.join(u'\n'));
    xml.writeEndElement();
}

void writeSkipped(QXmlStreamWriter &xml, const QString &why)
{
    xml.writeEmptyElement(QStringLiteral("skipped"));
    xml.writeAttribute(QStringLiteral("message"), why);
}

void writeCase(QXmlStreamWriter &xml, const UploadRecord &record, const QString &server)
{
    xml.writeStartElement(QStringLiteral("testcase"));
    xml.writeAttribute(QStringLiteral("classname"), server);
    xml.writeAttribute(QStringLiteral("name"), printable(record.path));
    xml.writeAttribute(QStringLiteral("time"), inSeconds(secondsOf(record)));
    switch (record.state) {
    case UploadState::Done:
        break;
    case UploadState::Failed:
        writeFailure(xml, record);
        break;
    case UploadState::Cancelled:
        writeSkipped(xml, QStringLiteral("cancelled"));
        break;
    case UploadState::Waiting:
    case UploadState::Sending:
    case UploadState::Answering:
    case UploadState::Paused:
        writeSkipped(xml, QStringLiteral("not finished: ") + toKey(record.state));
        break;
    }
    xml.writeEndElement();
}

/// A rule that was broken is a case that failed. Those that were kept are none: every other case is a file.
void writeAlert(QXmlStreamWriter &xml, const session::Alert &alert, qint64 endMs)
{
    xml.writeStartElement(QStringLiteral("testcase"));
    xml.writeAttribute(QStringLiteral("classname"), QStringLiteral("alerts"));
    xml.writeAttribute(QStringLiteral("name"), printable(withoutSecrets(alert.title)));
    xml.writeAttribute(QStringLiteral("time"), inSeconds(0));
    xml.writeStartElement(QStringLiteral("failure"));
    xml.writeAttribute(QStringLiteral("type"), QStringLiteral("alert"));
    xml.writeAttribute(QStringLiteral("message"), alertLine(alert, endMs));
    xml.writeEndElement();
    xml.writeEndElement();
}

} // namespace

QByteArray toJUnit(const SessionSnapshot &snapshot)
{
    const Summary summary = summarize(snapshot);
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    beginSuite(xml, snapshot.command, snapshot.startedAtMs);
    const qint64 alerts = snapshot.alerts.size();
    writeCounts(xml, summary.files + alerts, summary.failed + alerts, 0,
                summary.cancelled + summary.unfinished);
    xml.writeAttribute(QStringLiteral("time"), inSeconds(summary.seconds));
    for (const UploadRecord &record : snapshot.uploads)
        writeCase(xml, record, displayUrl(snapshot.server));
    for (const session::Alert &alert : snapshot.alerts)
        writeAlert(xml, alert, snapshot.finishedAtMs);
    xml.writeEndDocument();
    return bytes;
}

QByteArray failureToJUnit(const QString &command, const base::Error &failure)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    beginSuite(xml, command, 0);
    writeCounts(xml, 1, 0, 1, 0);
    xml.writeAttribute(QStringLiteral("time"), inSeconds(0));
    xml.writeStartElement(QStringLiteral("testcase"));
    xml.writeAttribute(QStringLiteral("classname"), QStringLiteral("tidemark"));
    xml.writeAttribute(QStringLiteral("name"), command);
    xml.writeAttribute(QStringLiteral("time"), inSeconds(0));
    xml.writeStartElement(QStringLiteral("error"));
    xml.writeAttribute(QStringLiteral("type"), base::toKey(failure.kind));
    xml.writeAttribute(QStringLiteral("message"), printable(withoutSecrets(failure.message)));
    xml.writeCharacters(document(failure.detail));
    xml.writeEndDocument();
    return bytes;
}

} // namespace report
