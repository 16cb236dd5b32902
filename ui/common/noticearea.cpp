// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/noticearea.h"

#include <QResizeEvent>

#include <algorithm>

namespace ui {
namespace {
constexpr int leastHeight = 40; // Its headline: with a message above it, 640 pixels have no more.
} // namespace

NoticeArea::NoticeArea(QWidget &notice, QWidget *parent)
    : FocusArea(parent)
{
    const bool isShown = !notice.isHidden();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    viewport()->setAutoFillBackground(false);
    setWidget(&notice);
    notice.setAutoFillBackground(false); // QScrollArea fills what it holds
    notice.setVisible(isShown);
    setVisible(isShown);
    notice.installEventFilter(this);
}

QSize NoticeArea::sizeHint() const
{
    const QWidget &notice = *widget();
    const int height = notice.hasHeightForWidth() ? notice.heightForWidth(std::max(width(), 1))
                                                  : notice.sizeHint().height();
    return {notice.sizeHint().width(), height};
}

QSize NoticeArea::minimumSizeHint() const
{
    return {widget()->minimumSizeHint().width(), std::min(leastHeight, sizeHint().height())};
}

bool NoticeArea::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShowToParent:
    case QEvent::HideToParent:
        setVisible(!widget()->isHidden());
        break;
    case QEvent::LayoutRequest:
        updateGeometry();
        break;
    default:
        break;
    }
    return FocusArea::eventFilter(watched, event);
}

void NoticeArea::resizeEvent(QResizeEvent *event)
{
    FocusArea::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry(); // how high its text is
}

} // namespace ui
