// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/format.h"
#include "core/report/htmlparts.h"
#include "core/report/htmlstyle.h"
#include "core/report/report.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace report {
namespace {

using session::SessionSnapshot;

QString kindOf(const SessionSnapshot &snapshot)
{
    if (snapshot.command == QLatin1String("watch"))
        return QStringLiteral("Watch report");
    return snapshot.command == QLatin1String("upload") ? QStringLiteral("Upload report")
                                                       : QStringLiteral("Session report");
}

/// Keeps numbers and their units on one line.
QString unbroken(QString sentence)
{
    static const QRegularExpression space(QStringLiteral("(?<=\\d) (?=(?:[KMGTPE]?i?B|m?s|min|h)\\b)"));
    return sentence.replace(space, QString(QChar(0xa0)));
}

void writeHeadline(HtmlWriter &html, const SessionSnapshot &snapshot, const Summary &summary)
{
    html.element("h1", unbroken(uploadsSentence(snapshot, summary)));
    const QString memory = memorySentence(summary);
    if (!memory.isEmpty())
        html.element("p", unbroken(memory), {{"class", QStringLiteral("lead")}});
    const QString note = growthNote(summary);
    if (!note.isEmpty())
        html.element("p", note, {{"class", QStringLiteral("note")}});
}

} // namespace

// The document can load nothing and run nothing, whatever should slip into it.
void writeHead(HtmlWriter &html, const QString &title, const QString &programVersion)
{
    html.open("head");
    html.empty("meta", {{"charset", QStringLiteral("utf-8")}});
    html.empty("meta",
               {{"http-equiv", QStringLiteral("Content-Security-Policy")},
                {"content", QStringLiteral("default-src 'none'; style-src 'unsafe-inline'")}});
    html.empty("meta",
               {{"name", QStringLiteral("viewport")},
                {"content", QStringLiteral("width=device-width, initial-scale=1")}});
    html.empty("meta", {{"name", QStringLiteral("color-scheme")}, {"content", QStringLiteral("light dark")}});
    html.empty("meta",
               {{"name", QStringLiteral("generator")},
                {"content", QString(QStringLiteral("Tidemark ") + programVersion).trimmed()}});
    html.element("title", title);
    html.open("style").verbatim(htmlStyle()).close();
    html.close();
}

void writeHeader(HtmlWriter &html, const QString &kind, qint64 startedAtMs)
{
    html.open("header");
    html.open("b")
        .element("i", QString(QChar(0x224b)), {{"aria-hidden", QStringLiteral("true")}})
        .text(QStringLiteral("Tidemark"))
        .close();
    html.element("span", kind);
    writeTime(html, startedAtMs);
    html.close();
}

void writeTime(HtmlWriter &html, qint64 unixMs)
{
    if (unixMs == 0) {
        html.text(dash());
        return;
    }
    const QString text
        = QDateTime::fromMSecsSinceEpoch(unixMs, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    html.element("time", QString(text + QStringLiteral(" UTC")), {{"datetime", base::formatUtc(unixMs)}});
}

void writeData(HtmlWriter &html, double value, const QString &text)
{
    if (std::isfinite(value))
        html.element("data", text, {{"value", QString::number(value, 'g', QLocale::FloatingPointShortest)}});
    else
        html.text(text);
}

QByteArray toHtml(const SessionSnapshot &snapshot)
{
    const Summary summary = summarize(snapshot);
    HtmlWriter html;
    html.verbatim("<!DOCTYPE html>\n").open("html", {{"lang", QStringLiteral("en")}});
    const QUrl &about = snapshot.server.isEmpty() ? snapshot.watched : snapshot.server;
    const bool isLocal = about.isEmpty() && !snapshot.beside.isEmpty();
    writeHead(html,
              QStringLiteral("%1: %2").arg(kindOf(snapshot),
                                           isLocal ? sourceTitle(snapshot.beside.constFirst().name)
                                                   : displayUrl(about)),
              snapshot.programVersion);
    html.open("body");
    writeHeader(html, kindOf(snapshot), snapshot.startedAtMs);
    html.open("main");
    writeHeadline(html, snapshot, summary);
    writeFailures(html, summary);
    writeAlerts(html, snapshot);
    writeTiles(html, summary);
    writeChart(html, snapshot, summary);
    writeUploads(html, snapshot, summary);
    writeMarks(html, snapshot);
    writeWatching(html, snapshot, summary);
    writeConditions(html, snapshot, summary);
    html.close().close().close().verbatim("\n");
    return html.finished();
}

} // namespace report
