// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/mainwindow.h"

#include "core/servers/serverbook.h"
#include "ui/about/aboutdialog.h"
#include "ui/alerts/alertconnection.h"
#include "ui/audit/auditpage.h"
#include "ui/common/bringtofront.h"
#include "ui/common/formatactions.h"
#include "ui/common/icons.h"
#include "ui/common/noticearea.h"
#include "ui/common/timeselection.h"
#include "ui/common/timewindow.h"
#include "ui/compare/comparepage.h"
#include "ui/connection/connectionnews.h"
#include "ui/connection/connectionreport.h"
#include "ui/connection/knownservers.h"
#include "ui/connection/serveraddresses.h"
#include "ui/connection/serverbar.h"
#include "ui/connection/serverconnection.h"
#include "ui/experiments/experimentsconnection.h"
#include "ui/export/exportconnection.h"
#include "ui/frame/messagebar.h"
#include "ui/frame/navigation.h"
#include "ui/frame/notebar.h"
#include "ui/frame/pagekeys.h"
#include "ui/frame/samplefiles.h"
#include "ui/frame/shortcutsheet.h"
#include "ui/frame/startpage.h"
#include "ui/frame/windowactions.h"
#include "ui/frame/windowstate.h"
#include "ui/history/historypage.h"
#include "ui/leak/leakpage.h"
#include "ui/mainwindow/desktopconnection.h"
#include "ui/mainwindow/lookconnection.h"
#include "ui/mainwindow/profileconnection.h"
#include "ui/mainwindow/queueconnection.h"
#include "ui/mainwindow/rangeconnection.h"
#include "ui/mainwindow/runkeeping.h"
#include "ui/mainwindow/statusbar.h"
#include "ui/models/uploadmodel.h"
#include "ui/pastruns/pastrunsconnection.h"
#include "ui/profile/profilepage.h"
#include "ui/servers/trustnotice.h"
#include "ui/settings/settingsdialog.h"
#include "ui/sweep/sweeppage.h"
#include "ui/timeline/timelineactions.h"
#include "ui/timeline/timelinepanel.h"
#include "ui/uploads/uploadactions.h"
#include "ui/uploads/uploadspage.h"

#include <QAction>
#include <QCloseEvent>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>

namespace ui {

using session::Session;

namespace {

/// What can be done with the queue, in two groups above the action.
void insertUploads(QMenu &menu, QAction *above, const UploadActions &uploads)
{
    menu.insertActions(above, {uploads.addFiles, uploads.addFolder, uploads.folderOptions});
    menu.insertSeparator(above);
    menu.insertActions(above,
                       {uploads.pauseQueue, uploads.showFailed, uploads.retryInterrupted,
                        uploads.retryAllFailed, uploads.cancelAll, uploads.clearFinished});
    menu.insertSeparator(above);
}

} // namespace

MainWindow::MainWindow(Session &session, Theme &theme, base::Clock &clock, QSettings &settings,
                       servers::ServerBook &servers, session::RunKeeper &keeper, QWidget *parent)
    : QMainWindow(parent)
    , m_unstyled(std::in_place, theme)
    , m_session(session)
    , m_keeper(keeper)
    , m_settings(settings)
    , m_model(new UploadModel(this))
    , m_timeWindow(new TimeWindow(this))
    , m_timeSelection(new TimeSelection(this))
    , m_server(new ServerConnection(session, this))
    , m_sampleFiles(new SampleFiles(this))
    , m_actions(new WindowActions(*this))
    , m_pages(new QStackedWidget)
    , m_navigation(new Navigation(*m_pages))
    , m_uploads(new UploadsPage(*m_model))
    , m_leak(new LeakPage)
    , m_sweep(new SweepPage)
    , m_audit(new AuditPage)
    , m_profile(new ProfilePage)
    , m_history(new HistoryPage)
    , m_compare(new ComparePage)
    , m_pastRuns(new QStackedWidget)
    , m_timeline(new TimelinePanel(*m_timeWindow, *m_timeSelection))
    , m_start(new StartPage)
    , m_report(new ConnectionReport)
    , m_note(new NoteBar)
    , m_status(new StatusBar(clock))
    , m_message(new MessageBar)
    , m_archiveMessage(new MessageBar)
    , m_export(new ExportConnection({*this, m_settings, *m_message}, *m_actions,
                                    {*m_uploads, *m_leak, *m_sweep, *m_audit}, session, this))
    , m_keeping(new RunKeeping(session, *m_server, keeper, this))
    , m_queue(new QueueConnection(*m_uploads, session, *m_server, *m_message, *m_archiveMessage, this))
    , m_trust(new TrustNotice)
    , m_settingsDialog(new SettingsDialog(this))
    , m_known(new KnownServers(servers, session, *m_server, *m_trust, *this))
    , m_experiments(
          new ExperimentsConnection({*m_leak, *m_sweep, *m_audit, *m_message}, session, *m_server, this))
{
    new DesktopConnection(session, clock, *this);
    setWindowTitle(tr("Tidemark"));
    setWindowIcon(programIcon());
    buildLayout();
    m_state = new WindowState({*this, *m_navigation, *m_pages, *m_splitter, m_settings}, this);
    m_news = new ConnectionNews({*m_server, *m_known, *m_bar, *m_report, *m_message, *m_trust, *m_actions},
                                this);
    m_addresses = new ServerAddresses({*m_server, *m_known, *m_bar, *m_message, m_settings}, this);
    connectPages();
    connectUploads();
    connectSession();
    connectServer();
    connectActions();
    connectProfilePage();
    new LookConnection({theme, m_settings, *m_settingsDialog, *m_actions}, this);
    auto *alerts = new AlertConnection(
        {*this, m_settings, *m_message, *m_settingsDialog, m_status->alerts(), *m_actions}, m_session, clock,
        this);
    connect(alerts, &AlertConnection::raisedChanged, m_timeline, &TimelinePanel::setAlerts);
    m_unstyled.reset();
    restoreSettings();
    if (const QString complaint = servers.open(); !complaint.isEmpty())
        m_message->showMessage(Tone::Warn, tr("Not all known servers could be read."), {complaint});
}

MainWindow::~MainWindow()
{
    // QWidget's destructor hides the window and moves the focus, and that makes children speak; by then this is no
    // MainWindow any more.
    const auto children = findChildren<QObject *>();
    for (QObject *child : children)
        child->disconnect(this);
}

void MainWindow::buildLayout()
{
    // Parts get their parents here, from the inside out: then Tab follows the eye.
    auto *menu = new QMenu(this);
    m_actions->fillMenu(*menu);
    insertUploads(*menu, m_actions->focusAddress, m_uploads->actions());
    const TimelineActions &timeline = m_timeline->actions();
    menu->insertActions(m_actions->alerts, {timeline.asTable, timeline.copy, timeline.clearRange});
    auto *exportMenu = new QMenu(this);
    m_actions->fillExportMenu(*exportMenu);
    m_bar = new ServerBar(*m_actions, *menu, *exportMenu);
    // Also where the page that owns them is not to be seen.
    addActions({m_uploads->actions().addFiles, m_uploads->actions().addFolder, m_leak->startAction(),
                m_sweep->startAction(), m_audit->startAction()});

    addPages();
    auto *lower = new QWidget;
    auto *lowerLayout = new QVBoxLayout(lower);
    lowerLayout->setContentsMargins({});
    lowerLayout->setSpacing(0);
    lowerLayout->addWidget(m_note);
    lowerLayout->addWidget(m_timeline, 1);
    m_splitter = new QSplitter(Qt::Vertical);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(5);
    m_splitter->addWidget(m_pages);
    m_splitter->addWidget(lower);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);

    m_work = new QWidget;
    auto *workLayout = new QVBoxLayout(m_work);
    workLayout->setContentsMargins({});
    workLayout->setSpacing(0);
    m_report->hide();
    workLayout->addWidget(new NoticeArea(*m_report));
    workLayout->addWidget(m_splitter, 1);

    m_stack = new QStackedWidget;
    m_stack->addWidget(m_start);
    m_actions->exports->setEnabled(false); // nothing has happened yet
    m_stack->addWidget(m_work);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_navigation);
    middle->addWidget(m_stack, 1);
    auto *all = new QWidget;
    auto *column = new QVBoxLayout(all);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_archiveMessage);
    column->addWidget(m_message);
    column->addWidget(new NoticeArea(*m_trust));
    column->addLayout(middle, 1);
    setCentralWidget(all);
    setStatusBar(m_status);
    m_uploads->takeDropsOf(*this);
    m_bar->setFocus(); // on the address, not on the first thing in it
}

void MainWindow::addPages()
{
    m_navigation->addPage(m_uploads,
                          {pagekeys::upload, QLatin1StringView("upload"), tr("Upload"),
                           tr("Send files and read the server's answers")});
    m_navigation->addPage(m_leak,
                          {pagekeys::leak, QLatin1StringView("leak"), tr("Leak check"),
                           tr("See whether uploads leave something behind on the server")});
    m_navigation->addPage(m_sweep,
                          {pagekeys::sweep, QLatin1StringView("sweep"), tr("Sweep"),
                           tr("See how the server stands many uploads at once")});
    m_navigation->addPage(m_audit,
                          {pagekeys::audit, QLatin1StringView("audit"), tr("Audit"),
                           tr("See what the server makes of uploads that are wrong")});
    m_navigation->addPage(m_profile,
                          {pagekeys::profile, QLatin1StringView("profile"), tr("Profile"),
                           tr("See which functions hold the server's memory")});
    m_pastRuns->addWidget(m_history);
    m_pastRuns->addWidget(m_compare);
    m_navigation->addPage(m_pastRuns,
                          {pagekeys::history, QLatin1StringView("history"), tr("History"),
                           tr("Find earlier runs, open them, and compare two leak checks")});
}

void MainWindow::connectPages()
{
    connect(m_navigation, &Navigation::chosen, this, &MainWindow::showWork);
    connect(m_start, &StartPage::connectRequested, this,
            [this](const QString &upload, const QString &watch) { connectTo(upload, watch); });
    connect(m_start, &StartPage::sampleRequested, this, &MainWindow::startSample);
    connect(m_leak, &LeakPage::sampleRequested, this, &MainWindow::startSample);
    connect(m_addresses, &ServerAddresses::sampleRequested, this, &MainWindow::startSample);
    connect(m_experiments, &ExperimentsConnection::pageWanted, this, &MainWindow::showPage);
    connect(m_experiments, &ExperimentsConnection::runningTold, m_status, &StatusBar::setExperiment);
    auto *pastRuns = new PastRunsConnection({*m_history, *m_compare, *m_pastRuns, *m_leak, *m_profile,
                                             *m_message, *m_export, m_settings, m_keeper},
                                            this);
    connect(pastRuns, &PastRunsConnection::pageWanted, this, &MainWindow::showPage);

    connect(m_timeline, &TimelinePanel::noteRequested, m_note, &NoteBar::open);
    connect(m_actions->note, &QAction::triggered, m_note, &NoteBar::open);
}

void MainWindow::connectUploads()
{
    connect(m_uploads, &UploadsPage::pathsChosen, this, &MainWindow::addPaths);
    connect(m_uploads, &UploadsPage::sampleFilesRequested, m_sampleFiles, &SampleFiles::make);
    connect(m_sampleFiles, &SampleFiles::made, this, &MainWindow::addPaths);
    connect(m_sampleFiles, &SampleFiles::failed, this, [this](const base::Error &error) {
        m_message->showError(errorText(error, Task::Export, tr("generated files")));
    });
    connect(m_uploads, &UploadsPage::attentionWanted, this, [this] { showPage(pagekeys::upload); });
    new RangeConnection(*m_timeSelection, *m_uploads, *m_export, this);
    connect(m_uploads, &UploadsPage::currentChanged, m_timeline, &TimelinePanel::highlight);
    connect(m_timeline, &TimelinePanel::bandClicked, m_uploads, &UploadsPage::select);
    connect(m_model, &UploadModel::totalsChanged, this, [this] {
        const transfer::QueueTotals totals = m_model->totals();
        m_status->setTotals(totals);
        m_experiments->setUploads(totals);
        m_profile->setUploadsDone(totals.done);
    });
}

void MainWindow::connectSession()
{
    constexpr auto queued
        = Qt::QueuedConnection; // Whatever thread it lives in: never a call from within a call.
    connect(this, &MainWindow::pathsAdded, &m_session, &Session::addPaths, queued);
    connect(m_note, &NoteBar::noteWritten, &m_session, &Session::addNote, queued);
    connect(m_queue, &QueueConnection::cameBack, this, [this] { showPage(pagekeys::upload); });

    connect(&m_session, &Session::uploadsChanged, m_model, &UploadModel::apply, queued);
    connect(&m_session, &Session::uploadsChanged, m_timeline, &TimelinePanel::setUploads, queued);
    connect(&m_session, &Session::uploadsRemoved, m_model, &UploadModel::remove, queued);
}

void MainWindow::connectServer()
{
    connect(m_server, &ServerConnection::serverChanged, this, [this] {
        m_timeline->clear();
        m_status->clearTick();
        m_uploads->setSampleFilesOffered(m_server->server().isSample);
        showWork();
    });
    connect(m_server, &ServerConnection::discovered, m_timeline, &TimelinePanel::setDiscovery);
    connect(m_server, &ServerConnection::scraped, m_timeline, &TimelinePanel::addTick);
    connect(m_server, &ServerConnection::scraped, m_status, &StatusBar::setTick);
    const session::ServerNews &news = m_server->news();
    connect(&news, &session::ServerNews::active, m_timeline, &TimelinePanel::addActivity);
    connect(&news, &session::ServerNews::active, m_status, &StatusBar::setActivity);
    connect(&news, &session::ServerNews::marked, m_timeline, &TimelinePanel::addMark);
    connect(m_server, &ServerConnection::sampleStarting, m_start, &StartPage::setSampleStarting);
    connect(m_known, &KnownServers::connecting, this, [this](const servers::ServerProfile &profile) {
        m_uploads->setParallelLimit(profile.limits.parallel);
    });
}

void MainWindow::connectActions()
{
    connect(m_actions->focusAddress, &QAction::triggered, m_bar, &ServerBar::focusAddress);
    connect(m_actions->showWatch, &QAction::toggled, m_bar, &ServerBar::setWatchShown);
    connect(m_actions->reconnect, &QAction::triggered, m_server, &ServerConnection::reconnect);
    connect(m_actions->servers, &QAction::triggered, m_known, &KnownServers::openDialog);
    connect(m_actions->about, &QAction::triggered, this, [this] {
        if (!m_about)
            m_about = new AboutDialog(this);
        bringToFront(*m_about);
    });
    connect(m_actions->startSample, &QAction::triggered, this, &MainWindow::startSample);
    connect(m_actions->settings, &QAction::triggered, m_settingsDialog, &SettingsDialog::openLast);
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    auto *keys = new ShortcutSheet(*this,
                                   {{tr("Upload"), m_uploads},
                                    {tr("Leak check"), m_leak},
                                    {tr("Sweep"), m_sweep},
                                    {tr("Audit"), m_audit},
                                    {tr("Profile"), m_profile},
                                    {tr("History"), m_pastRuns},
                                    {tr("Timeline"), m_timeline}});
    connect(m_actions->keys, &QAction::triggered, keys, &ShortcutSheet::openFresh);
}

void MainWindow::connectProfilePage()
{
    new ProfileConnection(*m_profile, m_session, *m_server, this);
    connect(m_leak, &LeakPage::flameGraphRequested, this,
            [this](const experiment::CheckProfiles &profiles, double uploads) {
                const std::optional<experiment::CheckResult> &check = m_leak->result();
                m_profile->showCheck(profiles, uploads,
                                     check && check->guilt ? check->guilt->unit : QString());
                showPage(pagekeys::profile);
            });
}

void MainWindow::connectTo(const QString &upload, const QString &watch,
                           std::optional<transfer::UploadMethod> method)
{
    m_addresses->connectTo(upload, watch, method);
}

void MainWindow::startSample()
{
    m_navigation->showPage(pagekeys::leak); // Shown as soon as there is a connection.
    if (m_settings.leakSetup().isEmpty()) { // The first verdict shall come soon.
        CheckSettings settings = m_leak->settings();
        settings.speed = CheckSettings::Speed::Quick;
        m_leak->setSettings(settings);
    }
    m_server->startSample();
}

void MainWindow::keepQueueIn(const QString &archive)
{
    m_queue->keepIn(archive);
}

void MainWindow::addPaths(const QStringList &paths)
{
    showPage(pagekeys::upload);
    if (m_server->state() == ConnectionState::None) {
        m_message->showMessage(
            Tone::Accent, tr("Where shall they go?"),
            {tr("The files wait until you have typed the address of the upload service above.")});
        m_bar->focusAddress();
    }
    m_experiments->sayThatFilesWait();
    m_uploads->setPassedOver({}); // That was of what had been added before.
    Q_EMIT pathsAdded(paths);
}

void MainWindow::exportTo(const QString &fileName)
{
    m_export->exportTo(report::fileToWrite(fileName, report::Format::Html));
}

void MainWindow::showWork()
{
    // Whoever came by keys goes on where the work is, and not with whatever is next to a page that is gone.
    const bool hadFocus = m_start->isVisible() && focusWidget()
        && (focusWidget() == m_start || m_start->isAncestorOf(focusWidget()));
    m_stack->setCurrentWidget(m_work);
    if (hadFocus) { // when all have heard of the server: what may be done there can have the focus then
        const auto goOn = [page = m_pages->currentWidget()] { page->setFocus(Qt::OtherFocusReason); };
        QMetaObject::invokeMethod(m_pages->currentWidget(), goOn, Qt::QueuedConnection);
    }
    m_actions->exports->setEnabled(true);
    m_navigation->setMarked(true);
}

void MainWindow::showPage(const QString &key)
{
    m_navigation->showPage(key);
    showWork();
}

void MainWindow::restoreSettings()
{
    m_state->restore();
    m_uploads->restoreColumns(m_settings.uploadColumns());
    m_leak->restore(m_settings.leakSetup());
    m_sweep->setSettings(SweepSettings::restored(m_settings.sweepSetup(), m_sweep->settings()));
    m_audit->restore(m_settings.auditSetup());
    m_history->setRoom(m_settings.historyRoom());
    m_keeper.setRoom(m_settings.historyRoom());
    m_uploads->setFolderOptions(m_settings.folderOptions());
    m_uploads->setParallelLimit(m_settings.parallelLimit());
    Q_EMIT m_uploads->parallelLimitChanged(m_uploads->parallelLimit());
    m_addresses->update();
    if (const QList<RememberedServer> servers = m_settings.servers(); !servers.isEmpty())
        m_start->proposeAddress(servers.first().upload, servers.first().watch);
}

void MainWindow::saveSettings()
{
    m_state->save();
    m_settings.setLeakSetup(m_leak->saved());
    m_settings.setSweepSetup(m_sweep->settings().saved());
    m_settings.setAuditSetup(m_audit->saved());
    m_settings.setUploadColumns(m_uploads->columns());
    m_settings.setFolderOptions(m_uploads->folderOptions());
    m_settings.setParallelLimit(m_uploads->parallelLimit());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveSettings();
    m_keeping->keepUploads();
    QMainWindow::closeEvent(event);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    const bool isTaken = event->key() == Qt::Key_Escape && (m_news->closeOne() || m_timeSelection->clear());
    if (!isTaken)
        QMainWindow::keyPressEvent(event);
}

} // namespace ui
