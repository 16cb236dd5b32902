// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawhttp.h"
#include "tests/support/specimenserver.h"
#include "tests/support/testfiles.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <limits>
#include <string_view>
#include <thread>
#include <vector>

using support::RawAnswer;
using support::SpecimenServer;
using support::TestFiles;

/// The sample server leaks exactly what it says, and nothing where it is cured.
class TestSpecimens final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void retains_data();
    void retains();
    void heapShowsWhatIsRetained_data();
    void heapShowsWhatIsRetained();
    void profileNamesTheGuiltyFunction_data();
    void profileNamesTheGuiltyFunction();
    void whatIsBrokenOffIsKept_data();
    void whatIsBrokenOffIsKept();
    void boundedCacheStreamsWhatIsTooLarge();

private:
    SpecimenServer m_counting, m_heap;
};

namespace {
constexpr qint64 mebibyte = 1 << 20;

/// What the collected heap holds, without what reading it needs: the least of several, as one alone may see a pool
/// or a finalizer.
qint64 heapFloor(const SpecimenServer &server)
{
    qint64 floor = std::numeric_limits<qint64>::max();
    for (int i = 0; i < 3; ++i) {
        const QByteArray text
            = support::get(server.url(QStringLiteral("/debug/pprof/heap?gc=1&debug=1"))).body;
        const QByteArray name = "\n# HeapAlloc = ";
        const auto at = text.indexOf(name);
        if (at < 0)
            return -1;
        const auto from = at + name.size();
        floor = qMin(floor, text.mid(from, text.indexOf('\n', from) - from).toLongLong());
    }
    return floor;
}

/// What a form holds of each upload: whole bodies, or something of a fixed size, of the last `most` uploads.
struct Retention
{
    const char *specimen;
    const char *form = "leaking";
    int bodies = 0;
    int bytes = 0;
    int most = std::numeric_limits<int>::max();
    bool isInHeap = true;

    [[nodiscard]] qint64 after(int uploads, qint64 size) const
    {
        return qMin(uploads, most) * (bodies * size + bytes);
    }
};

constexpr Retention retentions[] = {
    {.specimen = "read-all", .bodies = 1},
    {.specimen = "read-all", .form = "cured"},
    {.specimen = "global-cache", .bodies = 1},
    {.specimen = "global-cache", .form = "cured", .bodies = 1, .most = 64},
    {.specimen = "listener", .bytes = 64 * 1024},
    {.specimen = "listener", .form = "cured"},
    {.specimen = "closure", .bodies = 1},
    {.specimen = "closure", .form = "cured"},
    {.specimen = "request-context", .bytes = 4096},
    {.specimen = "request-context", .form = "cured"},
    {.specimen = "settable?bytes=20480", .bytes = 20480},
    {.specimen = "settable?bytes=20480", .form = "cured"},
    {.specimen = "buffer", .bytes = 256 * 1024, .isInHeap = false},
    {.specimen = "buffer", .form = "cured"},
    {.specimen = "pipe-goroutine", .bytes = 64 * 1024},
    {.specimen = "pipe-goroutine", .form = "cured"},
    {.specimen = "noisy", .bytes = 2048},
    {.specimen = "noisy", .form = "cured"},
    {.specimen = "lru-1000", .bodies = 1},
    {.specimen = "lru-1000", .form = "cured", .bodies = 1},
    {.specimen = "ttl-cache?milliseconds=3600000", .bodies = 1},
    {.specimen = "ttl-cache?milliseconds=3600000", .form = "cured", .bodies = 1},
    {.specimen = "temp-files", .bodies = 1, .isInHeap = false},
    {.specimen = "temp-files", .form = "cured"},
    {.specimen = "file-handle"},
    {.specimen = "file-handle", .form = "cured"},
    {.specimen = "file-handle-gc"},
    {.specimen = "file-handle-gc", .form = "cured"},
    {.specimen = "defer-in-loop"},
    {.specimen = "defer-in-loop", .form = "cured"},
    {.specimen = "abort-only"},
    {.specimen = "abort-only", .form = "cured"},
    {.specimen = "late-release"},
    {.specimen = "late-release", .form = "cured"},
    {.specimen = "retry-storm"},
    {.specimen = "retry-storm", .form = "cured"},
    {.specimen = "body-limit"},
    {.specimen = "body-limit", .form = "cured"},
    {.specimen = "path-traversal"},
    {.specimen = "path-traversal", .form = "cured"},
};

/// A form of many files, with the boundary "b".
QByteArray formOfFiles(int firstName, int count, qint64 size)
{
    QByteArray form;
    for (int i = firstName; i < firstName + count; ++i)
        form += "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"" + QByteArray::number(i)
            + "\"\r\n\r\n" + QByteArray(size, 'b') + "\r\n";
    return form + "--b--\r\n";
}

void addForms()
{
    QTest::addColumn<Retention>("retention");
    for (const Retention &retention : retentions)
        QTest::addRow("%s %s", retention.specimen, retention.form) << retention;
}

/// The form under test of a server that tests share: each row has a form of its own.
class Subject final
{
public:
    Subject(const SpecimenServer &server, const Retention &retention)
        : form(QLatin1StringView(retention.form))
        , m_server(server)
    {
        const QStringList parts = QString::fromLatin1(retention.specimen).split(QLatin1Char('?'));
        specimen = parts.first();
        url = server.uploadUrl(specimen, form);
        url.setQuery(parts.value(1));
    }
    [[nodiscard]] qint64 retained() const { return m_server.retainedBytes(specimen, form); }
    [[nodiscard]] qint64 uploads() const { return m_server.uploads(specimen, form); }
    [[nodiscard]] qint64 memory() const
    {
        const QByteArray name = "specimen_retained_memory_bytes{form=\"" + form.toUtf8() + "\",specimen=\""
            + specimen.toUtf8() + "\"}";
        return qRound64(m_server.metric(name).value_or(-1));
    }

    QString specimen;
    QString form;
    QUrl url;

private:
    const SpecimenServer &m_server;
};
} // namespace

Q_DECLARE_METATYPE(Retention)

void TestSpecimens::initTestCase()
{
    QVERIFY2(m_counting.start(), qPrintable(m_counting.failure()));
    QVERIFY2(m_heap.start(), qPrintable(m_heap.failure()));
    QVERIFY(heapFloor(m_heap) > 0); // what reading it allocates once
}

void TestSpecimens::retains_data()
{
    addForms();
}

void TestSpecimens::retains()
{
    QFETCH(Retention, retention);
    const QByteArray content = TestFiles::pattern(100'003);
    const Subject subject(m_counting, retention);
    int uploads = 0;
    for (const int until : {1, 3}) {
        while (uploads < until) {
            const QByteArray name = "file " + QByteArray::number(++uploads);
            const RawAnswer answer = support::postFile(subject.url, name, content);
            QCOMPARE(answer.status, 201);
            QCOMPARE(answer.body, "stored 100003 bytes of " + name + '\n');
        }
        QCOMPARE(subject.retained(), retention.after(uploads, content.size()));
    }

    // It makes no difference that several arrive at once, unless that is what leaks.
    const int atOnce = retention.specimen == std::string_view("retry-storm") ? 1 : 4;
    const int each = retention.most < 100 ? 18 : 3; // a cache that grows, then stops needs more
    std::atomic<int> stored = 0;
    std::vector<std::thread> clients;
    for (int client = 0; client < atOnce; ++client) {
        clients.emplace_back([&, client] {
            for (int i = 0; i < each; ++i) {
                const QByteArray name = QByteArray::number(client) + '-' + QByteArray::number(i);
                stored += support::postFile(subject.url, name, content).status == 201 ? 1 : 0;
            }
        });
    }
    for (std::thread &client : clients)
        client.join();
    QCOMPARE(stored, atOnce * each);
    uploads += stored;
    QCOMPARE(subject.retained(), retention.after(uploads, content.size()));
    QCOMPARE(subject.uploads(), uploads);
}

void TestSpecimens::heapShowsWhatIsRetained_data()
{
    addForms();
}

// What is exported as truth is true: the collected heap grows by what the retained buffers take, and by
// little else.
void TestSpecimens::heapShowsWhatIsRetained()
{
    QFETCH(Retention, retention);
    constexpr int count = 16;
    constexpr qint64 size = 66'001; // more than a form may take in memory
    constexpr qint64 tolerance = count * 3072;
    const Subject subject(m_heap, retention);
    const auto upload = [&subject](int firstName, int times) {
        const QByteArray request
            = support::postRequest(subject.url, formOfFiles(firstName, times, size),
                                   {"Content-Type: multipart/form-data; boundary=b", "Connection: close"});
        return support::parseAnswer(support::exchange(subject.url, request)).status;
    };
    // What is allocated once. An index of the noisy one is full after 64.
    QCOMPARE(upload(0, subject.specimen == QLatin1StringView("noisy") ? 64 : 4), 201);
    const qint64 heapBefore = heapFloor(m_heap);
    const qint64 truthBefore = subject.memory();
    QCOMPARE(upload(100, count), 201);
    const qint64 heapGrowth = heapFloor(m_heap) - heapBefore;
    qint64 truthGrowth = subject.memory() - truthBefore;
    if (retention.isInHeap)
        QVERIFY(truthGrowth >= retention.after(count, size));
    else
        truthGrowth = 0;
    QVERIFY2(qAbs(heapGrowth - truthGrowth) < tolerance,
             qPrintable(QStringLiteral("heap %1, truth %2").arg(heapGrowth).arg(truthGrowth)));
}

void TestSpecimens::profileNamesTheGuiltyFunction_data()
{
    QTest::addColumn<QString>("upload"); // the last part of its address
    QTest::addColumn<QByteArray>("function");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("uploads");
    QTest::addColumn<qint64>("size");
    const auto row = [](const char *upload, const char *function, const char *file, int uploads = 4,
                        qint64 size = 1000) {
        QTest::newRow(upload) << QString::fromLatin1(upload) << QByteArray("main.") + function + '+'
                              << QByteArray("tidemark/specimens/") + file + ':' << uploads
                              << (uploads > 4 ? size : 2 * mebibyte);
    };
    row("read-all", "readAll", "read_all.go");
    row("global-cache", "globalCache", "global_cache.go");
    row("listener", "listener", "listener.go", 200);
    row("closure", "closure", "closure.go");
    row("request-context", "requestContext", "request_context.go", 1500);
    row("settable?bytes=2097152", "settable", "settable.go");
    row("pipe-goroutine", "pipeGoroutine", "pipe_goroutine.go", 200, 70'000);
    row("lru-1000", "lru1000", "lru_1000.go");
    row("ttl-cache", "ttlCache", "ttl_cache.go");
    row("noisy", "noisy", "noisy.go", 3000);
}

void TestSpecimens::profileNamesTheGuiltyFunction()
{
    QFETCH(QString, upload);
    const QUrl url = m_heap.url(QStringLiteral("/upload/") + upload);
    QFETCH(QByteArray, function);
    QFETCH(QByteArray, file);
    // Enough bytes at the sampling interval of 512 KiB that it is no matter of chance.
    QFETCH(int, uploads);
    QFETCH(qint64, size);
    QCOMPARE(support::parseAnswer(
                 support::exchange(url,
                                   support::postRequest(url, formOfFiles(0, uploads, size),
                                                        {"Content-Type: multipart/form-data; boundary=b",
                                                         "Connection: close"})))
                 .status,
             201);
    const QByteArray profile
        = support::get(m_heap.url(QStringLiteral("/debug/pprof/heap?gc=1&debug=1"))).body;
    // The innermost of our functions in each stack. Not the largest stack alone: this text counts samples as they
    // are, and few small ones are less than one buffer.
    QByteArrayList allocating;
    bool isInner = false;
    for (const QByteArray &line : profile.split('\n')) {
        if (!line.startsWith('#'))
            isInner = true;
        else if (isInner && line.contains("\tmain.")) {
            allocating.append(line);
            isInner = false;
        }
    }
    const bool isNamed = std::any_of(allocating.begin(), allocating.end(), [&](const QByteArray &line) {
        return line.contains(function) && line.contains(file);
    });
    QVERIFY2(isNamed, allocating.join('\n').constData());
}

void TestSpecimens::whatIsBrokenOffIsKept_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("leaking") << QStringLiteral("leaking") << true;
    QTest::newRow("cured") << QStringLiteral("cured") << false;
}

void TestSpecimens::whatIsBrokenOffIsKept()
{
    QFETCH(QString, form);
    QFETCH(bool, isKept);
    const QString specimen = QStringLiteral("abort-only");
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const QUrl url = server.uploadUrl(specimen, form);
    const QByteArray part = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n"
        + QByteArray(100'000, 'b');
    constexpr int count = 5;
    for (int i = 0; i < count; ++i) {
        const QByteArray request = support::postRequest(
            url, part, {"Content-Type: multipart/form-data; boundary=b", "Connection: close"});
        QCOMPARE(support::parseAnswer(support::exchange(url, request)).status, 400);
    }
    // The last bytes may be the beginning of a boundary.
    const qint64 kept = server.retainedBytes(specimen, form);
    if (isKept)
        QVERIFY2(kept > count * 99'900 && kept <= count * 100'000, qPrintable(QString::number(kept)));
    else
        QCOMPARE(kept, 0);
    QVERIFY(Subject(server,
                    {.specimen = "abort-only",
                     .form = form == QLatin1StringView("leaking") ? "leaking" : "cured"})
                .memory()
            >= kept);
}

void TestSpecimens::boundedCacheStreamsWhatIsTooLarge()
{
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const QUrl url = server.uploadUrl(QStringLiteral("global-cache"), QStringLiteral("cured"));
    const auto retained
        = [&server] { return server.retainedBytes(QStringLiteral("global-cache"), QStringLiteral("cured")); };
    QCOMPARE(support::postFile(url, "f", QByteArray(8 * mebibyte, 'b')).status, 201);
    QCOMPARE(retained(), 8 * mebibyte);
    const RawAnswer answer = support::postFile(url, "f", QByteArray(8 * mebibyte + 1, 'b'));
    QCOMPARE(answer.body, QByteArray("stored 8388609 bytes of f\n"));
    QCOMPARE(retained(), 8 * mebibyte);
}

QTEST_GUILESS_MAIN(TestSpecimens)
#include "tst_specimens.moc"
