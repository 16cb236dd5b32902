// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/colors.h"

#include <QObject>

class QApplication;
class QPalette;

namespace ui {

enum class ThemeMode { System, Light, Dark };

/// Fusion with our palette, light or dark, and one small style sheet (theme.qss). Widgets that paint
/// themselves take colors() or colorsFor(palette()) when they paint and repaint on QEvent::PaletteChange.
/// Thread: GUI. One per application, made by the composition root and passed by reference.
class Theme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    /// Applies style, palette, font and style sheet to the application at once. What the system prefers is
    /// told from the application's palette as it is then: Qt 6.4 has no other public way.
    explicit Theme(QApplication &application, ThemeMode mode = ThemeMode::System);

    void setMode(ThemeMode mode);
    [[nodiscard]] ThemeMode mode() const { return m_mode; }
    [[nodiscard]] const Colors &colors() const;

    /// While it is there, widgets are made without the style sheet; all of them get it when it goes. With one, each widget
    /// that is put into another is given it anew, and so are all of its parts (QWidgetPrivate::inheritStyle()): of a
    /// window that is built from the inside out, that was two thirds of the start.
    class Unstyled final
    {
        Q_DISABLE_COPY_MOVE(Unstyled)

    public:
        explicit Unstyled(Theme &theme);
        ~Unstyled();

    private:
        Theme &m_theme;
    };

    /// What apply() gives the application, for tests and for widgets shown outside of it.
    [[nodiscard]] static QPalette paletteFor(const Colors &colors);

Q_SIGNALS:
    /// After the palette was changed.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();

    QApplication &m_application;
    ThemeMode m_mode;
    bool m_isSystemDark;
};

} // namespace ui
