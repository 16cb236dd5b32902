// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/windowstate.h"

#include "ui/frame/navigation.h"
#include "ui/frame/pagekeys.h"
#include "ui/frame/pageroom.h"
#include "ui/frame/windowsettings.h"

#include <QSplitter>
#include <QStackedWidget>

namespace ui {

WindowState::WindowState(const Place &place, QObject *parent)
    : QObject(parent)
    , m_place(place)
    , m_room(new PageRoom(place.splitter, place.pages, this))
{
    connect(&place.pages, &QStackedWidget::currentChanged, this, &WindowState::fitPage);
}

void WindowState::restore()
{
    constexpr QSize usualSize(1280, 820);
    m_place.window.resize(usualSize);
    m_place.window.restoreGeometry(m_place.settings.geometry());
    m_place.navigation.showPage(m_place.settings.page());
    fitPage();
}

void WindowState::save()
{
    m_place.settings.setGeometry(m_place.window.saveGeometry());
    m_place.settings.setSplitter(m_fitted, m_place.splitter.saveState());
    m_place.settings.setPage(m_place.navigation.current());
}

void WindowState::fitPage()
{
    const QString page = m_place.navigation.current();
    if (page == m_fitted)
        return;
    if (!m_fitted.isEmpty())
        m_place.settings.setSplitter(m_fitted, m_place.splitter.saveState());
    m_fitted = page;
    // A list gives way to the timeline; what is measured wants to be seen whole.
    if (!m_place.splitter.restoreState(m_place.settings.splitter(page)))
        m_place.splitter.setSizes(page == pagekeys::upload ? QList<int>{380, 380} : QList<int>{472, 288});
    m_room->giveLater();
}

} // namespace ui
