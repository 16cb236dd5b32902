// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QSplitter;
class QStackedWidget;

namespace ui {

class Navigation;
class PageRoom;
class WindowSettings;

/// Where the window stands and how large it is, which page is shown, and how high each page is beside the timeline: as it was
/// left the last time.
///
/// Thread: GUI. All of its place outlive it.
class WindowState final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowState)

public:
    struct Place
    {
        QWidget &window;
        Navigation &navigation;
        QStackedWidget &pages;
        QSplitter &splitter; ///< Pages above, the timeline below.
        WindowSettings &settings;
    };
    explicit WindowState(const Place &place, QObject *parent = nullptr);

    void restore();
    void save();

private:
    /// Keeps the height of the page that was shown, and gives the one that is shown now its own.
    void fitPage();

    Place m_place;
    PageRoom *m_room;
    QString m_fitted; ///< The page whose height the splitter has.
};

} // namespace ui
