// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/windownotice.h"

#include "ui/common/bringtofront.h"
#include "ui/desktop/desktopnotice.h"

#include <QEvent>
#include <QGuiApplication>
#include <QWidget>

namespace ui {

WindowNotice::WindowNotice(QWidget &window, const QString &category, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_category(category)
{
    window.installEventFilter(this);
}

WindowNotice::~WindowNotice() = default;

bool WindowNotice::isWanted() const
{
    return !m_window.isActiveWindow();
}

void WindowNotice::show(const QString &title, const QString &text)
{
    if (!isWanted())
        return;
    if (!m_notice) {
        m_notice = std::make_unique<DesktopNotice>(QDBusConnection::sessionBus(),
                                                   QGuiApplication::desktopFileName(), m_category);
        connect(m_notice.get(), &DesktopNotice::activated, this, [this] { bringToFront(m_window); });
    }
    m_notice->show(title, text);
}

bool WindowNotice::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowActivate) {
        if (m_notice)
            m_notice->withdraw();
        Q_EMIT seen();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ui
