// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QWidget;

/// Keys that a widget listens to itself, in words: no action or button knows of them, but the sheet of keys has to.
/// Thread: GUI.
namespace ui {

struct KeyHint
{
    QString what; ///< "Zoom in"
    QString keys; ///< "+", for the eye.
};

/// Kept with the widget, in place of what was said of it before.
void setKeyHints(QWidget &widget, const QList<KeyHint> &hints);
[[nodiscard]] QList<KeyHint> keyHintsOf(const QWidget &widget);

} // namespace ui
