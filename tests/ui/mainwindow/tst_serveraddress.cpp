// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/serveraddress.h"

#include <QTest>

using namespace ui;
using base::ErrorKind;

class TestServerAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understands_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("url");
        QTest::newRow("complete") << QStringLiteral("http://localhost:8080/upload")
                                  << QStringLiteral("http://localhost:8080/upload");
        QTest::newRow("without a scheme")
            << QStringLiteral("localhost:8080/upload") << QStringLiteral("http://localhost:8080/upload");
        QTest::newRow("only a host") << QStringLiteral("example.org")
                                     << QStringLiteral("http://example.org/");
        QTest::newRow("blanks around it")
            << QStringLiteral("  http://a/b \n") << QStringLiteral("http://a/b");
        QTest::newRow("https") << QStringLiteral("https://a/b?x=1") << QStringLiteral("https://a/b?x=1");
        QTest::newRow("IPv6") << QStringLiteral("http://[::1]:80/u") << QStringLiteral("http://[::1]:80/u");
        QTest::newRow("a fragment") << QStringLiteral("http://a/b?x=1#token=s")
                                    << QStringLiteral("http://a/b?x=1");
        QTest::newRow("a blank in the path")
            << QStringLiteral("http://a/b c") << QStringLiteral("http://a/b%20c");
    }

    void understands()
    {
        QFETCH(QString, typed);
        const auto endpoint = parseServerAddress(typed);
        QVERIFY(endpoint.ok());
        QTEST(endpoint->url.toString(QUrl::FullyEncoded), "url");
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("nothing") << QStringLiteral("  ") << ErrorKind::BadUrl;
        QTest::newRow("no host") << QStringLiteral("http:///upload") << ErrorKind::BadUrl;
        QTest::newRow("a port that is none") << QStringLiteral("http://a:99999/") << ErrorKind::BadUrl;
        QTest::newRow("ftp") << QStringLiteral("ftp://a/b") << ErrorKind::UnsupportedScheme;
        QTest::newRow("a secret that was not remembered")
            << QStringLiteral("http://a/b?x=1&token=***") << ErrorKind::BadUrl;
        QTest::newRow("a file") << QStringLiteral("file:///etc/passwd") << ErrorKind::UnsupportedScheme;
    }

    void refuses()
    {
        QFETCH(QString, typed);
        const auto endpoint = parseServerAddress(typed);
        QVERIFY(!endpoint.ok());
        QTEST(endpoint.error().kind, "kind");
    }

    void takesCredentialsOutOfTheAddress()
    {
        const auto server = parseServer(QStringLiteral("http://ann:s%40cret@host/up"), QString());
        QVERIFY(server.ok());
        QCOMPARE(server->upload.url, QUrl(QStringLiteral("http://host/up")));
        QCOMPARE(server->upload.transport.user, QStringLiteral("ann"));
        QCOMPARE(server->upload.transport.password, QStringLiteral("s@cret"));
        QCOMPARE(server->watch.transport.user, QStringLiteral("ann"));
        QVERIFY(!remembered(*server).upload.contains(QLatin1String("cret")));
    }

    void metricsMayBeElsewhere()
    {
        const auto same = parseServer(QStringLiteral("http://host:81/up"), QStringLiteral(" "));
        QCOMPARE(same->watch.url, QUrl(QStringLiteral("http://host:81/")));
        QCOMPARE(remembered(*same), (RememberedServer{QStringLiteral("http://host:81/up"), QString()}));

        const auto other
            = parseServer(QStringLiteral("http://host:81/up"), QStringLiteral("host:9090/metrics"));
        QCOMPARE(other->watch.url, QUrl(QStringLiteral("http://host:9090/metrics")));
        QCOMPARE(remembered(*other).watch, QStringLiteral("http://host:9090/metrics"));

        QCOMPARE(parseServer(QStringLiteral("http://host/up"), QStringLiteral("ftp://x/")).error().kind,
                 ErrorKind::UnsupportedScheme);
    }
};

QTEST_GUILESS_MAIN(TestServerAddress)
#include "tst_serveraddress.moc"
