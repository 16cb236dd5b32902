// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/session/sessiontest.h"

#include <QTest>

using namespace std::chrono_literals;
using analysis::AlertRule;
using analysis::AlertSignal;
using session::Alert;
using session::Session;

/// What a session does with alert rules: what an AlertEngine is told, and what becomes of what it says.
class TestSessionAlerts final : public testing::SessionTest
{
    Q_OBJECT

private Q_SLOTS:
    void noneUnlessAsked();
    void failedUploadsRaise();
    void readingsRaise();

private:
    static AlertRule rule(AlertSignal signal, double threshold)
    {
        return {QStringLiteral("r"),
                QStringLiteral("R"),
                signal,
                analysis::AlertComparison::Above,
                threshold,
                threshold,
                0ms,
                0ms,
                analysis::AlertPriority::P1};
    }
};

void TestSessionAlerts::noneUnlessAsked()
{
    setTarget();
    add({QStringLiteral("/nonexistent")});
    pass(10s);
    const auto snapshot = m_session->snapshot({});
    QVERIFY(snapshot->alertRules.isEmpty());
    QVERIFY(snapshot->alerts.isEmpty());
}

void TestSessionAlerts::failedUploadsRaise()
{
    QList<Alert> raised;
    connect(m_session.get(), &Session::alertRaised, this, [&](const Alert &alert) { raised << alert; });
    m_session->setAlerts({{rule(AlertSignal::ServerErrors, 0.5), rule(AlertSignal::Goroutines, 1)}, 0});
    setTarget();
    m_session->setParallelLimit(12);
    add(makeFiles(12));
    QTRY_COMPARE(posts().size(), 12);
    for (int i = 0; i < 12; ++i)
        answer(0, i < 9 ? 503 : 201);
    QTRY_COMPARE(m_log.constLast(), QStringLiteral("drained"));
    // Judged although the second is not over, and told before the end is.
    QCOMPARE(raised.size(), 1);
    QCOMPARE(raised[0].value, 0.75);
    QVERIFY2(m_log.indexOf(QStringLiteral("alertRaised")) < m_log.indexOf(QStringLiteral("drained")),
             qPrintable(log()));
    const auto snapshot = m_session->snapshot({});
    QCOMPARE(snapshot->alerts, raised);
    QCOMPARE(snapshot->alertRules.size(), 2);
    QVERIFY(snapshot->alertRules[0].isJudged);
    QVERIFY(!snapshot->alertRules[1].isJudged); // nothing is watched
    QCOMPARE(snapshot->timeline.marks().constLast().kind, session::MarkKind::AlertRaised);
    QCOMPARE(snapshot->timeline.marks().constLast().text, QStringLiteral("P1 R: 75 % > 50 %"));
}

void TestSessionAlerts::readingsRaise()
{
    int cleared = 0;
    connect(m_session.get(), &Session::alertCleared, this, [&] { ++cleared; });
    AlertRule memory = rule(AlertSignal::MemoryEta, 1);
    memory.comparison = analysis::AlertComparison::Below;
    m_session->setAlerts({{rule(AlertSignal::Goroutines, 6), memory}, 2e6});
    net::Endpoint endpoint;
    endpoint.url = QUrl(QStringLiteral("http://127.0.0.1:1/"));
    m_session->watch(endpoint);
    QTRY_VERIFY((m_script->answerAll(), m_log.contains(QStringLiteral("scraped"))));
    pass(1s);
    QCOMPARE(m_log.count(QStringLiteral("alertRaised")), 1); // seven goroutines
    m_script->heap = 3e6; // the limit
    QTRY_VERIFY((m_script->answerAll(), m_log.count(QStringLiteral("scraped")) == 2));
    pass(1s);
    QCOMPARE(m_log.count(QStringLiteral("alertRaised")), 2);
    QCOMPARE(cleared, 0);
    const QList<Alert> alerts = m_session->snapshot({})->alerts;
    QCOMPARE(alerts.size(), 2);
    QCOMPARE(alerts[0].value, 7.0);
    QCOMPARE(alerts[1].value, 0.0);
}

QTEST_GUILESS_MAIN(TestSessionAlerts)
#include "tst_sessionalerts.moc"
