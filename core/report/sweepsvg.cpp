// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sweepsvg.h"

#include <algorithm>
#include <cmath>

namespace report {
namespace {

constexpr double width = 1040;
constexpr double height = 280;
constexpr double top = 52; // above it: the title, and what is pointed at
constexpr double bottom = height - 44;
constexpr double axisRoom = 72; // "1,000 ms"
constexpr double labelRoom = 104; // "p99 1,234 ms"
constexpr double edge = 28; // between the axis and the first level
constexpr double lineHeight = 15;

QString px(double value)
{
    return QString::number(std::round(value * 10) / 10, 'g', 6);
}

QString pair(double x, double y)
{
    return px(x) + u' ' + px(y);
}

void writeText(HtmlWriter &html, double x, double y, const QString &classes, const QString &text)
{
    html.element("text", text, {{"class", classes}, {"x", px(x)}, {"y", px(y)}});
}

/// One panel in its part of the picture.
class PanelSvg
{
public:
    PanelSvg(const SweepChart &chart, const SweepChart::Panel &panel, double from, double to)
        : m_chart(chart)
        , m_panel(panel)
        , m_left(from + axisRoom)
        , m_right(to - labelRoom)
    {
    }

    void write(HtmlWriter &html) const
    {
        writeText(html, m_left, 14, QStringLiteral("title"), m_panel.title);
        writeText(html, m_left, 34, QStringLiteral("hint"),
                  QStringLiteral("point at a level for its values"));
        writeAxes(html);
        for (const SweepChart::Line &line : m_panel.lines)
            writeLine(html, line);
        writeLabels(html);
        for (qsizetype i = 0; i < m_chart.levels.size(); ++i)
            writeReadout(html, i);
    }

private:
    [[nodiscard]] double x(qsizetype level) const
    {
        const auto gaps = static_cast<double>(std::max<qsizetype>(1, m_chart.levels.size() - 1));
        const double share = m_chart.levels.size() > 1 ? static_cast<double>(level) / gaps : 0.5;
        return m_left + edge + share * (m_right - m_left - 2 * edge);
    }
    [[nodiscard]] double y(double value) const
    {
        return bottom - std::clamp(value / m_panel.scale.top, 0.0, 1.0) * (bottom - top);
    }

    void writeAxes(HtmlWriter &html) const
    {
        for (const Tick &tick : m_panel.scale.ticks) {
            html.empty("path",
                       {{"class", tick.value == 0 ? QStringLiteral("base") : QStringLiteral("grid")},
                        {"d", QStringLiteral("M%1H%2").arg(pair(m_left, y(tick.value)), px(m_right))}});
            writeText(html, m_left - 8, y(tick.value) + 4, QStringLiteral("end"), tick.label);
        }
        for (qsizetype i = 0; i < m_chart.levels.size(); ++i)
            writeText(html, x(i), bottom + 17, QStringLiteral("middle"), m_chart.levels[i]);
        writeText(html, (m_left + m_right) / 2, bottom + 36, QStringLiteral("middle"),
                  QStringLiteral("uploads at once"));
    }

    void writeLine(HtmlWriter &html, const SweepChart::Line &line) const
    {
        QString path;
        bool isOpen = false; // a level without a value is a hole
        for (size_t i = 0; i < line.values.size(); ++i) {
            const double value = line.values[i];
            if (std::isfinite(value))
                path += (isOpen ? u'L' : u'M') + pair(x(static_cast<qsizetype>(i)), y(value));
            isOpen = std::isfinite(value);
        }
        html.empty("path", {{"class", QStringLiteral("line ") + line.style}, {"d", path}});
        for (size_t i = 0; i < line.values.size(); ++i) {
            if (std::isfinite(line.values[i]))
                writeDot(html, line, i, QStringLiteral("3"));
        }
    }

    void writeDot(HtmlWriter &html, const SweepChart::Line &line, size_t level, const QString &radius) const
    {
        html.empty("circle",
                   {{"class", line.style},
                    {"cx", px(x(static_cast<qsizetype>(level)))},
                    {"cy", px(y(line.values[level]))},
                    {"r", radius}});
    }

    /// Beside the end of each line, moved apart so that none covers another.
    void writeLabels(HtmlWriter &html) const
    {
        std::vector<std::pair<double, const SweepChart::Line *>> labels;
        for (const SweepChart::Line &line : m_panel.lines) {
            if (std::isfinite(line.values.back()))
                labels.emplace_back(y(line.values.back()) + 4, &line);
        }
        std::ranges::stable_sort(labels, {}, &std::pair<double, const SweepChart::Line *>::first);
        for (size_t i = 1; i < labels.size(); ++i)
            labels[i].first = std::max(labels[i].first, labels[i - 1].first + lineHeight);
        double lowest = bottom + 4;
        for (auto label = labels.rbegin(); label != labels.rend(); ++label, lowest -= lineHeight)
            label->first = std::min(label->first, lowest);
        for (const auto &[at, line] : labels)
            writeText(html, m_right + 4, at, QStringLiteral("label ") + line->style,
                      line->name + u' ' + line->texts.last());
    }

    void writeReadout(HtmlWriter &html, qsizetype level) const
    {
        const double half = m_chart.levels.size() > 1 ? (x(1) - x(0)) / 2 : (m_right - m_left) / 2;
        html.open("g", {{"class", QStringLiteral("column")}});
        html.empty("rect",
                   {{"x", px(std::max(m_left, x(level) - half))},
                    {"y", px(top)},
                    {"width", px(std::min(m_right, x(level) + half) - std::max(m_left, x(level) - half))},
                    {"height", px(bottom - top)}});
        html.empty("path", {{"d", QStringLiteral("M%1V%2").arg(pair(x(level), top), px(bottom))}});
        QStringList parts;
        for (const SweepChart::Line &line : m_panel.lines) {
            parts.append(line.name + u' ' + line.texts[level]);
            if (const auto index = static_cast<size_t>(level); std::isfinite(line.values[index]))
                writeDot(html, line, index, QStringLiteral("4.5"));
        }
        html.open("text", {{"x", px(m_left)}, {"y", px(34)}});
        html.element("tspan", QStringLiteral("%1 at once").arg(m_chart.levels[level]));
        html.text(QStringLiteral("  ") + parts.join(QStringLiteral(" · "))).close();
        html.close();
    }

    const SweepChart &m_chart;
    const SweepChart::Panel &m_panel;
    double m_left;
    double m_right;
};

} // namespace

void writeSweepChart(HtmlWriter &html, const SweepChart &chart, const QString &description)
{
    if (chart.isEmpty())
        return;
    html.open("svg",
              {{"viewBox", QStringLiteral("0 0 %1 %2").arg(px(width), px(height))},
               {"role", QStringLiteral("img")},
               {"aria-label", description}});
    const double each = width / static_cast<double>(chart.panels.size());
    for (qsizetype i = 0; i < chart.panels.size(); ++i)
        PanelSvg(chart, chart.panels[i], each * static_cast<double>(i), each * static_cast<double>(i + 1))
            .write(html);
    html.close();
}

} // namespace report
