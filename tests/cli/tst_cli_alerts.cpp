// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/faultyserver.h"
#include "tests/support/testfiles.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace support;

/// Alert rules from one end to the other: `tidemark-cli alerts`, what promtool makes of its export, and uploading and
/// watching under rules that a real server breaks.
class TestCliAlerts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void printsTheRulesInForce();
    void promtoolTakesTheExport_data();
    void promtoolTakesTheExport();
    void prometheusRaisesAndClears();
    void ownRulesGoRound();
    void mistakesInTheFileAreNamed();
    void theRulesAreNotOverwritten();
    void failingServerRaises();
    void findingsCanBeLeftOut();
    void fewFailuresAreNoAlert();
    void watchRaises();
    void memoryLimitIsWatched();

private:
    [[nodiscard]] QString write(const QString &name, const QByteArray &content);
    [[nodiscard]] QByteArray promtool(const QStringList &arguments, int *exitCode);

    FaultyServer m_server;
    TestFiles m_files;
};

namespace {
/// A share of 5xx answers that is an alert at once.
constexpr const char *impatient = R"({"defaults": false, "rules": [
    {"id": "errors", "title": "Errors of the server", "signal": "serverErrors", "threshold": "50%", "for": 0,
     "priority": "P1"}]})";
} // namespace

void TestCliAlerts::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
}

QString TestCliAlerts::write(const QString &name, const QByteArray &content)
{
    const QString path = m_files.path(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

QByteArray TestCliAlerts::promtool(const QStringList &arguments, int *exitCode)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("promtool"), arguments);
    *exitCode = process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit
        ? process.exitCode()
        : -1;
    return process.readAll() + process.errorString().toUtf8();
}

void TestCliAlerts::printsTheRulesInForce()
{
    Cli cli;
    const CliResult result = cli.run({QStringLiteral("alerts")});
    QVERIFY2(result.exitCode == 0, result.told());
    QVERIFY2(result.out.contains("P1  server-errors    > 5 % for 2:00 min"), result.told());
    QVERIFY2(result.out.contains("gc-pause") && result.out.contains("--memory-limit"), result.told());
    const CliResult limited
        = cli.run({QStringLiteral("alerts"), QStringLiteral("--memory-limit"), QStringLiteral("2G")});
    QVERIFY2(limited.out.contains("2.00 GiB"), limited.told());
}

void TestCliAlerts::promtoolTakesTheExport_data()
{
    QTest::addColumn<QByteArray>("rules");
    QTest::addColumn<QString>("limit");
    QTest::addColumn<int>("alerts"); // that Prometheus knows then
    QTest::newRow("default rules") << QByteArray() << QString() << 7;
    QTest::newRow("with a limit of the memory") << QByteArray() << QStringLiteral("512M") << 8;
    QTest::newRow("own titles and durations") << QByteArray(
        R"({"rules": [{"id": "gc-pause", "title": "a \"b\" \\ {{ .Evil }} : # 'c'", "for": "1500ms"},
            {"id": "new-1", "signal": "goroutines", "threshold": 0.5, "comparison": "below"}]})")
                                              << QString() << 8;
    QTest::newRow("none that a server shows")
        << QByteArray(R"({"defaults": false, "rules": [{"id": "t", "signal": "timeouts", "threshold": 1}]})")
        << QString() << 0;
}

void TestCliAlerts::promtoolTakesTheExport()
{
    QFETCH(const QByteArray, rules);
    QFETCH(const QString, limit);
    QFETCH(const int, alerts);
    const QString yaml = m_files.path(QStringLiteral("export.yml"));
    QStringList arguments{QStringLiteral("alerts"), QStringLiteral("--format"), QStringLiteral("prometheus"),
                          QStringLiteral("--out"), yaml};
    if (!rules.isEmpty())
        arguments << QStringLiteral("--alert-rules") << write(QStringLiteral("own.json"), rules);
    if (!limit.isEmpty())
        arguments << QStringLiteral("--memory-limit") << limit;
    Cli cli;
    const CliResult result = cli.run(arguments);
    QVERIFY2(result.exitCode == 0, result.told());
    int exitCode = -1;
    const QByteArray said = promtool({QStringLiteral("check"), QStringLiteral("rules"), yaml}, &exitCode);
    QVERIFY2(exitCode == 0, said.constData());
    QFile file(yaml);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count("- alert: "), alerts);
}

// What the exported rules do, told by Prometheus itself: https://prometheus.io/docs/prometheus/2.42/configuration/unit_testing_rules/
void TestCliAlerts::prometheusRaisesAndClears()
{
    Cli cli;
    const CliResult exported
        = cli.run({QStringLiteral("alerts"), QStringLiteral("--format"), QStringLiteral("prometheus"),
                   QStringLiteral("--memory-limit"), QStringLiteral("1G"), QStringLiteral("--out"),
                   m_files.path(QStringLiteral("rules.yml"))});
    QVERIFY2(exported.exitCode == 0, exported.told());
    QFile scenario(QStringLiteral(TIDEMARK_TEST_DATA "/alerts/prometheus.yml"));
    QVERIFY(scenario.open(QIODevice::ReadOnly));
    const QString test = write(QStringLiteral("test.yml"), scenario.readAll());
    int exitCode = -1;
    const QByteArray said = promtool({QStringLiteral("test"), QStringLiteral("rules"), test}, &exitCode);
    QVERIFY2(exitCode == 0, said.constData());
}

void TestCliAlerts::ownRulesGoRound()
{
    Cli cli;
    const QStringList asJson{QStringLiteral("alerts"), QStringLiteral("--format"), QStringLiteral("json")};
    const CliResult first = cli.run(
        asJson + QStringList{QStringLiteral("--alert-rules"), write(QStringLiteral("own.json"), impatient)});
    QVERIFY2(first.exitCode == 0, first.told());
    QCOMPARE(first.json()[QStringLiteral("rules")].toArray().size(), 1);
    QCOMPARE(first.json()[QStringLiteral("rules")][0][QStringLiteral("threshold")].toDouble(), 0.5);
    const CliResult second = cli.run(
        asJson
        + QStringList{QStringLiteral("--alert-rules"), write(QStringLiteral("again.json"), first.out)});
    QCOMPARE(second.out, first.out);
}

void TestCliAlerts::mistakesInTheFileAreNamed()
{
    const QString rules
        = write(QStringLiteral("wrong.json"), R"({"rules": [{"id": "gc-pause", "for": "-3s"}]})");
    Cli cli;
    for (const QStringList &command : {QStringList{QStringLiteral("alerts")},
                                       QStringList{QStringLiteral("watch"), QStringLiteral("--watch"),
                                                   QStringLiteral("http://127.0.0.1:1/")},
                                       QStringList{QStringLiteral("upload"), QStringLiteral("--to"),
                                                   QStringLiteral("http://127.0.0.1:1/"), rules}}) {
        const CliResult result = cli.run(command + QStringList{QStringLiteral("--alert-rules"), rules});
        QVERIFY2(result.exitCode == 2, result.told());
        QVERIFY2(
            result.err.contains("wrong.json cannot be used: rules[0].for: a duration must not be negative"),
            result.told());
    }
    const CliResult missing = cli.run({QStringLiteral("alerts"), QStringLiteral("--alert-rules"),
                                       m_files.path(QStringLiteral("none.json"))});
    QVERIFY2(missing.exitCode == 2 && missing.err.contains("do not exist"), missing.told());
}

void TestCliAlerts::theRulesAreNotOverwritten()
{
    // Wrong ones, so that there is something to tell.
    const QByteArray content = R"({"rules": [{"id": "gc-pause", "for": "-3s"}]})";
    const QString rules = write(QStringLiteral("own.json"), content);
    Cli cli;
    for (const QStringList &command :
         {QStringList{QStringLiteral("alerts"), QStringLiteral("--format"), QStringLiteral("json"),
                      QStringLiteral("--out"), rules},
          QStringList{QStringLiteral("watch"), QStringLiteral("--watch"),
                      QStringLiteral("http://127.0.0.1:1/"), QStringLiteral("--json"), rules}}) {
        const CliResult result = cli.run(command + QStringList{QStringLiteral("--alert-rules"), rules});
        QVERIFY2(result.exitCode == 2, result.told());
        QVERIFY2(result.err.contains("would take the place of the alert rules"), result.told());
        QCOMPARE(TestFiles::content(rules), content);
    }
}

void TestCliAlerts::failingServerRaises()
{
    const QString rules = write(QStringLiteral("rules.json"), impatient);
    const QString json = m_files.path(QStringLiteral("run.json"));
    const QString html = m_files.path(QStringLiteral("run.html"));
    const QString junit = m_files.path(QStringLiteral("run.xml"));
    QStringList paths;
    for (int i = 0; i < 12; ++i)
        paths << m_files.makeFile(QStringLiteral("file-%1").arg(i), 100);
    Cli cli;
    const CliResult result = cli.run(
        QStringList{QStringLiteral("upload"), QStringLiteral("--to"),
                    m_server.url(QStringLiteral("/status?code=500")).toString(), QStringLiteral("--retry"),
                    QStringLiteral("0"), QStringLiteral("--no-archive"), QStringLiteral("--alert-rules"),
                    rules, QStringLiteral("--fail-on"), QStringLiteral("alert"), QStringLiteral("--json"),
                    json, QStringLiteral("--report"), html, QStringLiteral("--junit"), junit}
        + paths);
    QVERIFY2(result.exitCode == 1, result.told());
    QVERIFY2(result.err.contains("alert: P1 Errors of the server: 100 % > 50 %"), result.told());
    QVERIFY2(result.out.contains("1 alert was raised, P1; it was not over at the end."), result.told());
    const QJsonObject alert = jsonFile(json)[QStringLiteral("alerts")][0].toObject();
    QCOMPARE(alert[QStringLiteral("rule")].toString(), QStringLiteral("errors"));
    QCOMPARE(alert[QStringLiteral("value")].toDouble(), 1.0);
    QVERIFY(alert[QStringLiteral("clearedAt")].isNull());
    QVERIFY(!alert[QStringLiteral("raisedAt")].toString().isEmpty());
    QFile report(html);
    QVERIFY(report.open(QIODevice::ReadOnly));
    QVERIFY(report.readAll().contains("Errors of the server"));
    QFile suite(junit);
    QVERIFY(suite.open(QIODevice::ReadOnly));
    QVERIFY(suite.readAll().contains("classname=\"alerts\""));

    // And once more from what was kept.
    const QString again = m_files.path(QStringLiteral("again.html"));
    const CliResult last
        = cli.run({QStringLiteral("report"), QStringLiteral("last"), QStringLiteral("--out"), again});
    QVERIFY2(last.exitCode == 0, last.told());
    QFile second(again);
    QVERIFY(second.open(QIODevice::ReadOnly));
    QVERIFY(second.readAll().contains("Errors of the server"));
}

void TestCliAlerts::findingsCanBeLeftOut()
{
    const QString rules = write(QStringLiteral("rules.json"), impatient);
    QStringList arguments{QStringLiteral("upload"),
                          QStringLiteral("--to"),
                          m_server.url(QStringLiteral("/status?code=500")).toString(),
                          QStringLiteral("--retry"),
                          QStringLiteral("0"),
                          QStringLiteral("--no-archive"),
                          QStringLiteral("--alert-rules"),
                          rules,
                          QStringLiteral("--fail-on"),
                          QStringLiteral("leak")};
    for (int i = 0; i < 12; ++i)
        arguments << m_files.makeFile(QStringLiteral("file-%1").arg(i), 100);
    Cli cli;
    const CliResult result = cli.run(arguments);
    QVERIFY2(result.exitCode == 0, result.told());
    QVERIFY2(result.err.contains("alert: P1"), result.told());
}

void TestCliAlerts::fewFailuresAreNoAlert()
{
    // Of the default rules, too: all of it fails, but not for two minutes.
    QStringList arguments{QStringLiteral("upload"),
                          QStringLiteral("--to"),
                          m_server.url(QStringLiteral("/status?code=500")).toString(),
                          QStringLiteral("--retry"),
                          QStringLiteral("0"),
                          QStringLiteral("--no-archive"),
                          QStringLiteral("--fail-on"),
                          QStringLiteral("alert"),
                          QStringLiteral("--json"),
                          QStringLiteral("-")};
    for (int i = 0; i < 12; ++i)
        arguments << m_files.makeFile(QStringLiteral("file-%1").arg(i), 100);
    Cli cli;
    const CliResult result = cli.run(arguments);
    QVERIFY2(result.exitCode == 0, result.told());
    const QJsonObject run = result.json();
    QVERIFY(run[QStringLiteral("alerts")].isArray() && run[QStringLiteral("alerts")].toArray().isEmpty());
    QCOMPARE(run[QStringLiteral("totals")][QStringLiteral("failed")].toInt(), 12);
    QVERIFY(run[QStringLiteral("alertRules")][0][QStringLiteral("judged")].toBool());
}

void TestCliAlerts::watchRaises()
{
    const QString rules = write(QStringLiteral("rules.json"),
                                R"({"rules": [{"id": "goroutines", "threshold": 5, "for": "1s"}]})");
    const QStringList arguments{QStringLiteral("watch"),
                                QStringLiteral("--watch"),
                                m_server.url(QStringLiteral("/metrics-fake/metrics")).toString(),
                                QStringLiteral("--for"),
                                QStringLiteral("6s"),
                                QStringLiteral("--interval"),
                                QStringLiteral("200ms"),
                                QStringLiteral("--alert-rules"),
                                rules,
                                QStringLiteral("--json"),
                                QStringLiteral("-")};
    Cli cli;
    const CliResult found = cli.run(arguments);
    QVERIFY2(found.exitCode == 1, found.told());
    QVERIFY2(found.err.contains("alert: P3 Goroutines: 7 > 5"), found.told());
    const QJsonObject run = found.json();
    QCOMPARE(run[QStringLiteral("alerts")].toArray().size(), 1);
    QCOMPARE(run[QStringLiteral("alerts")][0][QStringLiteral("value")].toDouble(), 7.0);
    bool isMarked = false;
    for (const QJsonValue mark : run[QStringLiteral("marks")].toArray())
        isMarked = isMarked || mark[QStringLiteral("kind")].toString() == QLatin1StringView("alertRaised");
    QVERIFY(isMarked);
    const CliResult left
        = cli.run(arguments + QStringList{QStringLiteral("--fail-on"), QStringLiteral("failed")});
    QVERIFY2(left.exitCode == 0, left.told());
}

void TestCliAlerts::memoryLimitIsWatched()
{
    const QString rules
        = write(QStringLiteral("rules.json"), R"({"rules": [{"id": "memory-eta", "for": 0}]})");
    QStringList arguments{QStringLiteral("watch"),
                          QStringLiteral("--watch"),
                          m_server.url(QStringLiteral("/metrics-fake/metrics")).toString(),
                          QStringLiteral("--for"),
                          QStringLiteral("3s"),
                          QStringLiteral("--interval"),
                          QStringLiteral("200ms"),
                          QStringLiteral("--alert-rules"),
                          rules,
                          QStringLiteral("--json"),
                          QStringLiteral("-"),
                          QStringLiteral("--memory-limit")};
    Cli cli;
    const CliResult reached = cli.run(arguments + QStringList{QStringLiteral("1M")}); // which it has
    QVERIFY2(reached.exitCode == 1, reached.told());
    QCOMPARE(reached.json()[QStringLiteral("alerts")][0][QStringLiteral("rule")].toString(),
             QStringLiteral("memory-eta"));
    QCOMPARE(reached.json()[QStringLiteral("alerts")][0][QStringLiteral("value")].toDouble(-1), 0.0);
    const CliResult far = cli.run(arguments + QStringList{QStringLiteral("2M")});
    QVERIFY2(far.exitCode == 0, far.told());
}

QTEST_GUILESS_MAIN(TestCliAlerts)
#include "tst_cli_alerts.moc"
