// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/keyhints.h"

#include <QVariant>
#include <QWidget>

namespace ui {

namespace {
constexpr const char *property = "keyHints";
} // namespace

void setKeyHints(QWidget &widget, const QList<KeyHint> &hints)
{
    widget.setProperty(property, QVariant::fromValue(hints));
}

QList<KeyHint> keyHintsOf(const QWidget &widget)
{
    return widget.property(property).value<QList<KeyHint>>();
}

} // namespace ui
