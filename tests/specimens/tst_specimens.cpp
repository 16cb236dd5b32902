// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawhttp.h"
#include "tests/support/specimenserver.h"
#include "tests/support/testfiles.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <algorithm>
#include <limits>
#include <memory>
#include <vector>

using support::RawAnswer;
using support::SpecimenServer;
using support::TestFiles;

/// The sample server leaks exactly what it says, and nothing where it is cured.
class TestSpecimens final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void retains_data();
    void retains();
    void retainsTheSameWhenUploadedAtOnce_data();
    void retainsTheSameWhenUploadedAtOnce();
    void heapShowsWhatIsRetained_data();
    void heapShowsWhatIsRetained();
    void profileNamesTheGuiltyFunction_data();
    void profileNamesTheGuiltyFunction();
    void whatIsBrokenOffIsKept_data();
    void whatIsBrokenOffIsKept();
    void boundedCacheStreamsWhatIsTooLarge();
};

namespace {
constexpr qint64 mebibyte = 1 << 20;

/// What the collected heap holds, without what reading it needs: the least of several, as one alone may see a pool
/// or a finalizer.
qint64 heapFloor(const SpecimenServer &server)
{
    qint64 floor = std::numeric_limits<qint64>::max();
    for (int i = 0; i < 4; ++i) {
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

qint64 retainedMemory(const SpecimenServer &server, const QString &specimen, const QString &form)
{
    const QByteArray name = "specimen_retained_memory_bytes{form=\"" + form.toUtf8() + "\",specimen=\""
        + specimen.toUtf8() + "\"}";
    return qRound64(server.metric(name).value_or(-1));
}

/// What a form holds of each upload: whole bodies, or something of a fixed size, of the last `most` uploads.
struct Retention
{
    const char *specimen;
    const char *form = "leaking";
    int bodies = 0;
    int bytes = 0;
    int most = std::numeric_limits<int>::max();

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
    {.specimen = "abort-only"}, // complete uploads
    {.specimen = "abort-only", .form = "cured"},
};

void addForms()
{
    QTest::addColumn<Retention>("retention");
    for (const Retention &retention : retentions)
        QTest::addRow("%s %s", retention.specimen, retention.form) << retention;
}

/// A server, and the form under test.
class Subject final
{
public:
    explicit Subject(const Retention &retention)
        : form(QLatin1StringView(retention.form))
    {
        const QStringList parts = QString::fromLatin1(retention.specimen).split(QLatin1Char('?'));
        specimen = parts.first();
        if (server.start()) {
            url = server.uploadUrl(specimen, form);
            url.setQuery(parts.value(1));
        }
    }
    [[nodiscard]] bool isReady() const { return url.isValid(); }
    [[nodiscard]] qint64 retained() const { return server.retainedBytes(specimen, form); }
    [[nodiscard]] qint64 uploads() const { return server.uploads(specimen, form); }

    SpecimenServer server;
    QString specimen;
    QString form;
    QUrl url;
};
} // namespace

Q_DECLARE_METATYPE(Retention)

void TestSpecimens::retains_data()
{
    addForms();
}

void TestSpecimens::retains()
{
    QFETCH(Retention, retention);
    constexpr int count = 70; // more than the bounded cache holds
    const QByteArray content = TestFiles::pattern(100'003);
    const Subject subject(retention);
    QVERIFY2(subject.isReady(), qPrintable(subject.server.failure()));
    for (int i = 1; i <= count; ++i) {
        const RawAnswer answer = support::postFile(subject.url, "some file.bin", content);
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.body, QByteArray("stored 100003 bytes of some file.bin\n"));
        if (i == 1 || i > 60)
            QCOMPARE(subject.retained(), retention.after(i, content.size()));
    }
    QCOMPARE(subject.uploads(), count);
    const QString otherForm
        = subject.form == QLatin1StringView("cured") ? QStringLiteral("leaking") : QStringLiteral("cured");
    QCOMPARE(subject.server.retainedBytes(subject.specimen, otherForm), 0);
    QCOMPARE(subject.server.uploads(subject.specimen, otherForm), 0);
}

void TestSpecimens::retainsTheSameWhenUploadedAtOnce_data()
{
    addForms();
}

void TestSpecimens::retainsTheSameWhenUploadedAtOnce()
{
    QFETCH(Retention, retention);
    constexpr int count = 100;
    constexpr qint64 size = 10'007;
    const QByteArray content = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n"
        + QByteArray(size, 'b') + "\r\n--b--\r\n";
    const Subject subject(retention);
    QVERIFY2(subject.isReady(), qPrintable(subject.server.failure()));
    QNetworkRequest request(subject.url);
    request.setRawHeader("Content-Type", "multipart/form-data; boundary=b");
    QNetworkAccessManager manager; // six at once
    std::vector<std::unique_ptr<QNetworkReply>> replies;
    int stored = 0;
    for (int i = 0; i < count; ++i) {
        replies.emplace_back(manager.post(request, content));
        connect(replies.back().get(), &QNetworkReply::finished, this,
                [&stored, reply = replies.back().get()] {
                    stored += reply->readAll() == "stored 10007 bytes of f\n" ? 1 : 0;
                });
    }
    QTRY_COMPARE_WITH_TIMEOUT(stored, count, 30'000);
    QCOMPARE(subject.retained(), retention.after(count, size));
    QCOMPARE(subject.uploads(), count);
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
    constexpr int count = 32;
    constexpr qint64 tolerance = count * 2048;
    const QByteArray content = TestFiles::pattern(100'003);
    const Subject subject(retention);
    QVERIFY2(subject.isReady(), qPrintable(subject.server.failure()));
    const auto upload = [&](int times) {
        for (int i = 0; i < times; ++i) {
            if (support::postFile(subject.url, "f", content).status != 201)
                return false;
        }
        return true;
    };
    QVERIFY(upload(10)); // what is allocated once
    const qint64 heapBefore = heapFloor(subject.server);
    const qint64 truthBefore = retainedMemory(subject.server, subject.specimen, subject.form);
    QVERIFY(upload(count));
    const qint64 heapGrowth = heapFloor(subject.server) - heapBefore;
    const qint64 truthGrowth = retainedMemory(subject.server, subject.specimen, subject.form) - truthBefore;
    QVERIFY(truthGrowth >= retention.after(count, content.size()));
    QVERIFY2(qAbs(heapGrowth - truthGrowth) < tolerance,
             qPrintable(QStringLiteral("heap %1, truth %2").arg(heapGrowth).arg(truthGrowth)));
}

void TestSpecimens::profileNamesTheGuiltyFunction_data()
{
    QTest::addColumn<QString>("upload"); // the last part of its address
    QTest::addColumn<QByteArray>("function");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("uploads");
    const auto row = [](const char *upload, const char *function, const char *file, int uploads = 4) {
        QTest::newRow(upload) << QString::fromLatin1(upload) << QByteArray("main.") + function + '+'
                              << QByteArray("tidemark/specimens/") + file + ':' << uploads;
    };
    row("read-all", "readAll", "read_all.go");
    row("global-cache", "globalCache", "global_cache.go");
    row("listener", "listener", "listener.go", 200);
    row("closure", "closure", "closure.go");
    row("request-context", "requestContext", "request_context.go", 1500);
    row("settable?bytes=2097152", "settable", "settable.go");
}

void TestSpecimens::profileNamesTheGuiltyFunction()
{
    QFETCH(QString, upload);
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const QUrl url = server.url(QStringLiteral("/upload/") + upload);
    QFETCH(QByteArray, function);
    QFETCH(QByteArray, file);
    // Enough bytes at the sampling interval of 512 KiB that it is no matter of chance.
    const QByteArray content(2 * mebibyte, 'b');
    QFETCH(int, uploads);
    for (int i = 0; i < uploads; ++i)
        QCOMPARE(support::postFile(url, "f", uploads > 4 ? QByteArray("b") : content).status, 201);
    const QByteArray profile
        = support::get(server.url(QStringLiteral("/debug/pprof/heap?gc=1&debug=1"))).body;
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
    QVERIFY(retainedMemory(server, specimen, form) >= kept);
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
