// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/colors.h"

#include <QEvent>
#include <QPalette>

#include <cmath>

namespace ui {
namespace {

Colors makeLight()
{
    Colors c;
    c.background = QColor(0xf4f6f8);
    c.surface = QColor(0xffffff);
    c.line = QColor(0xdfe4ea);
    c.grid = QColor(0xeceff3);
    c.text = QColor(0x1a1f26);
    c.dim = QColor(0x5c6774);
    c.accent = QColor(0x0b7873);
    c.accentSoft = QColor(0xe3f2f1);
    c.onAccent = QColor(0xffffff);
    c.heap = QColor(0x0072b2);
    c.rss = QColor(0xd58a00);
    c.heapGoal = QColor(0x7a8794);
    c.goroutines = QColor(0x8a5aa8);
    c.threads = QColor(0x3f8fc0);
    c.descriptors = QColor(0xb5532a);
    c.rate = QColor(0x008060);
    c.inFlight = QColor(0x7a8794);
    c.band = QColor(11, 122, 117, 26);
    c.bad = QColor(0xbe3f0b);
    c.badSoft = QColor(0xfdeee6);
    c.good = QColor(0x0a7550);
    c.goodSoft = QColor(0xe4f5ee);
    c.warn = QColor(0x8a5c00);
    c.warnSoft = QColor(0xfff4d6);
    return c;
}

Colors makeDark()
{
    Colors c;
    c.background = QColor(0x13171c);
    c.surface = QColor(0x1a1f26);
    c.line = QColor(0x2c343e);
    c.grid = QColor(0x242b34);
    c.text = QColor(0xe7eaee);
    c.dim = QColor(0x9aa6b3);
    c.accent = QColor(0x3cc4ba);
    c.accentSoft = QColor(0x15312f);
    c.onAccent = QColor(0x06201e);
    c.heap = QColor(0x56b4e9);
    c.rss = QColor(0xf0b429);
    c.heapGoal = QColor(0x8a96a3);
    c.goroutines = QColor(0xc79be0);
    c.threads = QColor(0x7fc4ea);
    c.descriptors = QColor(0xf08a5d);
    c.rate = QColor(0x35c48d);
    c.inFlight = QColor(0x8a96a3);
    c.band = QColor(60, 196, 186, 33);
    c.bad = QColor(0xff8a5c);
    c.badSoft = QColor(0x3a2018);
    c.good = QColor(0x4fd19b);
    c.goodSoft = QColor(0x12322a);
    c.warn = QColor(0xe6b84a);
    c.warnSoft = QColor(0x362c12);
    c.isDark = true;
    return c;
}

double luminance(const QColor &color)
{
    const auto linear
        = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

const Colors &lightColors()
{
    static const Colors colors = makeLight();
    return colors;
}

const Colors &darkColors()
{
    static const Colors colors = makeDark();
    return colors;
}

const Colors &colorsFor(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? darkColors() : lightColors();
}

bool changesColors(const QEvent &event)
{
    return event.type() == QEvent::PaletteChange || event.type() == QEvent::StyleChange;
}

QColor toneColor(const Colors &colors, Tone tone)
{
    switch (tone) {
    case Tone::Text:
        return colors.text;
    case Tone::Dim:
        return colors.dim;
    case Tone::Accent:
        return colors.accent;
    case Tone::OnAccent:
        return colors.onAccent;
    case Tone::Good:
        return colors.good;
    case Tone::Warn:
        return colors.warn;
    case Tone::Bad:
        return colors.bad;
    }
    Q_UNREACHABLE();
}

QColor toneSoftColor(const Colors &colors, Tone tone)
{
    switch (tone) {
    case Tone::Text:
    case Tone::Dim:
        return colors.grid;
    case Tone::Accent:
        return colors.accentSoft;
    case Tone::OnAccent:
        return colors.accent;
    case Tone::Good:
        return colors.goodSoft;
    case Tone::Warn:
        return colors.warnSoft;
    case Tone::Bad:
        return colors.badSoft;
    }
    Q_UNREACHABLE();
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto mix = [share](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * share)); };
    return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

QColor readable(const QColor &color, const QColor &background, double contrast)
{
    const QColor far = luminance(background) > 0.18 ? QColor(Qt::black) : QColor(Qt::white);
    for (int percent = 0; percent < 100; percent += 4) {
        const QColor candidate = mixed(color, far, percent / 100.0);
        if (contrastRatio(candidate, background) >= contrast)
            return candidate;
    }
    return far;
}

} // namespace ui
