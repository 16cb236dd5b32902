// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QRectF>

/// What is drawn in a picture, told by its colours.
namespace ink {

/// Their channels differ by no more than `tolerance` in all.
[[nodiscard]] bool isLike(const QColor &a, const QColor &b, int tolerance = 40);
[[nodiscard]] QColor blended(const QColor &over, const QColor &ground);
/// Is there ink of this colour in a column of the picture? Antialiasing mixes it with the ground.
[[nodiscard]] bool hasInk(const QImage &image, double x, const QRectF &area, const QColor &color);

} // namespace ink
