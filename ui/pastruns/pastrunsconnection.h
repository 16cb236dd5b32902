// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QStackedWidget;
class QWidget;

namespace session {
class RunKeeper;
}

namespace ui {

class CompareConnection;
class ComparePage;
class ExportConnection;
class HistoryConnection;
class HistoryPage;
class LeakPage;
class MessageBar;
class ProfilePage;
class WindowSettings;

/// Kept runs and comparisons of them: two views that take turns on one page, and the pages where what they open is shown.
/// Has a HistoryConnection and a CompareConnection for the engine's side.
///
/// Thread: GUI. All of its place outlive it.
class PastRunsConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PastRunsConnection)

public:
    struct Place
    {
        HistoryPage &history;
        ComparePage &compare;
        QStackedWidget &views; ///< Holds those two.
        LeakPage &leak;
        ProfilePage &profile;
        MessageBar &message;
        ExportConnection &reports;
        WindowSettings &settings;
        session::RunKeeper &keeper;
    };
    explicit PastRunsConnection(const Place &place, QObject *parent = nullptr);

Q_SIGNALS:
    void pageWanted(const QString &key);

private:
    void connectHistory();
    void connectCompare();
    void showView(QWidget &view);

    Place m_place;
    HistoryConnection *m_history;
    CompareConnection *m_compare;
};

} // namespace ui
