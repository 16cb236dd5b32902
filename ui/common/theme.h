// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QObject>
#include <QPalette>

class QApplication;

namespace ui {

enum class ThemeMode { System, Light, Dark };

/// Every colour of the program by its purpose. Series colours are Okabe-Ito's (colour-blind safe), lightened for dark
/// (https://jfly.uni-koeln.de/color/). Text pairs keep a contrast of 4.5 : 1 at least (WCAG 2.1, 1.4.3).
struct Colors {
    QColor background, surface, line, grid, text, dim, accent, accentSoft, onAccent;
    QColor heap, rss, heapGoal, goroutines, threads, descriptors, rate, inFlight, band;
    QColor bad, badSoft, good, goodSoft, warn, warnSoft;
    bool isDark = false;
};

[[nodiscard]] const Colors &lightColors();
[[nodiscard]] const Colors &darkColors();

/// Fusion with our palette, light or dark. Widgets that paint themselves take colors() when they paint and repaint on
/// QEvent::PaletteChange.
/// Thread: GUI. One per application, made by the composition root and passed by reference.
class Theme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    /// Applies style, palette, font and style sheet to the application at once.
    explicit Theme(QApplication &application, ThemeMode mode = ThemeMode::System);

    void setMode(ThemeMode mode);
    [[nodiscard]] ThemeMode mode() const { return m_mode; }
    [[nodiscard]] const Colors &colors() const;

Q_SIGNALS:
    /// After the palette was changed.
    void changed();

private:
    void apply();

    QApplication &m_application;
    ThemeMode m_mode;
    bool m_isSystemDark;
};

/// The colours that match a widget's palette; for painting code without a Theme at hand.
[[nodiscard]] const Colors &colorsFor(const QPalette &palette);

} // namespace ui
