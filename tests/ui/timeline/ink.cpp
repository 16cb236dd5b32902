// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/timeline/ink.h"

#include "ui/common/theme.h"

#include <cmath>

namespace ink {

bool isLike(const QColor &a, const QColor &b, int tolerance)
{
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue())
        <= tolerance;
}

QColor blended(const QColor &over, const QColor &ground)
{
    const auto mix
        = [a = over.alphaF()](int x, int y) { return static_cast<int>(std::lround(y + (x - y) * a)); };
    return QColor(mix(over.red(), ground.red()), mix(over.green(), ground.green()),
                  mix(over.blue(), ground.blue()));
}

bool hasInk(const QImage &image, double x, const QRectF &area, const QColor &color)
{
    const ui::Colors &c = color == ui::darkColors().heap ? ui::darkColors() : ui::lightColors();
    for (int y = static_cast<int>(area.top()); y < static_cast<int>(area.bottom()); ++y) {
        const QColor pixel = image.pixelColor(static_cast<int>(x), y);
        for (const QColor &ground : {c.surface, blended(c.band, c.surface)}) {
            for (const double share : {0.4, 0.6, 0.8, 1.0}) {
                QColor ink = color;
                ink.setAlphaF(static_cast<float>(share));
                if (isLike(pixel, blended(ink, ground), 45))
                    return true;
            }
        }
    }
    return false;
}

} // namespace ink
