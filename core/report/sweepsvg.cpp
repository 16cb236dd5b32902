// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sweepsvg.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace report {
namespace {

using Figure = SweepLine::Figure;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::SweepChart)
};

constexpr double width = 1040;
constexpr double height = 260;
constexpr double left = 88;
constexpr double right = width - 116; // beside it: names and values
constexpr double top = 30; // above it: what is pointed at
constexpr double bottom = height - 40;
constexpr double textHeight = 14;

QString px(double value)
{
    return QString::number(std::round(value * 10) / 10, 'g', 6);
}

/// The class of htmlStyle() that has its colour.
QString classOf(Figure figure)
{
    switch (figure) {
    case Figure::P50:
        return QStringLiteral("rate");
    case Figure::P95:
        return QStringLiteral("goroutines");
    case Figure::P99:
        return QStringLiteral("descriptors");
    case Figure::Heap:
        return QStringLiteral("heap");
    case Figure::Rss:
        return QStringLiteral("rss");
    }
    return {};
}

/// From levels and values to places in the picture.
struct Frame
{
    double levels = 1;
    double largest = 1;

    explicit Frame(const SweepChart &chart)
        : levels(static_cast<double>(chart.levels.size()))
        , largest(chart.scale.top)
    {
    }
    [[nodiscard]] double edge(std::size_t level) const
    {
        return left + static_cast<double>(level) / levels * (right - left);
    }
    [[nodiscard]] double x(std::size_t level) const { return (edge(level) + edge(level + 1)) / 2; }
    [[nodiscard]] double y(double value) const { return bottom - value / largest * (bottom - top); }
};

void writeText(HtmlWriter &html, double x, double y, const QString &classes, const QString &text)
{
    html.element("text", text, {{"class", classes}, {"x", px(x)}, {"y", px(y)}});
}

void writeAxes(HtmlWriter &html, const Frame &frame, const SweepChart &chart)
{
    if (chart.collapsedAt) {
        const double from = frame.edge(*chart.collapsedAt);
        html.empty("rect",
                   {{"class", QStringLiteral("collapse")},
                    {"x", px(from)},
                    {"y", px(top)},
                    {"width", px(right - from)},
                    {"height", px(bottom - top)}});
        writeText(html, from + 4, top + 12, QStringLiteral("collapse"), Text::tr("breaks down"));
    }
    for (const Tick &tick : chart.scale.ticks) {
        const double y = frame.y(tick.value);
        html.empty("path",
                   {{"class", tick.value > 0 ? QStringLiteral("grid") : QStringLiteral("base")},
                    {"d", QStringLiteral("M%1 %2H%3").arg(px(left), px(y), px(right))}});
        writeText(html, left - 8, y + 4, QStringLiteral("end"), tick.label);
    }
    for (std::size_t i = 0; i < static_cast<std::size_t>(chart.levels.size()); ++i)
        writeText(html, frame.x(i), bottom + 18, QStringLiteral("middle"), chart.levels[i]);
    writeText(html, (left + right) / 2, bottom + 34, QStringLiteral("middle"),
              chart.isOpenLoop ? Text::tr("uploads a second") : Text::tr("uploads at once"));
}

/// A value that is not known is a hole, never a line.
void writeLine(HtmlWriter &html, const Frame &frame, const SweepLine &line)
{
    QString path;
    bool isGoingOn = false;
    for (std::size_t i = 0; i < line.values.size(); ++i) {
        const bool isKnown = std::isfinite(line.values[i]);
        if (isKnown)
            path += (isGoingOn ? u'L' : u'M') + px(frame.x(i)) + u' ' + px(frame.y(line.values[i]));
        isGoingOn = isKnown;
    }
    html.empty("path", {{"class", QStringLiteral("line ") + classOf(line.figure)}, {"d", path}});
    for (std::size_t i = 0; i < line.values.size(); ++i) {
        if (std::isfinite(line.values[i]))
            html.empty("circle",
                       {{"class", classOf(line.figure)},
                        {"cx", px(frame.x(i))},
                        {"cy", px(frame.y(line.values[i]))},
                        {"r", QStringLiteral("3")}});
    }
}

/// At the height where each line ends, but not over each other.
void writeNames(HtmlWriter &html, const Frame &frame, const SweepChart &chart)
{
    struct Name
    {
        double y;
        QString classes;
        QString text;
    };
    std::vector<Name> names;
    for (const SweepLine &line : chart.lines) {
        for (std::size_t i = line.values.size(); i-- > 0;) {
            if (!std::isfinite(line.values[i]))
                continue;
            names.push_back({frame.y(line.values[i]), QStringLiteral("label ") + classOf(line.figure),
                             line.name + u' ' + line.readings[static_cast<qsizetype>(i)]});
            break;
        }
    }
    std::ranges::stable_sort(names, std::greater(), &Name::y);
    double highest = bottom;
    for (Name &name : names) { // from the lowest one up
        name.y = std::min(name.y, highest);
        highest = name.y - textHeight;
        writeText(html, right + 8, name.y + 4, name.classes, name.text);
    }
}

/// One invisible stripe a level; pointing at it shows what it says.
void writeReadouts(HtmlWriter &html, const Frame &frame, const SweepChart &chart)
{
    for (std::size_t i = 0; i < static_cast<std::size_t>(chart.levels.size()); ++i) {
        const QString level = chart.isOpenLoop ? Text::tr("%1 a second") : Text::tr("%1 at once");
        QStringList said{level.arg(chart.levels[static_cast<qsizetype>(i)])};
        for (const SweepLine &line : chart.lines)
            said += line.name + u' ' + line.readings[static_cast<qsizetype>(i)];
        html.open("g", {{"class", QStringLiteral("column")}});
        html.empty("rect",
                   {{"x", px(frame.edge(i))},
                    {"y", px(top)},
                    {"width", px(frame.edge(i + 1) - frame.edge(i))},
                    {"height", px(bottom - top)}});
        html.empty("path", {{"d", QStringLiteral("M%1 %2V%3").arg(px(frame.x(i)), px(top), px(bottom))}});
        html.element("text", said.join(QStringLiteral(" · ")), {{"x", px(left)}, {"y", px(top - 12)}});
        html.close();
    }
}

} // namespace

void writeSweepChart(HtmlWriter &html, const SweepChart &chart)
{
    if (chart.isEmpty())
        return;
    const Frame frame(chart);
    const QString label = chart.isOpenLoop
        ? Text::tr("%1 by uploads a second; the table has the same figures", "what is drawn")
        : Text::tr("%1 by uploads at once; the table has the same figures", "what is drawn");
    html.open("svg",
              {{"viewBox", QStringLiteral("0 0 %1 %2").arg(px(width), px(height))},
               {"role", QStringLiteral("img")},
               {"aria-label", label.arg(chart.title)}});
    html.element("text", Text::tr("point at a level for its values"),
                 {{"class", QStringLiteral("hint")}, {"x", px(left)}, {"y", px(top - 12)}});
    writeAxes(html, frame, chart);
    for (const SweepLine &line : chart.lines)
        writeLine(html, frame, line);
    writeNames(html, frame, chart);
    writeReadouts(html, frame, chart);
    html.close();
}

} // namespace report
