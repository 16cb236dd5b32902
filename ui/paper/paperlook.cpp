// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paperlook.h"

#include "core/report/htmlstyle.h"

namespace ui::paper {

using report::Tone;

QColor ink(const char *name)
{
    return QColor(report::paperColour(name));
}

QColor inkOf(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return ink("good");
    case Tone::Bad:
        return ink("bad");
    case Tone::Same:
    case Tone::Unknown:
        break;
    }
    return ink("dim");
}

QColor groundOf(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return ink("goodbg");
    case Tone::Bad:
        return ink("badbg");
    case Tone::Same:
    case Tone::Unknown:
        break;
    }
    return ink("grid");
}

QFont textFont(qreal points, QFont::Weight weight)
{
    QFont font(QStringList{QStringLiteral("Inter"), QStringLiteral("Noto Sans"),
                           QStringLiteral("DejaVu Sans"), QStringLiteral("Noto Sans CJK SC")});
    font.setPointSizeF(points);
    font.setWeight(weight);
    return font;
}

QFont codeFont(qreal points)
{
    QFont font(QStringList{QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Noto Sans Mono"),
                           QStringLiteral("Noto Sans CJK SC")});
    font.setStyleHint(QFont::Monospace);
    font.setPointSizeF(points);
    return font;
}

} // namespace ui::paper
