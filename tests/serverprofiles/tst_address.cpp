// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/servers/address.h"

#include <QTest>

using namespace servers;
using base::ErrorKind;

class TestAddress : public QObject
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
        QTest::newRow("an address in the query, and no scheme")
            << QStringLiteral("a:81/up?to=http://b") << QStringLiteral("http://a:81/up?to=http://b");
        QTest::newRow("IPv6") << QStringLiteral("http://[::1]:80/u") << QStringLiteral("http://[::1]:80/u");
        QTest::newRow("a fragment") << QStringLiteral("http://a/b?x=1#token=s")
                                    << QStringLiteral("http://a/b?x=1");
        QTest::newRow("a blank in the path")
            << QStringLiteral("http://a/b c") << QStringLiteral("http://a/b%20c");
    }

    void understands()
    {
        QFETCH(QString, typed);
        const auto endpoint = endpointAsTyped(typed);
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
        QTest::newRow("a scheme that was mistyped")
            << QStringLiteral("htp://host:80/up") << ErrorKind::UnsupportedScheme;
        QTest::newRow("one with a slash too few, too")
            << QStringLiteral("htp:/nowhere..") << ErrorKind::UnsupportedScheme;
        QTest::newRow("http with a slash too few") << QStringLiteral("http:/host/up") << ErrorKind::BadUrl;
        QTest::newRow("a file") << QStringLiteral("file:///etc/passwd") << ErrorKind::UnsupportedScheme;
    }

    void refuses()
    {
        QFETCH(QString, typed);
        const auto endpoint = endpointAsTyped(typed);
        QVERIFY(!endpoint.ok());
        QTEST(endpoint.error().kind, "kind");
        QVERIFY(!endpoint.error().message.isEmpty());
        // What to do is another thing than for an address that is not whole.
        QCOMPARE(!endpoint.error().detail.isEmpty(), typed.contains(QLatin1String("***")));
    }

    void takesCredentialsOutOfTheAddress()
    {
        const auto server = serverAsTyped(QStringLiteral("http://ann:s%40cret@host/up"), QString());
        QVERIFY(server.ok());
        QCOMPARE(server->upload.url, QUrl(QStringLiteral("http://host/up")));
        QCOMPARE(server->upload.transport.user, QStringLiteral("ann"));
        QCOMPARE(server->upload.transport.password, QStringLiteral("s@cret"));
        QCOMPARE(server->watch.transport.user, QStringLiteral("ann"));
    }

    void metricsMayBeElsewhere()
    {
        const auto same = serverAsTyped(QStringLiteral("http://host:81/up"), QStringLiteral(" "));
        QCOMPARE(same->watch.url, QUrl(QStringLiteral("http://host:81/")));

        const auto other
            = serverAsTyped(QStringLiteral("http://host:81/up"), QStringLiteral("host:9090/metrics"));
        QCOMPARE(other->watch.url, QUrl(QStringLiteral("http://host:9090/metrics")));

        QCOMPARE(serverAsTyped(QStringLiteral("http://host/up"), QStringLiteral("ftp://x/")).error().kind,
                 ErrorKind::UnsupportedScheme);
    }

    void addressAloneIsNotJudged()
    {
        QVERIFY(addressAsTyped(QStringLiteral(" ")).isEmpty());
        QCOMPARE(addressAsTyped(QStringLiteral(" host:81 ")), QUrl(QStringLiteral("http://host:81/")));
        // What is typed in the editor is kept in a file: without what no server is sent.
        QCOMPARE(addressAsTyped(QStringLiteral("https://ann@host/up#token=s")),
                 QUrl(QStringLiteral("https://ann@host/up")));
        QVERIFY(!addressAsTyped(QStringLiteral("http://a:99999/")).isValid());
        QCOMPARE(addressAsTyped(QStringLiteral("ftp://a/b")), QUrl(QStringLiteral("ftp://a/b")));
    }

    void proxies()
    {
        QVERIFY(proxyAsTyped(QStringLiteral(" ")).isEmpty());
        QCOMPARE(proxyAsTyped(QStringLiteral("proxy:3128 ")), QUrl(QStringLiteral("http://proxy:3128")));
        QCOMPARE(proxyAsTyped(QStringLiteral("socks5://proxy:1080")),
                 QUrl(QStringLiteral("socks5://proxy:1080")));
    }

    void whatWasTypedBecomesAProfile()
    {
        auto server
            = serverAsTyped(QStringLiteral("http://ann:sea@host/up"), QStringLiteral("host:9090/metrics"));
        QVERIFY(server.ok());
        server->method = Method::Put;
        const ServerProfile profile = profileOf(*server);
        QVERIFY(!profile.id.isEmpty());
        QCOMPARE(profile.name, QStringLiteral("host"));
        QCOMPARE(profile.url, QUrl(QStringLiteral("http://host/up")));
        QCOMPARE(profile.watch, QUrl(QStringLiteral("http://host:9090/metrics")));
        QCOMPARE(profile.method, Method::Put); // trusting a certificate must not change how files are sent
        QCOMPARE(profile.auth, Auth::Basic);
        QCOMPARE(profile.user + u' ' + profile.password, QStringLiteral("ann sea"));

        const Server known = serverOf(profile);
        QCOMPARE(profileOf(known), profile);
        QCOMPARE(known.method, Method::Put);
        QCOMPARE(known.upload.transport.user, QStringLiteral("ann"));

        const auto plain = serverAsTyped(QStringLiteral("host/up"), QString());
        QVERIFY(profileOf(*plain).watch.isEmpty());
        QCOMPARE(profileOf(*plain).auth, Auth::None);
    }

    void targetIsThatOfTheKnownServer()
    {
        ServerProfile profile = newProfile();
        profile.url = QUrl(QStringLiteral("http://host/up"));
        profile.field = QStringLiteral("photo");
        Server server = serverOf(profile);
        server.method = Method::Tus; // chosen in the window, for now
        QCOMPARE(uploadTargetOf(server).field, QStringLiteral("photo"));
        QCOMPARE(uploadTargetOf(server).method, Method::Tus);
    }
};

QTEST_GUILESS_MAIN(TestAddress)
#include "tst_address.moc"
