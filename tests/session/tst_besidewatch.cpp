// SPDX-License-Identifier: GPL-3.0-or-later
// Several servers at once, with scripted answers and a clock that only the test moves.
#include "core/base/fakeclock.h"
#include "core/session/besidewatch.h"
#include "tests/session/watchscript.h"

#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using metrics::Role;
using session::BesideWatch;
using session::WatchedBeside;

class TestBesideWatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_watch.reset();
        m_clock = std::make_unique<base::FakeClock>();
        m_manager = std::make_unique<testing::ScriptedManager>();
        m_watch = std::make_unique<BesideWatch>(*m_manager, *m_clock);
        m_log.clear();
        m_dead.clear();
        connect(m_watch.get(), &BesideWatch::discovered, this,
                [this](const QString &name, const metrics::DiscoveryReport &report) {
                    m_log << QStringLiteral("%1 %2").arg(name, report.found() ? u"found" : u"nothing");
                });
        connect(m_watch.get(), &BesideWatch::scraped, this,
                [this](const QString &name) { m_log << QStringLiteral("%1 read").arg(name); });
        connect(m_watch.get(), &BesideWatch::missed, this,
                [this](const QString &name) { m_log << QStringLiteral("%1 missed").arg(name); });
        connect(m_watch.get(), &BesideWatch::marked, this, [this](const session::Mark &mark) {
            m_log << QStringLiteral("%1 %2").arg(mark.source, session::toKey(mark.kind));
        });
    }

    void oneThatFailsDisturbsNone()
    {
        start({"http://a/", "http://b/"});
        QTRY_VERIFY((serve(), hasReadings(1)));
        m_log.clear();
        m_dead = QStringLiteral("a");
        m_clock->advance(1s);
        QTRY_VERIFY((serve(), m_log.size() >= 3));
        m_log.sort();
        QCOMPARE(log(), QStringLiteral("http://a/ lost | http://a/ missed | http://b/ read"));
        const QList<WatchedBeside> all = m_watch->frozen();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all[0].name, QStringLiteral("http://a/"));
        QCOMPARE(all[0].readings, 1);
        QCOMPARE(all[0].missed, 1);
        QVERIFY(std::isnan(all[0].series.latest(Role::HeapLive)));
        QCOMPARE(all[1].name, QStringLiteral("http://b/"));
        QCOMPARE(all[1].readings, 2);
        QCOMPARE(all[1].missed, 0);
        QCOMPARE(all[1].series.latest(Role::HeapLive), 1e6);
    }

    void oneWithoutMetricsIsSaidToHaveNone()
    {
        m_dead = QStringLiteral("a");
        start({"http://a/", "http://b/"});
        QTRY_VERIFY((serve(), m_log.size() >= 4));
        m_log.sort();
        QCOMPARE(
            log(),
            QStringLiteral("http://a/ nothing | http://b/ connected | http://b/ found | http://b/ read"));
        QVERIFY(!m_watch->frozen()[0].discovery.found());
        QVERIFY(!m_watch->frozen()[0].discovery.misses.isEmpty());
    }

    void readNowReadsAll()
    {
        QTemporaryDir folder;
        start({"http://a/"});
        m_watch->watch(QList<session::LocalSource>{{0, folder.path()}}, 1s);
        QTRY_VERIFY((serve(), hasReadings(1)));
        m_watch->readNow();
        QTRY_VERIFY((serve(), hasReadings(2)));
        QCOMPARE(m_watch->frozen()[1].name, QString(QStringLiteral("folder ") + folder.path()));
    }

    void namesHoldNoSecrets()
    {
        start({"http://ada:hunter2@a/?token=s3cr3t"});
        const QString name = m_watch->frozen()[0].name;
        QVERIFY2(name.startsWith(QStringLiteral("http://a/")), qPrintable(name));
        QVERIFY2(!name.contains(QStringLiteral("hunter2")) && !name.contains(QStringLiteral("s3cr3t")),
                 qPrintable(name));
    }

    void stoppedIsSilentAndKeepsAll()
    {
        start({"http://a/"});
        QTRY_VERIFY((serve(), hasReadings(1)));
        m_log.clear();
        m_watch->stop();
        m_clock->advance(10s);
        QVERIFY(testing::WatchScript(*m_manager).open().isEmpty());
        QCOMPARE(log(), QString());
        QCOMPARE(m_watch->frozen()[0].readings, 1);
    }

private:
    void start(const QByteArrayList &urls)
    {
        QList<net::Endpoint> servers;
        for (const QByteArray &url : urls) {
            net::Endpoint endpoint;
            endpoint.url = QUrl(QString::fromLatin1(url));
            servers.append(endpoint);
        }
        m_watch->watch(servers, 1s);
    }
    /// Answers all that waits, as servers with metrics do, but for the one that is dead.
    void serve() const
    {
        const testing::WatchScript script(*m_manager);
        for (testing::ScriptedReply *reply : script.open()) {
            if (reply->url().host() == m_dead)
                reply->end({base::ErrorKind::ConnectionRefused, QStringLiteral("refused"), 0, {}});
        }
        script.answerAll();
    }
    [[nodiscard]] bool hasReadings(qint64 count) const
    {
        const QList<WatchedBeside> all = m_watch->frozen();
        return std::ranges::all_of(all, [count](const auto &beside) { return beside.readings == count; });
    }
    [[nodiscard]] QString log() const { return m_log.join(QStringLiteral(" | ")); }

    std::unique_ptr<base::FakeClock> m_clock;
    std::unique_ptr<testing::ScriptedManager> m_manager;
    std::unique_ptr<BesideWatch> m_watch;
    QString m_dead; ///< Its host.
    QStringList m_log;
};

QTEST_GUILESS_MAIN(TestBesideWatch)
#include "tst_besidewatch.moc"
