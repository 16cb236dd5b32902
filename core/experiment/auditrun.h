// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/auditcheck.h"
#include "core/experiment/auditcontext.h"

#include <QObject>

namespace experiment {

/// One run of an Audit, as a coroutine: a small upload that has to be taken, then one check after another.
///
/// Thread: the stage's, which outlives this. Stage::cancel() brings the coroutine to its end before it returns.
class AuditRun final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AuditRun)

public:
    AuditRun(Stage &stage, AuditPlan plan);
    ~AuditRun() override;

    void start();

Q_SIGNALS:
    void progressed(const experiment::AuditProgress &progress);
    void finished(const experiment::AuditResult &result);

private:
    QCoro::Task<> run();
    /// Sees that a small upload is taken, and what the server shows of itself.
    QCoro::Task<bool> prepare();
    /// Of a form that was answered with a redirect: whether that can be told from a refusal, and then it means that it was taken.
    QCoro::Task<bool> learnRedirect(Exchanged made);
    QCoro::Task<> makeChecks();
    QCoro::Task<AuditFinding> make(const AuditCheck &check);
    void conclude();

    Stage &m_stage;
    AuditContext m_context;
    std::vector<const AuditCheck *> m_checks;
    AuditResult m_result;
    base::Steady m_begun;
};

} // namespace experiment
