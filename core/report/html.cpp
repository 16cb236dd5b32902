// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlpage.h"
#include "core/report/htmlparts.h"
#include "core/report/report.h"
#include "core/report/wording.h"

#include <QRegularExpression>

namespace report {
namespace {

using session::SessionSnapshot;

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

QByteArray toHtml(const SessionSnapshot &snapshot)
{
    const Summary summary = summarize(snapshot);
    return htmlPage(headOf(snapshot), [&](HtmlWriter &html) {
        writeHeadline(html, snapshot, summary);
        writeFailures(html, summary);
        writeAlerts(html, snapshot);
        writeTiles(html, summary);
        writeChart(html, snapshot, summary);
        writeUploads(html, snapshot, summary);
        writeMarks(html, snapshot);
        writeWatching(html, snapshot, summary);
        writeConditions(html, snapshot, summary);
    });
}

} // namespace report
