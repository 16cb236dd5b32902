// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditpage.h"

#include "core/net/endpoint.h"
#include "core/report/safetext.h"
#include "ui/audit/auditcard.h"
#include "ui/audit/auditsetup.h"
#include "ui/audit/checkscard.h"
#include "ui/audit/checktree.h"
#include "ui/common/cardcolumns.h"
#include "ui/common/icons.h"

#include <QAction>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int cardWidth = 420;
constexpr QLatin1StringView leftKey("left");

} // namespace

AuditPage::AuditPage(QWidget *parent)
    : QWidget(parent)
    , m_setup(new AuditSetup)
    , m_checks(new ChecksCard)
    , m_card(new AuditCard)
    , m_start(new QAction(icon(QLatin1StringView("audit")), tr("Start an a&udit"), this))
    , m_cancel(new QAction(icon(QLatin1StringView("cancel")), tr("Stop the audit"), this))
{
    build();
    connectParts();
    showNothing();
    refresh();
}

void AuditPage::build()
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    auto *columns = new CardColumns({*m_setup, *m_checks, *m_card, cardWidth});
    all->addWidget(columns);
    connect(columns, &CardColumns::arranged, m_card, &AuditCard::setScrolling);

    m_start->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Return));
    m_start->setToolTip(tr("Sends requests that are wrong on purpose (Ctrl+Alt+Return)"));
    m_cancel->setShortcut(QKeySequence(Qt::Key_Escape));
    m_cancel->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_cancel->setToolTip(tr("Ends the audit with what is known so far (Esc)"));
    addActions({m_start, m_cancel});
    setFocusProxy(&m_setup->card().button());
}

void AuditPage::connectParts()
{
    connect(m_start, &QAction::triggered, this, &AuditPage::start);
    connect(m_cancel, &QAction::triggered, this, &AuditPage::cancel);
    connect(&m_setup->card(), &SetupCard::startRequested, this, &AuditPage::start);
    connect(&m_setup->card(), &SetupCard::cancelRequested, this, &AuditPage::cancel);
    connect(&m_checks->checks(), &CheckTree::chosenChanged, this, &AuditPage::refresh);
    connect(m_checks, &ChecksCard::checkSelected, m_card, &AuditCard::showCheck);
    connect(m_card, &AuditCard::sampleRequested, this, &AuditPage::sampleRequested);
    connect(m_card, &AuditCard::referenceRequested, this, &AuditPage::referenceRequested);
    connect(m_card, &AuditCard::exportRequested, this, &AuditPage::exportRequested);
    connect(m_card, &AuditCard::copyRequested, this, &AuditPage::copyRequested);
    connect(m_card, &AuditCard::closeRequested, this, &AuditPage::closeResult);
    connect(m_card, &AuditCard::reopenRequested, this, &AuditPage::showLast);
}

experiment::AuditPlan AuditPage::plan() const
{
    const CheckTree &checks = m_checks->checks();
    experiment::AuditPlan plan;
    plan.bounds = m_setup->bounds();
    plan.only = checks.chosen();
    plan.sendsOddNames = checks.sendsOddNames();
    if (const QString folder = m_setup->folder(); !folder.isEmpty())
        plan.folders = {folder};
    return plan;
}

QVariantMap AuditPage::saved() const
{
    QVariantMap saved = m_setup->saved();
    saved.insert(leftKey, m_checks->checks().left());
    return saved;
}

void AuditPage::restore(const QVariantMap &saved)
{
    m_setup->restore(saved);
    m_checks->checks().setLeft(saved.value(leftKey).toStringList());
}

void AuditPage::setServer(const QUrl &url)
{
    if (url == m_server)
        return;
    m_server = url;
    m_checks->setHost(url.host());
    if (m_isClosed && isOfServer())
        showLast(); // It was closed as another address's: now it is this one's.
    else if (m_result && !m_isClosed)
        m_card->setOrigin(foreignAddress());
    else if (!m_isRunning)
        showNothing();
    refresh();
}

void AuditPage::showNothing()
{
    if (m_server.isEmpty())
        m_card->showNoServer();
    else
        m_card->showIdle(m_isClosed);
    m_checks->clear();
}

void AuditPage::setUploadsRunning(int running)
{
    m_runningUploads = running;
}

void AuditPage::setObstacle(const QString &why)
{
    m_obstacle = why;
    refresh();
}

void AuditPage::start()
{
    if (!m_start->isEnabled())
        return;
    if (m_server.isEmpty()) {
        m_card->showNoServer(); // And says what to do.
        return;
    }
    Q_EMIT startRequested(plan());
}

void AuditPage::cancel()
{
    if (!m_isRunning || m_isStopping)
        return;
    m_isStopping = true;
    refresh();
    Q_EMIT cancelRequested();
}

void AuditPage::showStarted()
{
    m_isRunning = true;
    m_isStopping = false;
    m_isClosed = false;
    m_result.reset();
    m_checks->showProgress({});
    if (m_runningUploads > 0)
        m_card->showWaiting(m_runningUploads);
    else
        m_card->showStarting();
    refresh();
}

void AuditPage::showProgress(const experiment::AuditProgress &progress)
{
    if (!m_isRunning)
        return;
    m_checks->showProgress(progress);
    m_card->showProgress(progress);
}

void AuditPage::showResult(const experiment::AuditResult &result)
{
    m_isRunning = false;
    m_isStopping = false;
    m_result = result;
    showLast();
}

void AuditPage::showLast()
{
    m_isClosed = false;
    m_card->showResult(*m_result);
    m_checks->showResult(*m_result);
    m_card->setOrigin(foreignAddress());
    refresh();
}

void AuditPage::closeResult()
{
    m_isClosed = true;
    showNothing();
    refresh();
}

bool AuditPage::isOfServer() const
{
    return m_result && m_result->plan.target.endpoint.url == m_server;
}

QString AuditPage::foreignAddress() const
{
    if (!m_result || m_isClosed || isOfServer())
        return {};
    return report::displayUrl(m_result->plan.target.endpoint.url);
}

void AuditPage::showDropped()
{
    m_isRunning = false;
    m_isStopping = false;
    showNothing();
    refresh();
}

void AuditPage::refresh()
{
    using State = SetupCard::State;
    if (m_isRunning)
        m_setup->card().setState(m_isStopping ? State::Stopping : State::Running);
    else if (m_server.isEmpty())
        m_setup->card().setState(State::Unavailable);
    else
        m_setup->card().setState(isOfServer() ? State::Again : State::Ready);
    m_setup->setFolderOffered(!m_server.isEmpty() && net::isLoopback(m_server.host()));
    QString obstacle = m_obstacle;
    if (obstacle.isEmpty() && m_checks->checks().chosen().isEmpty())
        obstacle = tr("Choose at least one check.");
    m_setup->card().setObstacle(m_isRunning ? QString() : obstacle);
    m_start->setEnabled(!m_isRunning && obstacle.isEmpty());
    m_cancel->setEnabled(m_isRunning && !m_isStopping);
}

} // namespace ui
