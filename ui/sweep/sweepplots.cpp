// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/sweepplots.h"

#include "core/report/sweepchart.h"
#include "ui/common/card.h"
#include "ui/common/fonts.h"
#include "ui/sweep/sweepplot.h"

#include <QLabel>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace ui {

namespace {
constexpr int besideFrom = 480; // Pixels.
} // namespace

SweepPlots::SweepPlots(QWidget *parent)
    : QWidget(parent)
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_row->setContentsMargins({});
    m_row->setSpacing(12);
    m_latency = addPart();
    m_peaks = addPart();
    setLevels({}, {});
}

SweepPlots::Part SweepPlots::addPart()
{
    auto *card = new Card;
    Part part{new QLabel, new SweepPlot};
    part.title->setFont(strongFont(part.title->font()));
    auto *legend = new QLabel(tr("uploads at once"));
    legend->setFont(smallFont(legend->font()));
    legend->setForegroundRole(QPalette::PlaceholderText);
    legend->setAlignment(Qt::AlignHCenter);
    card->content().addWidget(part.title);
    card->content().addWidget(part.plot, 1);
    card->content().addWidget(legend);
    m_row->addWidget(card, 1);
    connect(part.plot, &SweepPlot::chosen, this, [this](int level) {
        choose(level);
        Q_EMIT chosen(level);
    });
    return part;
}

void SweepPlots::setLevels(std::span<const experiment::SweepLevel> levels, const QString &placeholder)
{
    const auto show = [&](const Part &part, const report::SweepChart &chart, const QString &instead) {
        part.title->setText(chart.title);
        part.plot->setPlaceholder(instead);
        part.plot->setChart(chart);
    };
    show(m_latency, report::latencyChart(levels), levels.empty() ? placeholder : tr("Nothing was answered."));
    show(m_peaks, report::peakChart(levels),
         levels.empty() ? placeholder : tr("The server told nothing of its memory."));
}

void SweepPlots::choose(int level)
{
    m_latency.plot->choose(level);
    m_peaks.plot->choose(level);
}

void SweepPlots::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_row->setDirection(width() >= besideFrom ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace ui
