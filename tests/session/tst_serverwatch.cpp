// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fakeclock.h"
#include "core/session/serverwatch.h"
#include "tests/session/watchscript.h"

#include <QTest>

#include <cmath>

using namespace std::chrono_literals;
using metrics::Role;
using session::Mark;
using session::ServerWatch;

class TestServerWatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsAndReads();
    void findsNothing();
    void unknownAddress();
    void lostAndRecovered();
    void lateIsNotLostAtOnce();
    void missesAreGaps();
    void restarted();
    void restartedWhileLost();
    void restartedAfterLostIsToldOnce();
    void stopKeepsWhatWasRead();
    void stopWhileLooking();
    void startAgainForgets();
    void startAgainWhileLooking();
    void startAgainFromWithinDiscovered();
    void stopFromWithinAMark();
    void veryShortIntervalsAreTakenForTen();
    void neverShowsCredentials();
    void destroyedWhileWatching();

private:
    void start(const QString &url = QStringLiteral("http://127.0.0.1:1/"),
               std::chrono::milliseconds interval = 1s);
    void startAndFind();
    /// One beat; then the request that it made is answered.
    void beat();
    void beatFails(base::ErrorKind kind);
    [[nodiscard]] QString log() const { return m_log.join(QStringLiteral(" | ")); }

    std::unique_ptr<base::FakeClock> m_clock;
    std::unique_ptr<testing::ScriptedManager> m_manager;
    std::unique_ptr<testing::WatchScript> m_script;
    std::unique_ptr<ServerWatch> m_watch;
    qint64 m_startMs = 0;
    QStringList m_log;
};

void TestServerWatch::init()
{
    m_watch.reset();
    m_clock = std::make_unique<base::FakeClock>();
    m_manager = std::make_unique<testing::ScriptedManager>();
    m_script = std::make_unique<testing::WatchScript>(*m_manager);
    m_watch = std::make_unique<ServerWatch>(*m_manager, *m_clock);
    m_log.clear();
    m_startMs = base::toUnixMs(m_clock->wallNow());
    connect(m_watch.get(), &ServerWatch::discovered, this, [this](const metrics::DiscoveryReport &report) {
        m_log << QStringLiteral("discovered %1").arg(report.sources.size());
    });
    connect(m_watch.get(), &ServerWatch::marked, this,
            [this](const Mark &mark) { m_log << session::toKey(mark.kind); });
    connect(m_watch.get(), &ServerWatch::scraped, this, [this](const metrics::Reading &reading) {
        m_log << QStringLiteral("heap %1").arg(reading.value(Role::HeapLive), 0, 'f', 0);
    });
    connect(m_watch.get(), &ServerWatch::missed, this, [this] { m_log << QStringLiteral("missed"); });
}

void TestServerWatch::start(const QString &url, std::chrono::milliseconds interval)
{
    net::Endpoint endpoint;
    endpoint.url = QUrl(url);
    m_watch->start(endpoint, interval);
}

void TestServerWatch::startAndFind()
{
    start();
    QTRY_VERIFY((m_script->answerAll(), m_log.size() >= 2));
    QTRY_VERIFY((m_script->answerAll(), m_watch->scrapesOk() == 1));
    m_log.clear();
}

void TestServerWatch::beat()
{
    const qint64 before = m_watch->scrapesOk();
    m_clock->advance(1s);
    QTRY_VERIFY((m_script->answerAll(), m_watch->scrapesOk() == before + 1));
}

void TestServerWatch::beatFails(base::ErrorKind kind)
{
    const qint64 before = m_watch->scrapesMissed();
    m_clock->advance(1s);
    QTRY_VERIFY(
        (m_script->failAll(kind, QStringLiteral("it failed")), m_watch->scrapesMissed() == before + 1));
}

void TestServerWatch::findsAndReads()
{
    start();
    QVERIFY(m_log.isEmpty());
    QTRY_VERIFY((m_script->answerAll(), m_watch->scrapesOk() == 1));
    m_script->heap = 2e6;
    beat();
    QCOMPARE(log(), QStringLiteral("discovered 1 | connected | heap 1000000 | heap 2000000"));
    QCOMPARE(m_watch->discovery().sources.size(), 1);
    QCOMPARE(m_watch->discovery().sources[0].url, QUrl(QStringLiteral("http://127.0.0.1:1/metrics")));
    QCOMPARE(m_watch->url(), QUrl(QStringLiteral("http://127.0.0.1:1/")));
    QCOMPARE(m_watch->series().latest(Role::HeapLive), 2e6);
    QCOMPARE(m_watch->series().points(Role::HeapLive, 0, m_startMs + 10'000).size(), size_t(2));
    QCOMPARE(m_watch->scrapesMissed(), 0);
    QVERIFY(m_watch->lastMissReason().isEmpty());
}

void TestServerWatch::findsNothing()
{
    start();
    QTRY_VERIFY(
        (m_script->failAll(base::ErrorKind::ConnectionRefused, QStringLiteral("nothing listens there")),
         !m_log.isEmpty()));
    m_clock->advance(10s);
    QCOMPARE(log(), QStringLiteral("discovered 0"));
    QVERIFY(!m_watch->discovery().misses.isEmpty());
    QVERIFY(m_script->open().isEmpty());
}

void TestServerWatch::unknownAddress()
{
    start(QStringLiteral("ftp://127.0.0.1/"));
    QVERIFY(m_log.isEmpty());
    QTRY_COMPARE(log(), QStringLiteral("discovered 0"));
    QCOMPARE(m_watch->discovery().misses.size(), 1);
}

void TestServerWatch::lostAndRecovered()
{
    startAndFind();
    beatFails(base::ErrorKind::ConnectionRefused);
    beatFails(base::ErrorKind::ConnectionRefused);
    beat();
    beatFails(base::ErrorKind::Protocol);
    QCOMPARE(log(), QStringLiteral("lost | missed | missed | recovered | heap 1000000 | lost | missed"));
    QCOMPARE(m_watch->scrapesOk(), 2);
    QCOMPARE(m_watch->scrapesMissed(), 3);
    QCOMPARE(m_watch->lastMissReason(), QStringLiteral("it failed"));
}

void TestServerWatch::lateIsNotLostAtOnce()
{
    startAndFind();
    m_clock->advance(3s); // The request of the first beat is still under way at the second and third.
    QTRY_COMPARE(log(), QStringLiteral("missed | missed"));
    QTRY_VERIFY((m_script->answerAll(), m_watch->scrapesOk() == 2));
    QCOMPARE(log(), QStringLiteral("missed | missed | heap 1000000"));
    m_log.clear();
    m_clock->advance(4s);
    QTRY_COMPARE(log(), QStringLiteral("missed | missed | lost | missed"));
    QTRY_VERIFY((m_script->answerAll(), m_watch->scrapesOk() == 3));
    QCOMPARE(log(), QStringLiteral("missed | missed | lost | missed | recovered | heap 1000000"));
}

void TestServerWatch::missesAreGaps()
{
    startAndFind();
    beatFails(base::ErrorKind::ConnectionReset);
    QVERIFY(std::isnan(m_watch->series().latest(Role::HeapLive)));
    beat();
    const auto points = m_watch->series().points(Role::HeapLive, 0, m_startMs + 60'000);
    QCOMPARE(points.size(), size_t(3));
    QVERIFY(!points[0].isGap());
    QVERIFY(points[1].isGap());
    QVERIFY(!points[2].isGap());
}

void TestServerWatch::restarted()
{
    startAndFind();
    beat();
    m_script->startTime += 100;
    m_script->heap = 5e5;
    beat();
    beat();
    QCOMPARE(log(), QStringLiteral("heap 1000000 | restarted | heap 500000 | heap 500000"));
}

void TestServerWatch::restartedWhileLost()
{
    startAndFind();
    beatFails(base::ErrorKind::ConnectionRefused);
    m_script->startTime += 100;
    beat();
    QCOMPARE(log(), QStringLiteral("lost | missed | recovered | restarted | heap 1000000"));
}

void TestServerWatch::restartedAfterLostIsToldOnce()
{
    startAndFind();
    QList<Mark> marks;
    connect(m_watch.get(), &ServerWatch::marked, this, [&marks](const Mark &mark) { marks << mark; });
    beatFails(base::ErrorKind::ConnectionRefused);
    beatFails(base::ErrorKind::ConnectionRefused);
    m_script->startTime += 100;
    beat();
    beat();
    QCOMPARE(marks.size(), 3);
    QCOMPARE(marks[0].text, QStringLiteral("it failed"));
    QCOMPARE(marks[0].timeMs, m_startMs + 1'000);
    QCOMPARE(marks[1].text, QStringLiteral("it answers again after 2.00 s"));
    QCOMPARE(marks[1].timeMs, m_startMs + 3'000);
    QCOMPARE(marks[2].text, QStringLiteral("another process answers now"));
    QCOMPARE(marks[2].timeMs, m_startMs + 3'000);
}

void TestServerWatch::stopKeepsWhatWasRead()
{
    startAndFind();
    beat();
    m_clock->advance(1s); // A request is under way.
    m_log.clear();
    m_watch->stop();
    m_script->answerAll();
    m_clock->advance(10s);
    QTRY_VERIFY(m_script->open().isEmpty());
    QCOMPARE(log(), QString());
    QCOMPARE(m_watch->scrapesOk(), 2);
    QCOMPARE(m_watch->series().latest(Role::HeapLive), 1e6);
    QVERIFY(m_watch->discovery().found());
}

void TestServerWatch::stopWhileLooking()
{
    start();
    QVERIFY(!m_script->open().isEmpty());
    m_watch->stop();
    QTRY_VERIFY((m_script->answerAll(), m_manager->liveReplies() == 0));
    m_clock->advance(10s);
    QCOMPARE(log(), QString());
}

void TestServerWatch::startAgainForgets()
{
    startAndFind();
    beat();
    beatFails(base::ErrorKind::ConnectionRefused);
    m_log.clear();
    start(QStringLiteral("http://127.0.0.1:2/"));
    QVERIFY(m_watch->series().isEmpty());
    QCOMPARE(m_watch->scrapesOk(), 0);
    QCOMPARE(m_watch->scrapesMissed(), 0);
    QVERIFY(m_watch->lastMissReason().isEmpty());
    QVERIFY(!m_watch->discovery().found());
    m_script->heap = 42;
    QTRY_VERIFY((m_script->answerAll(), m_watch->scrapesOk() == 1));
    // Lost and restarted were said of the other server.
    QCOMPARE(log(), QStringLiteral("discovered 1 | connected | heap 42"));
    QCOMPARE(m_watch->discovery().sources[0].url, QUrl(QStringLiteral("http://127.0.0.1:2/metrics")));
}

void TestServerWatch::startAgainWhileLooking()
{
    start();
    start(QStringLiteral("http://127.0.0.1:2/"));
    QTRY_VERIFY((m_script->answerAll(), m_watch->scrapesOk() == 1));
    QCOMPARE(log(), QStringLiteral("discovered 1 | connected | heap 1000000"));
    QCOMPARE(m_watch->discovery().sources[0].url, QUrl(QStringLiteral("http://127.0.0.1:2/metrics")));
}

void TestServerWatch::startAgainFromWithinDiscovered()
{
    bool isFirst = true;
    connect(m_watch.get(), &ServerWatch::discovered, this, [&] {
        if (std::exchange(isFirst, false))
            start(QStringLiteral("http://127.0.0.1:2/"));
    });
    start();
    QTRY_VERIFY((m_script->answerAll(), m_watch->scrapesOk() == 1));
    QCOMPARE(log(), QStringLiteral("discovered 1 | discovered 1 | connected | heap 1000000"));
}

void TestServerWatch::stopFromWithinAMark()
{
    startAndFind();
    connect(m_watch.get(), &ServerWatch::marked, this, [this] { m_watch->stop(); });
    m_clock->advance(1s);
    QTRY_VERIFY(
        (m_script->failAll(base::ErrorKind::ConnectionRefused, QStringLiteral("gone")), !m_log.isEmpty()));
    m_clock->advance(10s);
    QCOMPARE(log(), QStringLiteral("lost"));
}

void TestServerWatch::veryShortIntervalsAreTakenForTen()
{
    start(QStringLiteral("http://127.0.0.1:1/"), 1ms);
    QTRY_VERIFY((m_script->answerAll(), m_watch->scrapesOk() == 1));
    m_clock->advance(99ms);
    QVERIFY(m_script->open().isEmpty());
    m_clock->advance(1ms);
    QTRY_COMPARE(m_script->open().size(), 1);
}

void TestServerWatch::neverShowsCredentials()
{
    QStringList texts;
    connect(m_watch.get(), &ServerWatch::marked, this, [&](const Mark &mark) { texts << mark.text; });
    connect(m_watch.get(), &ServerWatch::discovered, this, [&](const metrics::DiscoveryReport &report) {
        for (const metrics::Source &source : report.sources)
            texts << source.url.toString();
        for (const metrics::Miss &miss : report.misses)
            texts << miss.url.toString() << miss.error.message << miss.error.detail;
    });
    start(QStringLiteral("http://ann:secret@127.0.0.1:1/"));
    QTRY_VERIFY((m_script->answerAll(), m_watch->scrapesOk() == 1));
    texts << m_watch->url().toString();
    QVERIFY(texts.size() > 5);
    for (const QString &text : std::as_const(texts))
        QVERIFY2(!text.contains(QLatin1StringView("secret")), qPrintable(text));
}

void TestServerWatch::destroyedWhileWatching()
{
    start();
    m_watch.reset();
    m_script->answerAll();
    QTRY_COMPARE(m_manager->liveReplies(), 0);
    init();
    startAndFind();
    m_clock->advance(1s);
    QTRY_COMPARE(m_script->open().size(), 1);
    m_watch.reset();
    m_clock->advance(10s);
    QTRY_COMPARE(m_manager->liveReplies(), 0);
    QCOMPARE(log(), QString());
}

QTEST_GUILESS_MAIN(TestServerWatch)
#include "tst_serverwatch.moc"
