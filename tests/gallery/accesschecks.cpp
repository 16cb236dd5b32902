// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/accesschecks.h"

#include "tests/ui/taborder.h"
#include "ui/common/elidedlabel.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QStyleOptionComboBox>
#include <QToolButton>

namespace accesschecks {

using taborder::isPartOfAnother;
using taborder::nameOf;

namespace {

QString textOf(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return button->text();
    if (const auto *choice = qobject_cast<const QComboBox *>(&widget))
        return choice->isEditable() ? QString() : choice->currentText();
    return {};
}

QString sizesOf(const QWidget &widget)
{
    const QSize needed = widget.minimumSizeHint();
    return QStringLiteral(" (%1 × %2, needs %3 × %4)")
        .arg(widget.width())
        .arg(widget.height())
        .arg(needed.width())
        .arg(needed.height());
}

/// Its width says nothing: a combo box may be as narrow as it likes, and then cuts what is chosen.
bool isClipped(const QComboBox &choice)
{
    QStyleOptionComboBox option;
    option.initFrom(&choice);
    option.editable = false;
    option.frame = choice.hasFrame();
    const QRect room
        = choice.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &choice);
    return room.width() < choice.fontMetrics().horizontalAdvance(choice.currentText());
}

bool isClipped(const QWidget &widget)
{
    if (textOf(widget).isEmpty() || qobject_cast<const ui::ElidedLabel *>(&widget))
        return false;
    if (const auto *choice = qobject_cast<const QComboBox *>(&widget))
        return isClipped(*choice);
    if (const auto *label = qobject_cast<const QLabel *>(&widget); label && label->wordWrap())
        return widget.height() < label->heightForWidth(widget.width());
    const QSize needed = widget.minimumSizeHint();
    return widget.width() < needed.width() || widget.height() < needed.height();
}

} // namespace

QStringList unnamed(const QWidget &window)
{
    QStringList found;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || isPartOfAnother(*widget))
            continue;
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (!interface || interface->text(QAccessible::Name).trimmed().isEmpty())
            found.append(nameOf(*widget));
    }
    return found;
}

QStringList withoutTip(const QWidget &window)
{
    QStringList found;
    for (const QToolButton *button : window.findChildren<QToolButton *>()) {
        if (button->isVisible() && button->text().isEmpty() && !isPartOfAnother(*button)
            && button->toolTip().isEmpty())
            found.append(nameOf(*button));
    }
    return found;
}

QStringList clipped(const QWidget &window)
{
    QStringList found;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->isVisible() && isClipped(*widget))
            found.append(nameOf(*widget) + textOf(*widget) + sizesOf(*widget));
    }
    return found;
}

QStringList sharedMnemonics(const QWidget &window)
{
    QStringList found = taborder::sharedMnemonics(window);
    for (const QMenu *menu : window.findChildren<QMenu *>())
        found += taborder::sharedMnemonics(*menu);
    return found;
}

QStringList tabJumps(QWidget &window, int most)
{
    const QList<QWidget *> order = taborder::stops(window);
    const auto place = [&](const QWidget *w) { return w->mapTo(&window, QPoint(0, 0)); };
    int jumps = 0;
    QStringList names;
    for (qsizetype i = 0; i < order.size(); ++i) {
        const QWidget *here = order[i];
        const QWidget *next = order[(i + 1) % order.size()];
        const bool isAbove = place(next).y() + next->height() <= place(here).y();
        const bool isSameLine = place(next).y() < place(here).y() + here->height()
            && place(here).y() < place(next).y() + next->height();
        if (isAbove || (isSameLine && place(next).x() < place(here).x()))
            ++jumps;
        names.append(nameOf(*here));
    }
    return jumps > most ? names : QStringList();
}

} // namespace accesschecks
