// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlparts.h"

#include "core/base/format.h"
#include "core/report/failurewording.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"

#include <cmath>

namespace report {
namespace {

using transfer::UploadRecord;
using transfer::UploadState;

constexpr qsizetype openRows = 200;
constexpr qsizetype maxRows = 10'000;
constexpr qsizetype maxReasons = 30;
constexpr qsizetype maxWords = 240;

using Rows = std::vector<const UploadRecord *>;

int urgency(UploadState state)
{
    switch (state) {
    case UploadState::Failed:
        return 0;
    case UploadState::Cancelled:
        return 1;
    case UploadState::Waiting:
    case UploadState::Sending:
    case UploadState::Answering:
    case UploadState::Paused:
        return 2;
    case UploadState::Done:
        return 3;
    }
    return 3;
}

QString result(const UploadRecord &record)
{
    switch (record.state) {
    case UploadState::Done:
        return record.httpStatus ? statusText(record.httpStatus) : QStringLiteral("Done");
    case UploadState::Failed:
        return failureTitle(record.error.kind,
                            record.httpStatus ? record.httpStatus : record.error.httpStatus);
    case UploadState::Cancelled:
        return QStringLiteral("Cancelled");
    case UploadState::Waiting:
        return QStringLiteral("Waiting");
    case UploadState::Sending:
        return QStringLiteral("Sending");
    case UploadState::Answering:
        return QStringLiteral("Sent, no answer yet");
    case UploadState::Paused:
        return QStringLiteral("Paused");
    }
    return {};
}

const char *pillOf(UploadState state)
{
    return state == UploadState::Done ? "pill good" : state == UploadState::Failed ? "pill bad" : "pill";
}

/// The server's words; of a failure also what went wrong here.
QString words(const UploadRecord &record)
{
    const bool failed = record.state == UploadState::Failed;
    const QString text = failed ? failureWords(record.error, record.serverMessage) : record.serverMessage;
    return printable(withoutSecrets(text.trimmed()), maxWords);
}

/// The folder that all paths share, with its last slash: what is left of a path tells files of one name
/// apart.
QString commonFolder(const Rows &rows)
{
    QString common = rows.front()->path.left(rows.front()->path.lastIndexOf(QLatin1Char('/')) + 1);
    for (const UploadRecord *row : rows) {
        while (!row->path.startsWith(common))
            common = common.left(common.lastIndexOf(QLatin1Char('/'), -2) + 1);
    }
    return common;
}

class UploadTable final
{
public:
    UploadTable(HtmlWriter &html, const Rows &rows)
        : m_html(html)
        , m_folder(commonFolder(rows))
        , m_hasRetries(
              std::any_of(rows.begin(), rows.end(), [](const UploadRecord *r) { return r->attempts > 1; }))
    {
    }

    void write(Rows::const_iterator from, Rows::const_iterator to)
    {
        m_html.open("div", {{"class", QStringLiteral("scroll")}}).open("table");
        m_html.open("thead").open("tr");
        head("File");
        head("Size", "num");
        head("Result");
        head("Answer or reason");
        if (m_hasRetries)
            head("Attempts", "num");
        head("Took", "num");
        head("Rate", "num");
        m_html.close().close().open("tbody");
        for (; from != to; ++from)
            row(**from);
        m_html.close().close().close();
    }

private:
    void head(const char *text, const char *style = "")
    {
        if (*style)
            m_html.element("th", QString::fromUtf8(text),
                           {{"scope", QStringLiteral("col")}, {"class", QLatin1String(style)}});
        else
            m_html.element("th", QString::fromUtf8(text), {{"scope", QStringLiteral("col")}});
    }

    void number(const QString &text) { m_html.element("td", text, {{"class", QStringLiteral("num")}}); }

    void row(const UploadRecord &record)
    {
        const qsizetype slash = record.path.lastIndexOf(QLatin1Char('/')) + 1;
        const QString folder = printable(record.path.mid(m_folder.size(), slash - m_folder.size()), 80);
        m_html.verbatim("\n").open("tr").open("th", {{"scope", QStringLiteral("row")}});
        if (!folder.isEmpty())
            m_html.element("span", folder, {{"class", QStringLiteral("dim")}});
        m_html.open("bdi").text(printable(record.name, 200)).close().close();
        number(record.bytes < 0 ? dash() : base::formatBytes(double(record.bytes)));
        m_html.open("td")
            .element("span", result(record), {{"class", QLatin1String(pillOf(record.state))}})
            .close();
        m_html.open("td").open("bdi").text(words(record)).close().close();
        if (m_hasRetries)
            number(record.attempts ? base::formatCount(record.attempts) : dash());
        const auto took = record.timings.total;
        number(took.count() > 0 ? base::formatDuration(took) : dash());
        const bool isRateKnown = record.bytesPerSecond > 0 && record.state == UploadState::Done;
        number(isRateKnown ? base::formatRate(record.bytesPerSecond) : dash());
        m_html.close();
    }

    HtmlWriter &m_html;
    QString m_folder;
    bool m_hasRetries;
};

} // namespace

void writeFailures(HtmlWriter &html, const Summary &summary)
{
    if (summary.failures.isEmpty())
        return;
    html.element("h2", QStringLiteral("Why %1 failed").arg(summary.failed));
    html.open("div", {{"class", QStringLiteral("card why")}});
    for (qsizetype i = 0; i < std::min(maxReasons, summary.failures.size()); ++i) {
        const FailureGroup &group = summary.failures[i];
        html.open("section");
        html.open("h3")
            .element("span", failureTitle(group.kind, group.httpStatus),
                     {{"class", QStringLiteral("pill bad")}})
            .close();
        QString size = counted(group.files, QStringLiteral("file"), QStringLiteral("files"));
        if (group.bytes > 0)
            size += QStringLiteral(", ") + base::formatBytes(double(group.bytes));
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
                     QStringLiteral("And %1 more reasons; the table has them all.")
                         .arg(summary.failures.size() - maxReasons),
                     {{"class", QStringLiteral("note")}});
}

void writeUploads(HtmlWriter &html, const session::SessionSnapshot &snapshot, const Summary &summary)
{
    if (snapshot.uploads.isEmpty())
        return;
    Rows rows;
    rows.reserve(static_cast<size_t>(snapshot.uploads.size()));
    for (const UploadRecord &record : snapshot.uploads)
        rows.push_back(&record);
    std::stable_sort(rows.begin(), rows.end(), [](const UploadRecord *a, const UploadRecord *b) {
        return urgency(a->state) < urgency(b->state);
    });

    const auto count = static_cast<qsizetype>(rows.size());
    html.open("h2")
        .text(QStringLiteral("Uploads"))
        .element("small", counted(summary.files, QStringLiteral("file"), QStringLiteral("files")))
        .close();
    html.open("div", {{"class", QStringLiteral("card")}});
    UploadTable table(html, rows);
    table.write(rows.cbegin(), rows.cbegin() + std::min(count, openRows));
    if (count > openRows) {
        html.open("details").element(
            "summary",
            QStringLiteral("%1 more").arg(base::formatCount(double(std::min(count, maxRows) - openRows))));
        table.write(rows.cbegin() + openRows, rows.cbegin() + std::min(count, maxRows));
        html.close();
    }
    if (count > maxRows)
        html.element("p",
                     QStringLiteral("%1 more are not listed here; JSON and CSV reports list every upload.")
                         .arg(base::formatCount(double(count - maxRows))),
                     {{"class", QStringLiteral("note")}});
    html.close();
}

} // namespace report
