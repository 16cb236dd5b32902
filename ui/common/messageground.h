// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMargins>

class QColor;
class QWidget;

namespace ui {

/// What lies under a message in the page: the widget's rectangle in one colour, with round corners. For its paintEvent().
/// `air`: what of the widget is around it.
void paintMessageGround(QWidget &message, const QColor &color, const QMargins &air = {});

/// The colour of a text, whatever the palette says. To be set again when colours change; see changesColors().
void setInk(QWidget &text, const QColor &color);

} // namespace ui
