// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawhttp.h"
#include "tests/support/specimenserver.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <thread>
#include <vector>

using support::RawAnswer;
using support::SpecimenServer;

/// What the sample server leaks beside its heap: as much as it says, and as much as the system sees.
class TestSpecimenCounts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holds_data();
    void holds();
    void forgottenFilesAreClosedByTheCollector();
    void foreignMemoryShowsInTheProcess_data();
    void foreignMemoryShowsInTheProcess();
    void releasesLate_data();
    void releasesLate();
    void timeToLiveEnds_data();
    void timeToLiveEnds();
    void longCacheIsBounded_data();
    void longCacheIsBounded();
    void stormNeedsConcurrency_data();
    void stormNeedsConcurrency();
    void limitOfTheBody_data();
    void limitOfTheBody();
    void nameLeadsOutOfTheFolder_data();
    void nameLeadsOutOfTheFolder();
    void foldersAreRemovedHoweverItEnds();
    void wrongParameterIsRefused();
};

namespace {
constexpr int count = 20;
constexpr qint64 size = 100'003; // more than a form may take in memory
const QString leaking = QStringLiteral("leaking"), cured = QStringLiteral("cured");

/// The server's line tells two folders, "tmp" and "store".
QString folder(const SpecimenServer &server, const char *key)
{
    return QJsonDocument::fromJson(server.line()).object().value(QLatin1StringView(key)).toString();
}

int filesIn(const QString &path)
{
    int found = 0;
    for (QDirIterator it(path, QDir::Files, QDirIterator::Subdirectories); it.hasNext(); it.next())
        ++found;
    return found;
}

/// Open files of the server in its own folders, which leaves out connections.
int openFiles(const SpecimenServer &server)
{
    const QString root = QFileInfo(folder(server, "tmp")).path();
    int found = 0;
    std::error_code gone; // a descriptor may be closed meanwhile
    const std::string descriptors = "/proc/" + std::to_string(server.pid()) + "/fd";
    for (const auto &entry : std::filesystem::directory_iterator(descriptors)) {
        const std::string target = std::filesystem::read_symlink(entry.path(), gone).string();
        found += QString::fromStdString(target).startsWith(root) ? 1 : 0;
    }
    return found;
}

QByteArray collect(const SpecimenServer &server)
{
    return support::get(server.url(QStringLiteral("/debug/pprof/heap?gc=1&debug=1"))).body;
}

/// Goroutines that a function of ours had started and that wait for a channel or a pipe.
int goroutinesOf(const SpecimenServer &server, const QByteArray &function)
{
    const QByteArray text = support::get(server.url(QStringLiteral("/debug/pprof/goroutine?debug=2"))).body;
    return static_cast<int>(text.count(QByteArray("\ncreated by main." + function + '\n')));
}

qint64 told(const SpecimenServer &server, const QByteArray &what, const QString &specimen,
            const QString &form)
{
    return qRound64(server
                        .metric("specimen_retained_" + what + "{form=\"" + form.toUtf8() + "\",specimen=\""
                                + specimen.toUtf8() + "\"}")
                        .value_or(-1));
}

bool upload(const QUrl &url, int times, qint64 bytes = size)
{
    for (int i = 0; i < times; ++i) {
        if (support::postFile(url, "f" + QByteArray::number(i), QByteArray(bytes, 'b')).status != 201)
            return false;
    }
    return true;
}

/// An upload that ends in the middle of the file.
int uploadBrokenOff(const QUrl &url)
{
    const QByteArray part
        = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n" + QByteArray(size, 'b');
    const QByteArray request = support::postRequest(
        url, part, {"Content-Type: multipart/form-data; boundary=b", "Connection: close"});
    return support::parseAnswer(support::exchange(url, request)).status;
}

QUrl withQuery(QUrl url, const char *query)
{
    url.setQuery(QLatin1StringView(query));
    return url;
}

void addForms()
{
    QTest::addColumn<QString>("form");
    QTest::newRow("leaking") << leaking;
    QTest::newRow("cured") << cured;
}
} // namespace

void TestSpecimenCounts::holds_data()
{
    QTest::addColumn<QString>("specimen");
    QTest::addColumn<QString>("form");
    QTest::addColumn<QByteArray>("resource"); // of which there is one more with each upload, if it leaks
    const auto row = [](const char *specimen, const char *resource) {
        for (const QString &form : {leaking, cured})
            QTest::addRow("%s %s", specimen, qPrintable(form))
                << QString::fromLatin1(specimen) << form << QByteArray(resource);
    };
    row("file-handle", "descriptors");
    row("defer-in-loop", "descriptors");
    row("temp-files", "files");
    row("pipe-goroutine", "goroutines");
}

void TestSpecimenCounts::holds()
{
    QFETCH(QString, specimen);
    QFETCH(QString, form);
    QFETCH(QByteArray, resource);
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    QVERIFY(upload(server.uploadUrl(specimen, form), count));
    const int expected = form == leaking ? count : 0;
    QCOMPARE(told(server, resource, specimen, form), expected);
    for (int i = 0; i < 3; ++i)
        QVERIFY(collect(server).contains("# HeapAlloc"));
    QCOMPARE(told(server, resource, specimen, form), expected);
    QCOMPARE(openFiles(server), resource == "descriptors" ? expected : 0);
    QCOMPARE(filesIn(folder(server, "tmp")), resource == "files" ? expected : 0);
    QTRY_COMPARE_WITH_TIMEOUT(goroutinesOf(server, form == leaking ? "pipeGoroutine" : "pipeGoroutineCured"),
                              resource == "goroutines" ? expected : 0, 20'000);
    QVERIFY(filesIn(folder(server, "store")) <= 16);
}

void TestSpecimenCounts::forgottenFilesAreClosedByTheCollector()
{
    const QString specimen = QStringLiteral("file-handle-gc");
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    QVERIFY(upload(server.uploadUrl(specimen, leaking), count));
    const int before = openFiles(server);
    QVERIFY2(before > 0, "or was there a collection by itself?");
    QCOMPARE(told(server, "descriptors", specimen, leaking), before);
    collect(server);
    QTRY_COMPARE_WITH_TIMEOUT(openFiles(server), 0, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(told(server, "descriptors", specimen, leaking), 0, 20'000);
    QVERIFY(upload(server.uploadUrl(specimen, cured), count));
    QCOMPARE(openFiles(server), 0);
}

void TestSpecimenCounts::foreignMemoryShowsInTheProcess_data()
{
    addForms();
}

void TestSpecimenCounts::foreignMemoryShowsInTheProcess()
{
    QFETCH(QString, form);
    const QString specimen = QStringLiteral("buffer");
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const auto anonymous = [&server] {
        QFile status(QStringLiteral("/proc/%1/status").arg(server.pid()));
        if (!status.open(QIODevice::ReadOnly))
            return qint64(-1);
        const QByteArray text = status.readAll();
        const QByteArray after = text.mid(text.indexOf("\nRssAnon:") + 9).simplified();
        return after.left(after.indexOf(' ')).toLongLong() * 1024;
    };
    const QUrl url = server.uploadUrl(specimen, form);
    QVERIFY(upload(url, 10));
    const qint64 before = anonymous();
    QVERIFY(upload(url, 80));
    const qint64 growth = anonymous() - before;
    const qint64 expected = form == leaking ? 80 * 266'240 : 0;
    constexpr qint64 ofTheRest = 6 << 20; // Go's heap may grow to 4 MiB before it is collected
    QVERIFY2(qAbs(growth - expected) < ofTheRest, qPrintable(QString::number(growth)));
    QCOMPARE(told(server, "memory_bytes", specimen, form), form == leaking ? 90 * 266'240 : 0);
}

void TestSpecimenCounts::releasesLate_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("held");
    QTest::newRow("leaking, in a minute") << leaking << QString() << count;
    QTest::newRow("leaking, soon over") << leaking << QStringLiteral("milliseconds=50") << 0;
    QTest::newRow("cured") << cured << QString() << 0;
}

void TestSpecimenCounts::releasesLate()
{
    QFETCH(QString, form);
    QFETCH(QString, query);
    QFETCH(int, held);
    const QString specimen = QStringLiteral("late-release");
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    QUrl url = server.uploadUrl(specimen, form);
    url.setQuery(query);
    for (int i = 0; i < count; ++i)
        QCOMPARE(uploadBrokenOff(url), 400);
    QVERIFY(upload(url, 1)); // is no matter
    QTRY_COMPARE_WITH_TIMEOUT(told(server, "descriptors", specimen, form), held, 20'000);
    QCOMPARE(told(server, "files", specimen, form), held);
    QCOMPARE(openFiles(server), held);
    QCOMPARE(filesIn(folder(server, "tmp")), held);
    QCOMPARE(told(server, "memory_bytes", specimen, form), held * 65'536);
    QCOMPARE(server.retainedBytes(specimen, form) > held * 65'536, held > 0);
}

void TestSpecimenCounts::timeToLiveEnds_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<qint64>("held");
    QTest::newRow("leaking") << leaking << 5 * size;
    QTest::newRow("cured") << cured << qint64(0);
}

void TestSpecimenCounts::timeToLiveEnds()
{
    QFETCH(QString, form);
    QFETCH(qint64, held);
    const QString specimen = QStringLiteral("ttl-cache");
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const QUrl url = server.uploadUrl(specimen, form);
    QVERIFY(upload(withQuery(url, "milliseconds=3600000"), 5));
    QCOMPARE(server.retainedBytes(specimen, form), 5 * size);
    QVERIFY(upload(withQuery(url, "milliseconds=20"), 5)); // the same names
    QTRY_COMPARE_WITH_TIMEOUT(server.retainedBytes(specimen, form), held, 20'000);
}

void TestSpecimenCounts::longCacheIsBounded_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<int>("held");
    QTest::newRow("leaking") << leaking << 1100;
    QTest::newRow("cured") << cured << 1000;
}

void TestSpecimenCounts::longCacheIsBounded()
{
    QFETCH(QString, form);
    QFETCH(int, held);
    const QString specimen = QStringLiteral("lru-1000");
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const QUrl url = server.uploadUrl(specimen, form);
    QByteArray form1100;
    for (int i = 0; i < 1100; ++i)
        form1100 += "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"" + QByteArray::number(i)
            + "\"\r\n\r\n0123456789\r\n";
    const QByteArray request = support::postRequest(
        url, form1100 + "--b--\r\n", {"Content-Type: multipart/form-data; boundary=b", "Connection: close"});
    for (int i = 0; i < 2; ++i) { // the second time all names are known, or were
        QCOMPARE(support::parseAnswer(support::exchange(url, request)).status, 201);
        QCOMPARE(server.retainedBytes(specimen, form), held * 10);
    }
}

void TestSpecimenCounts::stormNeedsConcurrency_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<int>("atOnce");
    QTest::addColumn<bool>("leaks");
    QTest::newRow("leaking, one at once") << leaking << 1 << false;
    QTest::newRow("leaking, many at once") << leaking << 24 << true;
    QTest::newRow("cured, many at once") << cured << 24 << false;
}

void TestSpecimenCounts::stormNeedsConcurrency()
{
    QFETCH(QString, form);
    QFETCH(int, atOnce);
    QFETCH(bool, leaks);
    const QString specimen = QStringLiteral("retry-storm");
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const QUrl url = server.uploadUrl(specimen, form);
    std::vector<int> statuses(static_cast<std::size_t>(atOnce));
    std::vector<std::thread> clients;
    for (int &status : statuses)
        clients.emplace_back(
            [&status, url] { status = support::postFile(url, "f", QByteArray(size, 'b')).status; });
    for (std::thread &client : clients)
        client.join();
    const auto refused = std::count(statuses.begin(), statuses.end(), 504);
    QCOMPARE(std::count(statuses.begin(), statuses.end(), 201), atOnce - refused);
    QCOMPARE(refused > 0, leaks);
    QCOMPARE(told(server, "goroutines", specimen, form), refused);
    QCOMPARE(server.retainedBytes(specimen, form), refused * size);
    collect(server);
    QTRY_COMPARE_WITH_TIMEOUT(goroutinesOf(server, "retryStorm"), refused, 20'000);
}

void TestSpecimenCounts::limitOfTheBody_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<qint64>("length");
    QTest::addColumn<bool>("lengthIsTold");
    QTest::addColumn<int>("status");
    constexpr qint64 limit = 8 << 20;
    QTest::newRow("at the limit") << cured << limit << true << 201;
    QTest::newRow("at the limit, in chunks") << cured << limit << false << 201;
    QTest::newRow("above, in chunks") << cured << limit + 1 << false << 413;
    QTest::newRow("no limit") << leaking << limit + 1 << true << 201;
    QTest::newRow("no limit, in chunks") << leaking << limit + 1 << false << 201;
}

void TestSpecimenCounts::limitOfTheBody()
{
    QFETCH(QString, form);
    QFETCH(qint64, length);
    QFETCH(bool, lengthIsTold);
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const QUrl url = server.uploadUrl(QStringLiteral("body-limit"), form);
    const QByteArray head = "PUT " + url.path().toUtf8() + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n";
    const QByteArray content(length, 'b');
    QByteArray request = head + "Content-Length: " + QByteArray::number(length) + "\r\n\r\n" + content;
    if (!lengthIsTold)
        request = head + "Transfer-Encoding: chunked\r\n\r\n" + QByteArray::number(length, 16) + "\r\n"
            + content + "\r\n0\r\n\r\n";
    QTEST(support::parseAnswer(support::exchange(url, request)).status, "status");
    if (form == cured) { // at once: nothing of the body is sent
        const RawAnswer answer = support::parseAnswer(support::exchange(
            url,
            "POST " + url.path().toUtf8()
                + " HTTP/1.1\r\nHost: h\r\nContent-Length: 8388609\r\n"
                  "Content-Type: multipart/form-data; boundary=b\r\nExpect: 100-continue\r\n\r\n"));
        QVERIFY2(answer.everything.startsWith("HTTP/1.1 413 "), answer.everything.constData());
        QCOMPARE(answer.body, QByteArray("a request may have 8388608 bytes\n"));
    }
}

void TestSpecimenCounts::nameLeadsOutOfTheFolder_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("path"); // below the specimen's own folder; empty: a random name
    const QString inFolder = QStringLiteral("service/uploads/x");
    QTest::newRow("plain") << leaking << QByteArray("x") << inFolder;
    QTest::newRow("absolute") << leaking << QByteArray("/x") << inFolder;
    QTest::newRow("beside") << leaking << QByteArray("../config/x") << QStringLiteral("service/config/x");
    QTest::newRow("far out") << leaking << QByteArray("../../../../../../../../etc/x")
                             << QStringLiteral("etc/x");
    QTest::newRow("cured, plain") << cured << QByteArray("x") << QString();
    QTest::newRow("cured, beside") << cured << QByteArray("../config/x") << QString();
    QTest::newRow("cured, far out") << cured << QByteArray("../../../../../../../../etc/x") << QString();
}

void TestSpecimenCounts::nameLeadsOutOfTheFolder()
{
    QFETCH(QString, form);
    QFETCH(QByteArray, name);
    QFETCH(QString, path);
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const QUrl url = server.uploadUrl(QStringLiteral("path-traversal"), form);
    QCOMPARE(support::postFile(url, name, "content").status, 201);
    const QDir root(folder(server, "store") + QStringLiteral("/path-traversal"));
    QStringList found;
    for (QDirIterator it(root.path(), QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        found.append(root.relativeFilePath(it.next()));
    QCOMPARE(found.size(), 1);
    QCOMPARE(filesIn(QFileInfo(folder(server, "store")).path()), 1);
    if (path.isEmpty())
        QVERIFY2(
            QRegularExpression(QStringLiteral("^service/uploads/[0-9a-f]{32}$")).match(found[0]).hasMatch(),
            qPrintable(found[0]));
    else
        QCOMPARE(found[0], path);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(support::postFile(url, name + QByteArray::number(i), "content").status, 201);
    QCOMPARE(filesIn(root.path()), 16);
}

void TestSpecimenCounts::foldersAreRemovedHoweverItEnds()
{
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const QString tmp = folder(server, "tmp"), store = folder(server, "store");
    const QString root = QFileInfo(tmp).path();
    QCOMPARE(QFileInfo(store).path(), root);
    QVERIFY(root.startsWith(QDir::tempPath() + QStringLiteral("/tidemark-specimens-")));
    QVERIFY(upload(server.uploadUrl(QStringLiteral("temp-files"), leaking), 2));
    QVERIFY(upload(server.uploadUrl(QStringLiteral("file-handle"), leaking), 2));
    QCOMPARE(filesIn(tmp), 2);
    QCOMPARE(filesIn(store), 2);
    server.stop(); // by a signal that it cannot catch
    QTRY_VERIFY_WITH_TIMEOUT(!QFileInfo::exists(root), 20'000);
}

void TestSpecimenCounts::wrongParameterIsRefused()
{
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const QUrl url = server.uploadUrl(QStringLiteral("settable"), leaking);
    for (const char *query : {"bytes=-1", "bytes=1K", "bytes=67108865", "bytes=1e3"}) {
        const RawAnswer answer = support::postFile(withQuery(url, query), "f", "content");
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.body, QByteArray("the parameter bytes must be a number from 0 to 67108864\n"));
    }
    QVERIFY(upload(withQuery(url, "bytes=0"), 1));
    QCOMPARE(server.retainedBytes(QStringLiteral("settable"), leaking), 0);
}

QTEST_GUILESS_MAIN(TestSpecimenCounts)
#include "tst_specimencounts.moc"
