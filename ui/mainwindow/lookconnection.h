// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QObject>

namespace ui {

class GeneralPage;
class SettingsDialog;
class WindowActions;
class WindowSettings;

/// What the window looks like, and where that is chosen: colours by actions and in the settings, the language in the settings.
/// Keeps what was chosen. Thread: GUI. All of its place outlive it.
class LookConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LookConnection)

public:
    struct Place
    {
        Theme &theme;
        WindowSettings &settings;
        SettingsDialog &dialog;
        const WindowActions &actions;
    };
    explicit LookConnection(const Place &place, QObject *parent = nullptr);

private:
    void showMode();
    void choose(ThemeMode mode);

    Place m_place;
    GeneralPage *m_page;
};

} // namespace ui
