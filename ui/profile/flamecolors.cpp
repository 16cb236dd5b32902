// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/flamecolors.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

double strengthOf(Emphasis emphasis)
{
    switch (emphasis) {
    case Emphasis::Faint:
        return 0.28;
    case Emphasis::Usual:
        return 0.75;
    case Emphasis::Strong:
        return 1;
    }
    Q_UNREACHABLE();
}

} // namespace

QColor neutralColor(const Colors &colors)
{
    return colors.isDark ? QColor(0x39414b) : QColor(0xd5d9df);
}

QColor differenceColor(const Colors &colors, double netOfMoved, Emphasis emphasis)
{
    const QColor growth = mixed(colors.background, colors.bad, colors.isDark ? 0.44 : 0.42);
    const QColor shrinkage = mixed(colors.background, colors.heap, colors.isDark ? 0.48 : 0.45);
    const double ratio = std::clamp(netOfMoved, -1.0, 1.0);
    return mixed(neutralColor(colors), ratio > 0 ? growth : shrinkage,
                 std::fabs(ratio) * strengthOf(emphasis));
}

QColor originColor(const Colors &colors, pprof::Origin origin)
{
    switch (origin) {
    case pprof::Origin::Standard:
        return neutralColor(colors);
    case pprof::Origin::Dependency:
        return mixed(colors.background, colors.goroutines, colors.isDark ? 0.38 : 0.36);
    case pprof::Origin::Main:
        return mixed(colors.background, colors.accent, colors.isDark ? 0.42 : 0.38);
    }
    Q_UNREACHABLE();
}

QColor steppedBack(const Colors &colors, const QColor &color)
{
    return mixed(color, colors.background, 0.7);
}

} // namespace ui
