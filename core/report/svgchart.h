// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/chartdata.h"
#include "core/report/htmlwriter.h"

namespace report {

/// Draws ChartData as one inline SVG: panels below each other, upload bands and marks through all of them,
/// and for every column a cross-hair with its values that shows while it is pointed at - by CSS alone, see
/// htmlStyle().
///
/// Classes: band, mark, line-and-role ("line heap"), range, tick, title, label, column.
class SvgChart final
{
public:
    explicit SvgChart(const ChartData &data);

    /// `description` is what a person who cannot see the picture is told.
    void write(HtmlWriter &html, const QString &title, const QString &description) const;

private:
    void writeBands(HtmlWriter &html) const;
    void writePanel(HtmlWriter &html, const ChartPanel &panel, int top) const;
    void writeLine(HtmlWriter &html, const ChartPanel &panel, const ChartLine &line, int top) const;
    void writeLabels(HtmlWriter &html, const ChartPanel &panel, int top) const;
    void writeTimeAxis(HtmlWriter &html) const;
    void writeMarks(HtmlWriter &html) const;
    void writeColumns(HtmlWriter &html) const;

    [[nodiscard]] double x(qint64 timeMs) const;
    [[nodiscard]] static double y(const ChartPanel &panel, int top, double value);

    const ChartData &m_data;
    std::vector<int> m_tops; ///< Upper edge of each panel's plot.
    int m_head = 0; ///< Height of what is above the panels: the values pointed at, and the flags of marks.
    int m_bottom = 0; ///< Lower edge of the last one.
};

} // namespace report
