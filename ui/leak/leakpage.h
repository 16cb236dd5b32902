// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"
#include "ui/common/measurepage.h"
#include "ui/leak/checksettings.h"

#include <QVariantMap>

namespace ui {

class CheckSetup;
class FloorCard;
class VerdictCard;

/// Does the server leak? Set a check up, watch it, read what it found. Three columns where there is room, fewer where
/// there is not; scrolls rather than cut a card. Thread: GUI.
class LeakPage final : public MeasurePage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LeakPage)

public:
    explicit LeakPage(QWidget *parent = nullptr);

    [[nodiscard]] CheckSettings settings() const;
    void setSettings(const CheckSettings &settings);
    /// What is set up, for the next start of the program.
    [[nodiscard]] QVariantMap saved() const;
    void restore(const QVariantMap &saved);

    /// Of the last check.
    [[nodiscard]] const std::optional<experiment::CheckResult> &result() const { return m_result; }
    /// Whether the window knows other checks to compare a result with; it does not at first.
    void setComparable(bool on);

public Q_SLOTS:
    void showProgress(const experiment::CheckProgress &progress);
    void showResult(const experiment::CheckResult &result);
    /// One of the history, and says so. Ignored while a check is under way.
    void showKept(const experiment::CheckResult &result);

Q_SIGNALS:
    /// Only what is set up here is filled in.
    void startRequested(const experiment::CheckPlan &plan);
    /// The profiles of the shown check, and the uploads between them.
    void flameGraphRequested(const experiment::CheckProfiles &profiles, double uploads);
    /// The shown result shall be compared with another one.
    void compareRequested();

private:
    void request() override;
    void clear() override;
    void showBegun() override;
    void showLast() override;
    void refresh() override;
    void take(const experiment::CheckResult &result, const QString &kept);

    CheckSetup *m_setup;
    FloorCard *m_floors;
    VerdictCard *m_verdict;
    std::optional<experiment::CheckResult> m_result;
};

} // namespace ui
