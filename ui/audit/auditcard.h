// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/auditresult.h"
#include "ui/common/resultcard.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QUrl>

#include <optional>

class QProgressBar;

namespace ui {

class FindingDetails;

/// What an audit came to, or how it gets on, on a ResultCard, and below it everything about one check. Thread: GUI.
class AuditCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AuditCard)

public:
    explicit AuditCard(QWidget *parent = nullptr);

    /// Started; progress follows.
    void showStarting();
    void showProgress(const experiment::AuditProgress &progress);
    void showResult(const experiment::AuditResult &result);
    /// Of the result, what showCheck() tells of it; of the progress, the clock.
    void forget();
    /// Below, with what it found if there is a result; an unknown id: nothing.
    void showCheck(const QString &id);

    /// With what it shows as long as there is nothing to show, and what can be done with a result.
    [[nodiscard]] ResultCard &card() { return *m_card; }

Q_SIGNALS:
    void referenceRequested(const QUrl &url);

private:
    void updateElapsed();

    QProgressBar *m_bar;
    QLabel *m_elapsed;
    FindingDetails *m_details;
    ResultCard *m_card;
    std::optional<experiment::AuditResult> m_result;
    QTimer m_tick; ///< A check may take minutes and say nothing meanwhile.
    QElapsedTimer m_sinceProgress;
    std::chrono::milliseconds m_elapsedThen{0};
};

} // namespace ui
