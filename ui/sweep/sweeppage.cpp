// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/sweeppage.h"

#include "core/report/safetext.h"
#include "core/report/sweepwording.h"
#include "ui/common/cardcolumns.h"
#include "ui/common/plotpicture.h"
#include "ui/sweep/sweepcard.h"
#include "ui/sweep/sweepplots.h"
#include "ui/sweep/sweepsetup.h"
#include "ui/sweep/sweeptablecard.h"

namespace ui {

using experiment::SweepPhase;

namespace {

constexpr CardColumns::Widths widths{.threeFrom = 1000, .setup = 232, .secondStretch = 3, .thirdStretch = 4};

} // namespace

SweepPage::SweepPage(QWidget *parent)
    : MeasurePage({QLatin1StringView("sweep"), tr("Start a s&weep"), Qt::CTRL | Qt::SHIFT | Qt::Key_Return,
                   tr("Stop the sweep")},
                  parent)
    , m_setup(new SweepSetup)
    , m_card(new SweepCard)
    , m_plots(new SweepPlots)
    , m_table(new SweepTableCard)
{
    m_card->card().addExport(m_plots->copyAction());
    auto *columns = new CardColumns({*m_setup, *m_card, *m_plots, m_table}, widths);
    connect(columns, &CardColumns::arranged, m_plots,
            [this](CardColumns::Columns now) { m_plots->setBeside(now != CardColumns::Columns::One); });
    connect(m_plots, &SweepPlots::chosen, m_table, &SweepTableCard::choose);
    connect(m_table, &SweepTableCard::chosen, m_plots, &SweepPlots::choose);
    build(m_setup->card(), m_card->card(), *columns);
}

SweepSettings SweepPage::settings() const
{
    return m_setup->settings();
}

void SweepPage::setSettings(const SweepSettings &settings)
{
    m_setup->setSettings(settings);
}

void SweepPage::request()
{
    Q_EMIT startRequested(m_setup->settings().plan());
}

void SweepPage::clear()
{
    m_measured.reset();
    if (isRunning())
        m_result.reset();
    showLevels({},
               isRunning() ? tr("The first level appears when it is measured.")
                           : tr("The plot grows while a sweep runs."));
}

void SweepPage::showBegun()
{
    m_card->showProgress({});
}

void SweepPage::showProgress(const experiment::SweepProgress &progress)
{
    if (!isRunning() || progress.phase == SweepPhase::Done)
        return;
    if (progress.measured && progress.measured != m_measured) {
        m_measured = progress.measured;
        showLevels(*m_measured, {});
    }
    if (progress.phase != SweepPhase::Probe)
        endWaiting();
    if (!isWaiting())
        m_card->showProgress(progress);
}

void SweepPage::showResult(const experiment::SweepResult &result)
{
    m_measured.reset();
    m_result = result;
    const QUrl &url = result.plan.uploads.target.endpoint.url;
    end({url, report::displayUrl(url)});
}

void SweepPage::showLast()
{
    m_card->showResult(*m_result);
    m_plots->setCaption(
        report::sweepSentence(*m_result),
        originText(report::displayUrl(m_result->plan.uploads.target.endpoint.url), m_result->startedMs));
    showLevels(m_result->levels, tr("No level was measured."));
}

void SweepPage::showLevels(std::span<const experiment::SweepLevel> levels, const QString &placeholder)
{
    m_plots->setLevels(levels, placeholder);
    m_table->setLevels(levels);
}

void SweepPage::refresh()
{
    MeasurePage::refresh();
    m_card->setNotice(waitingUploads() > 0 ? tr("%n upload(s) in the queue wait until the sweep is over.",
                                                nullptr, waitingUploads())
                                           : QString());
}

} // namespace ui
