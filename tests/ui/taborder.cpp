// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/taborder.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QMap>
#include <QMenu>
#include <QScrollBar>
#include <QTest>

namespace taborder {
namespace {

QImage pictureOf(QWidget &widget)
{
    return widget.grab().toImage();
}

using Users = QMap<QString, QStringList>; ///< Texts by the key that stands for them.

QStringList shared(const Users &users)
{
    QStringList shared;
    for (auto it = users.cbegin(); it != users.cend(); ++it) {
        if (it->size() > 1)
            shared.append(it.key() + QStringLiteral(": ") + it->join(QStringLiteral(", ")));
    }
    return shared;
}

QString textWithMnemonic(const QWidget &widget)
{
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return button->text();
    const auto *label = qobject_cast<const QLabel *>(&widget);
    return label && label->buddy() && label->buddy()->isEnabled() ? label->text() : QString();
}

} // namespace

QString nameOf(const QWidget &widget)
{
    return QString::fromLatin1(widget.metaObject()->className()) + u'(' + widget.objectName() + u' '
        + widget.accessibleName() + u')';
}

bool isPartOfAnother(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    return qobject_cast<const QScrollBar *>(&widget) || qobject_cast<const QComboBox *>(parent)
        || (parent && parent->inherits("QAbstractSpinBox"))
        || (parent && parent->inherits("QLineEdit")) // its clear button
        || widget.focusProxy(); // a view's viewport: Tab passes it
}

QList<QWidget *> stops(QWidget &window)
{
    QList<QWidget *> order;
    for (QWidget *widget = window.nextInFocusChain(); widget && widget != &window;
         widget = widget->nextInFocusChain()) {
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus)
            && !isPartOfAnother(*widget) && !order.contains(widget))
            order.append(widget);
    }
    return order;
}

QStringList unseen(QWidget &window)
{
    const int blinking = QApplication::cursorFlashTime();
    QApplication::setCursorFlashTime(0); // or a cursor may be away just now
    QStringList names;
    const QList<QWidget *> order = stops(window);
    for (QWidget *widget : order) {
        // A view takes its first row as the current one when the focus comes for the first time, and keeps it.
        widget->setFocus(Qt::TabFocusReason);
        const QImage with = pictureOf(*widget);
        widget->clearFocus();
        if (with == pictureOf(*widget))
            names.append(nameOf(*widget));
    }
    QApplication::setCursorFlashTime(blinking);
    return names;
}

QStringList sharedMnemonics(const QWidget &window)
{
    Users users;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const QString text = textWithMnemonic(*widget);
        const QKeySequence key = QKeySequence::mnemonic(text);
        // What pops up takes the keys alone.
        if (widget->window() == &window && widget->isVisible() && widget->isEnabled() && !key.isEmpty())
            users[key.toString()].append(text);
    }
    return shared(users);
}

QStringList sharedMnemonics(const QMenu &menu)
{
    Users users;
    for (const QAction *action : menu.actions()) {
        const QKeySequence key = QKeySequence::mnemonic(action->text());
        if (!key.isEmpty())
            users[key.toString()].append(action->text());
    }
    return shared(users);
}

} // namespace taborder
