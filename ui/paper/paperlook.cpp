// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paperlook.h"

#include "core/report/htmlstyle.h"

namespace ui::paper {

using report::Tone;

namespace {

/// Shaping takes other shapes of signs between digits, which no reader of PDF finds again: "10:30" would be "10 30".
QFont searchable(QFont font)
{
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

} // namespace

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
                           QStringLiteral("DejaVu Sans"), QStringLiteral("Noto Sans CJK SC"),
                           QStringLiteral("Symbola")});
    font.setPointSizeF(points);
    font.setWeight(weight);
    return searchable(font);
}

QFont codeFont(qreal points)
{
    QFont font(QStringList{QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Noto Sans Mono"),
                           QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Symbola")});
    font.setStyleHint(QFont::Monospace);
    font.setPointSizeF(points);
    return searchable(font);
}

} // namespace ui::paper
