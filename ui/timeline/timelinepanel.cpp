// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinepanel.h"

#include "core/metrics/runtime.h"
#include "core/report/safetext.h"
#include "core/report/watchability.h"
#include "ui/common/timeselection.h"
#include "ui/common/timewindow.h"
#include "ui/timeline/chartview.h"
#include "ui/timeline/plots.h"
#include "ui/timeline/rangetiles.h"
#include "ui/timeline/readingtable.h"
#include "ui/timeline/timelineactions.h"
#include "ui/timeline/timelinedata.h"
#include "ui/timeline/timelinehead.h"
#include "ui/timeline/timelinepicture.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int dataBeatMs = 200;
constexpr int handBeatMs = 16;

} // namespace

struct TimelinePanel::Private
{
    Private(TimelinePanel &panel, TimeWindow &window, TimeSelection &selection);

    void connectAll();
    void showAsTable(bool on);
    void copy();
    [[nodiscard]] std::vector<TileText> texts() const;
    void told();
    void refresh();
    void refreshTexts();
    [[nodiscard]] QString placeholder() const;

    TimelinePanel &q;
    TimeWindow &window;
    TimeSelection &selection;
    TimelineData timeline;
    metrics::DiscoveryReport report;
    bool isDiscovered = false;
    QSet<metrics::Role> roles;

    TimelineActions *actions;
    TimelineHead *head;
    QStackedWidget *views; ///< One of the next two.
    ReadingTable *table;
    ChartView *chart; ///< Reads timeline: destroyed in ~TimelinePanel, before it.
    QList<TileAlert> alerts;
    QTimer dataBeat; ///< What is told is drawn at most five times a second …
    QTimer handBeat; ///< … but what is dragged follows the hand.
    bool isAdvancing = false;
    bool isStale = true;
};

TimelinePanel::Private::Private(TimelinePanel &panel, TimeWindow &w, TimeSelection &s)
    : q(panel)
    , window(w)
    , selection(s)
    , actions(new TimelineActions(s, panel))
    , head(new TimelineHead(w, *actions, &panel))
    , views(new QStackedWidget(&panel))
    , table(new ReadingTable)
    , chart(new ChartView(w, s, timeline))
{
    dataBeat.setSingleShot(true);
    dataBeat.setInterval(dataBeatMs);
    handBeat.setSingleShot(true);
    handBeat.setInterval(handBeatMs);
}

TimelinePanel::TimelinePanel(TimeWindow &window, TimeSelection &selection, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(*this, window, selection))
{
    setAccessibleName(tr("Server's memory"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    d->views->addWidget(d->chart); // after the head's buttons: Tab comes by what is adopted, in that order
    d->views->addWidget(d->table);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 8, 0, 4);
    all->setSpacing(4);
    all->addWidget(d->head);
    all->addWidget(d->views, 1);

    d->connectAll();
    d->chart->setPlots(timelinePlots(d->timeline, d->roles));
    d->showAsTable(false);
    d->refreshTexts();
}

void TimelinePanel::Private::connectAll()
{
    connect(head, &TimelineHead::noteRequested, &q, &TimelinePanel::noteRequested);
    connect(chart, &ChartView::bandClicked, &q, &TimelinePanel::bandClicked);
    connect(actions->asTable, &QAction::toggled, &q, [this](bool on) { showAsTable(on); });
    connect(actions->copy, &QAction::triggered, &q, [this] { copy(); });
    connect(&dataBeat, &QTimer::timeout, &q, [this] { refresh(); });
    connect(&handBeat, &QTimer::timeout, &q, [this] { refresh(); });
    connect(&window, &TimeWindow::changed, &q, [this] {
        isStale = true;
        if (!isAdvancing && q.isVisible() && !handBeat.isActive())
            handBeat.start();
    });
    connect(&selection, &TimeSelection::changed, &q, [this] { refreshTexts(); });
}

void TimelinePanel::Private::showAsTable(bool on)
{
    const bool hadFocus = views->isAncestorOf(QApplication::focusWidget());
    QWidget *wanted = on ? static_cast<QWidget *>(table) : chart;
    views->setCurrentWidget(wanted);
    refresh();
    if (hadFocus)
        wanted->setFocus(Qt::ShortcutFocusReason);
}

void TimelinePanel::Private::copy()
{
    QClipboard &clipboard = *QGuiApplication::clipboard();
    if (actions->asTable->isChecked()) {
        clipboard.setText(table->asText());
        return;
    }
    const QString origin = report.found() ? report::displayUrl(report.sources.first().url) : QString();
    clipboard.setImage(timelinePicture(*chart, window, selection, origin));
}

TimelinePanel::~TimelinePanel()
{
    delete d->chart; // reads the timeline, which goes with d
}

const TimelineActions &TimelinePanel::actions() const
{
    return *d->actions;
}

/// Wherever in the panel the focus is.
void TimelinePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || !d->selection.clear())
        QWidget::keyPressEvent(event);
}

void TimelinePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (d->isStale)
        d->refresh();
}

/// Something was added to the timeline: the window moves on, the picture follows when it is due and can be
/// seen.
void TimelinePanel::Private::told()
{
    isAdvancing = true;
    window.setBeginning(timeline.firstMs());
    window.advance(timeline.nowMs());
    head->setExtent(timeline.firstMs(), timeline.nowMs());
    isAdvancing = false;
    isStale = true;
    if (q.isVisible() && !q.window()->isMinimized() && !dataBeat.isActive())
        dataBeat.start();
}

void TimelinePanel::Private::refresh()
{
    if (!q.isVisible() || q.window()->isMinimized())
        return;
    handBeat.stop();
    isStale = false;
    const QSet<metrics::Role> now = drawnRoles(timeline);
    if (actions->asTable->isChecked()) {
        table->showRange(timeline, {window.fromMs(), window.toMs()});
    } else if (now != roles) {
        roles = now;
        chart->setPlots(timelinePlots(timeline, roles)); // refreshes
    } else {
        chart->refresh();
    }
    refreshTexts();
}

std::vector<TileText> TimelinePanel::Private::texts() const
{
    const metrics::Runtime runtime = metrics::runtimeOf(report);
    const std::optional<base::TimeRange> &range = selection.range();
    if (range)
        return rangeTileTexts(timeline, runtime, *range);
    std::vector<TileText> texts = tileTexts(timeline, runtime);
    addAlerts(texts, alerts);
    return texts;
}

void TimelinePanel::Private::refreshTexts()
{
    QStringList sentences;
    if (const std::optional<base::TimeRange> &range = selection.range()) {
        const RangeText text = rangeText(*range);
        sentences << tr("Selected: %1 to %2, %3").arg(text.from, text.to, text.duration);
    }
    const std::vector<TileText> tiles = texts();
    head->setTexts(tiles);
    for (const TileText &tile : tiles)
        sentences << tile.spoken();
    chart->setPlaceholder(placeholder());
    const session::Activity activity = timeline.activity().latest();
    sentences << tr("Upload rate: %1, %2 in flight")
                     .arg(readingLabel(activity.bytesPerSecond, ValueUnit::BytesPerSecond))
                     .arg(activity.inFlight);
    const QString description = sentences.join(QStringLiteral(". ")) + QLatin1Char('.');
    if (description != chart->accessibleDescription())
        chart->setAccessibleDescription(description);
}

QString TimelinePanel::Private::placeholder() const
{
    if (timeline.series().has(metrics::Role::HeapLive) || timeline.series().has(metrics::Role::Rss))
        return {};
    if (!timeline.series().isEmpty())
        return tr("This server's metrics say nothing of its memory.");
    if (!isDiscovered)
        return tr("The server's memory appears here once it is watched.");
    if (report::watchability(report) == report::Watchability::Unreachable || report::isMute(report))
        return tr("Nothing answers there yet. Uploads are drawn all the same.");
    if (!report.found())
        return tr("No metrics were found at this server. Uploads are drawn all the same.");
    return timeline.missReason().isEmpty() ? tr("Waiting for the first reading …")
                                           : tr("No readings: %1").arg(timeline.missReason());
}

void TimelinePanel::clear()
{
    d->timeline.clear();
    d->selection.clear(); // it was of what is gone
    d->report = {};
    d->isDiscovered = false;
    d->window.follow();
    d->told();
}

void TimelinePanel::setDiscovery(const metrics::DiscoveryReport &report)
{
    d->report = report;
    d->isDiscovered = true;
    d->told();
}

void TimelinePanel::addTick(const session::ScrapeTick &tick)
{
    d->timeline.addTick(tick);
    d->told();
}

void TimelinePanel::addActivity(const session::Activity &activity)
{
    d->timeline.addActivity(activity);
    d->told();
}

void TimelinePanel::addMark(const session::Mark &mark)
{
    d->timeline.addMark(mark);
    d->told();
}

void TimelinePanel::setUploads(const session::UploadBatch &batch)
{
    d->timeline.addUploads(batch);
    d->told();
}

void TimelinePanel::setAlerts(const QList<TileAlert> &alerts)
{
    d->alerts = alerts;
    d->refreshTexts();
}

void TimelinePanel::highlight(transfer::UploadId id)
{
    d->chart->highlight(id);
}

} // namespace ui
