// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/floorsvg.h"

#include "core/base/format.h"
#include "core/report/axis.h"
#include "core/report/flooraxis.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace report {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::FloorChart)
};

constexpr double width = 1040;
constexpr double height = 320;
constexpr double left = 88; // "20,480.1 MiB"
constexpr double right = width - 20;
constexpr double top = 30; // above it: what is pointed at
constexpr double bottom = height - 44;

QString px(double value)
{
    return QString::number(std::round(value * 10) / 10, 'g', 6);
}

/// From chart values to places in the picture.
class Frame
{
public:
    explicit Frame(const FloorChart &chart)
        : m_values(floorAxis(chart))
    {
        for (const auto *floors : {&chart.floors, &chart.earlier}) {
            for (const QPointF &floor : *floors) {
                m_firstUpload = std::min(m_firstUpload, floor.x());
                m_lastUpload = std::max(m_lastUpload, floor.x());
            }
        }
        m_lastUpload = std::max(m_lastUpload, m_firstUpload + 1);
    }

    [[nodiscard]] double x(double uploads) const
    {
        return left + (uploads - m_firstUpload) / (m_lastUpload - m_firstUpload) * (right - left);
    }
    [[nodiscard]] double y(double value) const
    {
        return bottom - std::clamp(m_values.share(value), 0.0, 1.0) * (bottom - top);
    }
    [[nodiscard]] QString place(double uploads, double value) const
    {
        return px(x(uploads)) + u' ' + px(y(value));
    }
    [[nodiscard]] const FloorAxis &values() const { return m_values; }
    [[nodiscard]] double lastUpload() const { return m_lastUpload; }

private:
    FloorAxis m_values;
    double m_firstUpload = 0;
    double m_lastUpload = 0;
};

void writeText(HtmlWriter &html, double x, double y, const char *place, const QString &text)
{
    html.element("text", text, {{"class", QLatin1StringView(place)}, {"x", px(x)}, {"y", px(y)}});
}

QString noteOn(const FloorAxis &cut)
{
    return Text::tr("axis from %1", "its lowest value, as it is not 0").arg(cut.start());
}

/// The bottom line: torn where it is not 0.
QString groundPath(bool isTorn)
{
    if (!isTorn)
        return QStringLiteral("M%1 %2H%3").arg(px(left), px(bottom), px(right));
    constexpr double tooth = 4;
    QString path = QStringLiteral("M%1 %2").arg(px(left), px(bottom + tooth / 2));
    for (double x = left, up = -tooth; x < right; x += tooth, up = -up)
        path += QStringLiteral("l%1 %2").arg(px(std::min(tooth, right - x)), px(up));
    return path;
}

void writeAxes(HtmlWriter &html, const Frame &frame)
{
    const bool isCut = frame.values().isCut();
    const QList<Tick> ticks = frame.values().ticks();
    for (const Tick &tick : ticks) {
        const bool isGround = &tick == &ticks.constFirst();
        if (isGround)
            html.empty("path",
                       {{"class", isCut ? QStringLiteral("torn") : QStringLiteral("base")},
                        {"d", groundPath(isCut)}});
        else
            html.empty(
                "path",
                {{"class", QStringLiteral("grid")},
                 {"d", QStringLiteral("M%1 %2H%3").arg(px(left), px(frame.y(tick.value)), px(right))}});
        writeText(html, left - 8, frame.y(tick.value) + 4, "end", tick.label);
    }
    const Scale uploads = countScale(frame.lastUpload(), 8);
    for (const Tick &tick : uploads.ticks) {
        if (tick.value <= frame.lastUpload())
            writeText(html, frame.x(tick.value), bottom + 17, "middle", tick.label);
    }
    writeText(html, (left + right) / 2, bottom + 36, "middle", Text::tr("uploads so far"));
    if (isCut)
        writeText(html, left, bottom + 36, "start", noteOn(frame.values()));
}

void writeSleeve(HtmlWriter &html, const Frame &frame, const FloorChart &chart, const QString &name)
{
    if (chart.sleeve.empty())
        return;
    QString outline, line;
    for (const FloorChart::Sleeve &at : chart.sleeve) {
        outline += (outline.isEmpty() ? u'M' : u'L') + frame.place(at.x, at.high);
        line += (line.isEmpty() ? u'M' : u'L') + frame.place(at.x, at.line);
    }
    for (auto at = chart.sleeve.rbegin(); at != chart.sleeve.rend(); ++at)
        outline += u'L' + frame.place(at->x, at->low);
    for (const QLineF &before : chart.beforeSteps)
        line += u'M' + frame.place(before.x1(), before.y1()) + u'L' + frame.place(before.x2(), before.y2());
    html.empty("path", {{"class", QStringLiteral("range ") + name}, {"d", outline + u'Z'}});
    html.empty("path", {{"class", QStringLiteral("line ") + name}, {"d", line}});
}

void writeFloors(HtmlWriter &html, const Frame &frame, const std::vector<QPointF> &floors,
                 const QString &classes)
{
    for (const QPointF &floor : floors) {
        html.empty("circle",
                   {{"class", classes},
                    {"cx", px(frame.x(floor.x()))},
                    {"cy", px(frame.y(floor.y()))},
                    {"r", QStringLiteral("3.5")}});
    }
}

/// Warm-up; beyond the axis an arrow at its edge points to where it is.
void writeEarlier(HtmlWriter &html, const Frame &frame, const std::vector<QPointF> &earlier)
{
    std::vector<QPointF> inside;
    for (const QPointF &floor : earlier) {
        if (frame.values().holds(floor.y())) {
            inside.push_back(floor);
            continue;
        }
        const bool isBelow = floor.y() < frame.values().from;
        const double back = isBelow ? -7 : 7;
        html.empty("path",
                   {{"class", QStringLiteral("earlier")},
                    {"d",
                     QStringLiteral("M%1 %2l-4 %3h8z")
                         .arg(px(frame.x(floor.x())), px(isBelow ? bottom - 3 : top + 3), px(back))}});
    }
    writeFloors(html, frame, inside, QStringLiteral("earlier"));
}

/// One invisible stripe a floor; pointing at it shows what it says.
void writeReadouts(HtmlWriter &html, const Frame &frame, const FloorChart &chart, const QString &name)
{
    for (size_t i = 0; i < chart.floors.size(); ++i) {
        const QPointF &floor = chart.floors[i];
        const double x = frame.x(floor.x());
        const double before = i > 0 ? (x + frame.x(chart.floors[i - 1].x())) / 2 : x - 20;
        const double after = i + 1 < chart.floors.size() ? (x + frame.x(chart.floors[i + 1].x())) / 2 : right;
        html.open("g", {{"class", QStringLiteral("column")}});
        html.empty(
            "rect",
            {{"x", px(before)}, {"y", px(top)}, {"width", px(after - before)}, {"height", px(bottom - top)}});
        html.empty("path", {{"d", QStringLiteral("M%1 %2V%3").arg(px(x), px(top), px(bottom))}});
        html.empty(
            "circle",
            {{"class", name}, {"cx", px(x)}, {"cy", px(frame.y(floor.y()))}, {"r", QStringLiteral("4.5")}});
        html.element("text",
                     Text::tr("after %1 uploads: %2")
                         .arg(base::formatCount(floor.x()), frame.values().reading(floor.y())),
                     {{"x", px(left)}, {"y", px(top - 12)}});
        html.close();
    }
}

} // namespace

void writeFloorChart(HtmlWriter &html, const FloorChart &chart, const QString &name,
                     const QString &description)
{
    if (chart.isEmpty())
        return;
    const Frame frame(chart);
    html.open(
        "svg",
        {{"viewBox", QStringLiteral("0 0 %1 %2").arg(px(width), px(height))},
         {"role", QStringLiteral("img")},
         {"aria-label",
          frame.values().isCut()
              ? Text::tr("%1 (%2)", "a verdict, a note on the axis").arg(description, noteOn(frame.values()))
              : description}});
    html.element("text", Text::tr("point at a round for its value"),
                 {{"class", QStringLiteral("hint")}, {"x", px(left)}, {"y", px(top - 12)}});
    writeAxes(html, frame);
    writeSleeve(html, frame, chart, name);
    writeEarlier(html, frame, chart.earlier);
    writeFloors(html, frame, chart.floors, QStringLiteral("floor ") + name);
    writeReadouts(html, frame, chart, name);
    html.close();
}

} // namespace report
