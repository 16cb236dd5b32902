// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/lookconnection.h"

#include "ui/frame/windowactions.h"
#include "ui/frame/windowsettings.h"
#include "ui/settings/generalpage.h"
#include "ui/settings/settingsdialog.h"

#include <QAction>

namespace ui {

LookConnection::LookConnection(const Place &place, QObject *parent)
    : QObject(parent)
    , m_place(place)
    , m_page(new GeneralPage)
{
    place.dialog.addGroup(QLatin1StringView("settings"), tr("General"), m_page);
    m_page->setLanguage(place.settings.language());
    showMode();
    connect(m_page, &GeneralPage::languageChosen, this,
            [this](Language language) { m_place.settings.setLanguage(language); });
    connect(m_page, &GeneralPage::themeModeChosen, this, &LookConnection::choose);
    for (const ThemeMode mode : {ThemeMode::System, ThemeMode::Light, ThemeMode::Dark}) {
        connect(place.actions.theme[static_cast<size_t>(mode)], &QAction::triggered, this,
                [this, mode] { choose(mode); });
    }
}

void LookConnection::showMode()
{
    const ThemeMode mode = m_place.theme.mode();
    m_place.actions.theme[static_cast<size_t>(mode)]->setChecked(true);
    m_page->setThemeMode(mode);
}

void LookConnection::choose(ThemeMode mode)
{
    m_place.theme.setMode(mode);
    m_place.settings.setTheme(mode);
    showMode();
}

} // namespace ui
