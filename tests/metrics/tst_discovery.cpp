// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/discovery.h"
#include "core/net/curlaccessmanager.h"
#include "tests/metrics/scriptedmanager.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using kit::Answer;
using kit::ScriptedManager;
using metrics::Discovery;
using metrics::DiscoveryReport;

class TestDiscovery final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void candidates_data();
    void candidates();
    void servers_data();
    void servers();
    void everyAddressIsAskedOnce();
    void credentialsTravelOutsideTheUrls();
    void redirectsToOneAddressAreOneSource();
    void anotherServerIsReachedThroughTheRedirect();
    void notHttpIsOneMiss_data();
    void notHttpIsOneMiss();
    void destroyingIsSilent();
    void endlessAndSilentServers();
    void nobodyListens();
};

static QByteArray recorded(const char *name)
{
    QFile file(QStringLiteral(TIDEMARK_TEST_DATA "/metrics/") + QString::fromUtf8(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s in tests/data/metrics", name);
    return file.readAll();
}

/// One line each: "prometheus go go1.19.8 http://h/metrics", "- http://h/x: 404 Not Found", and what Go
/// allows.
static QStringList printed(const DiscoveryReport &report)
{
    QStringList lines;
    for (const metrics::Source &source : report.sources) {
        QStringList words{metrics::toKey(source.format), metrics::toKey(source.runtime)};
        if (!source.runtimeVersion.isEmpty())
            words << source.runtimeVersion;
        words << source.url.toString();
        lines << words.join(QLatin1Char(' '));
    }
    for (const metrics::Miss &miss : report.misses)
        lines << QStringLiteral("- %1: %2").arg(miss.url.toString(), miss.error.message);
    if (report.canForceGc)
        lines << QStringLiteral("can force GC");
    if (report.canFetchProfiles)
        lines << QStringLiteral("can fetch profiles");
    return lines;
}

static net::Endpoint endpointFor(const QString &url)
{
    net::Endpoint endpoint;
    endpoint.url = QUrl(url);
    return endpoint;
}

/// Runs a discovery to its end.
static DiscoveryReport discovered(QNetworkAccessManager &manager, const QString &url)
{
    Discovery discovery(manager);
    DiscoveryReport report;
    QSignalSpy spy(&discovery, &Discovery::finished);
    QObject::connect(&discovery, &Discovery::finished, &discovery,
                     [&report](const DiscoveryReport &found) { report = found; });
    discovery.start(endpointFor(url));
    if (spy.count() != 0)
        qFatal("finished fired from within start()");
    if (!spy.wait(60'000))
        qFatal("finished did not fire");
    return report;
}

void TestDiscovery::candidates_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QStringList>("expected");

    const QStringList paths{QStringLiteral("/metrics"), QStringLiteral("/debug/vars"),
                            QStringLiteral("/debug/pprof/heap?debug=1"),
                            QStringLiteral("/actuator/prometheus"), QStringLiteral("/actuator/metrics")};
    const auto below = [&paths](const char *base) {
        QStringList urls;
        for (const QString &path : paths)
            urls << QString::fromUtf8(base) + path;
        return urls;
    };
    const auto one = [](const char *url) { return QStringList(QString::fromUtf8(url)); };

    QTest::newRow("origin") << QStringLiteral("http://h:1/") << one("http://h:1/") + below("http://h:1");
    QTest::newRow("origin without slash")
        << QStringLiteral("http://h") << one("http://h") + below("http://h");
    QTest::newRow("an upload address")
        << QStringLiteral("http://h:1/upload")
        << one("http://h:1/upload") + below("http://h:1/upload") + below("http://h:1");
    QTest::newRow("with a slash at the end")
        << QStringLiteral("http://h/app/")
        << one("http://h/app/") + below("http://h/app") + below("http://h");
    QTest::newRow("IPv6") << QStringLiteral("https://[::1]:8443/up")
                          << one("https://[::1]:8443/up") + below("https://[::1]:8443/up")
            + below("https://[::1]:8443");
    QTest::newRow("a metrics address") << QStringLiteral("http://h/metrics") << below("http://h");
    QStringList appFirst = below("http://h/app") + below("http://h");
    QTest::newRow("a metrics address below a path") << QStringLiteral("http://h/app/metrics") << appFirst;
    QTest::newRow("Go's variables") << QStringLiteral("http://h/debug/vars")
                                    << one("http://h/debug/vars") + one("http://h/metrics")
            + below("http://h").mid(2);
    const QStringList profiles = one("http://h/x/debug/pprof/heap?debug=1") + one("http://h/x/metrics")
        + one("http://h/x/debug/vars") + below("http://h/x").mid(3) + below("http://h");
    QTest::newRow("profiles") << QStringLiteral("http://h/x/debug/pprof/") << profiles;
    QTest::newRow("profiles without slash") << QStringLiteral("http://h/x/debug/pprof") << profiles;
    QTest::newRow("a CPU profile is not run")
        << QStringLiteral("http://h/x/debug/pprof/profile?seconds=30") << profiles;
    QTest::newRow("query stays with its address only")
        << QStringLiteral("http://h/probe?format=prometheus")
        << one("http://h/probe?format=prometheus") + below("http://h/probe") + below("http://h");
    QTest::newRow("credentials and fragment are dropped")
        << QStringLiteral("http://me:secret@h/a#b")
        << one("http://h/a") + below("http://h/a") + below("http://h");
    QTest::newRow("escapes are kept") << QStringLiteral("http://h/a%20b")
                                      << one("http://h/a b") + below("http://h/a b") + below("http://h");
    QTest::newRow("not http") << QStringLiteral("ftp://h/a") << QStringList();
    QTest::newRow("a file") << QStringLiteral("file:///etc/passwd") << QStringList();
    QTest::newRow("no host") << QStringLiteral("http:///a") << QStringList();
    QTest::newRow("nothing") << QString() << QStringList();
}

void TestDiscovery::candidates()
{
    QFETCH(QString, url);
    QFETCH(QStringList, expected);
    QStringList found;
    const QList<QUrl> urls = Discovery::candidates(QUrl(url));
    for (const QUrl &candidate : urls)
        found << candidate.toString();
    QCOMPARE(found, expected);
}

using Pages = QMap<QString, QByteArray>; // path and query -> body; all others are 404

void TestDiscovery::servers_data()
{
    QTest::addColumn<Pages>("pages");
    QTest::addColumn<QStringList>("sources"); // without misses

    const QByteArray text = recorded("go.prom");
    const QByteArray vars = recorded("go.expvar.json");
    const QByteArray heap = recorded("go.heap.txt");
    const auto list = [](std::initializer_list<const char *> words) {
        QStringList texts;
        for (const char *word : words)
            texts << QString::fromUtf8(word);
        return texts;
    };

    QTest::newRow("Go with everything")
        << Pages{{QStringLiteral("/metrics"), text},
                 {QStringLiteral("/debug/vars"), vars},
                 {QStringLiteral("/debug/pprof/heap?debug=1"), heap}}
        << list({"prometheus go go1.19.8 http://h/metrics", "expvar go http://h/debug/vars",
                 "pprof go http://h/debug/pprof/", "can force GC", "can fetch profiles"});
    QTest::newRow("Go, only profiles")
        << Pages{{QStringLiteral("/debug/pprof/heap?debug=1"), heap}}
        << list({"pprof go http://h/debug/pprof/", "can force GC", "can fetch profiles"});
    QTest::newRow("metrics that do not know the memory come last")
        << Pages{{QStringLiteral("/metrics"), "my_metric 1\n"},
                 {QStringLiteral("/debug/pprof/heap?debug=1"), heap}}
        << list({"pprof go http://h/debug/pprof/", "prometheus unknown http://h/metrics", "can force GC",
                 "can fetch profiles"});
    QTest::newRow("RSS is cheaper than a heap profile")
        << Pages{{QStringLiteral("/metrics"), "process_resident_memory_bytes 1\n"},
                 {QStringLiteral("/debug/pprof/heap?debug=1"), heap}}
        << list({"prometheus unknown http://h/metrics", "pprof go http://h/debug/pprof/", "can force GC",
                 "can fetch profiles"});
    QTest::newRow("collected heap before RSS alone")
        << Pages{{QStringLiteral("/metrics"), "process_resident_memory_bytes 1\n"},
                 {QStringLiteral("/debug/vars"), vars}}
        << list({"expvar go http://h/debug/vars", "prometheus unknown http://h/metrics"});
    QTest::newRow("Spring, both")
        << Pages{{QStringLiteral("/actuator/metrics"), recorded("actuator.index.json")},
                 {QStringLiteral("/actuator/prometheus"), recorded("spring.prom")}}
        << list({"prometheus jvm 17.0.15+6-Debian-1deb12u1 http://h/actuator/prometheus",
                 "actuator jvm http://h/actuator/metrics"});
    QTest::newRow("Spring, JSON only")
        << Pages{{QStringLiteral("/actuator/metrics"), recorded("actuator.index.json")}}
        << list({"actuator jvm http://h/actuator/metrics"});
    QTest::newRow("at the address itself, which has an unusual name")
        << Pages{{QStringLiteral("/app/stats"), recorded("node.prom")}}
        << list({"prometheus node v20.20.2 http://h/app/stats"});
    QTest::newRow("below the path before below the origin")
        << Pages{{QStringLiteral("/metrics"), text}, {QStringLiteral("/app/stats/metrics"), text}}
        << list({"prometheus go go1.19.8 http://h/app/stats/metrics",
                 "prometheus go go1.19.8 http://h/metrics"});
    QTest::newRow("OpenMetrics") << Pages{{QStringLiteral("/metrics"), recorded("python.openmetrics")}}
                                 << list({"openmetrics python 3.11.2 http://h/metrics"});
    QTest::newRow("none") << Pages() << QStringList();
}

void TestDiscovery::servers()
{
    QFETCH(Pages, pages);
    QFETCH(QStringList, sources);
    ScriptedManager manager;
    manager.serve = [&pages](const QUrl &url) -> std::optional<Answer> {
        const QString path = url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority);
        if (!pages.contains(path))
            return Answer{.status = 404, .body = "404 page not found\n"};
        return Answer{.body = pages.value(path)};
    };
    const DiscoveryReport report = discovered(manager, QStringLiteral("http://h/app/stats"));
    QStringList lines = printed(report);
    const auto misses = lines.filter(QRegularExpression(QStringLiteral("^- .*: 404 Not Found$")));
    QCOMPARE(misses.size(), 11 - pages.size());
    QCOMPARE(report.misses.size(), misses.size());
    for (const QString &miss : misses)
        lines.removeAll(miss);
    QCOMPARE(lines, sources);
    QCOMPARE(report.found(), !pages.isEmpty());
    for (const metrics::Miss &miss : report.misses) {
        QCOMPARE(miss.error.kind, base::ErrorKind::HttpStatus);
        QCOMPARE(miss.error.httpStatus, 404);
    }
}

void TestDiscovery::everyAddressIsAskedOnce()
{
    ScriptedManager manager; // Nothing is answered, so all must have been asked at once.
    Discovery discovery(manager);
    QSignalSpy spy(&discovery, &Discovery::finished);
    discovery.start(endpointFor(QStringLiteral("http://h/")));
    QStringList expected;
    const QList<QUrl> urls = Discovery::candidates(QUrl(QStringLiteral("http://h/")));
    for (const QUrl &url : urls)
        expected << url.toString();
    QCOMPARE(manager.requestedUrls(), expected);

    const QList<Answer> answers{
        {.status = 405, .body = "Method Not Allowed\n"},
        {.body = "<html><title>Single page application</title></html>"},
        {.body = {}, .error = QNetworkReply::TimeoutError},
        {.body = {}, .error = QNetworkReply::ConnectionRefusedError},
        {.body = {}, .error = QNetworkReply::RemoteHostClosedError},
        {.body = QByteArray("\0\1\2", 3)},
    };
    QCOMPARE(answers.size(), expected.size());
    for (const Answer &answer : answers) {
        QCOMPARE(spy.count(), 0);
        QVERIFY(manager.answerOldest(answer));
    }
    QCOMPARE(spy.count(), 1);
    QCOMPARE(printed(spy.first().first().value<DiscoveryReport>()),
             QStringList({QStringLiteral("- http://h/: 405 Method Not Allowed"),
                          QStringLiteral("- http://h/metrics: HTML page, not metrics"),
                          QStringLiteral("- http://h/debug/vars: no answer within 3 s"),
                          QStringLiteral("- http://h/debug/pprof/heap?debug=1: connection refused"),
                          QStringLiteral("- http://h/actuator/prometheus: scripted failure"),
                          QStringLiteral("- http://h/actuator/metrics: binary data, not metrics")}));
}

void TestDiscovery::credentialsTravelOutsideTheUrls()
{
    ScriptedManager manager;
    Discovery discovery(manager);
    net::Endpoint endpoint = endpointFor(QStringLiteral("http://me:secret@h/"));
    endpoint.headers = {{"X-Team", "a"}};
    discovery.start(endpoint);
    for (const QNetworkRequest &request : manager.requests()) {
        const auto transport = request.attribute(net::transportAttribute).value<net::SharedTransport>();
        QVERIFY(transport);
        QCOMPARE(transport->user, QStringLiteral("me"));
        QCOMPARE(transport->password, QStringLiteral("secret"));
        QVERIFY(!request.url().toString().contains(QStringLiteral("secret")));
        QCOMPARE(request.rawHeader("X-Team"), QByteArray("a"));
    }
}

void TestDiscovery::redirectsToOneAddressAreOneSource()
{
    ScriptedManager manager;
    manager.serve = [](const QUrl &) {
        return Answer{.body = "go_threads 1\n", .url = QUrl(QStringLiteral("http://h/the/one"))};
    };
    QCOMPARE(printed(discovered(manager, QStringLiteral("http://h/"))),
             QStringList(QStringLiteral("prometheus go http://h/the/one")));
}

// Asked directly it would be given the credentials of the first.
void TestDiscovery::anotherServerIsReachedThroughTheRedirect()
{
    ScriptedManager manager;
    manager.serve = [](const QUrl &url) {
        return url.path() == QLatin1String("/metrics")
            ? Answer{.body = "go_threads 1\n", .url = QUrl(QStringLiteral("http://other/metrics"))}
            : Answer{.status = 404, .body = {}};
    };
    QCOMPARE(printed(discovered(manager, QStringLiteral("http://h/"))).constFirst(),
             QStringLiteral("prometheus go http://h/metrics"));
}

void TestDiscovery::notHttpIsOneMiss_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("expected");
    QTest::newRow("ftp") << QStringLiteral("ftp://me:secret@h/a")
                         << QStringLiteral("- ftp://h/a: 'ftp' is neither http nor https");
    QTest::newRow("host and port only")
        << QStringLiteral("localhost:8080")
        << QStringLiteral("- localhost:8080: 'localhost:8080' is not a complete http address");
    QTest::newRow("nothing") << QString() << QStringLiteral("- : '' is not a complete http address");
}

void TestDiscovery::notHttpIsOneMiss()
{
    QFETCH(QString, url);
    QFETCH(QString, expected);
    ScriptedManager manager;
    QCOMPARE(printed(discovered(manager, url)), QStringList(expected));
    QVERIFY(manager.requests().isEmpty());
}

void TestDiscovery::destroyingIsSilent()
{
    ScriptedManager manager;
    auto discovery = std::make_unique<Discovery>(manager);
    QSignalSpy spy(discovery.get(), &Discovery::finished);
    discovery->start(endpointFor(QStringLiteral("http://h/")));
    QVERIFY(manager.answerOldest({.body = "a 1\n"}));
    QCOMPARE(manager.waiting(), 5);
    discovery.reset();
    QCOMPARE(manager.waiting(), 0);
    QCOMPARE(spy.count(), 0);
}

/// A server that sends metrics without end on /metrics, never answers /debug/vars, and knows nothing else.
class TrickyServer final : public QTcpServer
{
public:
    TrickyServer()
    {
        connect(this, &QTcpServer::newConnection, this, [this] { welcome(nextPendingConnection()); });
    }

    [[nodiscard]] qint64 bytesSent() const { return m_sent; }

private:
    void welcome(QTcpSocket *socket)
    {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            const QByteArray request = socket->readAll();
            if (request.startsWith("GET /metrics ")) {
                socket->write(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 524288000\r\n\r\n");
                connect(socket, &QTcpSocket::bytesWritten, this, [this, socket] { sendMore(socket); });
                sendMore(socket);
            } else if (!request.startsWith("GET /debug/vars ")) {
                socket->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
            }
        });
    }
    void sendMore(QTcpSocket *socket)
    {
        static const QByteArray block = QByteArray("a_metric_of_many{n=\"1\"} 12345\n").repeated(1'000);
        while (socket->bytesToWrite() < 4 * block.size() && m_sent < 524'288'000)
            m_sent += socket->write(block);
    }

    qint64 m_sent = 0;
};

void TestDiscovery::endlessAndSilentServers()
{
    TrickyServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    net::CurlAccessManager manager;
    const QString origin = QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort());
    const QStringList lines = printed(discovered(manager, origin + QLatin1Char('/')));
    const QString notFound = QStringLiteral("- %1%2: 404 Not Found");
    QCOMPARE(lines,
             QStringList({notFound.arg(origin, QStringLiteral("/")),
                          QStringLiteral("- %1/metrics: larger than 8 MiB").arg(origin),
                          QStringLiteral("- %1/debug/vars: no answer within 3 s").arg(origin),
                          notFound.arg(origin, QStringLiteral("/debug/pprof/heap?debug=1")),
                          notFound.arg(origin, QStringLiteral("/actuator/prometheus")),
                          notFound.arg(origin, QStringLiteral("/actuator/metrics"))}));
    // Cut at the limit, give or take what the kernel holds.
    QVERIFY2(server.bytesSent() < 64 * 1024 * 1024, qPrintable(QString::number(server.bytesSent())));
}

void TestDiscovery::nobodyListens()
{
    quint16 port = 0;
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        port = server.serverPort();
    }
    net::CurlAccessManager manager;
    const DiscoveryReport report = discovered(manager, QStringLiteral("http://127.0.0.1:%1/").arg(port));
    QVERIFY(!report.found());
    QCOMPARE(report.misses.size(), 6);
    for (const metrics::Miss &miss : report.misses) {
        QCOMPARE(miss.error.kind, base::ErrorKind::ConnectionRefused);
        QCOMPARE(miss.error.message, QStringLiteral("connection refused"));
    }
}

QTEST_GUILESS_MAIN(TestDiscovery)
#include "tst_discovery.moc"
