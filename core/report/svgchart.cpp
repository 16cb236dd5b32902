// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/svgchart.h"

#include "core/report/wording.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace report {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::Chart)
};

constexpr int width = 1040;
constexpr int plotLeft = 68;
constexpr int plotRight = 896; // behind it: "anonymous 19.5 MiB", on paper in larger letters
constexpr int readoutHeight = 22;
constexpr int rowHeight = 15;
constexpr int flagsHeight = 20;
constexpr int titleHeight = 24;
constexpr int axisHeight = 40;
constexpr int lineHeight = 14;
constexpr double latinWidth = 6.2; // of a letter on average, in the font used at 11 px
constexpr double wideWidth = 11; // of a Chinese one
constexpr qsizetype maxFlags = 100;

QString px(double value)
{
    QString text = QString::number(value, 'f', 1);
    if (text.endsWith(QLatin1String(".0")))
        text.chop(2);
    return text;
}

QString px(int value)
{
    return QString::number(value);
}

QString pair(double x, double y)
{
    return QString(px(x) + QLatin1Char(' ') + px(y));
}

double letterWidth(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.unicode() >= 0x2e80; }) ? wideWidth : latinWidth;
}

QString clockTime(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(QStringLiteral("HH:mm:ss"));
}

/// Labels that want to stand at `wanted`, ascending, moved apart so that none covers another, within [top,
/// bottom].
std::vector<double> spread(std::vector<double> wanted, double top, double bottom)
{
    for (size_t i = 0; i < wanted.size(); ++i)
        wanted[i] = std::max(wanted[i], i == 0 ? top : wanted[i - 1] + lineHeight);
    for (size_t i = wanted.size(); i-- > 0;)
        wanted[i] = std::min(wanted[i], i + 1 == wanted.size() ? bottom : wanted[i + 1] - lineHeight);
    return wanted;
}

} // namespace

SvgChart::SvgChart(const ChartData &data)
    : m_data(data)
{
    m_head = readoutHeight + data.besideRows * rowHeight + (data.marks.isEmpty() ? 0 : flagsHeight);
    int at = m_head;
    for (const ChartPanel &panel : data.panels) {
        at += titleHeight;
        m_tops.push_back(at);
        at += panel.height;
    }
    m_bottom = at;
}

double SvgChart::x(qint64 timeMs) const
{
    const double share
        = static_cast<double>(timeMs - m_data.fromMs) / static_cast<double>(m_data.toMs - m_data.fromMs);
    return plotLeft + std::clamp(share, 0.0, 1.0) * (plotRight - plotLeft);
}

double SvgChart::y(const ChartPanel &panel, int top, double value)
{
    return top + panel.height * (1 - std::clamp(value / panel.scale.top, 0.0, 1.0));
}

void SvgChart::write(HtmlWriter &html, const QString &title, const QString &description) const
{
    html.open("svg",
              {{"viewBox", QStringLiteral("0 0 %1 %2").arg(width).arg(m_bottom + axisHeight)},
               {"role", QStringLiteral("img")},
               {"aria-labelledby", QStringLiteral("chart-title chart-desc")}});
    html.element("title", title, {{"id", QStringLiteral("chart-title")}});
    html.element("desc", description, {{"id", QStringLiteral("chart-desc")}});
    writeBands(html);
    for (qsizetype i = 0; i < m_data.panels.size(); ++i)
        writePanel(html, m_data.panels[i], m_tops[static_cast<size_t>(i)]);
    writeTimeAxis(html);
    writeMarks(html);
    writeColumns(html);
    html.close();
}

void SvgChart::writeBands(HtmlWriter &html) const
{
    html.open("clipPath", {{"id", QStringLiteral("plots")}});
    for (qsizetype i = 0; i < m_data.panels.size(); ++i)
        html.empty("rect",
                   {{"x", px(plotLeft)},
                    {"y", px(m_tops[static_cast<size_t>(i)])},
                    {"width", px(plotRight - plotLeft)},
                    {"height", px(m_data.panels[i].height)}});
    html.close();
    html.open("g", {{"clip-path", QStringLiteral("url(#plots)")}});
    for (const session::Band &band : m_data.bands) {
        const double from = x(band.fromMs);
        html.empty("rect",
                   {{"class", QStringLiteral("band")},
                    {"x", px(from)},
                    {"y", px(m_head)},
                    {"width", px(std::max(1.0, x(band.toMs) - from))},
                    {"height", px(m_bottom - m_head)}});
    }
    html.close();
}

void SvgChart::writePanel(HtmlWriter &html, const ChartPanel &panel, int top) const
{
    html.element("text", panel.title,
                 {{"class", QStringLiteral("title")}, {"x", px(plotLeft)}, {"y", px(top - 7)}});
    for (const Tick &tick : panel.scale.ticks) {
        const double at = std::round(y(panel, top, tick.value)) + 0.5;
        html.empty("line",
                   {{"class", tick.value == 0 ? QStringLiteral("base") : QStringLiteral("grid")},
                    {"x1", px(plotLeft)},
                    {"x2", px(plotRight)},
                    {"y1", px(at)},
                    {"y2", px(at)}});
        html.element("text", tick.label,
                     {{"class", QStringLiteral("tick end")}, {"x", px(plotLeft - 8)}, {"y", px(at + 3.5)}});
    }
    for (const ChartLine &line : panel.lines)
        writeLine(html, panel, line, top);
    writeLabels(html, panel, top);
}

void SvgChart::writeLine(HtmlWriter &html, const ChartPanel &panel, const ChartLine &line, int top) const
{
    QString path;
    QString upper; // of the range between least and greatest, where buckets stand for several readings
    QString lower;
    QString range;
    const auto endRun = [&] {
        if (!upper.isEmpty())
            range += QString(QLatin1Char('M') + upper + lower + QLatin1Char('Z'));
        upper.clear();
        lower.clear();
    };
    bool isFirst = true;
    for (const metrics::Bucket &point : line.points) {
        if (point.isGap()) {
            endRun();
            isFirst = true;
            continue;
        }
        const double at = x(point.timeMs);
        path += QString(QLatin1Char(isFirst ? 'M' : 'L') + pair(at, y(panel, top, point.mean())));
        // A reading between two holes is a line of no length, which round caps make a dot.
        path += isFirst ? QStringLiteral("h0") : QString();
        isFirst = false;
        if (point.count > 1 && point.max > point.min) {
            upper += QString((upper.isEmpty() ? QString() : QStringLiteral("L"))
                             + pair(at, y(panel, top, double(point.max))));
            lower = QString(QLatin1Char('L') + pair(at, y(panel, top, double(point.min))) + lower);
        } else {
            endRun();
        }
    }
    endRun();
    if (!range.isEmpty())
        html.empty("path", {{"class", QString(QStringLiteral("range ") + line.style)}, {"d", range}});
    html.empty("path", {{"class", QString(QStringLiteral("line ") + line.style)}, {"d", path}});
}

void SvgChart::writeLabels(HtmlWriter &html, const ChartPanel &panel, int top) const
{
    std::vector<std::pair<double, const ChartLine *>> labels;
    for (const ChartLine &line : panel.lines) {
        const auto last = std::find_if(line.points.rbegin(), line.points.rend(),
                                       [](const auto &p) { return !p.isGap(); });
        if (last != line.points.rend())
            labels.emplace_back(y(panel, top, last->mean()) + 4, &line);
    }
    std::stable_sort(labels.begin(), labels.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<double> wanted;
    for (const auto &label : labels)
        wanted.push_back(label.first);
    const std::vector<double> at = spread(std::move(wanted), top + 6, top + panel.height + 4);
    for (size_t i = 0; i < labels.size(); ++i)
        html.element("text", labels[i].second->label,
                     {{"class", QString(QStringLiteral("label ") + labels[i].second->style)},
                      {"x", px(plotRight + 8)},
                      {"y", px(at[i])}});
}

void SvgChart::writeTimeAxis(HtmlWriter &html) const
{
    for (const Tick &tick : timeTicks(m_data.fromMs, m_data.toMs, 8)) {
        const double at = x(static_cast<qint64>(tick.value));
        html.empty("line",
                   {{"class", QStringLiteral("base")},
                    {"x1", px(at)},
                    {"x2", px(at)},
                    {"y1", px(m_bottom)},
                    {"y2", px(m_bottom + 4)}});
        html.element("text", tick.label,
                     {{"class", QStringLiteral("tick middle")}, {"x", px(at)}, {"y", px(m_bottom + 18)}});
    }
    const QDateTime day = QDateTime::fromMSecsSinceEpoch(m_data.fromMs, Qt::UTC);
    html.element("text",
                 Text::tr("%1, time of day in UTC", "date").arg(day.toString(QStringLiteral("yyyy-MM-dd"))),
                 {{"class", QStringLiteral("tick middle")},
                  {"x", px((plotLeft + plotRight) / 2)},
                  {"y", px(m_bottom + 34)}});
}

void SvgChart::writeMarks(HtmlWriter &html) const
{
    double taken = plotLeft; // up to where the strip of flags is taken
    const qsizetype shown = std::min(maxFlags, m_data.marks.size());
    for (qsizetype i = 0; i < shown; ++i) {
        const session::Mark &mark = m_data.marks[i];
        const double at = x(mark.timeMs);
        const double next = i + 1 < shown ? x(m_data.marks[i + 1].timeMs) : width;
        const QString text
            = session::hasOwnWords(mark.kind) && !mark.text.isEmpty() ? mark.text : markName(mark.kind);
        html.open("g", {{"class", QString(QStringLiteral("mark ") + session::toKey(mark.kind))}});
        const QString said
            = mark.text.isEmpty() ? markName(mark.kind) : labelled(markName(mark.kind), mark.text.left(200));
        html.element("title", clockTime(mark.timeMs) + u' ' + said);
        // At the left edge the axis is there already.
        if (at > plotLeft + 1)
            html.empty("path",
                       {{"class", QStringLiteral("pole")},
                        {"d", QStringLiteral("M%1 %2V%3").arg(px(at)).arg(m_head - 14).arg(m_bottom)}});
        html.empty("path",
                   {{"class", QStringLiteral("flag")},
                    {"d", QStringLiteral("M%1 %2l8 4l-8 4z").arg(px(at)).arg(m_head - 14)}});
        const double room = next - at - 14;
        const auto letters = static_cast<qsizetype>(room / letterWidth(text));
        if (at >= taken && (letters >= text.size() || letters >= 12)) {
            const QString fitting
                = text.size() > letters ? QString(text.left(letters - 1) + QChar(0x2026)) : text;
            html.element("text", fitting,
                         {{"class", QStringLiteral("tick")}, {"x", px(at + 11)}, {"y", px(m_head - 6)}});
            taken = at + 14 + letterWidth(text) * double(fitting.size());
        }
        html.close();
    }
}

void SvgChart::writeColumns(HtmlWriter &html) const
{
    const QString point = Text::tr("Point at the chart to read values.");
    html.element("text",
                 m_data.bands.isEmpty() ? point : sentences(Text::tr("Shaded: uploads were running."), point),
                 {{"class", QStringLiteral("hint")}, {"x", px(plotLeft)}, {"y", px(14)}});
    for (const ChartColumn &column : m_data.columns) {
        const double from = x(column.fromMs);
        const double at = x(column.timeMs);
        html.open("g", {{"class", QStringLiteral("column")}});
        html.open("title").text(clockTime(column.timeMs));
        for (const QString &reading : column.readings + column.beside)
            html.verbatim("\n").text(reading);
        html.close();
        html.empty("rect",
                   {{"x", px(from)},
                    {"y", px(m_head)},
                    {"width", px(std::max(0.0, x(column.toMs) - from))},
                    {"height", px(m_bottom - m_head)}});
        html.empty("path", {{"d", QStringLiteral("M%1 %2V%3").arg(px(at)).arg(m_head).arg(m_bottom)}});
        for (const ChartColumn::Dot &dot : column.dots)
            html.empty(
                "circle",
                {{"class", dot.style},
                 {"cx", px(at)},
                 {"cy", px(y(m_data.panels[dot.panel], m_tops[static_cast<size_t>(dot.panel)], dot.value))},
                 {"r", QStringLiteral("3")}});
        html.open("text", {{"x", px(plotLeft)}, {"y", px(14)}});
        html.element("tspan", clockTime(column.timeMs));
        html.text(QString(QStringLiteral("  ") + column.readings.join(QStringLiteral(" · "))));
        html.close();
        for (qsizetype i = 0; i < column.beside.size(); ++i)
            html.element("text", column.beside[i],
                         {{"x", px(plotLeft)}, {"y", px(14 + rowHeight * static_cast<int>(i + 1))}});
        html.close();
    }
}

} // namespace report
