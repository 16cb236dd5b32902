// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlparts.h"

#include "core/base/format.h"
#include "core/report/failurewording.h"
#include "core/report/htmltable.h"
#include "core/report/safetext.h"
#include "core/report/uploadrows.h"
#include "core/report/wording.h"

#include <QCoreApplication>

namespace report {
namespace {

using transfer::UploadState;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::UploadReport)
};

constexpr qsizetype openRows = 200;
constexpr qsizetype maxRows = 10'000;
constexpr qsizetype maxReasons = 30;
constexpr qsizetype maxWords = 240;

const char *pillOf(UploadState state)
{
    return state == UploadState::Done ? "pill good" : state == UploadState::Failed ? "pill bad" : "pill";
}

QList<Column> columnsOf(const UploadRows &rows)
{
    QList<Column> columns{{Text::tr("File")},
                          {Text::tr("Size"), Cells::Numbers},
                          {Text::tr("Result")},
                          {Text::tr("Answer or reason")}};
    if (rows.hasRetries())
        columns.append({Text::tr("Attempts"), Cells::Numbers});
    return columns
        + QList<Column>{{Text::tr("Took", "how long"), Cells::Numbers}, {Text::tr("Rate"), Cells::Numbers}};
}

void writeRow(HtmlWriter &html, const UploadRow &row, bool hasRetries)
{
    html.verbatim("\n").open("tr").open("th", {{"scope", QStringLiteral("row")}});
    if (!row.folder.isEmpty())
        html.element("span", row.folder, {{"class", QStringLiteral("dim")}});
    html.open("bdi").text(row.name).close().close();
    writeNumber(html, row.size);
    html.open("td").element("span", row.result, {{"class", QLatin1String(pillOf(row.state))}}).close();
    html.open("td").open("bdi").text(row.words).close().close();
    if (hasRetries)
        writeNumber(html, row.attempts);
    writeNumber(html, row.took);
    writeNumber(html, row.rate);
    html.close();
}

void writeRows(HtmlWriter &html, const UploadRows &rows, qsizetype from, qsizetype to)
{
    openTable(html, columnsOf(rows), TableFrame::None);
    for (qsizetype i = from; i < to; ++i)
        writeRow(html, rows.at(i), rows.hasRetries());
    closeTable(html);
}

} // namespace

void writeFailures(HtmlWriter &html, const Summary &summary)
{
    if (summary.failures.isEmpty())
        return;
    html.element("h2", Text::tr("Why %1 failed", "count of uploads").arg(summary.failed));
    html.open("div", {{"class", QStringLiteral("card why")}});
    for (qsizetype i = 0; i < std::min(maxReasons, summary.failures.size()); ++i) {
        const FailureGroup &group = summary.failures[i];
        html.open("section");
        html.open("h3")
            .element("span", failureTitle(group.kind, group.httpStatus),
                     {{"class", QStringLiteral("pill bad")}})
            .close();
        QString size = counted(group.files, Text::tr("file"), Text::tr("files"));
        if (group.bytes > 0)
            size = Text::tr("%1, %2", "files, bytes").arg(size, base::formatBytes(double(group.bytes)));
        html.element("p", size, {{"class", QStringLiteral("n")}});
        html.open("p")
            .open("bdi")
            .text(printable(withoutSecrets(group.words.trimmed()), maxWords))
            .close()
            .close();
        html.element("p", failureAdvice(group.kind, group.httpStatus), {{"class", QStringLiteral("dim")}});
        html.close();
    }
    html.close();
    if (summary.failures.size() > maxReasons)
        html.element("p",
                     Text::tr("And %1 more reasons; the table has them all.")
                         .arg(summary.failures.size() - maxReasons),
                     {{"class", QStringLiteral("note")}});
}

void writeUploads(HtmlWriter &html, const session::SessionSnapshot &snapshot, const Summary &summary)
{
    if (snapshot.uploads.isEmpty())
        return;
    const UploadRows rows(snapshot);
    const qsizetype count = rows.size();
    html.open("h2")
        .text(Text::tr("Uploads"))
        .element("small", counted(summary.files, Text::tr("file"), Text::tr("files")))
        .close();
    html.open("div", {{"class", QStringLiteral("card")}});
    writeRows(html, rows, 0, std::min(count, openRows));
    if (count > openRows) {
        html.open("details").element(
            "summary",
            Text::tr("%1 more", "uploads")
                .arg(base::formatCount(double(std::min(count, maxRows) - openRows))));
        writeRows(html, rows, openRows, std::min(count, maxRows));
        html.close();
    }
    if (count > maxRows)
        html.element("p",
                     Text::tr("%1 more are not listed here; JSON and CSV reports list every upload.")
                         .arg(base::formatCount(double(count - maxRows))),
                     {{"class", QStringLiteral("note")}});
    html.close();
}

} // namespace report
