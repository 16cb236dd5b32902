// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

class QEvent;
class QPalette;

namespace ui {

/// Every colour of the program by its purpose. Series colours are Okabe-Ito's (colour-blind safe), lightened
/// for dark (https://jfly.uni-koeln.de/color/). Text pairs keep a contrast of 4.5 : 1 at least
/// (WCAG 2.1, 1.4.3); series colours are for lines, and become text through readable().
struct Colors
{
    QColor background, surface, line, grid, text, dim, accent, accentSoft, onAccent;
    QColor heap, rss, heapGoal, goroutines, threads, descriptors, rate, inFlight, band;
    QColor bad, badSoft, good, goodSoft, warn, warnSoft;
    bool isDark = false;
};

[[nodiscard]] const Colors &lightColors();
[[nodiscard]] const Colors &darkColors();

/// The colours that match a widget's palette; for painting code without a Theme at hand.
[[nodiscard]] const Colors &colorsFor(const QPalette &palette);

/// Whether colours are others from here on. Those who colour their parts themselves do so with the next turn of the event
/// loop: until then the new style sheet gives each part the palette back that it had before the old one.
[[nodiscard]] bool changesColors(const QEvent &event);

/// What a word, a sign or a pill says beside its text.
enum class Tone { Text, Dim, Accent, OnAccent, Good, Warn, Bad };
[[nodiscard]] QColor toneColor(const Colors &colors, Tone tone);
/// What lies under it, in a pill or a banner.
[[nodiscard]] QColor toneSoftColor(const Colors &colors, Tone tone);

/// WCAG 2.1's contrast ratio of two opaque colours: 1 … 21.
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);
/// Between two opaque colours: 0 is the first, 1 the second.
[[nodiscard]] QColor mixed(const QColor &a, const QColor &b, double share);
/// `color` moved towards black or white, as little as gives it `contrast` on `background`.
[[nodiscard]] QColor readable(const QColor &color, const QColor &background, double contrast = 4.5);

} // namespace ui
