// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPen>

#include <cmath>

namespace ui {

/// The middle of a pixel: a line there that is one pixel wide is crisp.
[[nodiscard]] inline double crisp(double at)
{
    return std::floor(at) + 0.5;
}

/// One pixel wide at every scale.
[[nodiscard]] inline QPen hairline(const QColor &color, Qt::PenStyle style = Qt::SolidLine)
{
    QPen pen(color, 1, style);
    pen.setCosmetic(true);
    return pen;
}

} // namespace ui
