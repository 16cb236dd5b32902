// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fakeclock.h"
#include "core/session/servernews.h"
#include "tests/session/watchscript.h"

#include <QTest>

using session::Mark;
using session::MarkKind;
using session::ServerNews;
using session::Session;

/// What still comes of a server when another one is shown already.
class TestServerNews final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { session::registerMetaTypes(); }
    void init();
    void newsIsPassedOn();
    void newsOfTheFormerServerIsDropped();
    void newsIsDroppedUntilTheLastOfSeveral();
    void sameServerAnewCountsAsAnother();
    void wayToTheServerIsToldAlways();

private:
    /// A little of everything, as the session itself says it.
    void talk();
    [[nodiscard]] static net::Endpoint server(int port)
    {
        return {QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(port)), {}, {}};
    }
    /// Has all that is on its way arrive.
    QString heard()
    {
        for (int hop = 0; hop < 4; ++hop) // to the session and back, and what that leads to
            QCoreApplication::processEvents();
        return std::exchange(m_heard, {}).join(u' ');
    }

    base::FakeClock m_clock;
    std::unique_ptr<testing::ScriptedManager> m_manager;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<ServerNews> m_news;
    QStringList m_heard;
};

void TestServerNews::init()
{
    m_news.reset();
    m_session.reset();
    m_manager = std::make_unique<testing::ScriptedManager>();
    m_session = std::make_unique<Session>(*m_manager, m_clock);
    m_news = std::make_unique<ServerNews>(*m_session);
    m_heard.clear();
    connect(m_news.get(), &ServerNews::discovered, this, [this] { m_heard += QStringLiteral("discovered"); });
    connect(m_news.get(), &ServerNews::scraped, this, [this] { m_heard += QStringLiteral("scraped"); });
    connect(m_news.get(), &ServerNews::active, this, [this] { m_heard += QStringLiteral("active"); });
    connect(m_news.get(), &ServerNews::profilesListed, this, [this] { m_heard += QStringLiteral("listed"); });
    connect(m_news.get(), &ServerNews::profileFetched, this,
            [this](const session::FetchedProfile &profile) { m_heard += profile.name; });
    connect(m_news.get(), &ServerNews::marked, this,
            [this](const Mark &mark) { m_heard += session::toKey(mark.kind); });
}

void TestServerNews::talk()
{
    m_session->listProfiles(); // that there are none is said at once
    m_session->fetchProfile(QStringLiteral("heap"));
    m_session->addNote(QStringLiteral("before the deploy"));
    Q_EMIT m_session->active({});
    Q_EMIT m_session->scraped({});
}

void TestServerNews::newsIsPassedOn()
{
    m_news->watch(server(1));
    QCOMPARE(heard(), QString());
    const testing::WatchScript script(*m_manager);
    while (script.answerAll() > 0)
        QCoreApplication::processEvents();
    QVERIFY(heard().startsWith(QStringLiteral("discovered connected")));
    talk();
    QCOMPARE(heard(), QStringLiteral("listed heap note active scraped"));
}

void TestServerNews::newsOfTheFormerServerIsDropped()
{
    m_news->watch(server(1));
    QCOMPARE(heard(), QString());
    talk(); // is on its way
    m_news->watch(server(2));
    talk(); // the session has not heard of it yet
    QCOMPARE(heard(), QString());
    talk();
    QCOMPARE(heard(), QStringLiteral("listed heap note active scraped"));
}

void TestServerNews::newsIsDroppedUntilTheLastOfSeveral()
{
    QMetaObject::Connection telling
        = connect(m_session.get(), &Session::watchBegan, this, [this] { talk(); });
    m_news->watch(server(1));
    m_news->watch(server(2));
    m_news->watch(server(3));
    QCOMPARE(heard(), QStringLiteral("listed heap note active scraped")); // of the last one only
    disconnect(telling);
}

void TestServerNews::sameServerAnewCountsAsAnother()
{
    m_news->watch(server(1));
    QCOMPARE(heard(), QString());
    talk();
    m_news->watch(server(1)); // its readings are forgotten as well
    QCOMPARE(heard(), QString());
}

void TestServerNews::wayToTheServerIsToldAlways()
{
    m_news->watch(server(1));
    Q_EMIT m_session->marked({0, MarkKind::Lost, {}});
    Q_EMIT m_session->marked({0, MarkKind::Offline, {}}); // as setTarget() finds it, before watch()
    QCOMPARE(heard(), QStringLiteral("offline"));
    Q_EMIT m_session->marked({0, MarkKind::Online, {}});
    QCOMPARE(heard(), QStringLiteral("online"));
}

QTEST_GUILESS_MAIN(TestServerNews)
#include "tst_servernews.moc"
