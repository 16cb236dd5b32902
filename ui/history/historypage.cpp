// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historypage.h"

#include "ui/common/banner.h"
#include "ui/common/formatactions.h"
#include "ui/history/emptyhistory.h"
#include "ui/history/historyactions.h"
#include "ui/history/historyfoot.h"
#include "ui/history/runfilterbar.h"
#include "ui/history/runtable.h"
#include "ui/history/runtextview.h"

#include <QAction>
#include <QKeyEvent>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace ui {

using session::KeptRun;
using session::RunFilter;
using session::RunList;

HistoryPage::HistoryPage(QWidget *parent)
    : QWidget(parent)
    , m_model(new RunModel(this))
    , m_actions(new HistoryActions(*this))
    , m_filter(new RunFilterBar)
    , m_banner(new Banner)
    , m_undo(&m_banner->addButton(tr("&Undo")))
    , m_table(new RunTable(*m_model))
    , m_empty(new EmptyHistory)
    , m_stack(new QStackedWidget)
    , m_foot(new HistoryFoot(*m_actions))
    , m_text(new RunTextView)
    , m_views(new QStackedWidget(this))
{
    buildLayout();
    connectParts();
    connectActions();
    refreshList();
}

void HistoryPage::buildLayout()
{
    auto *list = new QWidget;
    auto *inner = new QVBoxLayout(list);
    inner->setContentsMargins({});
    inner->setSpacing(8);
    m_banner->setClosable(true); // Before it has its place, or Tab would come to that last.
    inner->addWidget(m_filter);
    inner->addWidget(m_banner);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    inner->addWidget(m_stack, 1);
    inner->addWidget(m_foot);
    m_views->addWidget(list);
    m_views->addWidget(m_text);
    m_banner->hide();
    m_undo->setToolTip(m_actions->undo->toolTip());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->addWidget(m_views);
    m_table->addActions({m_actions->open, m_actions->compare, m_actions->editTags, m_actions->editNote});
    m_table->addActions(m_actions->exports->all());
    m_table->addAction(m_actions->remove);
    setFocusProxy(m_table);
}

void HistoryPage::connectParts()
{
    connect(m_model, &RunModel::wanted, this, &HistoryPage::runsWanted);
    connect(m_model, &RunModel::tagsEdited, this, &HistoryPage::tagsEdited);
    connect(m_model, &RunModel::noteEdited, this, &HistoryPage::noteEdited);
    connect(m_model, &RunModel::taken, this, &HistoryPage::refreshList);
    connect(m_filter, &RunFilterBar::changed, this, &HistoryPage::applyFilter);
    connect(m_table, &RunTable::chosenChanged, this, &HistoryPage::refreshChosen);
    connect(m_table, &RunTable::openRequested, m_actions->open, &QAction::trigger);
    connect(m_table, &RunTable::removeRequested, m_actions->remove, &QAction::trigger);
    connect(m_foot, &HistoryFoot::roomChosen, this, &HistoryPage::roomChosen);
    connect(m_empty, &EmptyHistory::checkRequested, this, &HistoryPage::checkRequested);
    connect(m_empty, &EmptyHistory::showAllRequested, this, [this] {
        m_filter->setFilter({});
        m_filter->focusText(); // The button that had the focus goes.
    });
    connect(m_text, &RunTextView::closeRequested, this, &HistoryPage::closeText);
    connect(m_banner, &Banner::closed, this, &HistoryPage::endChoosing);
    connect(m_undo, &QPushButton::clicked, m_actions->undo, &QAction::trigger);
}

void HistoryPage::connectActions()
{
    connect(m_actions->open, &QAction::triggered, this, &HistoryPage::open);
    connect(m_actions->compare, &QAction::triggered, this, &HistoryPage::compare);
    connect(m_actions->remove, &QAction::triggered, this, &HistoryPage::remove);
    connect(m_actions->undo, &QAction::triggered, this, &HistoryPage::restoreRequested);
    connect(m_actions->editTags, &QAction::triggered, this, [this] { m_table->editCell(RunColumn::Tags); });
    connect(m_actions->editNote, &QAction::triggered, this, [this] { m_table->editCell(RunColumn::Note); });
    connect(m_actions->find, &QAction::triggered, this, [this] {
        closeText();
        m_filter->focusText();
    });
    connect(m_actions->exports, &FormatActions::chosen, this, [this](report::Format format) {
        if (const QList<KeptRun> runs = m_table->chosen(); runs.size() == 1)
            Q_EMIT exportRequested(runs.constFirst(), format);
    });
}

void HistoryPage::setOff()
{
    m_isOff = true;
    refreshList();
}

void HistoryPage::setRoom(qint64 room)
{
    m_foot->setRoom(room);
}

void HistoryPage::reload()
{
    m_isStale = true;
    if (!isVisible() || m_isOff)
        return;
    m_isStale = false;
    m_model->reload();
}

void HistoryPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    reload(); // Other programs may have added runs, too.
}

void HistoryPage::takeRuns(int question, const RunList &list)
{
    m_model->take(question, list);
}

void HistoryPage::refreshList()
{
    const RunList &totals = m_model->totals();
    const RunFilter &filter = m_model->filter();
    const bool isFiltered = !(filter.server.isEmpty() && filter.command.isEmpty() && filter.tag.isEmpty());
    const bool isEmpty = m_isOff || (m_model->isKnown() && m_model->rowCount() == 0);
    m_empty->setReason(m_isOff               ? EmptyHistory::Why::Off
                           : totals.all == 0 ? EmptyHistory::Why::NoRuns
                                             : EmptyHistory::Why::NoMatch);
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_table);
    m_filter->setTags(totals.tags);
    m_filter->setVisible(!m_isOff && (totals.all > 0 || isFiltered));
    m_foot->setVisible(!m_isOff && totals.all > 0);
    m_foot->setTotals(totals, isFiltered);
    if (const qint64 chosen = std::exchange(m_toChoose, 0); chosen != 0)
        m_table->choose(chosen);
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0) // for whoever comes by Tab
        m_table->selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate);
    refreshChosen();
}

void HistoryPage::refreshChosen()
{
    const QList<KeptRun> runs = m_table->chosen();
    const qint64 only = runs.size() == 1 ? runs.constFirst().id : 0;
    if (only != m_formatsOf) {
        m_formatsOf = only;
        m_formats.clear();
        if (only != 0)
            Q_EMIT formatsWanted(runs.constFirst());
    }
    m_actions->setChosen(runs, m_formats);
    if (m_choice)
        m_actions->open->setEnabled(runs.size() == 1);
}

void HistoryPage::takeFormats(qint64 id, const QList<report::Format> &formats)
{
    if (id != m_formatsOf)
        return;
    m_formats = formats;
    m_actions->setChosen(m_table->chosen(), m_formats);
}

void HistoryPage::open()
{
    const QList<KeptRun> runs = m_table->chosen();
    if (runs.size() != 1)
        return;
    if (!m_choice) {
        Q_EMIT openRequested(runs.constFirst());
        return;
    }
    endChoosing();
    Q_EMIT otherChosen(runs.constFirst());
}

void HistoryPage::compare()
{
    QList<KeptRun> runs = m_table->chosen();
    if (runs.size() == 1) {
        Q_EMIT compareWithRequested(runs.constFirst());
        return;
    }
    if (runs.size() != 2)
        return;
    std::ranges::sort(runs, {}, &KeptRun::startedAtMs);
    Q_EMIT compareRequested(runs.constFirst(), runs.constLast());
}

void HistoryPage::remove()
{
    QList<qint64> ids;
    const QList<KeptRun> runs = m_table->chosen();
    for (const KeptRun &run : runs)
        ids += run.id;
    if (!ids.isEmpty())
        Q_EMIT removeRequested(ids);
}

void HistoryPage::chooseOther(const QString &what, const QString &server, qint64 startedAtMs)
{
    closeText();
    if (!m_choice) {
        const QList<KeptRun> runs = m_table->chosen();
        m_choice = Choice{0, m_filter->filter(), runs.size() == 1 ? runs.constFirst().id : 0};
    }
    m_choice->exceptStartedAtMs = startedAtMs;
    {
        const QSignalBlocker quiet(m_filter); // asked once, and also where the bar says this already
        m_filter->setFilter({server, QStringLiteral("check"), {}});
    }
    applyFilter();
    m_banner->setMessage(Tone::Accent,
                         tr("With which check shall %1 be compared?", "“the check of …”").arg(what),
                         {tr("Choose it and press Enter. The earlier one of the two is “before”.")});
    m_undo->hide();
    m_banner->show();
    m_table->setFocus();
    refreshChosen();
}

void HistoryPage::endChoosing()
{
    if (!m_choice)
        return;
    const Choice choice = *std::exchange(m_choice, std::nullopt);
    m_banner->hide();
    {
        const QSignalBlocker quiet(m_filter);
        m_filter->setFilter(choice.before);
    }
    m_toChoose = choice.chosen;
    applyFilter();
    refreshChosen();
}

void HistoryPage::applyFilter()
{
    RunFilter filter = m_filter->filter();
    if (m_choice)
        filter.exceptStartedAtMs = m_choice->exceptStartedAtMs;
    m_model->setFilter(filter);
}

void HistoryPage::showText(const KeptRun &run, const QString &text)
{
    m_views->setCurrentWidget(m_text);
    setFocusProxy(m_text);
    m_text->showText(run, text);
}

void HistoryPage::closeText()
{
    if (m_views->currentWidget() != m_text)
        return;
    m_views->setCurrentIndex(0);
    setFocusProxy(m_table);
    m_table->setFocus();
}

void HistoryPage::showRemoved(int count)
{
    endChoosing();
    m_banner->setMessage(Tone::Text,
                         count == 1 ? tr("The run is deleted.") : tr("%1 runs are deleted.").arg(count),
                         {tr("Undo brings back what was deleted last, until this window closes.")});
    m_undo->show();
    m_banner->show();
    m_actions->undo->setEnabled(true);
}

void HistoryPage::showRestored()
{
    m_actions->undo->setEnabled(false);
    if (m_undo->hasFocus())
        m_table->setFocus();
    m_banner->hide();
}

void HistoryPage::showFailure(const QString &headline, const QString &why)
{
    endChoosing();
    m_banner->setMessage(Tone::Bad, headline, {why});
    m_undo->hide();
    m_banner->show();
}

void HistoryPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_views->currentWidget() == m_text)
        closeText();
    else if (event->key() == Qt::Key_Escape && m_choice)
        endChoosing();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ui
