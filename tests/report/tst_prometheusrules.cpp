// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/metriccatalog.h"
#include "core/report/prometheusrules.h"
#include "core/report/prometheussignals.h"

#include <QRegularExpression>
#include <QTest>

using namespace analysis;
using namespace std::chrono_literals;

/// The export as text; that promtool takes it, and what it does then, is tested in tests/cli/tst_cli_alerts.cpp.
class TestPrometheusRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreThoseOfTheCatalogue();
    void everySignalIsThereOrSaidWhyNot_data();
    void everySignalIsThereOrSaidWhyNot();
    void oneSignalIsRecordedOnce();
    void durationsAndLabels();
    void withoutHysteresisNoAlertsSeries();
    void titlesAreWords();
    void valuesAreForPeople();
    void nothingIsLeft();
};

namespace {
QString exported(const QList<AlertRule> &rules, double limit = 0)
{
    return QString::fromUtf8(report::toPrometheusRules(rules, limit));
}

AlertRule goroutines()
{
    return defaultAlertRules().constLast();
}
} // namespace

void TestPrometheusRules::namesAreThoseOfTheCatalogue()
{
    // What is neither Prometheus' own, nor a label, nor recorded here, must be known to the catalogue.
    static const QRegularExpression metric(
        QStringLiteral("\\b(?:go|process|jvm|nodejs|python|dotnet|http|hikaricp|tomcat|jetty|db|jdbc|"
                       "executor)_[a-z_0-9]+\\b"));
    const QString text = exported(defaultAlertRules(), 1e9);
    int found = 0;
    for (auto names = metric.globalMatch(text); names.hasNext();) {
        QString name = names.next().captured();
        if (text.contains(QString(u'{' + name + QStringLiteral("=")))) // http_response_status_code
            continue;
        if (name.endsWith(QLatin1StringView("_bucket")))
            name.replace(QLatin1StringView("_bucket"), QLatin1StringView("_count"));
        if (text.contains(QString(QStringLiteral("instance:tidemark_") + name)))
            continue;
        QVERIFY2(metrics::findRule(name.toStdString()), qPrintable(name));
        ++found;
    }
    QVERIFY(found > 30);
    for (const char *name : {"go_goroutines", "process_resident_memory_bytes", "jvm_gc_pause_seconds_max",
                             "process_max_fds", "hikaricp_connections_active", "http_requests_total"})
        QVERIFY2(text.contains(QLatin1StringView(name)), name);
}

void TestPrometheusRules::everySignalIsThereOrSaidWhyNot_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<bool>("isThere"); // with a limit of the memory …
    QTest::addColumn<bool>("isThereWithout"); // … and without
    for (const AlertSignal signal : allAlertSignals())
        QTest::addRow("%s", qPrintable(toKey(signal)))
            << int(signal) << (signal != AlertSignal::Timeouts)
            << (signal != AlertSignal::Timeouts && signal != AlertSignal::MemoryEta);
}

void TestPrometheusRules::everySignalIsThereOrSaidWhyNot()
{
    QFETCH(const int, signal);
    QFETCH(const bool, isThere);
    QFETCH(const bool, isThereWithout);
    AlertRule rule = goroutines();
    rule.id = QStringLiteral("some-rule");
    rule.signal = static_cast<AlertSignal>(signal);
    for (const auto &[limit, isExpected] : {std::pair(1e9, isThere), std::pair(0.0, isThereWithout)}) {
        const QString text = exported({rule, goroutines()}, limit);
        QCOMPARE(text.contains(QStringLiteral("- alert: TidemarkSomeRule")), isExpected);
        QCOMPARE(text.contains(QStringLiteral("# Left out: some-rule, because ")), !isExpected);
        QVERIFY(text.contains(QStringLiteral("- alert: TidemarkGoroutines")));
    }
}

void TestPrometheusRules::oneSignalIsRecordedOnce()
{
    AlertRule other = goroutines();
    other.id = QStringLiteral("few-goroutines");
    other.comparison = AlertComparison::Below;
    other.threshold = other.clear = 1;
    const QString text = exported({goroutines(), other});
    QCOMPARE(text.count(QStringLiteral("- record: instance:tidemark_goroutines:max\n")), 1);
    QVERIFY(text.contains(QStringLiteral("instance:tidemark_goroutines:max > 10000\n")));
    QVERIFY(text.contains(QStringLiteral("instance:tidemark_goroutines:max < 1\n")));
}

void TestPrometheusRules::durationsAndLabels()
{
    AlertRule rule = goroutines();
    rule.holds = 90s;
    rule.keeps = 1'500ms;
    rule.priority = AlertPriority::P1;
    const QString text = exported({rule});
    QVERIFY(
        text.contains(QStringLiteral("        for: 90s\n        keep_firing_for: 1500ms\n        labels:\n"
                                     "          severity: critical\n          priority: P1\n"
                                     "          rule: \"goroutines\"\n")));
    QVERIFY(text.contains(QStringLiteral(
        "or instance:tidemark_goroutines:max > 8000 and on (job, instance) "
        "ALERTS{alertname=\"TidemarkGoroutines\", rule=\"goroutines\", alertstate=\"firing\"}")));
    rule.holds = rule.keeps = 0s;
    QVERIFY(!exported({rule}).contains(QStringLiteral("for: ")));
}

void TestPrometheusRules::withoutHysteresisNoAlertsSeries()
{
    AlertRule rule = goroutines();
    rule.clear = rule.threshold;
    QVERIFY(!exported({rule}).contains(QStringLiteral("ALERTS")));
}

void TestPrometheusRules::titlesAreWords()
{
    AlertRule rule = goroutines();
    rule.title = QStringLiteral("a \"b\" \\ {{ .Evil }}\n: #");
    const QString text = exported({rule});
    QVERIFY2(text.contains(QStringLiteral("summary: \"a \\\"b\\\" \\\\ { { .Evil }} : #\"\n")),
             qPrintable(text));
}

/// With units as people write them, none as the rule files do ("bytesPerSecond").
void TestPrometheusRules::valuesAreForPeople()
{
    const QString text = exported(defaultAlertRules(), 1e9);
    for (const AlertUnit unit :
         {AlertUnit::Share, AlertUnit::Seconds, AlertUnit::Count, AlertUnit::BytesPerSecond})
        QVERIFY2(!text.contains(QString(u'(' + toKey(unit) + u')')), qPrintable(text));
    for (const char *value :
         {"{{ $value | humanizePercentage }}, limit 5 %", "{{ $value | humanizeDuration }}, limit 1.00 s",
          "{{ $value | humanize1024 }}B/s, limit 16.0 KiB/s", "{{ $value | humanize }}, limit 10,000"})
        QVERIFY2(text.contains(QLatin1StringView(value)), value);
}

void TestPrometheusRules::nothingIsLeft()
{
    QVERIFY(exported({}).endsWith(QStringLiteral("groups: []\n")));
    AlertRule rule = goroutines();
    rule.signal = AlertSignal::Timeouts;
    QVERIFY(exported({rule}).endsWith(QStringLiteral("groups: []\n")));
}

QTEST_APPLESS_MAIN(TestPrometheusRules)
#include "tst_prometheusrules.moc"
