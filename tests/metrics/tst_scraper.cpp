// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fakeclock.h"
#include "core/metrics/scraper.h"
#include "tests/metrics/samplesfromtext.h"
#include "tests/metrics/scriptedmanager.h"

#include <QTest>

using kit::Answer;
using kit::ScriptedManager;
using metrics::Format;
using metrics::Scraper;
using metrics::Source;
using std::chrono::milliseconds;

class TestScraper final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void stories_data();
    void stories();
    void tookIsFromRequestToParsed();
    void requestsAreAskedAsTheSourceSays_data();
    void requestsAreAskedAsTheSourceSays();
    void severalRequestsMakeOneReading_data();
    void severalRequestsMakeOneReading();
    void credentialsTravelOutsideTheUrl();
    void timeGoesOnWhenTheClockIsSetBack();
    void startingAnewForgets();
    void silentAfterStopAndDestruction();
    void receiversMayStopOrDestroyIt_data();
    void receiversMayStopOrDestroyIt();
};

/// A scraper on a clock and a network that move only when told to, and a log of what it says, with seconds
/// since the start.
class Story final
{
public:
    Story()
        : scraper(manager, clock)
    {
        QObject::connect(&scraper, &Scraper::scraped, &scraper, [this](const metrics::Reading &reading) {
            log << time(reading.timeMs) + kit::printed(reading);
        });
        QObject::connect(&scraper, &Scraper::missed, &scraper,
                         [this](qint64 timeMs, const base::Error &reason) {
                             log << time(timeMs) + QStringLiteral("missed: ") + reason.message;
                         });
        QObject::connect(&scraper, &Scraper::restarted, &scraper,
                         [this](qint64 timeMs) { log << time(timeMs) + QStringLiteral("restarted"); });
    }

    void start(Format format = Format::PrometheusText, milliseconds interval = std::chrono::seconds(1))
    {
        net::Endpoint endpoint;
        endpoint.url = QUrl(QStringLiteral("http://server.example/upload"));
        Source source;
        source.url = QUrl(QStringLiteral("http://server.example/m"));
        source.format = format;
        scraper.start(endpoint, source, interval);
    }

    /// Steps apart by ";": "+1s" lets time pass, "wall +9s" sets the clock, "stop", "start", "fail" breaks
    /// the connection, "503" is a status, "html" a page of it, and anything else is a page with ", " for line
    /// ends.
    void play(const QString &script)
    {
        const QStringList steps = script.split(QLatin1Char(';'), Qt::SkipEmptyParts);
        for (const QString &step : steps)
            take(step.trimmed());
    }

    base::FakeClock clock;
    ScriptedManager manager;
    Scraper scraper;
    QStringList log;

private:
    static milliseconds span(const QString &text)
    {
        const double factor = text.endsWith(QLatin1StringView("ms")) ? 1 : 1'000;
        return milliseconds(qRound64(text.chopped(factor > 1 ? 1 : 2).toDouble() * factor));
    }
    QString time(qint64 timeMs) const
    {
        return QString::number(static_cast<double>(timeMs - m_begin) / 1'000.0) + QStringLiteral("s ");
    }
    void answer(const Answer &answer)
    {
        if (!manager.answerOldest(answer))
            log << QStringLiteral("nothing was asked");
    }
    void take(const QString &step)
    {
        if (step.startsWith(QLatin1Char('+')))
            clock.advance(span(step.mid(1)));
        else if (step.startsWith(QLatin1StringView("wall ")))
            clock.jumpWall(span(step.mid(5)));
        else if (step == QLatin1StringView("stop"))
            scraper.stop();
        else if (step == QLatin1StringView("start"))
            start();
        else if (step == QLatin1StringView("fail"))
            answer({.body = {}, .error = QNetworkReply::ConnectionRefusedError});
        else if (const int status = step.toInt(); status > 0)
            answer({.status = status, .body = "no"});
        else if (step == QLatin1StringView("html"))
            answer({.body = "<html>up 1</html>\n"});
        else
            answer({.body = step.toUtf8().replace(", ", "\n") + '\n'});
    }

    qint64 m_begin = base::toUnixMs(clock.wallNow());
};

void TestScraper::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestScraper::stories_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QStringList>("expected");
    const auto list = [](std::initializer_list<const char *> words) {
        QStringList texts;
        for (const char *word : words)
            texts << QString::fromUtf8(word);
        return texts;
    };

    QTest::newRow("a steady beat, beginning at once")
        << QStringLiteral("go_threads 1; +1s; go_threads 2; +1s; go_threads 3")
        << list({"0s threads 1", "1s threads 2", "2s threads 3"});
    QTest::newRow("answers that take a while do not shift the beat")
        << QStringLiteral("+300ms; go_threads 1; +700ms; +400ms; go_threads 2; +600ms; go_threads 3")
        << list({"0.3s threads 1", "1.4s threads 2", "2s threads 3"});
    QTest::newRow("one request in flight: beats are left out meanwhile")
        << QStringLiteral("+1s; +1s; +500ms; go_threads 1; +500ms; go_threads 2")
        << list({"1s missed: the previous request is still under way after 1 s",
                 "2s missed: the previous request is still under way after 2 s", "2.5s threads 1",
                 "3s threads 2"});
    QTest::newRow("a request without answer is given up after three beats")
        << QStringLiteral("+3s; go_threads 1; +1s; go_threads 2")
        << list({"1s missed: the previous request is still under way after 1 s",
                 "2s missed: the previous request is still under way after 2 s",
                 "3s missed: no answer within 3 s", "3s threads 1", "4s threads 2"});
    QTest::newRow("a broken connection is a gap with its reason")
        << QStringLiteral("go_threads 1; +1s; fail; +1s; go_threads 2")
        << list({"0s threads 1", "1s missed: scripted failure", "2s threads 2"});
    QTest::newRow("a status") << QStringLiteral("503; +1s; 401")
                              << list({"0s missed: 503 Service Unavailable", "1s missed: 401 Unauthorized"});
    QTest::newRow("a page of something else")
        << QStringLiteral("html") << list({"0s missed: HTML page, not metrics"});
    QTest::newRow("a page without known metrics")
        << QStringLiteral("my_metric 1") << list({"0s missed: the answer holds none of the known metrics"});
    QTest::newRow("another process, by its start time")
        << QStringLiteral(
               "process_start_time_seconds 100; +1s; fail; +1s; process_start_time_seconds 200; +1s; "
               "process_start_time_seconds 200")
        << list({"0s startTime 100", "1s missed: scripted failure", "2s restarted", "2s startTime 200",
                 "3s startTime 200"});
    QTest::newRow("another process, by its counters")
        << QStringLiteral("process_cpu_seconds_total 9; +1s; process_cpu_seconds_total 0.5")
        << list({"0s cpuTotal 9", "1s restarted", "1s cpuTotal 0.5"});
    QTest::newRow("stop") << QStringLiteral("go_threads 1; +1s; stop; +9s") << list({"0s threads 1"});
    QTest::newRow("this computer slept") // its steady clock did not notice
        << QStringLiteral("go_threads 1; +900ms; wall 60s; +100ms; go_threads 2")
        << list({"0s threads 1",
                 "1s missed: nothing was read for 61 s: this computer slept, was busy, or its clock was set",
                 "61s threads 2"});
}

void TestScraper::stories()
{
    QFETCH(QString, script);
    QFETCH(QStringList, expected);
    Story story;
    story.start();
    QVERIFY(story.scraper.isRunning());
    story.play(script);
    QCOMPARE(story.log, expected);
    QVERIFY(story.manager.waiting() <= 1);
}

void TestScraper::tookIsFromRequestToParsed()
{
    Story story;
    std::chrono::microseconds duration{0};
    connect(&story.scraper, &Scraper::scraped, this,
            [&duration](const metrics::Reading &, std::chrono::microseconds took) { duration = took; });
    story.start();
    story.play(QStringLiteral("+250ms; go_threads 1"));
    QCOMPARE(duration.count(), 250'000);
}

void TestScraper::requestsAreAskedAsTheSourceSays_data()
{
    QTest::addColumn<Format>("format");
    QTest::addColumn<QByteArray>("acceptBegins");
    QTest::addColumn<QString>("url");

    QTest::newRow("text") << Format::PrometheusText << QByteArray("text/plain;version=0.0.4")
                          << QStringLiteral("http://server.example/m");
    QTest::newRow("OpenMetrics") << Format::OpenMetrics << QByteArray("application/openmetrics-text")
                                 << QStringLiteral("http://server.example/m");
    QTest::newRow("expvar") << Format::Expvar << QByteArray("application/json")
                            << QStringLiteral("http://server.example/m");
    QTest::newRow("pprof") << Format::GoPprof << QByteArray("*/*")
                           << QStringLiteral("http://server.example/heap?debug=1");
    QTest::newRow("actuator") << Format::Actuator << QByteArray("application/json")
                              << QStringLiteral("http://server.example/m/jvm.memory.used?tag=area:heap");
}

void TestScraper::requestsAreAskedAsTheSourceSays()
{
    QFETCH(Format, format);
    QFETCH(QByteArray, acceptBegins);
    QFETCH(QString, url);
    Story story;
    story.start(format);
    QCOMPARE(story.manager.requests().size(), 1);
    const QNetworkRequest request = story.manager.requests().first();
    QCOMPARE(request.url().toString(), url);
    QVERIFY2(request.rawHeader("Accept").startsWith(acceptBegins), request.rawHeader("Accept").constData());
}

void TestScraper::severalRequestsMakeOneReading_data()
{
    QTest::addColumn<Format>("format");
    QTest::addColumn<QList<QByteArray>>("bodies"); // empty: 404
    QTest::addColumn<QString>("expected");

    const QByteArray trailer("heap profile: 0\n# runtime.MemStats\n# HeapAlloc = 7\n# NumGC = 2\n");
    const QByteArray index("<td>5</td><td><a href='goroutine?debug=1'>");
    QTest::newRow("pprof") << Format::GoPprof << QList<QByteArray>{trailer, index}
                           << QStringLiteral("0s heap 7, goroutines 5, gcCount 2");
    QTest::newRow("pprof without its index") << Format::GoPprof << QList<QByteArray>{trailer, QByteArray()}
                                             << QStringLiteral("0s heap 7, gcCount 2");
    QTest::newRow("pprof, only the index")
        << Format::GoPprof << QList<QByteArray>{QByteArray(), index} << QStringLiteral("0s goroutines 5");
    QTest::newRow("pprof, nothing") << Format::GoPprof << QList<QByteArray>{QByteArray(), QByteArray()}
                                    << QStringLiteral("0s missed: 404 Not Found");
    const auto gauge = [](int value) -> QByteArray {
        return QByteArray(R"({"measurements":[{"statistic":"VALUE","value":)") + QByteArray::number(value)
            + "}]}";
    };
    const QByteArray timer(
        R"({"measurements":[{"statistic":"COUNT","value":3},{"statistic":"TOTAL_TIME","value":0.5},)"
        R"({"statistic":"MAX","value":0.25}]})");
    QTest::newRow("actuator: meters that are not there are passed over")
        << Format::Actuator << QList<QByteArray>{gauge(100), gauge(20),    timer,        gauge(9),     timer,
                                                 gauge(30),  QByteArray(), gauge(1'000), QByteArray(), timer}
        << QStringLiteral(
               "0s heap 100, threads 20, descriptors 30, gcCount 3, gcPauseTotal 0.5, gcPauseMax 0.25, "
               "startTime 1000, requests 3");
    QTest::newRow("actuator: no collection of the whole heap")
        << Format::Actuator
        << QList<QByteArray>{gauge(100),   QByteArray(), timer,        gauge(9),     QByteArray(),
                             QByteArray(), QByteArray(), QByteArray(), QByteArray(), QByteArray()}
        << QStringLiteral("0s heap 100, gcCount 0, gcPauseTotal 0.5, gcPauseMax 0.25");
}

void TestScraper::severalRequestsMakeOneReading()
{
    QFETCH(Format, format);
    QFETCH(QList<QByteArray>, bodies);
    QFETCH(QString, expected);
    Story story;
    story.start(format);
    for (const QByteArray &body : std::as_const(bodies)) {
        QCOMPARE(story.manager.waiting(), 1);
        QVERIFY(story.log.isEmpty());
        QVERIFY(story.manager.answerOldest({.status = body.isEmpty() ? 404 : 200, .body = body}));
    }
    QCOMPARE(story.log, QStringList(expected));
    QCOMPARE(story.manager.waiting(), 0);
}

void TestScraper::credentialsTravelOutsideTheUrl()
{
    base::FakeClock clock;
    ScriptedManager manager;
    Scraper scraper(manager, clock);
    net::Endpoint endpoint;
    endpoint.url = QUrl(QStringLiteral("http://me:s%20ecret@server.example/"));
    endpoint.headers = {{"X-Team", "a"}};
    scraper.start(endpoint, Source{QUrl(QStringLiteral("http://server.example/metrics")), {}, {}, {}});
    const QNetworkRequest request = manager.requests().first();
    const auto transport = request.attribute(net::transportAttribute).value<net::SharedTransport>();
    QVERIFY(transport);
    QCOMPARE(transport->user, QStringLiteral("me"));
    QCOMPARE(transport->password, QStringLiteral("s ecret"));
    QCOMPARE(request.rawHeader("X-Team"), QByteArray("a"));
    QCOMPARE(request.url().toString(), QStringLiteral("http://server.example/metrics"));
}

void TestScraper::timeGoesOnWhenTheClockIsSetBack()
{
    Story story;
    story.start();
    story.play(
        QStringLiteral("go_threads 1; +1s; go_threads 2; wall -3600s; +1s; go_threads 3; +1s; go_threads 4"));
    QCOMPARE(story.log,
             QStringList({QStringLiteral("0s threads 1"), QStringLiteral("1s threads 2"),
                          QStringLiteral("2s threads 3"), QStringLiteral("3s threads 4")}));
}

void TestScraper::startingAnewForgets()
{
    Story story;
    story.start();
    story.play(QStringLiteral("process_start_time_seconds 100; +1s; start; process_start_time_seconds 200"));
    // Another server is not another process of this one; the request under way was dropped.
    QCOMPARE(story.log,
             QStringList({QStringLiteral("0s startTime 100"), QStringLiteral("1s startTime 200")}));
    QCOMPARE(story.manager.waiting(), 0);
}

void TestScraper::silentAfterStopAndDestruction()
{
    base::FakeClock clock;
    ScriptedManager manager;
    QStringList log;
    auto scraper = std::make_unique<Scraper>(manager, clock);
    const auto note = [&log] { log << QStringLiteral("a signal"); };
    connect(scraper.get(), &Scraper::scraped, this, note);
    connect(scraper.get(), &Scraper::missed, this, note);
    scraper->stop(); // never started
    QVERIFY(!scraper->isRunning());

    const Source source{QUrl(QStringLiteral("http://h/metrics")), {}, {}, {}};
    scraper->start({}, source);
    scraper->stop();
    scraper->stop();
    QVERIFY(!scraper->isRunning());
    QCOMPARE(manager.waiting(), 0);

    scraper->start({}, source);
    QCOMPARE(manager.waiting(), 1);
    scraper.reset();
    QCOMPARE(manager.waiting(), 0);
    clock.advance(std::chrono::seconds(10));
    QCOMPARE(log, QStringList());
}

void TestScraper::receiversMayStopOrDestroyIt_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("at"); // the first word of the log after which it happens
    QTest::addColumn<bool>("destroy");

    for (const bool destroy : {false, true}) {
        const char *what = destroy ? "destroy" : "stop";
        QTest::addRow("%s in scraped", what)
            << QStringLiteral("go_threads 1") << QStringLiteral("scraped") << destroy;
        QTest::addRow("%s in missed, after an answer", what)
            << QStringLiteral("503") << QStringLiteral("missed") << destroy;
        QTest::addRow("%s in missed, at a beat", what)
            << QStringLiteral("+1s") << QStringLiteral("missed") << destroy;
        QTest::addRow("%s in missed, after sleep", what)
            << QStringLiteral("go_threads 1; wall 60s; +1s") << QStringLiteral("missed") << destroy;
        QTest::addRow("%s in restarted", what)
            << QStringLiteral("process_start_time_seconds 1; +1s; process_start_time_seconds 9")
            << QStringLiteral("restarted") << destroy;
    }
}

void TestScraper::receiversMayStopOrDestroyIt()
{
    QFETCH(QString, script);
    QFETCH(QString, at);
    QFETCH(bool, destroy);
    base::FakeClock clock;
    ScriptedManager manager;
    auto scraper = std::make_unique<Scraper>(manager, clock);
    QStringList log;
    const auto note = [&](const QString &what) {
        log << what;
        if (what != at)
            return;
        if (destroy)
            scraper.reset();
        else
            scraper->stop();
    };
    connect(scraper.get(), &Scraper::scraped, this, [&note] { note(QStringLiteral("scraped")); });
    connect(scraper.get(), &Scraper::missed, this, [&note] { note(QStringLiteral("missed")); });
    connect(scraper.get(), &Scraper::restarted, this, [&note] { note(QStringLiteral("restarted")); });
    scraper->start({}, Source{QUrl(QStringLiteral("http://h/metrics")), {}, {}, {}});

    const QStringList steps = script.split(QStringLiteral("; "));
    for (const QString &step : steps) {
        if (step == QLatin1StringView("+1s"))
            clock.advance(std::chrono::seconds(1));
        else if (step == QLatin1StringView("wall 60s"))
            clock.jumpWall(std::chrono::seconds(60));
        else if (step == QLatin1StringView("503"))
            QVERIFY(manager.answerOldest({.status = 503, .body = {}}));
        else
            QVERIFY(manager.answerOldest({.body = step.toUtf8() + '\n'}));
    }
    QVERIFY(!log.isEmpty());
    QCOMPARE(log.last(), at);
    const auto signalsSoFar = log.size();
    clock.advance(std::chrono::seconds(10));
    QCOMPARE(log.size(), signalsSoFar);
    QCOMPARE(manager.waiting(), 0);
}

QTEST_GUILESS_MAIN(TestScraper)
#include "tst_scraper.moc"
