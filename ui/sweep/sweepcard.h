// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/sweepresult.h"
#include "ui/common/resultcard.h"

#include <array>

class QProgressBar;

namespace ui {

class FindingRow;

/// What a sweep does and, in the end, what it found, on a ResultCard: bottleneck and amplification. As tall as all of it.
/// Thread: GUI.
class SweepCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SweepCard)

public:
    explicit SweepCard(QWidget *parent = nullptr);

    void showProgress(const experiment::SweepProgress &progress);
    void showResult(const experiment::SweepResult &result);
    /// What is to be known beside the progress; empty: nothing.
    void setNotice(const QString &text);

    /// With what it shows as long as there is nothing to show, and what can be done with a result.
    [[nodiscard]] ResultCard &card() { return *m_card; }

private:
    QProgressBar *m_bar;
    QLabel *m_phase;
    QLabel *m_notice;
    std::array<FindingRow *, 2> m_findings;
    ResultCard *m_card;
};

} // namespace ui
