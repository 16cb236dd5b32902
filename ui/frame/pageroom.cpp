// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/pageroom.h"

#include "ui/common/measurepage.h"

#include <QEvent>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace ui {

PageRoom::PageRoom(QSplitter &splitter, QStackedWidget &pages, QObject *parent)
    : QObject(parent)
    , m_splitter(splitter)
    , m_pages(pages)
{
    splitter.installEventFilter(this);
    connect(&splitter, &QSplitter::splitterMoved, this, [this] { m_isMoved = true; });
    connect(&pages, &QStackedWidget::currentChanged, this, &PageRoom::giveLater);
}

bool PageRoom::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        giveLater();
    return QObject::eventFilter(watched, event);
}

void PageRoom::giveLater()
{
    if (!std::exchange(m_isPending, true))
        QMetaObject::invokeMethod(this, &PageRoom::give, Qt::QueuedConnection);
}

void PageRoom::give()
{
    m_isPending = false;
    const auto *page = qobject_cast<MeasurePage *>(m_pages.currentWidget());
    const QList<int> sizes = m_splitter.sizes();
    if (m_isMoved || !page || !m_splitter.isVisible() || sizes.size() != 2)
        return;
    const QWidget &lower = *m_splitter.widget(1);
    const int all = sizes.first() + sizes.last();
    const int least = std::max(lower.minimumSizeHint().height(), lower.minimumHeight());
    const int height = std::min(page->sizeHint().height(), all - least);
    if (height > sizes.first())
        m_splitter.setSizes({height, all - height});
}

} // namespace ui
