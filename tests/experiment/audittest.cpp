// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/experiment/audittest.h"

#include "core/experiment/audit.h"

#include <QSignalSpy>

using namespace experiment;

AuditPlan AuditTest::plan(const QUrl &url, const QStringList &checks)
{
    AuditPlan plan;
    plan.target.endpoint.url = url;
    plan.watch.url = plan.target.endpoint.origin();
    plan.bounds.body = 16 * 1024 * 1024;
    plan.bounds.slow = std::chrono::seconds(6);
    plan.bounds.release = std::chrono::seconds(2);
    plan.bounds.remains = std::chrono::seconds(8); // longer than the auditee's late clean-up
    plan.only = checks;
    return plan;
}

AuditResult AuditTest::run(const AuditPlan &plan)
{
    Audit audit(m_manager, m_clock);
    AuditResult result;
    bool isFinished = false;
    QObject::connect(&audit, &Audit::finished, &audit, [&](const AuditResult &finished) {
        result = finished;
        isFinished = true;
    });
    audit.start(plan);
    [&] { QTRY_VERIFY_WITH_TIMEOUT(isFinished, 120'000); }();
    return result;
}

AuditFinding findingOf(const AuditResult &result, const QString &id)
{
    for (const AuditFinding &finding : result.findings) {
        if (finding.id == id)
            return finding;
    }
    QTest::qFail(qPrintable(QStringLiteral("no finding of ") + id), __FILE__, __LINE__);
    return {};
}
