// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawhttp.h"
#include "tests/support/specimenserver.h"
#include "tests/support/testfiles.h"

#include <QFileInfo>
#include <QHttpMultiPart>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

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
    void boundedCacheStreamsWhatIsTooLarge();
};

namespace {
constexpr qint64 mebibyte = 1 << 20;

/// As the program itself does it: a multipart form over a file. Returns the status.
int upload(QNetworkAccessManager &manager, const QUrl &url, const QString &path)
{
    QHttpMultiPart form(QHttpMultiPart::FormDataType);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    QHttpPart part;
    part.setHeader(
        QNetworkRequest::ContentDispositionHeader,
        QString(QStringLiteral("form-data; name=\"file\"; filename=\"%1\"").arg(QFileInfo(path).fileName())));
    part.setBodyDevice(&file);
    form.append(part);
    const std::unique_ptr<QNetworkReply> reply(manager.post(QNetworkRequest(url), &form));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!finished.wait(30'000))
        return -1;
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

/// The heap in use after a collection.
double heapAfterCollection(const SpecimenServer &server)
{
    if (support::get(server.url(QStringLiteral("/debug/pprof/heap?gc=1"))).status != 200)
        return -1;
    return server.metric("go_memstats_heap_alloc_bytes").value_or(-1);
}

void addForms()
{
    QTest::addColumn<QString>("specimen");
    QTest::addColumn<QString>("form");
    for (const char *specimen : {"read-all", "global-cache"}) {
        for (const char *form : {"leaking", "cured"})
            QTest::addRow("%s %s", specimen, form)
                << QString::fromLatin1(specimen) << QString::fromLatin1(form);
    }
}
} // namespace

void TestSpecimens::retains_data()
{
    addForms();
}

void TestSpecimens::retains()
{
    QFETCH(QString, specimen);
    QFETCH(QString, form);
    constexpr int count = 70; // more than the bounded cache holds
    const QByteArray content = TestFiles::pattern(100'003);
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const QUrl url = server.uploadUrl(specimen, form);
    for (int i = 1; i <= count; ++i) {
        const RawAnswer answer = support::postFile(url, "some file.bin", content);
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.body, QByteArray("stored 100003 bytes of some file.bin\n"));
        qint64 expected = i * content.size();
        if (form == QLatin1StringView("cured"))
            expected = specimen == QLatin1StringView("global-cache") ? qMin(i, 64) * content.size() : 0;
        QCOMPARE(server.retainedBytes(specimen, form), expected);
    }
    QCOMPARE(server.uploads(specimen, form), count);
    const QString otherForm
        = form == QLatin1StringView("cured") ? QStringLiteral("leaking") : QStringLiteral("cured");
    QCOMPARE(server.retainedBytes(specimen, otherForm), 0);
    QCOMPARE(server.uploads(specimen, otherForm), 0);
}

void TestSpecimens::retainsTheSameWhenUploadedAtOnce_data()
{
    addForms();
}

void TestSpecimens::retainsTheSameWhenUploadedAtOnce()
{
    QFETCH(QString, specimen);
    QFETCH(QString, form);
    constexpr int count = 100;
    constexpr qint64 size = 10'007;
    const QByteArray content = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n"
        + QByteArray(size, 'b') + "\r\n--b--\r\n";
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    QNetworkRequest request(server.uploadUrl(specimen, form));
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
    const qint64 held = form == QLatin1StringView("leaking") ? count
        : specimen == QLatin1StringView("global-cache")      ? 64
                                                             : 0;
    QCOMPARE(server.retainedBytes(specimen, form), held * size);
    QCOMPARE(server.uploads(specimen, form), count);
}

void TestSpecimens::heapShowsWhatIsRetained_data()
{
    addForms();
}

// What is exported as truth is true: the collected heap grows by what the retained buffers take, and by
// little else.
void TestSpecimens::heapShowsWhatIsRetained()
{
    QFETCH(QString, specimen);
    QFETCH(QString, form);
    const TestFiles files;
    const QString path = files.makeFile(QStringLiteral("f"), mebibyte);
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const QUrl url = server.uploadUrl(specimen, form);
    QNetworkAccessManager manager;
    QCOMPARE(upload(manager, url, path), 201); // what is allocated once
    const QByteArray memory = "specimen_retained_memory_bytes{form=\"" + form.toUtf8() + "\",specimen=\""
        + specimen.toUtf8() + "\"}";
    const double heapBefore = heapAfterCollection(server);
    const double truthBefore = server.metric(memory).value_or(-1);
    for (int i = 0; i < 16; ++i)
        QCOMPARE(upload(manager, url, path), 201);
    const double heapGrowth = heapAfterCollection(server) - heapBefore;
    const double truthGrowth = server.metric(memory).value_or(-1) - truthBefore;
    QVERIFY(truthGrowth >= server.retainedBytes(specimen, form) - mebibyte);
    QVERIFY2(qAbs(heapGrowth - truthGrowth) < mebibyte,
             qPrintable(QStringLiteral("heap %1, truth %2").arg(heapGrowth).arg(truthGrowth)));
}

void TestSpecimens::profileNamesTheGuiltyFunction_data()
{
    QTest::addColumn<QString>("specimen");
    QTest::addColumn<QByteArray>("function");
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("read-all") << QStringLiteral("read-all") << QByteArray("main.readAll+")
                              << QByteArray("tidemark/specimens/read_all.go:");
    QTest::newRow("global-cache") << QStringLiteral("global-cache") << QByteArray("main.globalCache+")
                                  << QByteArray("tidemark/specimens/global_cache.go:");
}

void TestSpecimens::profileNamesTheGuiltyFunction()
{
    QFETCH(QString, specimen);
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const QUrl url = server.uploadUrl(specimen, QStringLiteral("leaking"));
    // Bodies larger than the sampling interval of 512 KiB, so that it is no matter of chance.
    for (int i = 0; i < 4; ++i)
        QCOMPARE(support::postFile(url, "f", QByteArray(2 * mebibyte, 'b')).status, 201);
    const QByteArray profile
        = support::get(server.url(QStringLiteral("/debug/pprof/heap?gc=1&debug=1"))).body;
    QByteArray guilty;
    for (const QByteArray &line : profile.split('\n')) {
        if (line.contains("\tmain.")) {
            guilty = line; // the first of ours in the first, that is the largest, stack
            break;
        }
    }
    QFETCH(QByteArray, function);
    QFETCH(QByteArray, file);
    QVERIFY2(guilty.contains(function) && guilty.contains(file), guilty.constData());
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
