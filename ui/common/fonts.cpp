// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/fonts.h"

namespace ui {
namespace {

QFont sized(QFont font, int points, QFont::Weight weight)
{
    font.setPointSize(points);
    font.setWeight(weight);
    return font;
}

} // namespace

QFont smallFont(const QFont &base)
{
    return sized(base, 9, QFont::Normal);
}

QFont smallStrongFont(const QFont &base)
{
    return sized(base, 9, QFont::DemiBold);
}

QFont strongFont(const QFont &base)
{
    QFont font = base;
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont valueFont(const QFont &base)
{
    return sized(base, 14, QFont::DemiBold);
}

QFont headlineFont(const QFont &base)
{
    return sized(base, 18, QFont::Bold);
}

} // namespace ui
