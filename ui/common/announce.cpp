// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/announce.h"

#include <QAccessible>
#include <QWidget>

namespace ui {

void announce(QWidget &part)
{
    if (!QAccessible::isActive())
        return;
    // AT-SPI has no alert that Qt 6.4 would send; its readers follow a changed name.
    for (const QAccessible::Event kind : {QAccessible::Alert, QAccessible::NameChanged}) {
        QAccessibleEvent event(&part, kind);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace ui
