// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leak/leakpage.h"

#include "core/report/safetext.h"
#include "ui/common/cardcolumns.h"
#include "ui/common/icons.h"
#include "ui/leak/checksetup.h"
#include "ui/leak/floorcard.h"
#include "ui/leak/verdictcard.h"

#include <QAction>
#include <QDateTime>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

using experiment::CheckPhase;

namespace {

constexpr int verdictWidth = 408;

} // namespace

LeakPage::LeakPage(QWidget *parent)
    : QWidget(parent)
    , m_setup(new CheckSetup)
    , m_floors(new FloorCard)
    , m_verdict(new VerdictCard)
    , m_start(new QAction(icon(QLatin1StringView("leak")), tr("Start a leak chec&k"), this))
    , m_cancel(new QAction(icon(QLatin1StringView("cancel")), tr("Stop the leak check"), this))
{
    build();
    connectParts();
    showNothing();
    refresh();
}

void LeakPage::build()
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    auto *columns = new CardColumns({*m_setup, *m_floors, *m_verdict, verdictWidth});
    all->addWidget(columns);
    connect(columns, &CardColumns::arranged, m_verdict, &VerdictCard::setScrolling);

    m_start->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_start->setToolTip(tr("Uploads, and looks what is left (Ctrl+Return)"));
    m_cancel->setShortcut(QKeySequence(Qt::Key_Escape));
    m_cancel->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_cancel->setToolTip(tr("Ends the check with what is known so far (Esc)"));
    addActions({m_start, m_cancel});
    m_verdict->addExport(m_floors->copyAction());
    setFocusProxy(&m_setup->card().button());
}

void LeakPage::connectParts()
{
    connect(m_start, &QAction::triggered, this, &LeakPage::start);
    connect(m_cancel, &QAction::triggered, this, &LeakPage::cancel);
    connect(&m_setup->card(), &SetupCard::startRequested, this, &LeakPage::start);
    connect(&m_setup->card(), &SetupCard::cancelRequested, this, &LeakPage::cancel);
    connect(m_verdict, &VerdictCard::sampleRequested, this, &LeakPage::sampleRequested);
    connect(m_verdict, &VerdictCard::exportRequested, this, &LeakPage::exportRequested);
    connect(m_verdict, &VerdictCard::copyRequested, this, &LeakPage::copyRequested);
    connect(m_verdict, &VerdictCard::compareRequested, this, &LeakPage::compareRequested);
    connect(m_verdict, &VerdictCard::closeRequested, this, &LeakPage::closeResult);
    connect(m_verdict, &VerdictCard::reopenRequested, this, &LeakPage::showLast);
    connect(m_verdict, &VerdictCard::flameGraphRequested, this, [this] {
        if (m_result)
            Q_EMIT flameGraphRequested(m_result->profiles, m_result->uploadsBetweenProfiles());
    });
}

CheckSettings LeakPage::settings() const
{
    return m_setup->settings();
}

void LeakPage::setSettings(const CheckSettings &settings)
{
    m_setup->setSettings(settings);
}

QVariantMap LeakPage::saved() const
{
    return m_setup->saved();
}

void LeakPage::restore(const QVariantMap &saved)
{
    m_setup->restore(saved);
}

void LeakPage::setServer(const QString &address)
{
    if (address == m_server)
        return;
    m_server = address;
    if (m_isClosed && isOfServer())
        showLast(); // It was closed as another address's: now it is this one's.
    else if (m_result && !m_isClosed)
        sayOrigin();
    else if (!m_isRunning)
        showNothing();
    refresh();
}

void LeakPage::showNothing()
{
    if (m_server.isEmpty()) {
        m_floors->clear(tr("The plot grows while a check runs."));
        m_verdict->showNoServer();
    } else {
        m_floors->clear(tr("Start a check: the plot grows while it runs."));
        m_verdict->showIdle(m_isClosed);
    }
}

void LeakPage::setUploads(int waiting, int running)
{
    m_waitingUploads = waiting;
    m_runningUploads = running;
    refresh();
}

void LeakPage::setObstacle(const QString &why)
{
    m_obstacle = why;
    refresh();
}

void LeakPage::start()
{
    if (m_isRunning || !m_obstacle.isEmpty())
        return;
    if (m_server.isEmpty()) {
        m_verdict->showNoServer(); // And says what to do.
        return;
    }
    Q_EMIT startRequested(m_setup->settings().plan());
}

void LeakPage::cancel()
{
    if (!m_isRunning || m_isStopping)
        return;
    m_isStopping = true;
    refresh();
    Q_EMIT cancelRequested();
}

void LeakPage::showStarted()
{
    m_isRunning = true;
    m_isStopping = false;
    m_isClosed = false;
    m_result.reset();
    m_floors->clear(tr("Warming up: what a server sets aside once is no leak."));
    if (m_runningUploads > 0)
        m_verdict->showWaiting(m_runningUploads);
    else
        m_verdict->showProgress({});
    refresh();
}

void LeakPage::showProgress(const experiment::CheckProgress &progress)
{
    if (!m_isRunning || progress.phase == CheckPhase::Done)
        return;
    const bool hasBegun = progress.phase != CheckPhase::Probe || m_runningUploads == 0;
    m_floors->setProgress(progress, m_setup->settings());
    if (hasBegun)
        m_verdict->showProgress(progress);
}

void LeakPage::showResult(const experiment::CheckResult &result)
{
    m_isRunning = false;
    m_isStopping = false;
    m_isKept = false;
    m_result = result;
    showLast();
}

void LeakPage::showKept(const experiment::CheckResult &result)
{
    if (m_isRunning)
        return;
    m_isKept = true;
    m_result = result;
    showLast();
}

void LeakPage::setComparable(bool on)
{
    m_verdict->setComparable(on);
}

void LeakPage::showLast()
{
    m_isClosed = false;
    m_floors->setResult(*m_result);
    m_verdict->showResult(*m_result);
    sayOrigin();
    refresh();
}

void LeakPage::closeResult()
{
    m_isClosed = true;
    showNothing();
    refresh();
}

bool LeakPage::isOfServer() const
{
    return m_result && m_result->plan.uploads.target.endpoint.url.toDisplayString() == m_server;
}

QString LeakPage::foreignAddress() const
{
    if (!m_result || m_isClosed || (isOfServer() && !m_isKept))
        return {};
    return report::displayUrl(m_result->plan.uploads.target.endpoint.url);
}

void LeakPage::sayOrigin()
{
    const QString address = foreignAddress();
    if (m_isKept && !address.isEmpty()) {
        const QString when = QDateTime::fromMSecsSinceEpoch(m_result->startedMs)
                                 .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
        m_verdict->setOrigin(tr("From the history, of %1", "time").arg(when), address);
    } else {
        m_verdict->setOrigin(tr("Another address was checked"), address);
    }
}

void LeakPage::showDropped()
{
    m_isRunning = false;
    m_isStopping = false;
    showNothing();
    refresh();
}

void LeakPage::refresh()
{
    using State = SetupCard::State;
    SetupCard &card = m_setup->card();
    if (m_isRunning)
        card.setState(m_isStopping ? State::Stopping : State::Running);
    else if (m_server.isEmpty())
        card.setState(State::Unavailable);
    else
        card.setState(isOfServer() ? State::Again : State::Ready);
    card.setObstacle(m_obstacle);
    m_start->setEnabled(!m_isRunning && m_obstacle.isEmpty());
    m_cancel->setEnabled(m_isRunning && !m_isStopping);
    m_floors->setNotice(
        m_isRunning && m_waitingUploads > 0
            ? tr("%n upload(s) in the queue wait until the check is over.", nullptr, m_waitingUploads)
            : QString());
    m_floors->setOrigin(foreignAddress());
}

} // namespace ui
