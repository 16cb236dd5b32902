// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinepanel.h"

#include "ui/common/buttonkind.h"
#include "ui/common/icons.h"
#include "ui/common/timewindow.h"
#include "ui/timeline/chartview.h"
#include "ui/timeline/history.h"
#include "ui/timeline/plots.h"
#include "ui/timeline/rangebar.h"
#include "ui/timeline/tile.h"

#include <QHBoxLayout>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int dataBeatMs = 200;
constexpr int handBeatMs = 16;
constexpr int narrowWidth = 1040;

} // namespace

struct TimelinePanel::Private
{
    Private(TimelinePanel &panel, TimeWindow &window);

    void told();
    void refresh();
    void refreshTexts();
    [[nodiscard]] QString placeholder() const;

    TimelinePanel &q;
    TimeWindow &window;
    History history;
    metrics::DiscoveryReport report;
    bool isDiscovered = false;
    QSet<metrics::Role> roles;

    QBoxLayout *top = nullptr; ///< Tiles and ranges.
    RangeBar *ranges;
    ChartView *chart; ///< Reads history: destroyed in ~TimelinePanel, before it.
    std::vector<Tile *> tiles;
    QTimer dataBeat; ///< What is told is drawn at most five times a second …
    QTimer handBeat; ///< … but what is dragged follows the hand.
    bool isAdvancing = false;
    bool isStale = true;
};

TimelinePanel::Private::Private(TimelinePanel &panel, TimeWindow &w)
    : q(panel)
    , window(w)
    , ranges(new RangeBar(w, &panel))
    , chart(new ChartView(w, history, &panel))
{
    dataBeat.setSingleShot(true);
    dataBeat.setInterval(dataBeatMs);
    handBeat.setSingleShot(true);
    handBeat.setInterval(handBeatMs);
}

TimelinePanel::TimelinePanel(TimeWindow &window, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(*this, window))
{
    setAccessibleName(tr("Server's memory"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);

    auto *tiles = new QHBoxLayout;
    tiles->setSpacing(16);
    for (const TileText &text : tileTexts(d->history, metrics::Runtime::Unknown)) {
        auto *tile = new Tile(this);
        tile->setText(text);
        tiles->addWidget(tile, 1);
        d->tiles.push_back(tile);
    }
    d->top = new QBoxLayout(
        QBoxLayout::TopToBottom); // the narrow form first: the wide one would not let it be narrow
    d->top->setContentsMargins(16, 0, 16, 0);
    d->top->setSpacing(8);
    d->top->addLayout(tiles, 1);
    d->top->addWidget(d->ranges, 0, Qt::AlignTop | Qt::AlignRight);
    auto *note = new QToolButton(this);
    note->setIcon(icon(QLatin1StringView("flag"), Tone::Dim));
    note->setIconSize({16, 16});
    note->setAccessibleName(tr("Mark this moment with a note"));
    note->setToolTip(tr("Mark this moment with a note (M)"));
    setKind(*note, ButtonKind::Pill);
    connect(note, &QToolButton::clicked, this, &TimelinePanel::noteRequested);
    d->ranges->layout()->addWidget(note);

    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 8, 0, 4);
    all->setSpacing(4);
    all->addLayout(d->top);
    all->addWidget(d->chart, 1);
    setTabOrder(note, d->chart);

    connect(d->chart, &ChartView::bandClicked, this, &TimelinePanel::bandClicked);
    connect(&d->dataBeat, &QTimer::timeout, this, [this] { d->refresh(); });
    connect(&d->handBeat, &QTimer::timeout, this, [this] { d->refresh(); });
    connect(&window, &TimeWindow::changed, this, [this] {
        d->isStale = true;
        if (!d->isAdvancing && isVisible() && !d->handBeat.isActive())
            d->handBeat.start();
    });
    d->chart->setPlots(timelinePlots(d->history, d->roles));
    d->refreshTexts();
}

TimelinePanel::~TimelinePanel()
{
    delete d->chart; // reads the history, which goes with d
}

void TimelinePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // A narrow panel gives the tiles the whole width: what they say must not be cut.
    d->top->setDirection(width() < narrowWidth ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void TimelinePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (d->isStale)
        d->refresh();
}

/// Something was added to the history: the window moves on, the picture follows when it is due and can be
/// seen.
void TimelinePanel::Private::told()
{
    isAdvancing = true;
    window.advance(history.nowMs());
    ranges->setExtent(history.firstMs(), history.nowMs());
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
    const QSet<metrics::Role> now = drawnRoles(history);
    if (now != roles) {
        roles = now;
        chart->setPlots(timelinePlots(history, roles)); // refreshes
    } else {
        chart->refresh();
    }
    refreshTexts();
}

void TimelinePanel::Private::refreshTexts()
{
    const metrics::Runtime runtime
        = report.found() ? report.sources.first().runtime : metrics::Runtime::Unknown;
    QStringList sentences;
    const std::vector<TileText> texts = tileTexts(history, runtime);
    for (size_t i = 0; i < texts.size(); ++i) {
        tiles[i]->setText(texts[i]);
        sentences << texts[i].spoken();
    }
    chart->setPlaceholder(placeholder());
    const session::Activity activity = history.activity().latest();
    sentences << tr("Upload rate: %1, %2 in flight")
                     .arg(readingLabel(activity.bytesPerSecond, ValueUnit::BytesPerSecond))
                     .arg(activity.inFlight);
    const QString description = sentences.join(QStringLiteral(". ")) + QLatin1Char('.');
    if (description != chart->accessibleDescription())
        chart->setAccessibleDescription(description);
}

QString TimelinePanel::Private::placeholder() const
{
    if (history.series().has(metrics::Role::HeapLive) || history.series().has(metrics::Role::Rss))
        return {};
    if (!history.series().isEmpty())
        return tr("This server's metrics say nothing of its memory.");
    if (!isDiscovered)
        return tr("The server's memory appears here once it is watched.");
    if (!report.found())
        return tr("No metrics were found at this server. Uploads are drawn all the same.");
    return history.missReason().isEmpty() ? tr("Waiting for the first reading …")
                                          : tr("No readings: %1").arg(history.missReason());
}

void TimelinePanel::clear()
{
    d->history.clear();
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
    d->history.addTick(tick);
    d->told();
}

void TimelinePanel::addActivity(const session::Activity &activity)
{
    d->history.addActivity(activity);
    d->told();
}

void TimelinePanel::addMark(const session::Mark &mark)
{
    d->history.addMark(mark);
    d->told();
}

void TimelinePanel::setUploads(const session::UploadBatch &batch)
{
    d->history.addUploads(batch);
    d->told();
}

void TimelinePanel::highlight(transfer::UploadId id)
{
    d->chart->highlight(id);
}

} // namespace ui
