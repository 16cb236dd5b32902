// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/flameview.h"

#include "ui/common/colors.h"
#include "ui/common/keyhints.h"
#include "ui/profile/profiletext.h"

#include <QAccessible>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <cmath>
#include <utility>

namespace ui {

FlameView::FlameView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Window);
    setAccessibleName(tr("Flame graph"));
    setKeyHints(*this, keys());
}

FlameView::~FlameView() = default;

void FlameView::setContent(const pprof::SharedContent &content)
{
    m_content = content;
    m_geometry.emplace(m_content->flame);
    m_search = {};
    m_zooms = {0};
    m_zoomsBeforeClick = m_zooms;
    m_hovered = -1;
    m_selectedRow = m_content->guiltyRow;
    m_current = guiltyNode();
    verticalScrollBar()->setValue(0);
    updateScrolling();
    showNode(m_current);
    updateAccessibility();
    viewport()->update();
}

void FlameView::setSearch(const pprof::ProfileSearch &search)
{
    m_search = search;
    viewport()->update();
}

qint32 FlameView::guiltyNode() const
{
    qint32 widest = 0;
    const auto &nodes = m_content->flame.nodes;
    for (size_t i = 1; i < m_content->isGuilty.size(); ++i) {
        const bool isTop
            = m_content->isGuilty[i] && !m_content->isGuilty[static_cast<size_t>(nodes[i].parent)];
        if (isTop && (widest == 0 || nodes[i].moved > nodes[static_cast<size_t>(widest)].moved))
            widest = static_cast<qint32>(i);
    }
    return widest;
}

FlameScene FlameView::scene() const
{
    return {*m_content,
            *m_geometry,
            m_search,
            colorsFor(palette()),
            font(),
            static_cast<double>(viewport()->width()),
            flameRowHeight(font()),
            m_geometry->rangeOf(zoomedNode()),
            zoomedNode(),
            m_current,
            m_hovered,
            m_selectedRow,
            hasFocus()};
}

QRectF FlameView::frameRect(qint32 node) const
{
    return m_content ? scene().rectOf(node).translated(0, -verticalScrollBar()->value()) : QRectF();
}

qint32 FlameView::nodeAt(QPointF position) const
{
    if (!m_content || viewport()->width() <= 0 || position.x() < 0 || position.x() >= viewport()->width())
        return -1;
    const FlameGeometry::Range range = m_geometry->rangeOf(zoomedNode());
    const double level = (position.y() + verticalScrollBar()->value()) / flameRowHeight(font());
    return m_geometry->nodeAt(static_cast<int>(std::floor(level)),
                              range.x + range.width * position.x() / viewport()->width());
}

void FlameView::showRow(int row)
{
    m_selectedRow = row;
    viewport()->update();
    if (!m_content || row < 0
        || m_content->rowOf(m_content->flame.nodes[static_cast<size_t>(m_current)])
            == &m_content->rows[static_cast<size_t>(row)])
        return;
    qint32 widest = -1;
    const auto &nodes = m_content->flame.nodes;
    for (size_t i = 1; i < nodes.size(); ++i) {
        const bool isOfRow = m_content->rowOfFunction[nodes[i].function] == row;
        if (isOfRow && (widest < 0 || nodes[i].moved > nodes[static_cast<size_t>(widest)].moved))
            widest = static_cast<qint32>(i);
    }
    if (widest < 0)
        return;
    if (!m_geometry->isWithin(widest, zoomedNode()) && !m_geometry->isWithin(zoomedNode(), widest))
        zoomReset();
    setCurrentNode(widest);
}

void FlameView::setCurrentNode(qint32 node)
{
    if (!m_content || node < 0 || node == m_current)
        return;
    m_current = node;
    const pprof::FunctionRow *row = m_content->rowOf(m_content->flame.nodes[static_cast<size_t>(node)]);
    m_selectedRow = row ? static_cast<qint32>(row - m_content->rows.data()) : -1;
    showNode(node);
    updateAccessibility();
    viewport()->update();
    Q_EMIT currentNodeChanged(node);
}

void FlameView::setZooms(std::vector<qint32> zooms)
{
    if (zooms == m_zooms)
        return;
    m_zooms = std::move(zooms);
    m_hovered = -1;
    QToolTip::hideText();
    updateScrolling();
    viewport()->update();
}

void FlameView::zoomTo(qint32 node)
{
    if (!m_content || node < 0)
        return;
    std::vector<qint32> zooms = m_zooms;
    while (zooms.size() > 1 && (zooms.back() == node || !m_geometry->isWithin(node, zooms.back())))
        zooms.pop_back(); // Back to one of its callers, then on from there.
    if (node != 0)
        zooms.push_back(node);
    setZooms(std::move(zooms));
    setCurrentNode(node);
}

void FlameView::zoomOut()
{
    if (m_zooms.size() < 2)
        return;
    std::vector<qint32> zooms = m_zooms;
    zooms.pop_back();
    setZooms(std::move(zooms));
    showNode(m_current);
}

void FlameView::zoomReset()
{
    setZooms({0});
}

void FlameView::showNode(qint32 node)
{
    const double row = flameRowHeight(font());
    const int depth = m_content->flame.nodes[static_cast<size_t>(node)].depth;
    QScrollBar *bar = verticalScrollBar();
    const double hidden = (depth + 2) * row - viewport()->height(); // with the row below it
    if (depth * row < bar->value())
        bar->setValue(static_cast<int>(std::max(0, depth - 1) * row)); // with the one above
    else if (hidden > bar->value())
        bar->setValue(static_cast<int>(std::ceil(hidden / row) * row));
}

void FlameView::updateScrolling()
{
    if (!m_content)
        return;
    const double row = flameRowHeight(font());
    const double hidden = m_geometry->levels() * row - viewport()->height();
    // Whole rows, so that none is cut at the top.
    verticalScrollBar()->setRange(0, static_cast<int>(std::max(0.0, std::ceil(hidden / row) * row)));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(static_cast<int>(row));
}

void FlameView::updateAccessibility()
{
    setAccessibleName(tr("Flame graph: %1").arg(frameName(*m_content, m_current)));
    setAccessibleDescription(frameTip(*m_content, m_current));
    QAccessibleEvent name(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&name);
    QAccessibleEvent description(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&description);
}

QImage FlameView::picture() const
{
    constexpr int tallest = 16'000;
    if (!m_content)
        return {};
    FlameScene scene = this->scene();
    scene.hovered = scene.current = -1;
    const double height = std::min<double>(tallest, std::ceil(m_geometry->levels() * scene.rowHeight));
    const qreal ratio = devicePixelRatioF();
    QImage image((QSizeF(scene.width, height) * ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(scene.colors.background);
    QPainter painter(&image);
    paintFlame(painter, scene, 0, height);
    return image;
}

QSize FlameView::sizeHint() const
{
    constexpr int usualWidth = 640;
    constexpr int usualLevels = 8;
    return {usualWidth, static_cast<int>(usualLevels * flameRowHeight(font()))};
}

void FlameView::paintEvent(QPaintEvent *event)
{
    if (!m_content)
        return;
    const int scrolled = verticalScrollBar()->value();
    QPainter painter(viewport());
    painter.translate(0, -scrolled);
    const QRect area = event->rect();
    paintFlame(painter, scene(), area.top() + scrolled, area.bottom() + scrolled);
}

void FlameView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrolling();
    if (m_content)
        showNode(m_current);
}

bool FlameView::event(QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::FontChange)
        updateScrolling();
    if (type == QEvent::FontChange || type == QEvent::PaletteChange || type == QEvent::FocusIn
        || type == QEvent::FocusOut)
        viewport()->update();
    return QAbstractScrollArea::event(event);
}

} // namespace ui
