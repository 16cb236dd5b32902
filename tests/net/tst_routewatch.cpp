// SPDX-License-Identifier: GPL-3.0-or-later
// Networks that come and go, on the loopback of a network namespace of this process's own.
#include "core/net/routewatch.h"
#include "tests/support/ownnetwork.h"

#include <QSignalSpy>
#include <QTest>

using support::ip;

namespace {

bool isAlone = false;

} // namespace

class TestRouteWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loopbackIsAlwaysThere()
    {
        for (const char *host : {"localhost", "127.0.0.1", "::1"})
            QVERIFY2(net::hasRouteTo(QString::fromLatin1(host)), host);
    }

    void networkComesAndGoes()
    {
        if (!isAlone) {
            qInfo("no network namespace is permitted here: only loopback was looked at");
            return;
        }
        const QString server = QStringLiteral("198.51.100.7"), other = QStringLiteral("203.0.113.7"),
                      six = QStringLiteral("2001:db8::7");
        net::RouteWatch watch;
        QSignalSpy changed(&watch, &net::RouteWatch::changed);
        QVERIFY(!net::hasRouteTo(server));
        QVERIFY(!net::hasRouteTo(six));
        QVERIFY(!net::hasRouteTo(QStringLiteral("upload.example"))); // on no network at all

        QVERIFY(ip("link set lo up"));
        QVERIFY(ip("addr add 198.51.100.2/24 dev lo"));
        QTRY_COMPARE(changed.size(), 1); // both together
        QVERIFY(net::hasRouteTo(server));
        QVERIFY(!net::hasRouteTo(other));

        QVERIFY(ip("route add default via 198.51.100.1 dev lo"));
        QTRY_COMPARE(changed.size(), 2);
        QVERIFY(net::hasRouteTo(other));

        QVERIFY(ip("route del default"));
        QVERIFY(ip("addr del 198.51.100.2/24 dev lo"));
        QTRY_COMPARE(changed.size(), 3);
        QVERIFY(!net::hasRouteTo(server));
        QVERIFY(!net::hasRouteTo(other));
    }
};

int main(int argc, char **argv)
{
    isAlone = support::enterOwnNetwork();
    const QCoreApplication app(argc, argv);
    TestRouteWatch test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_routewatch.moc"
