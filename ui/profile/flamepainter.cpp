// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/flamepainter.h"

#include "ui/common/colors.h"
#include "ui/common/fonts.h"
#include "ui/profile/flamecolors.h"
#include "ui/profile/profiletext.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace ui {

namespace {

constexpr double gap = 2; ///< Between levels.
constexpr double between = 1; ///< Between frames of a level.
constexpr double padding = 8;
constexpr double radius = 3;
constexpr double narrowestRound = 8;
constexpr double narrowestText = 24;

class FramePainter final
{
    Q_DISABLE_COPY_MOVE(FramePainter)

public:
    FramePainter(QPainter &painter, const FlameScene &scene)
        : m_painter(painter)
        , m_scene(scene)
        , m_plain(smallFont(scene.font))
        , m_strong(smallStrongFont(scene.font))
        , m_plainMetrics(m_plain)
        , m_strongMetrics(m_strong)
    {
        painter.setRenderHint(QPainter::Antialiasing);
    }

    void paintLevel(int level)
    {
        const double y = level * m_scene.rowHeight;
        m_scene.geometry.visitLevel(
            level, m_scene.range, m_scene.width, [this, y](const FlameGeometry::Span &span) {
                const QRectF rect(span.left, y, span.width, m_scene.rowHeight - gap);
                if (span.node < 0)
                    fillSharply(rect, steppedBack(m_scene.colors, neutralColor(m_scene.colors)));
                else
                    paintFrame(span.node, rect);
            });
    }

    void paintRing(qint32 node, const QColor &color, double width)
    {
        const QRectF rect = m_scene.rectOf(node);
        if (rect.isEmpty())
            return;
        const double half = width / 2;
        m_painter.setPen(QPen(color, width));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius);
    }

private:
    /// On whole pixels: thousands of narrow frames are drawn so.
    void fillSharply(const QRectF &rect, const QColor &color)
    {
        const double left = std::round(rect.left());
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        m_painter.fillRect(
            QRectF(left, rect.top(), std::max(1.0, std::round(rect.right()) - left), rect.height()), color);
        m_painter.setRenderHint(QPainter::Antialiasing);
    }

    [[nodiscard]] const pprof::FlameNode &nodeAt(qint32 node) const
    {
        return m_scene.content.flame.nodes[static_cast<size_t>(node)];
    }

    [[nodiscard]] Emphasis emphasisOf(qint32 node) const
    {
        if (m_scene.content.isGuilty.empty())
            return Emphasis::Usual;
        return m_scene.content.isGuilty[static_cast<size_t>(node)] ? Emphasis::Strong : Emphasis::Faint;
    }

    [[nodiscard]] QColor colorOf(qint32 node) const
    {
        const pprof::FlameNode &frame = nodeAt(node);
        QColor color = neutralColor(m_scene.colors);
        const pprof::FunctionRow *row = m_scene.content.rowOf(frame);
        if (m_scene.content.isDifference && frame.moved > 0 && node != 0)
            color = differenceColor(m_scene.colors,
                                    static_cast<double>(frame.net) / static_cast<double>(frame.moved),
                                    emphasisOf(node));
        else if (row && !m_scene.content.isDifference)
            color = originColor(m_scene.colors, row->origin);
        const bool isCaller = node != m_scene.zoomed && m_scene.geometry.isWithin(m_scene.zoomed, node);
        const bool isMissed = m_scene.search.isActive() && !m_scene.search.matches(m_scene.content, frame);
        return isCaller || isMissed ? steppedBack(m_scene.colors, color) : color;
    }

    [[nodiscard]] bool isStrong(qint32 node) const
    {
        if (m_scene.search.isActive())
            return m_scene.search.matches(m_scene.content, nodeAt(node));
        if (!m_scene.content.isGuilty.empty())
            return m_scene.content.isGuilty[static_cast<size_t>(node)];
        const pprof::FunctionRow *row = m_scene.content.rowOf(nodeAt(node));
        return row && row->origin == pprof::Origin::Main;
    }

    void paintFrame(qint32 node, const QRectF &whole)
    {
        const QRectF rect = whole.adjusted(0, 0, whole.width() > 2 * between ? -between : 0, 0);
        const QColor color = node == m_scene.hovered
            ? (m_scene.colors.isDark ? colorOf(node).lighter(116) : colorOf(node).darker(107))
            : colorOf(node);
        if (rect.width() < narrowestRound) {
            fillSharply(rect, color);
        } else {
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(color);
            m_painter.drawRoundedRect(rect, radius, radius);
        }
        if (rect.width() >= narrowestText)
            paintLabel(node, rect);
        const pprof::FunctionRow *row = m_scene.content.rowOf(nodeAt(node));
        if (row && m_scene.selectedRow >= 0
            && row == &m_scene.content.rows[static_cast<size_t>(m_scene.selectedRow)]
            && rect.width() >= narrowestRound) {
            m_painter.setPen(QPen(m_scene.colors.accent, 1));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
        }
    }

    void paintLabel(qint32 node, const QRectF &rect)
    {
        const bool isBold = isStrong(node);
        const QFontMetricsF &metrics = isBold ? m_strongMetrics : m_plainMetrics;
        const bool isBack = m_scene.search.isActive() && node != 0 && !isBold;
        m_painter.setFont(isBold ? m_strong : m_plain);
        m_painter.setPen(isBack ? m_scene.colors.dim : m_scene.colors.text);
        QRectF room = rect.adjusted(padding, 0, -padding, 0);
        if (rect.width() < 3 * narrowestText)
            room = rect.adjusted(padding / 2, 0, -padding / 2, 0);

        const QString full = frameName(m_scene.content, node);
        const pprof::FlameNode &frame = nodeAt(node);
        const QString amount = node == 0 ? netText(m_scene.content, frame.net, frame.moved)
                                         : amountText(m_scene.content, static_cast<double>(frame.net));
        const double nameWidth = metrics.horizontalAdvance(full);
        const double amountWidth = metrics.horizontalAdvance(amount);
        constexpr auto left = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine;
        if (nameWidth + 2 * padding + amountWidth <= room.width()) {
            m_painter.drawText(room, left, full);
            m_painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, amount);
            return;
        }
        const QString name = nameWidth <= room.width() ? full : shortName(full);
        m_painter.drawText(room, left, metrics.elidedText(name, Qt::ElideRight, room.width()));
    }

    QPainter &m_painter;
    const FlameScene &m_scene;
    QFont m_plain;
    QFont m_strong;
    QFontMetricsF m_plainMetrics;
    QFontMetricsF m_strongMetrics;
};

} // namespace

double flameRowHeight(const QFont &font)
{
    return std::max(26.0, std::ceil(QFontMetricsF(smallFont(font)).height()) + 12);
}

QRectF FlameScene::rectOf(qint32 node) const
{
    if (node < 0)
        return {};
    const FlameGeometry::Range frame = geometry.rangeOf(node);
    const double scale = width / range.width;
    const double left = std::clamp((frame.x - range.x) * scale, 0.0, width);
    const double right = std::clamp((frame.x + frame.width - range.x) * scale, 0.0, width);
    const int depth = content.flame.nodes[static_cast<size_t>(node)].depth;
    if (right <= left)
        return {};
    return {left, depth * rowHeight, right - left, rowHeight - gap};
}

void paintFlame(QPainter &painter, const FlameScene &scene, double fromY, double toY)
{
    FramePainter frames(painter, scene);
    const int first = std::max(0, static_cast<int>(fromY / scene.rowHeight));
    const int last = std::min(scene.geometry.levels() - 1, static_cast<int>(toY / scene.rowHeight));
    for (int level = first; level <= last; ++level)
        frames.paintLevel(level);
    if (scene.current >= 0)
        frames.paintRing(scene.current, scene.hasFocus ? scene.colors.accent : scene.colors.dim,
                         scene.hasFocus ? 2 : 1);
}

} // namespace ui
