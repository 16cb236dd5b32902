// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cmath>

namespace ui {

/// Moments to places and back, for one picture. Its left edge lies on a multiple of the pixel's width in
/// time, so that a following chart moves by whole pixels: lines keep their shape instead of shimmering.
struct TimeScale
{
    double left = 0; ///< Pixels.
    double width = 1;
    double fromMs = 0;
    double msPerPixel = 1;

    static TimeScale over(double left, double width, qint64 fromMs, qint64 toMs)
    {
        TimeScale scale{left, std::max(width, 1.0), 0, 1};
        scale.msPerPixel = std::max(static_cast<double>(toMs - fromMs) / scale.width, 1e-3);
        // Rounded so that the right edge is never cut.
        const double pixels = std::ceil(static_cast<double>(toMs) / scale.msPerPixel);
        scale.fromMs = (pixels - scale.width) * scale.msPerPixel;
        return scale;
    }

    [[nodiscard]] double x(qint64 ms) const { return left + (static_cast<double>(ms) - fromMs) / msPerPixel; }
    [[nodiscard]] qint64 ms(double x) const { return std::llround(fromMs + (x - left) * msPerPixel); }
    [[nodiscard]] double right() const { return left + width; }
    [[nodiscard]] qint64 firstMs() const { return std::llround(fromMs); }
    [[nodiscard]] qint64 lastMs() const { return std::llround(fromMs + width * msPerPixel); }
    [[nodiscard]] int columns() const { return static_cast<int>(std::lround(width)); }
};

} // namespace ui
