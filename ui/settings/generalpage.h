// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/language.h"
#include "ui/common/theme.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace ui {

/// The group "General" of the settings: language and colours. Colours change at once; the language with the next start, and
/// the page says so as soon as another one than the present is chosen. Thread: GUI.
class GeneralPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GeneralPage)

public:
    explicit GeneralPage(QWidget *parent = nullptr);

    /// Says nothing; is what the window was started with.
    void setLanguage(Language language);
    void setThemeMode(ThemeMode mode);

Q_SIGNALS:
    /// By the person; as is the next.
    void languageChosen(ui::Language language);
    void themeModeChosen(ui::ThemeMode mode);

private:
    QComboBox *m_language;
    QComboBox *m_theme;
    QLabel *m_hint;
    Language m_present = Language::System;
};

} // namespace ui
