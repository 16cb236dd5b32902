// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/sweepresult.h"
#include "ui/common/measurepage.h"
#include "ui/sweep/sweepsettings.h"

namespace ui {

class SweepCard;
class SweepPlots;
class SweepSetup;
class SweepTableCard;

/// How does the server stand many uploads at once? Set a sweep up, watch it level by level, read what it found. Set-up,
/// verdict and plots stand side by side where there is room, the table below; it scrolls rather than cut a card.
/// Thread: GUI.
class SweepPage final : public MeasurePage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SweepPage)

public:
    explicit SweepPage(QWidget *parent = nullptr);

    [[nodiscard]] SweepSettings settings() const;
    void setSettings(const SweepSettings &settings);

    /// Of the last sweep.
    [[nodiscard]] const std::optional<experiment::SweepResult> &result() const { return m_result; }

public Q_SLOTS:
    void showProgress(const experiment::SweepProgress &progress);
    void showResult(const experiment::SweepResult &result);

Q_SIGNALS:
    /// Only what is set up here is filled in.
    void startRequested(const experiment::SweepPlan &plan);

private:
    void request() override;
    void clear() override;
    void showBegun() override;
    void showLast() override;
    void refresh() override;
    void showLevels(std::span<const experiment::SweepLevel> levels, const QString &placeholder);

    SweepSetup *m_setup;
    SweepCard *m_card;
    SweepPlots *m_plots;
    SweepTableCard *m_table;
    std::shared_ptr<const std::vector<experiment::SweepLevel>> m_measured; ///< That are drawn while it runs.
    std::optional<experiment::SweepResult> m_result;
};

} // namespace ui
