// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/alertwording.h"
#include "core/report/junit.h"
#include "core/report/report.h"
#include "core/report/summary.h"
#include "tests/report/samplesnapshot.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using session::Alert;
using session::SessionSnapshot;

/// What reports say of alerts.
class TestAlertReport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutRulesNothingIsSaid();
    void withoutAlertsItIsSaid();
    void sentences_data();
    void sentences();
    void html();
    void htmlEscapesTitles();
    void json();
    void jsonIsReadBack_data();
    void jsonIsReadBack();
    void unfitJson_data();
    void unfitJson();
    void junit();
    void terminal();
};

namespace {

Alert alertOf(int rule, qint64 fromMs, qint64 untilMs)
{
    const analysis::AlertRule with = analysis::defaultAlertRules()[rule];
    const double value = with.comparison == analysis::AlertComparison::Above ? with.threshold * 1.5 : 60;
    return {with.id,
            with.title,
            with.priority,
            with.comparison,
            analysis::unitOf(with.signal),
            with.threshold,
            value,
            sample::startMs + fromMs,
            untilMs == 0 ? 0 : sample::startMs + untilMs};
}

SessionSnapshot judged(const QList<Alert> &alerts)
{
    SessionSnapshot snapshot = sample::upload();
    for (const analysis::AlertRule &rule : analysis::defaultAlertRules())
        snapshot.alertRules.append({rule, rule.id != QLatin1StringView("pool-use")});
    snapshot.alerts = alerts;
    return snapshot;
}

SessionSnapshot raised()
{
    return judged({alertOf(3, 30'000, 95'000), alertOf(0, 150'000, 0)});
}

base::Result<session::SharedSnapshot> readBack(const QByteArray &json)
{
    const QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("run.json")));
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
        qFatal("cannot write");
    file.close();
    return report::readJson(file.fileName());
}

} // namespace

void TestAlertReport::withoutRulesNothingIsSaid()
{
    const SessionSnapshot snapshot = sample::upload();
    QVERIFY(!report::toHtml(snapshot).contains("Alerts"));
    QVERIFY(!report::toJson(snapshot).contains("\"alert"));
    QVERIFY(!report::summaryText(snapshot).contains(QStringLiteral("alert")));
    QVERIFY(report::alertsSentence(snapshot).isEmpty());
    QVERIFY(report::unjudgedSentence(snapshot).isEmpty());
}

void TestAlertReport::withoutAlertsItIsSaid()
{
    const SessionSnapshot snapshot = judged({});
    const QByteArray html = report::toHtml(snapshot);
    QVERIFY(html.contains("<h2>Alerts</h2>"));
    QVERIFY(html.contains("No alert was raised."));
    const QJsonObject json = QJsonDocument::fromJson(report::toJson(snapshot)).object();
    QVERIFY(json[QStringLiteral("alerts")].isArray() && json[QStringLiteral("alerts")].toArray().isEmpty());
    QCOMPARE(json[QStringLiteral("alertRules")].toArray().size(), analysis::defaultAlertRules().size());
    QVERIFY(!report::summaryText(snapshot).contains(QStringLiteral("alert")));
}

void TestAlertReport::sentences_data()
{
    QTest::addColumn<QList<Alert>>("alerts");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("none") << QList<Alert>() << QStringLiteral("No alert was raised.");
    QTest::newRow("one, over") << QList<Alert>{alertOf(3, 1, 2)} << QStringLiteral("1 alert was raised, P2.");
    QTest::newRow("one, not over") << QList<Alert>{alertOf(0, 1, 0)}
                                   << QStringLiteral("1 alert was raised, P1; it was not over at the end.");
    QTest::newRow("several")
        << QList<Alert>{alertOf(8, 1, 2), alertOf(3, 1, 0), alertOf(6, 1, 0)}
        << QStringLiteral("3 alerts were raised, the most urgent is P2; 2 were not over at the end.");
    QTest::newRow("several, one not over")
        << QList<Alert>{alertOf(8, 1, 2), alertOf(8, 3, 0)}
        << QStringLiteral("2 alerts were raised, the most urgent is P3; 1 was not over at the end.");
}

void TestAlertReport::sentences()
{
    QFETCH(const QList<Alert>, alerts);
    QTEST(report::alertsSentence(judged(alerts)), "sentence");
    QCOMPARE(report::unjudgedSentence(judged(alerts)),
             QStringLiteral("Not judged, because too little was known for it: Share of a pool in use."));
}

void TestAlertReport::html()
{
    const QByteArray html = report::toHtml(raised());
    QVERIFY(html.contains("2 alerts were raised, the most urgent is P1; 1 was not over at the end."));
    QVERIFY(html.contains("<span class=\"pill bad\">P2</span>"));
    QVERIFY(html.contains("Longest pause for collecting garbage"));
    QVERIFY(html.contains("<data value=\"1.5\">1.50 s</data>"));
    QVERIFY(html.contains("<data value=\"0.05\">5 %</data>"));
    QVERIFY(html.contains("2026-11-23 10:41:30 UTC"));
    QVERIFY(html.contains("2026-11-23 10:42:35 UTC"));
    QVERIFY(html.contains("not yet"));
    QVERIFY(html.contains("&gt; 5 % for 2:00 min"));
    QVERIFY(html.contains("Share of a pool in use."));
    QVERIFY(html.indexOf("<h2>Alerts") < html.indexOf("<h2>What was found"));
}

void TestAlertReport::htmlEscapesTitles()
{
    SessionSnapshot snapshot = raised();
    snapshot.alerts[0].title = QStringLiteral("<script>alert(1)</script>\x1b[2J");
    snapshot.alertRules[0].rule.title = snapshot.alerts[0].title;
    const QByteArray html = report::toHtml(snapshot);
    QVERIFY(!html.contains("<script"));
    QVERIFY(!html.contains('\x1b'));
    QVERIFY(!report::summaryText(snapshot).contains(QChar(0x1b)));
    QVERIFY(!report::toJUnit(snapshot).contains("<script"));
}

void TestAlertReport::json()
{
    const QJsonObject json = QJsonDocument::fromJson(report::toJson(raised())).object();
    const QJsonObject gc = json[QStringLiteral("alerts")][0].toObject();
    const QJsonObject expected{
        {QStringLiteral("rule"), QStringLiteral("gc-pause")},
        {QStringLiteral("priority"), QStringLiteral("P2")},
        {QStringLiteral("title"), QStringLiteral("Longest pause for collecting garbage")},
        {QStringLiteral("raisedAt"), QStringLiteral("2026-11-23T10:41:30.000Z")},
        {QStringLiteral("clearedAt"), QStringLiteral("2026-11-23T10:42:35.000Z")},
        {QStringLiteral("value"), 1.5},
        {QStringLiteral("threshold"), 1},
        {QStringLiteral("unit"), QStringLiteral("seconds")},
        {QStringLiteral("comparison"), QStringLiteral("above")}};
    QCOMPARE(gc, expected);
    QVERIFY(json[QStringLiteral("alerts")][1][QStringLiteral("clearedAt")].isNull());
    const QJsonObject rule = json[QStringLiteral("alertRules")][0].toObject();
    QCOMPARE(rule[QStringLiteral("id")].toString(), QStringLiteral("server-errors"));
    QCOMPARE(rule[QStringLiteral("for")].toDouble(), 120.0);
    QCOMPARE(rule[QStringLiteral("judged")].toBool(), true);
}

void TestAlertReport::jsonIsReadBack_data()
{
    QTest::addColumn<bool>("isWatch");
    QTest::newRow("upload") << false;
    QTest::newRow("watch") << true;
}

void TestAlertReport::jsonIsReadBack()
{
    QFETCH(const bool, isWatch);
    SessionSnapshot snapshot = raised();
    if (isWatch) {
        const SessionSnapshot watch = sample::watch();
        snapshot = watch;
        snapshot.alertRules = raised().alertRules;
        snapshot.alerts = raised().alerts;
    }
    snapshot.alertRules[0].rule.holds = std::chrono::milliseconds(1'500);
    snapshot.timeline.addMark(
        {sample::startMs + 30'000, session::MarkKind::AlertRaised, QStringLiteral("x")});
    snapshot.timeline.addMark(
        {sample::startMs + 95'000, session::MarkKind::AlertCleared, QStringLiteral("y")});
    const auto read = readBack(report::toJson(snapshot));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE((*read)->alerts, snapshot.alerts);
    QCOMPARE((*read)->alertRules, snapshot.alertRules);
    QCOMPARE((*read)->timeline.marks(), snapshot.timeline.marks());
}

void TestAlertReport::unfitJson_data()
{
    QTest::addColumn<QByteArray>("what"); // of the JSON …
    QTest::addColumn<QByteArray>("by"); // … is replaced
    QTest::addColumn<QString>("named");
    QTest::newRow("unit") << QByteArray("\"unit\":\"share\"") << QByteArray("\"unit\":\"miles\"")
                          << QStringLiteral("alerts[1].unit");
    QTest::newRow("priority") << QByteArray("\"priority\":\"P1\"") << QByteArray("\"priority\":\"P9\"")
                              << QStringLiteral("].priority");
    QTest::newRow("duration") << QByteArray("\"for\":120") << QByteArray("\"for\":-120")
                              << QStringLiteral("alertRules[0].for");
}

void TestAlertReport::unfitJson()
{
    QFETCH(const QByteArray, what);
    QFETCH(const QByteArray, by);
    QFETCH(const QString, named);
    QByteArray json = report::toJson(raised());
    QVERIFY(json.contains(what));
    json.replace(what, by);
    const auto read = readBack(json);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(named), qPrintable(read.error().message));
}

void TestAlertReport::junit()
{
    const QByteArray with = report::toJUnit(raised());
    QVERIFY2(with.contains("tests=\"26\" failures=\"5\""), with.left(400).constData());
    QCOMPARE(with.count("classname=\"alerts\""), 2);
    QVERIFY(with.contains("message=\"P1 Share of 5xx answers: 7.5 % &gt; 5 %"));
    const QByteArray without = report::toJUnit(judged({}));
    QVERIFY2(without.contains("tests=\"24\" failures=\"3\""), without.left(400).constData());
}

void TestAlertReport::terminal()
{
    const QStringList lines = report::summaryText(raised()).split(u'\n');
    const qsizetype at = lines.indexOf(
        QStringLiteral("2 alerts were raised, the most urgent is P1; 1 was not over at the end."));
    QVERIFY(at > 0);
    QCOMPARE(lines[at + 1],
             QStringLiteral("  P2 Longest pause for collecting garbage: 1.50 s > 1.00 s, from 2026-11-23 "
                            "10:41:30 UTC on for 1:05 min"));
    QCOMPARE(lines[at + 2],
             QStringLiteral("  P1 Share of 5xx answers: 7.5 % > 5 %, from 2026-11-23 10:43:30 UTC on for "
                            "1:30 min, not over at the end"));
    SessionSnapshot never = judged({alertOf(1, 0, 0)});
    never.alerts[0].value = std::numeric_limits<double>::infinity();
    QVERIFY(report::summaryText(never).contains(QStringLiteral("never < 30:00 min")));
}

QTEST_GUILESS_MAIN(TestAlertReport)
#include "tst_alertreport.moc"
