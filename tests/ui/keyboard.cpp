// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/keyboard.h"

#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QTest>
#include <QWidget>
#include <QWindow>

namespace keyboard {
namespace {

constexpr int mostStops = 120;

} // namespace

void press(const QKeySequence &keys)
{
    QTest::keySequence(QGuiApplication::focusWindow(), keys);
}

void type(const QString &text)
{
    for (const QChar c : text)
        QTest::sendKeyEvent(QTest::Click, QGuiApplication::focusWindow(), Qt::Key_unknown, QString(c),
                            Qt::NoModifier);
}

void typeAnew(const QString &text)
{
    press(QKeySequence::SelectAll);
    type(text);
}

void pressMenuKey()
{
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(QGuiApplication::focusWindow(), &event);
}

QString focused()
{
    QWidget *widget = QApplication::focusWidget();
    QAccessibleInterface *interface = widget ? QAccessible::queryAccessibleInterface(widget) : nullptr;
    return interface ? interface->text(QAccessible::Name).remove(u'&') : QString();
}

bool tabTo(const QString &name)
{
    for (int stops = 0; focused() != name; ++stops) {
        if (stops == mostStops)
            return false;
        press(Qt::Key_Tab);
    }
    return true;
}

} // namespace keyboard
