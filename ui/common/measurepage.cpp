// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/measurepage.h"

#include "ui/common/cardcolumns.h"
#include "ui/common/icons.h"
#include "ui/common/resultcard.h"
#include "ui/common/setupcard.h"

#include <QAction>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace ui {

MeasurePage::MeasurePage(const Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_start(new QAction(icon(actions.icon), actions.start, this))
    , m_cancel(new QAction(icon(QLatin1StringView("cancel")), actions.stop, this))
{
    m_start->setShortcut(actions.key);
    m_cancel->setShortcut(QKeySequence(Qt::Key_Escape));
    m_cancel->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addActions({m_start, m_cancel});
    connect(m_start, &QAction::triggered, this, &MeasurePage::start);
    connect(m_cancel, &QAction::triggered, this, &MeasurePage::cancel);
}

void MeasurePage::build(SetupCard &setup, ResultCard &card, CardColumns &columns)
{
    m_setup = &setup;
    m_card = &card;
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(&columns);
    setFocusProxy(&setup.button());
    m_start->setToolTip(setup.tips().start);
    m_cancel->setToolTip(setup.tips().stop);
    connect(&setup, &SetupCard::startRequested, this, &MeasurePage::start);
    connect(&setup, &SetupCard::cancelRequested, this, &MeasurePage::cancel);
    connect(&card, &ResultCard::sampleRequested, this, &MeasurePage::sampleRequested);
    connect(&card, &ResultCard::exportRequested, this, &MeasurePage::exportRequested);
    connect(&card, &ResultCard::copyRequested, this, &MeasurePage::copyRequested);
    connect(&card, &ResultCard::closeRequested, this, &MeasurePage::closeResult);
    connect(&card, &ResultCard::reopenRequested, this, &MeasurePage::reopenResult);
    showNothing();
    refresh();
}

void MeasurePage::setServer(const QUrl &url)
{
    if (url == m_server)
        return;
    m_server = url;
    if (m_isClosed && isOfServer())
        reopenResult(); // It was closed as another address's: now it is this one's.
    else if (m_last && !m_isClosed)
        sayOrigin();
    else if (!isRunning())
        showNothing();
    refresh();
}

void MeasurePage::showNothing()
{
    clear();
    if (m_server.isEmpty())
        m_card->showNoServer();
    else
        m_card->showIdle(m_isClosed);
}

void MeasurePage::setUploads(int waiting, int running)
{
    m_waitingUploads = waiting;
    const bool isNews = std::exchange(m_runningUploads, running) != running;
    if (isWaiting() && isNews)
        showBeginning();
    refresh();
}

void MeasurePage::setObstacle(const QString &why)
{
    m_obstacle = why;
    refresh();
}

void MeasurePage::start()
{
    if (isRunning() || !obstacle().isEmpty() || !m_setup->isValid())
        return;
    if (m_server.isEmpty())
        m_card->showNoServer(); // And says what to do.
    else
        request();
}

void MeasurePage::cancel()
{
    if (!isRunning() || m_state == State::Stopping)
        return;
    m_state = State::Stopping;
    refresh();
    Q_EMIT cancelRequested();
}

void MeasurePage::showStarted()
{
    m_state = State::Waiting;
    m_isClosed = false;
    m_last.reset();
    clear();
    showBeginning();
    refresh();
}

void MeasurePage::showBeginning()
{
    if (m_runningUploads > 0) {
        m_card->showWaiting(m_runningUploads);
    } else {
        endWaiting();
        showBegun();
    }
}

void MeasurePage::endWaiting()
{
    if (isWaiting())
        m_state = State::Running;
}

void MeasurePage::end(const Measured &measured)
{
    m_state = State::Idle;
    m_last = measured;
    reopenResult();
}

void MeasurePage::showDropped()
{
    m_state = State::Idle;
    showNothing();
    refresh();
}

void MeasurePage::reopenResult()
{
    m_isClosed = false;
    showLast();
    sayOrigin();
    refresh();
}

void MeasurePage::closeResult()
{
    m_isClosed = true;
    showNothing();
    refresh();
}

bool MeasurePage::isOfServer() const
{
    return m_last && m_last->server.toDisplayString() == m_server.toDisplayString();
}

QString MeasurePage::foreignAddress() const
{
    const bool isForeign = m_last && !m_isClosed && (!isOfServer() || !m_last->kept.isEmpty());
    return isForeign ? m_last->address : QString();
}

void MeasurePage::sayOrigin()
{
    m_card->setOrigin(foreignAddress(), m_last->kept);
}

void MeasurePage::refresh()
{
    const bool isStopping = m_state == State::Stopping;
    if (isRunning())
        m_setup->setState(isStopping ? SetupCard::State::Stopping : SetupCard::State::Running);
    else if (m_server.isEmpty())
        m_setup->setState(SetupCard::State::Unavailable);
    else
        m_setup->setState(isOfServer() ? SetupCard::State::Again : SetupCard::State::Ready);
    const QString why = isRunning() ? QString() : obstacle();
    m_setup->setObstacle(why);
    m_start->setEnabled(!isRunning() && why.isEmpty());
    m_cancel->setEnabled(isRunning() && !isStopping);
}

} // namespace ui
