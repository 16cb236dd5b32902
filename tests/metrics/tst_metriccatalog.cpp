// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/metriccatalog.h"
#include "core/metrics/rolecollector.h"
#include "tests/metrics/samplesfromtext.h"

#include <QTest>

using metrics::Role;

class TestMetricCatalog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void collecting_data();
    void collecting();
    void runtimes_data();
    void runtimes();
    void namesOfARole();
};

void TestMetricCatalog::names_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("role"); // empty: none

    QTest::newRow("first of the table")
        << QByteArray("db_client_connections_max") << QStringLiteral("poolSize");
    QTest::newRow("last of the table")
        << QByteArray("tomcat_threads_config_max_threads") << QStringLiteral("poolSize");
    QTest::newRow("heap") << QByteArray("go_memstats_heap_alloc_bytes") << QStringLiteral("heap");
    QTest::newRow("goal") << QByteArray("go_memstats_next_gc_bytes") << QStringLiteral("heapGoal");
    QTest::newRow("rss") << QByteArray("process_resident_memory_bytes") << QStringLiteral("rss");
    QTest::newRow("descriptors") << QByteArray("process_open_fds") << QStringLiteral("descriptors");
    QTest::newRow("limit") << QByteArray("process_max_fds") << QStringLiteral("descriptorLimit");
    QTest::newRow("prefix of a known name") << QByteArray("go_memstats_heap_alloc") << QString();
    QTest::newRow("known name with a tail") << QByteArray("process_open_fds_x") << QString();
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("before all") << QByteArray("a") << QString();
    QTest::newRow("behind all") << QByteArray("zzz") << QString();
    QTest::newRow("scrapes are not requests")
        << QByteArray("promhttp_metric_handler_requests_total") << QString();
    QTest::newRow("when a counter began") << QByteArray("process_cpu_seconds_created") << QString();
}

void TestMetricCatalog::names()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, role);
    const metrics::MetricRule *rule = metrics::findRule(name.toStdString());
    QCOMPARE(rule ? metrics::toKey(rule->role) : QString(), role);
}

void TestMetricCatalog::collecting_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QString>("expected");

    QTest::newRow("lower rank wins, first")
        << QByteArray("go_memstats_heap_alloc_bytes 1\ngo_memstats_alloc_bytes 2\n")
        << QStringLiteral("heap 1");
    QTest::newRow("lower rank wins, last")
        << QByteArray("go_memstats_alloc_bytes 2\ngo_memstats_heap_alloc_bytes 1\n")
        << QStringLiteral("heap 1");
    QTest::newRow("higher rank alone")
        << QByteArray("go_memstats_alloc_bytes 2\n") << QStringLiteral("heap 2");
    QTest::newRow("own series before pushed ones")
        << QByteArray("process_open_fds{job=\"x\"} 9\nprocess_open_fds 3\nprocess_open_fds{job=\"y\"} 8\n")
        << QStringLiteral("descriptors 3");
    QTest::newRow("the first where all have labels")
        << QByteArray("process_open_fds{job=\"x\"} 9\nprocess_open_fds{job=\"y\"} 8\n")
        << QStringLiteral("descriptors 9");
    QTest::newRow("one quantile only") << QByteArray(
        "go_gc_duration_seconds{quantile=\"0.5\"} 5\ngo_gc_duration_seconds{quantile=\"1\"} 7\n")
                                       << QStringLiteral("gcPauseMax 7");
    QTest::newRow("a quantile as OpenMetrics writes it") << QByteArray(
        "go_gc_duration_seconds{quantile=\"0.5\"} 5\ngo_gc_duration_seconds{quantile=\"1.0\"} 7\n")
                                                         << QStringLiteral("gcPauseMax 7");
    QTest::newRow("heap areas add up, others do not")
        << QByteArray("jvm_memory_used_bytes{area=\"heap\",id=\"Eden\"} 1\n"
                      "jvm_memory_used_bytes{area=\"nonheap\",id=\"Meta\"} 10\n"
                      "jvm_memory_used_bytes{area=\"heap\",id=\"Old\"} 2\n")
        << QStringLiteral("heap 3");
    QTest::newRow("longest of several")
        << QByteArray("jvm_gc_pause_seconds_max{cause=\"a\"} 0.1\njvm_gc_pause_seconds_max{cause=\"b\"} 0.3\n"
                      "jvm_gc_pause_seconds_max{cause=\"c\"} 0.2\n")
        << QStringLiteral("gcPauseMax 0.3");
    QTest::newRow("G1's old collections alone")
        << QByteArray("jvm_gc_collection_seconds_count{gc=\"G1 Young Generation\",} 8\n"
                      "jvm_gc_collection_seconds_count{gc=\"G1 Old Generation\",} 2\n")
        << QStringLiteral("gcCount 2");
    for (const char *young : {"G1 Young Generation", "Copy", "PS Scavenge", "ParNew", "ZGC Minor Cycles",
                              "ZGC Minor Pauses", "G1 Concurrent GC", "scavenge"}) {
        QTest::addRow("%s never reaches the old", young)
            << QByteArray("jvm_gc_collection_seconds_count{gc=\"") + young + "\"} 8\n"
            << QStringLiteral("gcCount 0");
    }
    for (const char *whole : {"MarkSweepCompact", "PS MarkSweep", "ConcurrentMarkSweep", "ZGC", "ZGC Cycles",
                              "ZGC Major Cycles", "Shenandoah Cycles", "one of tomorrow"}) {
        QTest::addRow("%s does", whole) << QByteArray("jvm_gc_collection_seconds_count{gc=\"") + whole
                + "\"} 8\n" << QStringLiteral("gcCount 8");
    }
    QTest::newRow("Micrometer's major ones alone")
        << QByteArray("jvm_gc_pause_seconds_count{action=\"end of major GC\",cause=\"a\"} 1\n"
                      "jvm_gc_pause_seconds_count{action=\"end of major GC\",cause=\"b\"} 1\n"
                      "jvm_gc_pause_seconds_count{action=\"end of minor GC\",cause=\"a\"} 8\n")
        << QStringLiteral("gcCount 2");
    QTest::newRow("Micrometer's minor ones of ZGC")
        << QByteArray("jvm_gc_pause_seconds_count{action=\"end of GC pause\",gc=\"ZGC Minor Pauses\"} 8\n"
                      "jvm_gc_pause_seconds_count{action=\"end of GC pause\",gc=\"ZGC Major Pauses\"} 3\n")
        << QStringLiteral("gcCount 3");
    QTest::newRow("Micrometer before the first collection")
        << QByteArray("jvm_gc_max_data_size_bytes 4.2e9\n") << QStringLiteral("gcCount 0");
    QTest::newRow("Micrometer after it")
        << QByteArray("jvm_gc_max_data_size_bytes 4.2e9\n"
                      "jvm_gc_pause_seconds_count{action=\"end of major GC\"} 1\n")
        << QStringLiteral("gcCount 1");
    QTest::newRow("Node's major ones alone")
        << QByteArray("nodejs_gc_duration_seconds_count{kind=\"minor\"} 8\n"
                      "nodejs_gc_duration_seconds_count{kind=\"incremental\"} 4\n"
                      "nodejs_gc_duration_seconds_count{kind=\"weakcb\"} 2\n"
                      "nodejs_gc_duration_seconds_count{kind=\"major\"} 3\n")
        << QStringLiteral("gcCount 3");
    QTest::newRow(".NET's oldest generation")
        << QByteArray("dotnet_collection_count_total{generation=\"2\"} 1\n"
                      "dotnet_collection_count_total{generation=\"1\"} 4\n"
                      "dotnet_collection_count_total{generation=\"0\"} 8\n")
        << QStringLiteral("gcCount 1");
    QTest::newRow("pauses are of all of them")
        << QByteArray("jvm_gc_collection_seconds_sum{gc=\"Copy\"} 0.25\n"
                      "jvm_gc_collection_seconds_sum{gc=\"MarkSweepCompact\"} 0.5\n")
        << QStringLiteral("gcPauseTotal 0.75");
    QTest::newRow("nanoseconds") << QByteArray("process_cpu_time_ns_total 1.5e9\n")
                                 << QStringLiteral("cpuTotal 1.5");
    QTest::newRow("requests of all codes")
        << QByteArray("http_requests_total{code=\"200\"} 7\nhttp_requests_total{code=\"413\"} 3\n")
        << QStringLiteral("requests 10");
    QTest::newRow("two names of requests are not added")
        << QByteArray("http_request_duration_seconds_count 5\nhttp_requests_total 7\n")
        << QStringLiteral("requests 7");
    QTest::newRow("sums are not added to a better name")
        << QByteArray("http_requests_total 7\nhttp_request_duration_seconds_count 5\n")
        << QStringLiteral("requests 7");
    QTest::newRow("all pools of a kind")
        << QByteArray("hikaricp_connections_active{pool=\"a\"} 3\nhikaricp_connections_active{pool=\"b\"} 4\n"
                      "hikaricp_connections_max{pool=\"a\"} 10\nhikaricp_connections_max{pool=\"b\"} 10\n"
                      "tomcat_threads_busy_threads 150\ntomcat_threads_config_max_threads 200\n")
        << QStringLiteral("poolInUse 7, poolSize 20");
    QTest::newRow("connections in use alone") << QByteArray("db_client_connections_usage{state=\"idle\"} 3\n"
                                                            "db_client_connections_usage{state=\"used\"} 2\n")
                                              << QStringLiteral("poolInUse 2");
    QTest::newRow("NaN is no value") << QByteArray("process_open_fds NaN\ngo_threads 4\n")
                                     << QStringLiteral("threads 4");
    QTest::newRow("infinity is no value")
        << QByteArray("process_max_fds +Inf\ngo_threads 4\n") << QStringLiteral("threads 4");
    QTest::newRow("a family torn apart")
        << QByteArray("http_requests_total{c=\"1\"} 7\ngo_threads 4\nhttp_requests_total{c=\"2\"} 1\n")
        << QStringLiteral("threads 4, requests 8");
    QTest::newRow("nothing known") << QByteArray("a 1\nb 2\n") << QString();
}

void TestMetricCatalog::collecting()
{
    QFETCH(QByteArray, page);
    QFETCH(QString, expected);
    metrics::PrometheusReader reader(page);
    metrics::RoleCollector collector;
    for (metrics::PrometheusSample sample; reader.next(sample);)
        collector.add(sample);
    QCOMPARE(kit::printed(collector.reading()), expected);
}

void TestMetricCatalog::runtimes_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QString>("expected");

    QTest::newRow("Go") << QByteArray("go_info{version=\"go1.19.8\"} 1\n") << QStringLiteral("go go1.19.8");
    QTest::newRow("Go without version") << QByteArray("go_goroutines 1\n") << QStringLiteral("go ");
    QTest::newRow("version behind other series")
        << QByteArray("go_goroutines 1\ngo_info{version=\"go1.22\"} 1\n") << QStringLiteral("go go1.22");
    QTest::newRow("Node") << QByteArray("nodejs_version_info{version=\"v20.20.2\",major=\"20\"} 1\n")
                          << QStringLiteral("node v20.20.2");
    QTest::newRow("Python") << QByteArray("python_info{implementation=\"CPython\",version=\"3.11.2\"} 1.0\n")
                            << QStringLiteral("python 3.11.2");
    QTest::newRow("JVM") << QByteArray("jvm_info{runtime=\"OpenJDK\",version=\"17.0.15+6\",} 1.0\n")
                         << QStringLiteral("jvm 17.0.15+6");
    QTest::newRow("JVM, newer client")
        << QByteArray("jvm_runtime_info{runtime=\"OpenJDK\",version=\"21\"} 1\n") << QStringLiteral("jvm 21");
    QTest::newRow(".NET") << QByteArray("dotnet_total_memory_bytes 1\n") << QStringLiteral("dotnet ");
    QTest::newRow("the one with a version wins")
        << QByteArray("go_pushed_total 1\nnodejs_version_info{version=\"v18\"} 1\n")
        << QStringLiteral("node v18");
    QTest::newRow("info without version") << QByteArray("go_info 1\n") << QStringLiteral("go ");
    QTest::newRow("unknown") << QByteArray("process_open_fds 1\n") << QStringLiteral("unknown ");
}

void TestMetricCatalog::runtimes()
{
    QFETCH(QByteArray, page);
    QFETCH(QString, expected);
    metrics::PrometheusReader reader(page);
    metrics::RoleCollector collector;
    for (metrics::PrometheusSample sample; reader.next(sample);)
        collector.add(sample);
    QCOMPARE(metrics::toKey(collector.runtime()) + QLatin1Char(' ') + collector.runtimeVersion(), expected);
}

void TestMetricCatalog::namesOfARole()
{
    qsizetype all = 0;
    for (const Role role : metrics::allRoles()) {
        int rank = -1;
        for (const metrics::MetricRule &rule : metrics::rulesOf(role)) {
            QCOMPARE(rule.role, role);
            QVERIFY2(rule.rank >= rank, rule.name.data());
            rank = rule.rank;
            ++all;
        }
    }
    QVERIFY(all > 40);
    QCOMPARE(QByteArray(metrics::rulesOf(Role::Goroutines).front().name.data()), QByteArray("go_goroutines"));
    QVERIFY(metrics::rulesOf(Role::DiskFiles).empty());
}

QTEST_GUILESS_MAIN(TestMetricCatalog)
#include "tst_metriccatalog.moc"
