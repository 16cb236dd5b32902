// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/experiment/auditresult.h"
#include "core/net/curlaccessmanager.h"

#include <QTest>

/// What tests of audits share.
class AuditTest
{
    Q_DISABLE_COPY_MOVE(AuditTest)

public:
    /// Of that address, watched at its origin, with bounds that are good for a test.
    [[nodiscard]] static experiment::AuditPlan plan(const QUrl &url, const QStringList &checks);
    [[nodiscard]] experiment::AuditResult run(const experiment::AuditPlan &plan);

protected:
    AuditTest() = default;
    ~AuditTest() = default;

    base::SystemClock m_clock;
    net::CurlAccessManager m_manager;
};

/// Of the check with that id; a failure of the test if there is none.
[[nodiscard]] experiment::AuditFinding findingOf(const experiment::AuditResult &result, const QString &id);

/// Compares the outcome of the only check of an audit; its evidence is the message.
#define COMPARE_OUTCOME(result, expected)                                                                    \
    do {                                                                                                     \
        QCOMPARE((result).findings.size(), size_t(1));                                                       \
        QVERIFY2((result).findings.front().outcome == (expected),                                            \
                 qPrintable(toKey((result).findings.front().outcome) + QStringLiteral(": ")                  \
                            + (result).findings.front().evidence));                                          \
    } while (false)
