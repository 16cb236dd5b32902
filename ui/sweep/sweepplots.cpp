// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/sweepplots.h"

#include "core/report/sweepchart.h"
#include "ui/common/card.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/keyedaction.h"
#include "ui/common/labelled.h"
#include "ui/common/plotpicture.h"
#include "ui/sweep/sweepplot.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QVBoxLayout>

namespace ui {

namespace {
constexpr QSize smallestPicture(920, 320);
} // namespace

SweepPlots::SweepPlots(QWidget *parent)
    : QWidget(parent)
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_copy(new QAction(icon(QLatin1StringView("copy")), tr("Copy charts as pictur&e"), this))
{
    m_row->setContentsMargins({});
    m_row->setSpacing(12);
    m_latency = addPart();
    m_peaks = addPart();
    buildCopy();
    setLevels({}, {});
}

void SweepPlots::buildCopy()
{
    m_copy->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_I);
    setWords(*m_copy, m_copy->text(), tr("Copy both plots as one picture"));
    connect(m_copy, &QAction::triggered, this, &SweepPlots::copy);
    for (SweepPlot *plot : {m_latency.plot, m_peaks.plot}) {
        plot->addAction(m_copy);
        plot->setContextMenuPolicy(Qt::ActionsContextMenu);
    }
}

void SweepPlots::setCaption(const QString &title, const QString &origin)
{
    m_title = title;
    m_origin = origin;
}

void SweepPlots::copy() const
{
    SweepPlots fresh;
    fresh.setLevels(m_levels, {});
    QGuiApplication::clipboard()->setImage(
        plotPicture(fresh, *this, {m_title, {}, m_origin}, smallestPicture));
}

SweepPlots::Part SweepPlots::addPart()
{
    auto *card = new Card;
    Part part{new QLabel, new SweepPlot};
    part.title->setFont(strongFont(part.title->font()));
    QLabel *legend = caption(tr("uploads at once"));
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
    m_levels.assign(levels.begin(), levels.end());
    m_copy->setEnabled(!levels.empty());
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

void SweepPlots::setBeside(bool on)
{
    m_row->setDirection(on ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace ui
