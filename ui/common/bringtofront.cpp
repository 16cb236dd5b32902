// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/bringtofront.h"

#include <QWidget>

namespace ui {

void bringToFront(QWidget &window)
{
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

} // namespace ui
