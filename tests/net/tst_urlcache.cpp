// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/urlcache.h"

#include <QTest>

using net::UrlCache;

namespace {

QByteArray textOf(const UrlCache::Parsed &parsed)
{
    char *text = nullptr;
    curl_url_get(parsed->url.get(), CURLUPART_URL, &text, 0);
    const QByteArray result(text);
    curl_free(text);
    if (parsed->text != result)
        qFatal("two addresses");
    return result;
}

} // namespace

class TestUrlCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsWhatIsForTheServer()
    {
        UrlCache cache;
        const QUrl url(QStringLiteral("http://ann:secret@localhost:8080/a%20b/ü?x=1&y=%26#part"));
        QCOMPARE(textOf(cache.find(url)), QByteArray("http://localhost:8080/a%20b/%C3%BC?x=1&y=%26"));
    }

    void parsesOnce()
    {
        UrlCache cache;
        const UrlCache::Parsed first = cache.find(QUrl(QStringLiteral("http://localhost/a")));
        QVERIFY(first);
        QCOMPARE(cache.find(QUrl(QStringLiteral("http://localhost/a"))), first);
        QVERIFY(cache.find(QUrl(QStringLiteral("http://localhost/b"))) != first);
    }

    void keepsAFewAndWhatIsHeld()
    {
        UrlCache cache;
        const QUrl url(QStringLiteral("http://localhost/upload"));
        const UrlCache::Parsed held = cache.find(url);
        for (int i = 0; i < 3; ++i)
            QVERIFY(cache.find(QUrl(QStringLiteral("http://localhost/%1").arg(i))));
        QCOMPARE(cache.find(url), held);
        for (int i = 0; i < 10; ++i)
            QVERIFY(cache.find(QUrl(QStringLiteral("http://localhost/%1").arg(i))));
        QVERIFY(cache.find(url) != held);
        QCOMPARE(textOf(held), QByteArray("http://localhost/upload"));
    }

    void knowsThisMachine()
    {
        UrlCache cache;
        QVERIFY(cache.find(QUrl(QStringLiteral("http://127.0.0.1:8080/a")))->isLoopback);
        QVERIFY(cache.find(QUrl(QStringLiteral("http://localhost/a")))->isLoopback);
        QVERIFY(!cache.find(QUrl(QStringLiteral("http://10.0.0.1/127.0.0.1")))->isLoopback);
    }

    void unreadableIsNull()
    {
        UrlCache cache;
        QVERIFY(!cache.find(QUrl()));
        QVERIFY(!cache.find(QUrl(QStringLiteral("gopher-what://host"))));
    }
};

QTEST_APPLESS_MAIN(TestUrlCache)
#include "tst_urlcache.moc"
