// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/role.h"
#include "core/metrics/source.h"
#include "core/metrics/statustext.h"

#include <QTest>

using metrics::Reading;
using metrics::Role;

class TestRole final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysAreTheContract();
    void readings();
    void formatsAndRuntimesHaveKeys();
    void statuses_data();
    void statuses();
};

void TestRole::keysAreTheContract()
{
    QStringList keys;
    for (const Role role : metrics::allRoles())
        keys << metrics::toKey(role) + QLatin1Char(' ') + metrics::toKey(metrics::unitOf(role));
    QCOMPARE(
        keys.join(QStringLiteral(", ")),
        QStringLiteral(
            "heap bytes, heapGoal bytes, rss bytes, anonymousRss bytes, goroutines count, threads count, "
            "descriptors count, sockets count, pipes count, openFiles count, deletedFiles count, "
            "descriptorLimit count, gcCount count, gcPauseTotal seconds, "
            "gcPauseMax seconds, cpuTotal seconds, startTime seconds, requests count, disk count, diskBytes "
            "bytes, poolInUse count, poolSize count"));
    for (size_t i = 0; i < metrics::allRoles().size(); ++i)
        QCOMPARE(static_cast<size_t>(metrics::allRoles()[i]), i);
}

void TestRole::readings()
{
    Reading reading;
    QVERIFY(reading.roles().none());
    for (const Role role : metrics::allRoles())
        QVERIFY(!reading.has(role));
    reading.set(Role::Rss, 0);
    QVERIFY(reading.has(Role::Rss));
    QCOMPARE(reading.value(Role::Rss), 0);
    QCOMPARE(reading.roles().count(), size_t(1));
    QVERIFY(reading.roles().test(static_cast<size_t>(Role::Rss)));
}

void TestRole::formatsAndRuntimesHaveKeys()
{
    using metrics::Format;
    using metrics::Runtime;
    QStringList keys;
    for (const Format format :
         {Format::PrometheusText, Format::OpenMetrics, Format::Expvar, Format::GoPprof, Format::Actuator})
        keys << metrics::toKey(format);
    for (const Runtime runtime :
         {Runtime::Unknown, Runtime::Go, Runtime::Jvm, Runtime::Node, Runtime::Python, Runtime::DotNet})
        keys << metrics::toKey(runtime);
    QCOMPARE(
        keys.join(QLatin1Char(' ')),
        QStringLiteral("prometheus openmetrics expvar pprof actuator unknown go jvm node python dotnet"));
}

void TestRole::statuses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    QTest::newRow("404") << 404 << QStringLiteral("404 Not Found");
    QTest::newRow("503") << 503 << QStringLiteral("503 Service Unavailable");
    QTest::newRow("without phrase") << 499 << QStringLiteral("499");
}

void TestRole::statuses()
{
    QFETCH(int, status);
    QFETCH(QString, message);
    const base::Error error = metrics::statusError(status);
    QCOMPARE(error.kind, base::ErrorKind::HttpStatus);
    QCOMPARE(error.httpStatus, status);
    QCOMPARE(error.message, message);
}

QTEST_GUILESS_MAIN(TestRole)
#include "tst_role.moc"
