// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/sweeppage.h"

#include "core/report/safetext.h"
#include "core/report/sweepwording.h"
#include "ui/common/icons.h"
#include "ui/sweep/sweepcard.h"
#include "ui/sweep/sweepplots.h"
#include "ui/sweep/sweepsetup.h"
#include "ui/sweep/sweeptablecard.h"

#include <QAction>
#include <QDateTime>
#include <QEvent>
#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

using experiment::SweepPhase;

namespace {

constexpr int usualTextHeight = 16;
constexpr int setupWidth = 232;
constexpr int threeFrom = 1000; // Pixels of the page, in the usual type.
constexpr int twoFrom = 520;

QString originOf(const experiment::SweepResult &result)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(result.startedMs);
    return SweepPage::tr("%1, %2", "address, when it was measured")
        .arg(report::displayUrl(result.plan.uploads.target.endpoint.url),
             at.toString(QStringLiteral("yyyy-MM-dd HH:mm")));
}

} // namespace

SweepPage::SweepPage(QWidget *parent)
    : QWidget(parent)
    , m_setup(new SweepSetup)
    , m_card(new SweepCard)
    , m_plots(new SweepPlots)
    , m_table(new SweepTableCard)
    , m_scroll(new QScrollArea(this))
    , m_content(new QWidget)
    , m_start(new QAction(icon(QLatin1StringView("sweep")), tr("Start a s&weep"), this))
    , m_cancel(new QAction(icon(QLatin1StringView("cancel")), tr("Stop the sweep"), this))
{
    build();
    buildActions();
    connectParts();
    showNothing();
    refresh();
}

void SweepPage::build()
{
    m_grid = new QGridLayout(m_content);
    m_content->installEventFilter(this);
    m_grid->setContentsMargins(16, 12, 16, 12);
    m_grid->setSpacing(12);
    arrange(Columns::Three);
    m_scroll->setWidget(m_content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_scroll);
    setFocusProxy(&m_setup->card().button());
}

void SweepPage::buildActions()
{
    m_start->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return));
    m_start->setToolTip(tr("Uploads with more and more at once (Ctrl+Shift+Return)"));
    m_cancel->setShortcut(QKeySequence(Qt::Key_Escape));
    m_cancel->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_cancel->setToolTip(tr("Ends the sweep with what is known so far (Esc)"));
    addActions({m_start, m_cancel});
    m_card->addExport(m_plots->copyAction());
}

void SweepPage::connectParts()
{
    connect(m_start, &QAction::triggered, this, &SweepPage::start);
    connect(m_cancel, &QAction::triggered, this, &SweepPage::cancel);
    connect(&m_setup->card(), &SetupCard::startRequested, this, &SweepPage::start);
    connect(&m_setup->card(), &SetupCard::cancelRequested, this, &SweepPage::cancel);
    connect(m_setup, &SweepSetup::validChanged, this, &SweepPage::refresh);
    connect(m_card, &SweepCard::sampleRequested, this, &SweepPage::sampleRequested);
    connect(m_card, &SweepCard::exportRequested, this, &SweepPage::exportRequested);
    connect(m_card, &SweepCard::copyRequested, this, &SweepPage::copyRequested);
    connect(m_card, &SweepCard::closeRequested, this, &SweepPage::closeResult);
    connect(m_card, &SweepCard::reopenRequested, this, &SweepPage::showLast);
    connect(m_plots, &SweepPlots::chosen, m_table, &SweepTableCard::choose);
    connect(m_table, &SweepTableCard::chosen, m_plots, &SweepPlots::choose);
}

void SweepPage::arrange(Columns columns)
{
    if (m_columns == columns)
        return;
    m_columns = columns;
    for (QWidget *part : {static_cast<QWidget *>(m_setup), static_cast<QWidget *>(m_card),
                          static_cast<QWidget *>(m_plots), static_cast<QWidget *>(m_table)})
        m_grid->removeWidget(part);
    for (int i = 0; i < 4; ++i) {
        m_grid->setColumnStretch(i, 0);
        m_grid->setRowStretch(i, 0);
    }
    m_grid->setRowStretch(0, 1);
    m_plots->setBeside(columns != Columns::One);
    switch (columns) {
    case Columns::Three:
        m_grid->addWidget(m_setup, 0, 0, 2, 1);
        m_grid->addWidget(m_card, 0, 1);
        m_grid->addWidget(m_plots, 0, 2);
        m_grid->addWidget(m_table, 1, 1, 1, 2);
        m_grid->setColumnStretch(1, 3);
        m_grid->setColumnStretch(2, 4);
        break;
    case Columns::Two:
        m_grid->addWidget(m_setup, 0, 0);
        m_grid->addWidget(m_card, 0, 1);
        m_grid->addWidget(m_plots, 1, 0, 1, 2);
        m_grid->addWidget(m_table, 2, 0, 1, 2);
        m_grid->setColumnStretch(1, 1);
        break;
    case Columns::One:
        m_grid->addWidget(m_setup, 0, 0);
        m_grid->addWidget(m_card, 1, 0);
        m_grid->addWidget(m_plots, 2, 0);
        m_grid->addWidget(m_table, 3, 0);
        m_grid->setColumnStretch(0, 1);
        break;
    }
}

bool SweepPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        fitHeight();
    return QWidget::eventFilter(watched, event);
}

// A scroll area asks how tall its content has to be, but not how tall it is once its texts are wrapped.
void SweepPage::fitHeight()
{
    m_content->setMinimumHeight(m_grid->totalMinimumHeightForWidth(m_scroll->viewport()->width()));
}

void SweepPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const double scale = std::max(1.0, static_cast<double>(fontMetrics().height()) / usualTextHeight);
    const auto scaled = [scale](int pixels) { return static_cast<int>(pixels * scale); };
    if (width() >= scaled(threeFrom))
        arrange(Columns::Three);
    else
        arrange(width() >= scaled(twoFrom) ? Columns::Two : Columns::One);
    m_setup->setMaximumWidth(m_columns == Columns::One ? QWIDGETSIZE_MAX : scaled(setupWidth));
}

SweepSettings SweepPage::settings() const
{
    return m_setup->settings();
}

void SweepPage::setSettings(const SweepSettings &settings)
{
    m_setup->setSettings(settings);
}

void SweepPage::setServer(const QString &address)
{
    if (address == m_server)
        return;
    m_server = address;
    if (m_isClosed && isOfServer())
        showLast(); // It was closed as another address's: now it is this one's.
    else if (m_result && !m_isClosed)
        m_card->setOrigin(foreignAddress());
    else if (!m_isRunning)
        showNothing();
    refresh();
}

void SweepPage::showNothing()
{
    if (m_server.isEmpty())
        m_card->showNoServer();
    else
        m_card->showIdle(m_isClosed);
    showLevels({}, tr("The plot grows while a sweep runs."));
}

void SweepPage::setUploads(int waiting, int running)
{
    m_waitingUploads = waiting;
    m_runningUploads = running;
    refresh();
}

void SweepPage::setObstacle(const QString &why)
{
    m_obstacle = why;
    refresh();
}

void SweepPage::start()
{
    if (m_isRunning || !m_obstacle.isEmpty() || !m_setup->isValid())
        return;
    if (m_server.isEmpty()) {
        m_card->showNoServer(); // And says what to do.
        return;
    }
    Q_EMIT startRequested(m_setup->settings().plan());
}

void SweepPage::cancel()
{
    if (!m_isRunning || m_isStopping)
        return;
    m_isStopping = true;
    refresh();
    Q_EMIT cancelRequested();
}

void SweepPage::showStarted()
{
    m_isRunning = true;
    m_isStopping = false;
    m_isClosed = false;
    m_result.reset();
    m_measured.reset();
    showLevels({}, tr("The first level appears when it is measured."));
    if (m_runningUploads > 0)
        m_card->showWaiting(m_runningUploads);
    else
        m_card->showProgress({});
    refresh();
}

void SweepPage::showProgress(const experiment::SweepProgress &progress)
{
    if (!m_isRunning || progress.phase == SweepPhase::Done)
        return;
    if (progress.measured && progress.measured != m_measured) {
        m_measured = progress.measured;
        showLevels(*m_measured, {});
    }
    if (progress.phase != SweepPhase::Probe || m_runningUploads == 0)
        m_card->showProgress(progress);
}

void SweepPage::showResult(const experiment::SweepResult &result)
{
    m_isRunning = false;
    m_isStopping = false;
    m_measured.reset();
    m_result = result;
    showLast();
}

void SweepPage::showLast()
{
    m_isClosed = false;
    m_card->showResult(*m_result);
    m_card->setOrigin(foreignAddress());
    m_plots->setCaption(report::sweepSentence(*m_result), originOf(*m_result));
    showLevels(m_result->levels, tr("No level was measured."));
    refresh();
}

void SweepPage::closeResult()
{
    m_isClosed = true;
    showNothing();
    refresh();
}

void SweepPage::showDropped()
{
    m_isRunning = false;
    m_isStopping = false;
    m_measured.reset();
    showNothing();
    refresh();
}

void SweepPage::showLevels(std::span<const experiment::SweepLevel> levels, const QString &placeholder)
{
    m_plots->setLevels(levels, placeholder);
    m_table->setLevels(levels);
}

bool SweepPage::isOfServer() const
{
    return m_result && m_result->plan.uploads.target.endpoint.url.toDisplayString() == m_server;
}

QString SweepPage::foreignAddress() const
{
    if (!m_result || m_isClosed || isOfServer())
        return {};
    return report::displayUrl(m_result->plan.uploads.target.endpoint.url);
}

void SweepPage::refresh()
{
    using State = SetupCard::State;
    SetupCard &card = m_setup->card();
    const bool canStart = !m_server.isEmpty() && m_setup->isValid();
    if (m_isRunning)
        card.setState(m_isStopping ? State::Stopping : State::Running);
    else if (!canStart)
        card.setState(State::Unavailable);
    else
        card.setState(isOfServer() ? State::Again : State::Ready);
    card.setObstacle(m_obstacle);
    m_start->setEnabled(!m_isRunning && m_obstacle.isEmpty());
    m_cancel->setEnabled(m_isRunning && !m_isStopping);
    m_card->setNotice(
        m_isRunning && m_waitingUploads > 0
            ? tr("%n upload(s) in the queue wait until the sweep is over.", nullptr, m_waitingUploads)
            : QString());
}

} // namespace ui
