// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/mainwindow.h"

#include "core/report/watchability.h"
#include "core/servers/serverbook.h"
#include "ui/about/aboutdialog.h"
#include "ui/audit/auditpage.h"
#include "ui/common/bringtofront.h"
#include "ui/common/icons.h"
#include "ui/common/timeselection.h"
#include "ui/common/timewindow.h"
#include "ui/compare/comparepage.h"
#include "ui/history/historypage.h"
#include "ui/leak/leakpage.h"
#include "ui/mainwindow/alertconnection.h"
#include "ui/mainwindow/auditconnection.h"
#include "ui/mainwindow/compareconnection.h"
#include "ui/mainwindow/connectionreport.h"
#include "ui/mainwindow/desktopconnection.h"
#include "ui/mainwindow/experimentdesk.h"
#include "ui/mainwindow/exportconnection.h"
#include "ui/mainwindow/historyconnection.h"
#include "ui/mainwindow/knownservers.h"
#include "ui/mainwindow/leakconnection.h"
#include "ui/mainwindow/lookconnection.h"
#include "ui/mainwindow/messagebar.h"
#include "ui/mainwindow/navigation.h"
#include "ui/mainwindow/notebar.h"
#include "ui/mainwindow/profileconnection.h"
#include "ui/mainwindow/queueconnection.h"
#include "ui/mainwindow/rangeconnection.h"
#include "ui/mainwindow/runkeeping.h"
#include "ui/mainwindow/samplefiles.h"
#include "ui/mainwindow/serverbar.h"
#include "ui/mainwindow/serverconnection.h"
#include "ui/mainwindow/shortcutsheet.h"
#include "ui/mainwindow/startpage.h"
#include "ui/mainwindow/statusbar.h"
#include "ui/mainwindow/sweepconnection.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/models/uploadmodel.h"
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
constexpr QLatin1StringView uploadKey("upload");
constexpr QLatin1StringView leakKey("leak");
constexpr QLatin1StringView sweepKey("sweep");
constexpr QLatin1StringView auditKey("audit");
constexpr QLatin1StringView profileKey("profile");
constexpr QLatin1StringView historyKey("history");

QLatin1StringView pageOf(ExperimentDesk::Kind kind)
{
    switch (kind) {
    case ExperimentDesk::Kind::Check:
        return leakKey;
    case ExperimentDesk::Kind::Sweep:
        return sweepKey;
    case ExperimentDesk::Kind::Audit:
        break;
    }
    return auditKey;
}

QString waitingText(ExperimentDesk::Kind kind)
{
    switch (kind) {
    case ExperimentDesk::Kind::Check:
        return MainWindow::tr("The files wait until the leak check is over.");
    case ExperimentDesk::Kind::Sweep:
        return MainWindow::tr("The files wait until the sweep is over.");
    case ExperimentDesk::Kind::Audit:
        break;
    }
    return MainWindow::tr("The files wait until the audit is over.");
}

} // namespace

MainWindow::MainWindow(Session &session, Theme &theme, base::Clock &clock, QSettings &settings,
                       servers::ServerBook &servers, session::RunKeeper &keeper, QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_keeper(keeper)
    , m_settings(settings)
    , m_model(new UploadModel(this))
    , m_timeWindow(new TimeWindow(this))
    , m_timeSelection(new TimeSelection(this))
    , m_server(new ServerConnection(session, this))
    , m_desk(new ExperimentDesk(session, *m_server, this))
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
{
    new DesktopConnection(session, clock, *this);
    setWindowTitle(tr("Tidemark"));
    setWindowIcon(programIcon());
    buildLayout();
    connectPages();
    connectSession();
    connectServer();
    connectKnownServers();
    connectActions();
    connectExperiments();
    connectLeakPage();
    connectSweepPage();
    connectAuditPage();
    connectProfilePage();
    connectHistory();
    new LookConnection({theme, m_settings, *m_settingsDialog, *m_actions}, this);
    auto *alerts = new AlertConnection(
        {*this, m_settings, *m_message, *m_settingsDialog, m_status->alerts(), *m_actions}, m_session, clock,
        this);
    connect(alerts, &AlertConnection::raisedChanged, m_timeline, &TimelinePanel::setAlerts);
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
    m_actions->fillMenu(*menu, m_uploads->actions());
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
    workLayout->addWidget(m_report);
    workLayout->addWidget(m_splitter, 1);
    m_report->hide();

    m_stack = new QStackedWidget;
    m_stack->addWidget(m_start);
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
    column->addWidget(m_trust);
    column->addLayout(middle, 1);
    setCentralWidget(all);
    setStatusBar(m_status);
    m_uploads->takeDropsOf(*this);
    m_bar->setFocus(); // on the address, not on the first thing in it
}

void MainWindow::addPages()
{
    m_navigation->addPage(m_uploads,
                          {uploadKey, QLatin1StringView("upload"), tr("Upload"),
                           tr("Send files and read the server's answers")});
    m_navigation->addPage(m_leak,
                          {leakKey, QLatin1StringView("leak"), tr("Leak check"),
                           tr("See whether uploads leave something behind on the server")});
    m_navigation->addPage(m_sweep,
                          {sweepKey, QLatin1StringView("sweep"), tr("Sweep"),
                           tr("See how the server stands many uploads at once")});
    m_navigation->addPage(m_audit,
                          {auditKey, QLatin1StringView("audit"), tr("Audit"),
                           tr("See what the server makes of uploads that are wrong")});
    m_navigation->addPage(m_profile,
                          {profileKey, QLatin1StringView("profile"), tr("Profile"),
                           tr("See which functions hold the server's memory")});
    m_pastRuns->addWidget(m_history);
    m_pastRuns->addWidget(m_compare);
    m_navigation->addPage(m_pastRuns,
                          {historyKey, QLatin1StringView("history"), tr("History"),
                           tr("Find earlier runs, open them, and compare two leak checks")});
}

void MainWindow::connectPages()
{
    connect(m_navigation, &Navigation::chosen, this, &MainWindow::showWork);
    connect(m_pages, &QStackedWidget::currentChanged, this, &MainWindow::fitPage);
    connect(m_start, &StartPage::connectRequested, this,
            [this](const QString &upload, const QString &watch) { connectTo(upload, watch); });
    connect(m_start, &StartPage::sampleRequested, this, &MainWindow::startSample);
    connect(m_bar, &ServerBar::connectRequested, this, &MainWindow::connectTo);
    connect(m_bar, &ServerBar::methodChosen, this, [this](transfer::UploadMethod method) {
        m_server->setMethod(method);
        if (!m_server->server().isSample)
            m_settings.rememberServer(remembered(m_server->server()));
        updateHistory();
    });

    connect(m_uploads, &UploadsPage::pathsChosen, this, &MainWindow::addPaths);
    connect(m_uploads, &UploadsPage::sampleFilesRequested, m_sampleFiles, &SampleFiles::make);
    connect(m_sampleFiles, &SampleFiles::made, this, &MainWindow::addPaths);
    connect(m_sampleFiles, &SampleFiles::failed, this, [this](const base::Error &error) {
        m_message->showError(errorText(error, Task::Export, tr("generated files")));
    });
    connect(m_uploads, &UploadsPage::attentionWanted, this, [this] { showPage(uploadKey); });
    new RangeConnection(*m_timeSelection, *m_uploads, *m_export, this);
    connect(m_uploads, &UploadsPage::currentChanged, m_timeline, &TimelinePanel::highlight);
    connect(m_timeline, &TimelinePanel::bandClicked, m_uploads, &UploadsPage::select);
    connect(m_model, &UploadModel::totalsChanged, this, [this] {
        const transfer::QueueTotals totals = m_model->totals();
        m_status->setTotals(totals);
        m_leak->setUploads(static_cast<int>(totals.waiting), static_cast<int>(totals.running));
        m_sweep->setUploads(static_cast<int>(totals.waiting), static_cast<int>(totals.running));
        m_audit->setUploadsRunning(static_cast<int>(totals.running));
        m_profile->setUploadsDone(totals.done);
    });

    connect(m_timeline, &TimelinePanel::noteRequested, m_note, &NoteBar::open);
    connect(m_actions->note, &QAction::triggered, m_note, &NoteBar::open);
    connect(m_report, &ConnectionReport::closeRequested, this, [this] { setReportShown(false); });
}

void MainWindow::connectSession()
{
    constexpr auto queued
        = Qt::QueuedConnection; // Whatever thread it lives in: never a call from within a call.
    connect(this, &MainWindow::pathsAdded, &m_session, &Session::addPaths, queued);
    connect(m_note, &NoteBar::noteWritten, &m_session, &Session::addNote, queued);
    connect(m_queue, &QueueConnection::cameBack, this, [this] { showPage(uploadKey); });

    connect(&m_session, &Session::uploadsChanged, m_model, &UploadModel::apply, queued);
    connect(&m_session, &Session::uploadsChanged, m_timeline, &TimelinePanel::setUploads, queued);
    connect(&m_session, &Session::uploadsRemoved, m_model, &UploadModel::remove, queued);
    connect(&m_session, &Session::scraped, m_timeline, &TimelinePanel::addTick, queued);
    connect(&m_session, &Session::scraped, m_status, &StatusBar::setTick, queued);
    connect(&m_session, &Session::active, m_timeline, &TimelinePanel::addActivity, queued);
    connect(&m_session, &Session::marked, m_timeline, &TimelinePanel::addMark, queued);
}

void MainWindow::connectServer()
{
    connect(m_server, &ServerConnection::serverChanged, this, [this] {
        m_timeline->clear();
        m_status->clearTick();
        m_message->closeMessage();
        setReportShown(false);
        m_bar->setServer(remembered(m_server->server()));
        m_bar->setSummary({});
        m_uploads->setSampleFilesOffered(m_server->server().isSample);
        showWork();
    });
    connect(m_server, &ServerConnection::stateChanged, this, &MainWindow::showState);
    connect(m_server, &ServerConnection::discovered, m_timeline, &TimelinePanel::setDiscovery);
    connect(m_server, &ServerConnection::discovered, this, &MainWindow::showReport);
    connect(m_server, &ServerConnection::sampleStarting, m_start, &StartPage::setSampleStarting);
    connect(m_server, &ServerConnection::sampleStarted, this, [this](const session::SampleInfo &info) {
        m_sampleAddresses.clear();
        for (const session::SpecimenUrls &urls : info.uploads) {
            m_sampleAddresses.append({urls.leaking.toString(), {}});
            m_sampleAddresses.append({urls.cured.toString(), {}});
        }
        updateHistory();
    });
    connect(m_server, &ServerConnection::sampleFailed, this, [this](const base::Error &error) {
        m_sampleAddresses.clear();
        updateHistory();
        m_message->showError(errorText(error, Task::Sample));
        m_message->offer(tr("Start it again"), [this] { startSample(); });
    });
}

void MainWindow::connectKnownServers()
{
    connect(m_known, &KnownServers::changed, this, &MainWindow::updateHistory);
    connect(m_known, &KnownServers::distrusted, this, [this] { // the notice says more
        m_message->closeMessage();
        setReportShown(false);
    });
    connect(m_known, &KnownServers::complained, this, [this](const QString &headline, const QString &detail) {
        m_message->showMessage(Tone::Warn, headline, {detail});
    });
    connect(m_known, &KnownServers::connecting, this, [this](const servers::ServerProfile &profile) {
        m_uploads->setParallelLimit(profile.limits.parallel);
    });
}

void MainWindow::connectActions()
{
    connect(m_actions->focusAddress, &QAction::triggered, m_bar, &ServerBar::focusAddress);
    connect(m_actions->showWatch, &QAction::toggled, m_bar, &ServerBar::setWatchShown);
    connect(m_actions->reconnect, &QAction::triggered, m_server, &ServerConnection::reconnect);
    connect(m_actions->showReport, &QAction::triggered, this, &MainWindow::setReportShown);
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

void MainWindow::connectExperiments()
{
    connect(m_desk, &ExperimentDesk::consentNeeded, this,
            [this](const QString &host, const QString &warning, const QString &button) {
                m_message->showMessage(
                    Tone::Warn,
                    tr("“%1” is neither this machine nor surely in your private network.").arg(host),
                    {warning});
                m_message->offer(button, [this] { m_desk->consent(); });
            });
    connect(m_desk, &ExperimentDesk::started, this, [this](ExperimentDesk::Kind kind) {
        m_message->closeMessage();
        showPage(pageOf(kind));
        m_pages->currentWidget()->setFocus(); // Esc stops it, wherever it was started from.
    });
}

void MainWindow::connectLeakPage()
{
    new LeakConnection(*m_leak, m_session, *m_server, *m_desk, this);
    connect(m_leak, &LeakPage::sampleRequested, this, &MainWindow::startSample);
    connect(m_leak->startAction(), &QAction::triggered, this, [this] { showPage(leakKey); });
}

void MainWindow::connectSweepPage()
{
    new SweepConnection(*m_sweep, m_session, *m_server, *m_desk, this);
    connect(m_sweep, &SweepPage::sampleRequested, m_server,
            [this] { m_server->startSample(QStringLiteral("retry-storm")); });
    connect(m_sweep->startAction(), &QAction::triggered, this, [this] { showPage(sweepKey); });
}

void MainWindow::connectAuditPage()
{
    new AuditConnection(*m_audit, m_session, *m_server, *m_desk, this);
    connect(m_audit, &AuditPage::sampleRequested, m_server,
            [this] { m_server->startSample(QStringLiteral("path-traversal")); });
    connect(m_audit->startAction(), &QAction::triggered, this, [this] { showPage(auditKey); });
}

void MainWindow::connectProfilePage()
{
    new ProfileConnection(*m_profile, m_session, *m_server, this);
    connect(m_leak, &LeakPage::flameGraphRequested, this,
            [this](const experiment::CheckProfiles &profiles, double uploads) {
                const std::optional<experiment::CheckResult> &check = m_leak->result();
                m_profile->showCheck(profiles, uploads,
                                     check && check->guilt ? check->guilt->unit : QString());
                showPage(profileKey);
            });
}

void MainWindow::connectHistory()
{
    auto *history = new HistoryConnection(*m_history, m_keeper, *m_export, *m_message, this);
    auto *compare = new CompareConnection(*m_compare, *m_history, *m_leak, m_keeper, *m_export, this);
    connect(history, &HistoryConnection::checkOpened, this, [this](const experiment::CheckResult &result) {
        if (m_leak->isRunning()) {
            m_message->showMessage(Tone::Accent, tr("A leak check is under way."),
                                   {tr("An earlier one can be opened when it is over.")});
            return;
        }
        m_leak->showKept(result);
        showPage(leakKey);
    });
    connect(m_history, &HistoryPage::checkRequested, this, [this] { showPage(leakKey); });
    connect(m_history, &HistoryPage::roomChosen, this, [this](qint64 room) {
        m_settings.setHistoryRoom(room);
        m_keeper.setRoom(room);
    });
    const auto showView = [this](QWidget *view) {
        m_pastRuns->setCurrentWidget(view);
        showPage(historyKey);
        view->setFocus();
    };
    connect(compare, &CompareConnection::choiceNeeded, this, [this, showView] { showView(m_history); });
    connect(compare, &CompareConnection::compared, this, [this, showView] { showView(m_compare); });
    connect(m_compare, &ComparePage::closeRequested, this, [this, showView] { showView(m_history); });
    connect(compare, &CompareConnection::flameGraphRequested, this,
            [this](const experiment::CheckProfiles &before, const QString &beforeName,
                   const experiment::CheckProfiles &after, const QString &afterName) {
                m_profile->showChecks(before, beforeName, after, afterName);
                showPage(profileKey);
            });
}

void MainWindow::connectTo(const QString &upload, const QString &watch,
                           std::optional<transfer::UploadMethod> method)
{
    base::Result<servers::Server> server = servers::serverAsTyped(upload, watch);
    if (!server) {
        m_message->showError(errorText(server.error(), Task::Connect, upload));
        m_bar->focusAddress();
        return;
    }
    server->method = method.value_or(m_settings.methodFor(remembered(*server).upload));
    const RememberedServer shown = remembered(*server);
    server->isSample
        = m_sampleAddresses.contains(RememberedServer{shown.upload, shown.watch}); // by any method
    if (!server->isSample) {
        m_settings.rememberServer(shown);
        updateHistory();
    }
    const bool isTypedUser = !server->upload.transport.user.isEmpty(); // and means more than what is known
    if (isTypedUser || server->isSample || !m_known->connectTo(server->upload.url))
        m_server->connectTo(*server);
}

void MainWindow::startSample()
{
    m_navigation->showPage(leakKey); // Shown as soon as there is a connection.
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
    showPage(uploadKey);
    if (m_server->state() == ConnectionState::None) {
        m_message->showMessage(
            Tone::Accent, tr("Where shall they go?"),
            {tr("The files wait until you have typed the address of the upload service above.")});
        m_bar->focusAddress();
    }
    if (m_desk->running())
        m_message->showMessage(Tone::Accent, waitingText(*m_desk->running()),
                               {tr("They would be taken for its own uploads.")});
    m_uploads->setPassedOver({}); // That was of what had been added before.
    Q_EMIT pathsAdded(paths);
}

void MainWindow::exportTo(const QString &fileName)
{
    m_export->exportTo(fileName);
}

void MainWindow::showWork()
{
    m_stack->setCurrentWidget(m_work);
    m_navigation->setMarked(true);
}

void MainWindow::showPage(const QString &key)
{
    m_navigation->showPage(key);
    showWork();
}

void MainWindow::fitPage()
{
    const QString page = m_navigation->current();
    if (page == m_fitted)
        return;
    if (!m_fitted.isEmpty())
        m_settings.setSplitter(m_fitted, m_splitter->saveState());
    m_fitted = page;
    // A list gives way to the timeline; what is measured wants to be seen whole.
    if (!m_splitter->restoreState(m_settings.splitter(page)))
        m_splitter->setSizes(page == uploadKey ? QList<int>{380, 380} : QList<int>{472, 288});
}

void MainWindow::showState(ConnectionState state)
{
    m_bar->setState(state);
}

void MainWindow::showReport(const metrics::DiscoveryReport &found)
{
    m_bar->setSummary(report::watchedSummary(found));
    const QList<Finding> findings = findingsOf(found);
    m_report->setFindings(findings);
    switch (m_server->state()) {
    case ConnectionState::Unreachable:
        m_message->showError(
            errorText(report::mainReason(found), Task::Connect, m_server->server().watch.url.toString()));
        m_message->offer(tr("Try again"), [this] { m_server->reconnect(); });
        return;
    case ConnectionState::Silent:
        m_message->showMessage(
            Tone::Warn, tr("The server answers, but no metrics were found on it."),
            {tr("Uploads work all the same. To see what they do to its memory, add one line to the "
                "server, or "
                "say where else its metrics are.")});
        m_message->offer(tr("Metrics are elsewhere…"), [this] { m_bar->setWatchShown(true); });
        break;
    case ConnectionState::None:
    case ConnectionState::Connecting:
    case ConnectionState::Connected:
    case ConnectionState::Lost:
        break;
    }
    // Not in the way of those who have everything.
    setReportShown(
        std::any_of(findings.begin(), findings.end(), [](const Finding &f) { return !f.isThere; }));
}

void MainWindow::setReportShown(bool on)
{
    m_report->setVisible(on);
    // Now and up to the window, or what takes its place would find no room yet and make the window grow.
    for (QWidget *part = m_work; part != this; part = part->parentWidget())
        part->layout()->activate();
    m_actions->showReport->setChecked(on);
}

void MainWindow::updateHistory()
{
    m_bar->setHistory(m_sampleAddresses + m_known->before(m_settings.servers()));
}

void MainWindow::restoreSettings()
{
    constexpr QSize usualSize(1280, 820);
    resize(usualSize);
    restoreGeometry(m_settings.geometry());
    m_navigation->showPage(m_settings.page());
    fitPage();
    m_uploads->restoreColumns(m_settings.uploadColumns());
    m_leak->restore(m_settings.leakSetup());
    m_sweep->setSettings(SweepSettings::restored(m_settings.sweepSetup(), m_sweep->settings()));
    m_audit->restore(m_settings.auditSetup());
    m_history->setRoom(m_settings.historyRoom());
    m_keeper.setRoom(m_settings.historyRoom());
    m_uploads->setFolderOptions(m_settings.folderOptions());
    m_uploads->setParallelLimit(m_settings.parallelLimit());
    Q_EMIT m_uploads->parallelLimitChanged(m_uploads->parallelLimit());
    updateHistory();
    if (const QList<RememberedServer> servers = m_settings.servers(); !servers.isEmpty())
        m_start->proposeAddress(servers.first().upload, servers.first().watch);
}

void MainWindow::saveSettings()
{
    m_settings.setGeometry(saveGeometry());
    m_settings.setSplitter(m_fitted, m_splitter->saveState());
    m_settings.setPage(m_navigation->current());
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
    if (event->key() != Qt::Key_Escape || !closeNews())
        QMainWindow::keyPressEvent(event);
}

// The most pressing first: each press of Esc closes one, as their buttons would.
bool MainWindow::closeNews()
{
    if (m_message->closeMessage())
        return true;
    if (!m_trust->isHidden()) {
        m_trust->hide();
        return true;
    }
    if (m_report->isHidden())
        return m_timeSelection->clear();
    setReportShown(false);
    return true;
}

} // namespace ui
