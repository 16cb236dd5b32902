// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/auditrun.h"

#include "core/experiment/auditredirect.h"

#include <QUuid>

namespace experiment {
namespace {

AuditPlan withToken(AuditPlan plan)
{
    constexpr qsizetype enough = 12;
    if (plan.token.isEmpty())
        plan.token = QUuid::createUuid().toString(QUuid::Id128).first(enough);
    return plan;
}

std::vector<const AuditCheck *> chosen(const QStringList &only)
{
    std::vector<const AuditCheck *> checks;
    for (const AuditCheck &check : auditChecks()) {
        if (only.isEmpty() || only.contains(QLatin1StringView(check.id)))
            checks.push_back(&check);
    }
    return checks;
}

} // namespace

AuditRun::AuditRun(Stage &stage, AuditPlan plan)
    : m_stage(stage)
    , m_context(stage, withToken(std::move(plan)))
    , m_checks(chosen(m_context.plan().only))
    , m_begun(stage.clock().now())
{
}

AuditRun::~AuditRun() = default;

void AuditRun::start()
{
    m_result.plan = m_context.plan();
    m_result.startedMs = base::toUnixMs(m_stage.clock().wallNow());
    run();
}

QCoro::Task<> AuditRun::run()
{
    const bool isUsable = co_await prepare();
    if (isUsable)
        co_await makeChecks();
    conclude();
    Q_EMIT finished(m_result);
}

QCoro::Task<bool> AuditRun::prepare()
{
    Q_EMIT progressed({0, static_cast<int>(m_checks.size()), tr("A small upload"), {}});
    const RawUpload upload = m_context.uploads().small();
    const Exchanged made = co_await m_context.exchange(upload);
    if (m_stage.isCancelled())
        co_return false;
    bool isTaken = made.isTaken();
    if (!isTaken && m_context.uploads().isForm() && !redirectShape(made.answer).isEmpty()) {
        isTaken = co_await learnRedirect(made);
        if (!isTaken)
            co_return false;
    }
    if (!isTaken) {
        m_result.end = AuditEnd::Unusable;
        m_result.error = made.error;
        if (made.error.kind == base::ErrorKind::None)
            m_result.error = {made.status() > 0 ? base::ErrorKind::HttpStatus : base::ErrorKind::Protocol,
                              made.text() + made.words(m_context.secrets()), made.status(), QString()};
        if (made.error.kind
            == base::ErrorKind::TlsFailed) { // in words that say what is wrong with the certificate
            const net::TlsFailure failure = co_await m_stage.inspectTls(m_context.endpoint());
            if (failure.problem != net::TlsProblem::None)
                m_result.error = net::toError(failure);
        }
        m_result.error.message
            = tr("a small, right upload is not taken, so nothing can be told of wrong ones: %1", "why")
                  .arg(m_result.error.message);
        co_return false;
    }
    co_await m_context.discover();
    m_result.found = m_context.found();
    co_return true;
}

// A page to log in, or one that says what was wrong, would come for what nobody can take, too.
QCoro::Task<bool> AuditRun::learnRedirect(Exchanged made)
{
    RawUpload wrong = m_context.uploads().small();
    wrong.headers.back().second = "multipart/form-data";
    const Exchanged control = co_await m_context.exchange(wrong);
    if (m_stage.isCancelled())
        co_return false;
    const QString where = QString::fromUtf8(made.answer->head.value("Location"));
    if (redirectShape(control.answer) == redirectShape(made.answer)) {
        m_result.end = AuditEnd::Unusable;
        m_result.error
            = {base::ErrorKind::HttpStatus,
               tr("an upload is answered with %1 to %2, and so is a form without a boundary, which "
                  "cannot be one: what is taken cannot be told from what is refused",
                  "status, address")
                   .arg(made.text(), m_context.secrets().struckFrom(where)),
               made.status(),
               {}};
        co_return false;
    }
    m_context.takeRedirectsLike(made);
    co_return true;
}

QCoro::Task<> AuditRun::makeChecks()
{
    int number = 0;
    for (const AuditCheck *check : m_checks) {
        const auto elapsed = m_stage.clock().now() - m_begun;
        Q_EMIT progressed({++number, static_cast<int>(m_checks.size()), auditCheckText(check->title),
                           std::chrono::duration_cast<std::chrono::milliseconds>(elapsed)});
        const AuditFinding finding = co_await make(*check);
        if (m_stage.isCancelled())
            co_return;
        m_result.findings.push_back(finding);
        if (m_result.end == AuditEnd::Gone)
            co_return;
    }
}

QCoro::Task<AuditFinding> AuditRun::make(const AuditCheck &check)
{
    const base::Steady begun = m_stage.clock().now();
    (void)m_context.takeObstacle();
    AuditFinding finding = co_await check.run(m_context);
    const Obstacle obstacle = m_context.takeObstacle();
    if (obstacle.kind != Obstacle::Kind::None)
        finding = undecided(obstacle.text);
    finding.id = QString::fromUtf8(check.id);
    // Whatever broke the server, the next check must not be blamed for it.
    bool isAlive = finding.outcome == AuditOutcome::Pass;
    if (!isAlive)
        isAlive = co_await m_context.isAlive();
    const Obstacle::Kind forbidden = m_context.takeObstacle().kind;
    if (!isAlive && !m_stage.isCancelled()
        && (forbidden == Obstacle::Kind::None || forbidden == Obstacle::Kind::NoConnection)) {
        m_result.end = AuditEnd::Gone;
        finding.outcome = AuditOutcome::Fail;
        finding.evidence
            = tr("%1. After it the server took no upload any more", "what was found").arg(finding.evidence);
        m_result.error = {
            base::ErrorKind::ConnectionFailed,
            tr("the server took no upload any more after “%1”", "a check").arg(auditCheckText(check.title)),
            0,
            {}};
    }
    finding.took = std::chrono::duration_cast<std::chrono::milliseconds>(m_stage.clock().now() - begun);
    co_return finding;
}

void AuditRun::conclude()
{
    if (m_stage.isCancelled())
        m_result.end = AuditEnd::Cancelled;
    for (size_t i = m_result.findings.size(); i < m_checks.size(); ++i) {
        const QString why = m_result.end == AuditEnd::Cancelled ? tr("not finished: the audit was stopped")
                                                                : tr("not tried");
        m_result.findings.push_back({QString::fromUtf8(m_checks[i]->id), AuditOutcome::Unknown, why, {}});
    }
    m_result.requests = m_context.requests();
    m_result.bytes = m_context.bytes();
    m_result.took = std::chrono::duration_cast<std::chrono::milliseconds>(m_stage.clock().now() - m_begun);
}

} // namespace experiment
