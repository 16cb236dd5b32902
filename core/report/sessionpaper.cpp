// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/format.h"
#include "core/report/markdowntext.h"
#include "core/report/papersvg.h"
#include "core/report/report.h"
#include "core/report/svgchart.h"
#include "core/report/uploadrows.h"

#include <QCoreApplication>

namespace report {
namespace {

using session::SessionSnapshot;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::UploadReport)
};

constexpr qsizetype mostRows = 500; // some ten pages

/// With the signs of badges, which say it without colour.
QString resultText(const UploadRow &row)
{
    using transfer::UploadState;
    if (row.state == UploadState::Done)
        return Badge{Tone::Good, row.result}.text();
    return row.state == UploadState::Failed ? Badge{Tone::Bad, row.result}.text() : row.result;
}

QString uploadsTable(const SessionSnapshot &snapshot)
{
    const UploadRows uploads(snapshot);
    QList<QStringList> rows;
    for (qsizetype i = 0; i < std::min(mostRows, uploads.size()); ++i) {
        const UploadRow row = uploads.at(i);
        rows.append({row.folder + row.name, row.size, resultText(row), row.words, row.took, row.rate});
    }
    if (rows.isEmpty())
        return {};
    QString text = markdownTable({{Text::tr("Uploads")},
                                  {Text::tr("size"), Cells::Numbers},
                                  {Text::tr("result")},
                                  {Text::tr("answer or reason")},
                                  {Text::tr("took", "how long"), Cells::Numbers},
                                  {Text::tr("rate"), Cells::Numbers}},
                                 rows);
    if (uploads.size() > mostRows)
        text += QStringLiteral("\n%1\n").arg(
            Text::tr("%1 more are not listed here; JSON and CSV reports list every upload.")
                .arg(base::formatCount(static_cast<double>(uploads.size() - mostRows))));
    return text;
}

} // namespace

Paper sessionPaper(const SessionSnapshot &snapshot)
{
    Paper paper{.head = headOf(snapshot), .badges = {}, .charts = {}, .text = sessionText(snapshot)};
    paper.text.details += uploadsTable(snapshot);
    const ChartData data = chartData(snapshot);
    if (data.isEmpty())
        return paper;
    HtmlWriter svg;
    SvgChart(data).write(svg, {}, {});
    const QString caption
        = data.bands.isEmpty() ? Text::tr("Over time") : Text::tr("Over time; shaded: uploads were running");
    paper.charts.append({caption, paperSvg(svg.finished())});
    return paper;
}

} // namespace report
