// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fakeclock.h"
#include "core/session/session.h"
#include "tests/transfer/scriptedmanager.h"
#include "ui/connection/serverconnection.h"

#include <QSignalSpy>
#include <QTest>

/// The connection between a session and the window, without a server behind it.
class TestServerConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { session::registerMetaTypes(); }
    void newsOfTheFormerServerIsDropped();
    void newsOfThePresentServerIsPassedOn();

private:
    static session::ScrapeTick tick()
    {
        session::ScrapeTick tick;
        tick.ok = true;
        return tick;
    }
    static servers::Server server(int port)
    {
        servers::Server server;
        server.upload.url = QUrl(QStringLiteral("http://127.0.0.1:%1/upload").arg(port));
        server.watch.url = QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(port));
        return server;
    }
};

void TestServerConnection::newsOfTheFormerServerIsDropped()
{
    testing::ScriptedManager manager;
    base::FakeClock clock;
    session::Session session(manager, clock);
    ui::ServerConnection connection(session);
    connection.connectTo(server(1));
    QCoreApplication::processEvents();
    QSignalSpy scraped(&connection, &ui::ServerConnection::scraped);
    QSignalSpy discovered(&connection, &ui::ServerConnection::discovered);
    // On its way while somebody types another address, and another.
    Q_EMIT session.scraped(tick());
    Q_EMIT session.discovered({});
    connection.connectTo(server(2));
    connection.connectTo(server(3));
    QCoreApplication::processEvents();
    QCOMPARE(scraped.size(), 0);
    QCOMPARE(discovered.size(), 0);
    QCOMPARE(connection.state(), ui::ConnectionState::Connecting);
}

void TestServerConnection::newsOfThePresentServerIsPassedOn()
{
    testing::ScriptedManager manager;
    base::FakeClock clock;
    session::Session session(manager, clock);
    ui::ServerConnection connection(session);
    connection.connectTo(server(1));
    connection.connectTo(server(2));
    QCoreApplication::processEvents();
    QSignalSpy scraped(&connection, &ui::ServerConnection::scraped);
    Q_EMIT session.scraped(tick());
    QTRY_COMPARE(scraped.size(), 1);
}

QTEST_MAIN(TestServerConnection)
#include "tst_serverconnection.moc"
