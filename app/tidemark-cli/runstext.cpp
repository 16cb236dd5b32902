// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/runstext.h"

#include "core/base/format.h"
#include "core/report/jsonfields.h"

#include <QJsonDocument>

namespace cli::runs {
namespace {

constexpr int numberWidth = 6;
constexpr int timeWidth = 16;
constexpr int commandWidth = 7;
constexpr qsizetype serverWidth = 40;

/// "2026-11-29 17:59"
QString minuteText(qint64 unixMs)
{
    return base::formatUtc(unixMs).left(timeWidth).replace(u'T', u' ');
}

/// The end of an address tells it from others.
QString fitted(const QString &server)
{
    return server.size() <= serverWidth ? server
                                        : QString(QStringLiteral("…") + server.right(serverWidth - 1));
}

QString cells(const QString &number, const QString &time, const QString &command, const QString &server,
              const QString &result)
{
    return QStringLiteral("%1  %2  %3  %4  %5")
        .arg(number, numberWidth)
        .arg(time, -timeWidth)
        .arg(command, -commandWidth)
        .arg(server, -static_cast<int>(serverWidth))
        .arg(result);
}

QString tagsText(const QStringList &tags)
{
    return tags.isEmpty() ? QString() : u'[' + tags.join(QStringLiteral(", ")) + u']';
}

QString seconds(double value)
{
    return base::formatDuration(
        std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::duration<double>(value)));
}

} // namespace

QString headLine()
{
    return cells(QStringLiteral("Run"), QStringLiteral("Started (UTC)"), QStringLiteral("Command"),
                 QStringLiteral("Server"), QStringLiteral("Result"));
}

QString line(const session::KeptRun &run)
{
    QStringList result{run.sentence, tagsText(run.tags), run.note};
    result.removeAll(QString());
    return cells(QString::number(run.id), minuteText(run.startedAtMs), run.command, fitted(run.server),
                 result.join(QStringLiteral("  ")));
}

QStringList head(const session::KeptRun &run)
{
    QString first = QStringLiteral("Run %1: %2").arg(run.id).arg(run.command);
    if (!run.server.isEmpty())
        first += QStringLiteral(" of ") + run.server;
    first += QStringLiteral(", %1 UTC, %2").arg(minuteText(run.startedAtMs), seconds(run.seconds));
    QStringList lines{first, tagsText(run.tags), run.note};
    lines.removeAll(QString());
    return lines;
}

ListDocument::ListDocument(qint64 total)
    : m_text("{\n  \"schema\": \"tidemark.runs/1\",\n  \"command\": \"runs\",\n  \"total\": "
             + QByteArray::number(total) + ",\n  \"runs\": [")
{
}

void ListDocument::add(const session::KeptRun &run)
{
    const QJsonObject object{
        {QStringLiteral("id"), run.id},
        {QStringLiteral("command"), run.command},
        {QStringLiteral("server"), report::textToJson(run.server)},
        {QStringLiteral("startedAt"), report::timeToJson(run.startedAtMs)},
        {QStringLiteral("seconds"), report::numberToJson(run.seconds)},
        {QStringLiteral("verdict"), report::textToJson(run.verdict)},
        {QStringLiteral("sentence"), run.sentence},
        {QStringLiteral("tags"), QJsonArray::fromStringList(run.tags)},
        {QStringLiteral("note"), report::textToJson(run.note)},
        {QStringLiteral("bytes"), run.bytes},
    };
    m_text += m_isFirst ? "\n    " : ",\n    ";
    m_text += QJsonDocument(object).toJson(QJsonDocument::Compact);
    m_isFirst = false;
}

void ListDocument::finish()
{
    m_text += m_isFirst ? "]\n}\n" : "\n  ]\n}\n";
}

} // namespace cli::runs
