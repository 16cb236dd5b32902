// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/auditresult.h"
#include "ui/common/measurepage.h"

#include <QVariantMap>

namespace ui {

class AuditCard;
class AuditSetup;
class ChecksCard;

/// What does the server make of uploads that are wrong? Choose checks and bounds, watch them, read what each found and what
/// to do about it. Three columns where there is room, fewer where there is not; scrolls rather than cut a card.
/// Thread: GUI.
class AuditPage final : public MeasurePage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AuditPage)

public:
    explicit AuditPage(QWidget *parent = nullptr);

    /// What is set up: checks, bounds and folder.
    [[nodiscard]] experiment::AuditPlan plan() const;
    /// The same for the next start of the program.
    [[nodiscard]] QVariantMap saved() const;
    void restore(const QVariantMap &saved);

    /// Of the last audit.
    [[nodiscard]] const std::optional<experiment::AuditResult> &result() const { return m_result; }

public Q_SLOTS:
    void setServer(const QUrl &url) override;
    void showProgress(const experiment::AuditProgress &progress);
    void showResult(const experiment::AuditResult &result);

Q_SIGNALS:
    /// Only what is set up here is filled in.
    void startRequested(const experiment::AuditPlan &plan);
    /// Something to read about a check.
    void referenceRequested(const QUrl &url);

private:
    [[nodiscard]] QString obstacle() const override;
    void request() override;
    void clear() override;
    void showBegun() override;
    void showLast() override;

    AuditSetup *m_setup;
    ChecksCard *m_checks;
    AuditCard *m_card;
    std::optional<experiment::AuditResult> m_result;
};

} // namespace ui
