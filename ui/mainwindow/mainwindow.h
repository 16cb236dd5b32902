// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/session/session.h"
#include "core/transfer/uploadmethod.h"
#include "ui/common/theme.h"
#include "ui/frame/windowsettings.h"

#include <QMainWindow>

#include <optional>

class QSettings;
class QSplitter;
class QStackedWidget;

namespace servers {
class ServerBook;
}
namespace session {
class RunKeeper;
}

namespace ui {

class AboutDialog;
class AuditPage;
class ComparePage;
class ConnectionNews;
class ConnectionReport;
class ExperimentsConnection;
class ExportConnection;
class HistoryPage;
class KnownServers;
class LeakPage;
class MessageBar;
class Navigation;
class NoteBar;
class ProfilePage;
class QueueConnection;
class RunKeeping;
class SampleFiles;
class ServerAddresses;
class ServerBar;
class ServerConnection;
class SettingsDialog;
class StartPage;
class StatusBar;
class SweepPage;
class TimelinePanel;
class TimeSelection;
class TimeWindow;
class TrustNotice;
class UploadModel;
class UploadsPage;
class WindowActions;
class WindowState;

/// The window: builds pages and panels, and connects them with each other and with the session. Pages do not know each other;
/// they meet here, and in the objects named …Connection, each of which joins a few of them for one purpose.
///
/// Thread: GUI. The session may live in another thread and is reached by queued connections alone.
/// Ownership: the collaborators are the caller's and outlive it.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    MainWindow(session::Session &session, Theme &theme, base::Clock &clock, QSettings &settings,
               servers::ServerBook &servers, session::RunKeeper &keeper, QWidget *parent = nullptr);
    ~MainWindow() override;

public Q_SLOTS:
    /// Addresses as typed; an empty `watch` means the same server, no method that of the last time. What is wrong with
    /// them is said in the window.
    void connectTo(const QString &upload, const QString &watch = {},
                   std::optional<transfer::UploadMethod> method = {});
    void startSample();
    /// Has the queue kept in that file, and brought back from it. Once, before anything is added.
    void keepQueueIn(const QString &archive);
    /// Files and folders, as if dropped.
    void addPaths(const QStringList &paths);
    /// Writes a report as its name ends, a page if that tells of no format: see core/report/exportfile.h.
    void exportTo(const QString &fileName);

Q_SIGNALS:
    /// Towards the session.
    void pathsAdded(const QStringList &paths);

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildLayout();
    void addPages();
    void connectPages();
    void connectUploads();
    void connectSession();
    void connectServer();
    void connectActions();
    void connectProfilePage();
    void restoreSettings();
    void saveSettings();

    /// The pages instead of the start page.
    void showWork();
    void showPage(const QString &key);

    std::optional<Theme::Unstyled> m_unstyled; ///< Until all is built.
    session::Session &m_session;
    session::RunKeeper &m_keeper;
    WindowSettings m_settings;

    UploadModel *m_model;
    TimeWindow *m_timeWindow;
    TimeSelection *m_timeSelection;
    ServerConnection *m_server;
    SampleFiles *m_sampleFiles;
    WindowActions *m_actions;
    QStackedWidget *m_pages;
    Navigation *m_navigation;
    UploadsPage *m_uploads;
    LeakPage *m_leak;
    SweepPage *m_sweep;
    AuditPage *m_audit;
    ProfilePage *m_profile;
    HistoryPage *m_history;
    ComparePage *m_compare;
    QStackedWidget *m_pastRuns; ///< One of these two.
    TimelinePanel *m_timeline;
    ServerBar *m_bar = nullptr;
    StartPage *m_start;
    ConnectionReport *m_report;
    NoteBar *m_note;
    StatusBar *m_status;
    MessageBar *m_message;
    MessageBar *m_archiveMessage; ///< Above it, and not replaced by it.
    ExportConnection *m_export;
    RunKeeping *m_keeping;
    QueueConnection *m_queue;
    TrustNotice *m_trust;
    SettingsDialog *m_settingsDialog;
    AboutDialog *m_about = nullptr; ///< Until it is asked for.
    KnownServers *m_known;
    ExperimentsConnection *m_experiments;
    WindowState *m_state = nullptr;
    ConnectionNews *m_news = nullptr;
    ServerAddresses *m_addresses = nullptr;
    QWidget *m_work = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_stack = nullptr;
};

} // namespace ui
