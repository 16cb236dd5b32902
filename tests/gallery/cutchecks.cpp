// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/cutchecks.h"

#include "tests/ui/taborder.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>

namespace accesschecks {

using taborder::isPartOfAnother;
using taborder::nameOf;

namespace {

bool isForReading(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return !label->text().isEmpty();
    return qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const QComboBox *>(&widget)
        || qobject_cast<const QLineEdit *>(&widget);
}

/// The area whose viewport this is; nullptr if it is none.
const QAbstractScrollArea *areaOf(const QWidget &viewport)
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(viewport.parentWidget());
    return area && area->viewport() == &viewport ? area : nullptr;
}

bool scrolls(const QScrollBar *bar, Qt::ScrollBarPolicy policy)
{
    return policy != Qt::ScrollBarAlwaysOff && bar->maximum() > bar->minimum();
}

/// As it would lie when it is scrolled to.
QRect scrolledTo(QRect rect, const QWidget &viewport, const QAbstractScrollArea &area)
{
    const QRect room = viewport.rect();
    if (scrolls(area.verticalScrollBar(), area.verticalScrollBarPolicy())) {
        rect.setHeight(std::min(rect.height(), room.height()));
        rect.moveTop(std::clamp(rect.top(), 0, room.height() - rect.height()));
    }
    if (scrolls(area.horizontalScrollBar(), area.horizontalScrollBarPolicy())) {
        rect.setWidth(std::min(rect.width(), room.width()));
        rect.moveLeft(std::clamp(rect.left(), 0, room.width() - rect.width()));
    }
    return rect;
}

/// What lies upon it, and takes the pointer from it; nullptr: nothing.
const QWidget *siblingUpon(const QWidget &widget, const QRect &rect)
{
    const QObjectList &siblings = widget.parentWidget()->children();
    for (qsizetype i = siblings.indexOf(&widget) + 1; i < siblings.size(); ++i) {
        const auto *sibling = qobject_cast<const QWidget *>(siblings[i]);
        if (sibling && sibling->isVisible() && !sibling->isWindow()
            && !sibling->testAttribute(Qt::WA_TransparentForMouseEvents)
            && sibling->geometry().intersects(rect))
            return sibling;
    }
    return nullptr;
}

/// What cuts it; nullptr: it is whole, or can be seen whole.
const QWidget *cutterOf(const QWidget &widget)
{
    QRect rect = widget.rect();
    for (const QWidget *part = &widget; !part->isWindow(); part = part->parentWidget()) {
        rect.translate(part->pos());
        const QWidget &parent = *part->parentWidget();
        if (const QAbstractScrollArea *area = areaOf(parent))
            rect = scrolledTo(rect, parent, *area);
        else if (const QWidget *above = siblingUpon(*part, rect))
            return above;
        if (!parent.rect().contains(rect))
            return &parent;
    }
    return nullptr;
}

} // namespace

QStringList cutOff(const QWidget &window)
{
    QStringList found;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->window() != &window || widget->size().isEmpty()
            || !isForReading(*widget) || isPartOfAnother(*widget))
            continue;
        if (const QWidget *cutter = cutterOf(*widget))
            found.append(QStringLiteral("%1 (by %2)").arg(nameOf(*widget), nameOf(*cutter)));
    }
    return found;
}

} // namespace accesschecks
