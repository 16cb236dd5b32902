// SPDX-License-Identifier: GPL-3.0-or-later
// The requests of an audit, as text.
#include "core/experiment/rawupload.h"

#include <QTest>

using namespace experiment;

namespace {

AuditPlan planFor(const char *url, transfer::UploadMethod method = transfer::UploadMethod::Post)
{
    AuditPlan plan;
    plan.target.endpoint.url = QUrl(QString::fromLatin1(url), QUrl::StrictMode);
    plan.target.method = method;
    plan.token = QStringLiteral("abc123");
    return plan;
}

} // namespace

class TestRawUpload final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodiesAreAsLargeAsAskedFor_data()
    {
        QTest::addColumn<qint64>("bytes");
        for (const qint64 bytes : {2048LL, 65536LL, 65537LL, 16777216LL})
            QTest::addRow("%lld", bytes) << bytes;
    }

    void bodiesAreAsLargeAsAskedFor()
    {
        QFETCH(const qint64, bytes);
        for (const auto method : {transfer::UploadMethod::Post, transfer::UploadMethod::Put}) {
            RawUploads uploads(planFor("http://127.0.0.1:8080/upload", method));
            const RawUpload upload = uploads.large(bytes);
            QCOMPARE(upload.bodyBytes(), bytes);
            const QByteArray told = "\r\nContent-Length: " + QByteArray::number(bytes) + "\r\n";
            QVERIFY(upload.head().contains(told));
        }
    }

    void formIsWhole()
    {
        AuditPlan plan = planFor("http://127.0.0.1:8080/upload?a=b");
        plan.target.field = QStringLiteral("photo");
        plan.target.form = {{QStringLiteral("n"), QStringLiteral("number {n}")}};
        RawUploads uploads(plan);
        const RawUpload upload = uploads.file("a\"b.txt", "content");
        const QByteArray head = upload.head();
        QVERIFY2(head.startsWith("POST /upload?a=b HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n"), head.constData());
        QVERIFY2(head.contains("Content-Type: multipart/form-data; boundary=tidemark-audit-abc123\r\n"),
                 head.constData());
        QVERIFY(head.endsWith("\r\n\r\n"));
        const QByteArray body = upload.before + upload.after;
        QVERIFY2(body.contains("name=\"n\"\r\n\r\nnumber 1\r\n"), body.constData());
        QVERIFY2(body.contains("name=\"photo\"; filename=\"a%22b.txt\""), body.constData());
        QVERIFY2(body.endsWith("\r\ncontent\r\n--tidemark-audit-abc123--\r\n"), body.constData());
    }

    void namesAndContentsDiffer()
    {
        RawUploads uploads(planFor("http://127.0.0.1/%7Bn%7D"));
        QByteArrayList bodies, lines;
        for (int i = 0; i < 5; ++i) {
            const RawUpload upload = uploads.small();
            bodies += upload.before;
            lines += upload.line;
            QVERIFY(upload.before.contains("tidemark-audit-abc123-"));
        }
        QCOMPARE(QSet<QByteArray>(bodies.cbegin(), bodies.cend()).size(), 5);
        QCOMPARE(QSet<QByteArray>(lines.cbegin(), lines.cend()).size(), 5);
    }

    void bareUploadsAreNamedInFolders()
    {
        RawUploads uploads(planFor("http://host/dav/?v=1", transfer::UploadMethod::Put));
        QVERIFY(uploads.hasNames() && !uploads.isForm());
        const RawUpload upload = uploads.file("../a b", "content");
        QCOMPARE(upload.line, QByteArray("PUT /dav/..%2Fa%20b?v=1 HTTP/1.1"));
        QCOMPARE(upload.before + upload.after, QByteArray("content"));
        QVERIFY(!RawUploads(planFor("http://host/one", transfer::UploadMethod::Put)).hasNames());
    }

    void showsWhoWeAre_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("token");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("user") << QStringLiteral("ann") << QString()
                              << QByteArray("Authorization: Basic YW5uOnNlYQ==\r\n");
        QTest::newRow("token") << QString() << QStringLiteral("t0ken")
                               << QByteArray("Authorization: Bearer t0ken\r\n");
        QTest::newRow("nobody") << QString() << QString() << QByteArray();
    }

    void showsWhoWeAre()
    {
        QFETCH(const QString, user);
        QFETCH(const QString, token);
        QFETCH(const QByteArray, header);
        AuditPlan plan = planFor("http://ann:sea@host/upload");
        plan.target.endpoint.transport.user = user;
        plan.target.endpoint.transport.password = QStringLiteral("sea");
        plan.target.endpoint.transport.token = token;
        plan.target.endpoint.headers = {{"X-Api", "1"}};
        const QByteArray head = RawUploads(plan).small().head();
        QVERIFY(head.contains("\r\nX-Api: 1\r\n"));
        QCOMPARE(head.contains("Authorization"), !header.isEmpty());
        QVERIFY2(head.contains(header), head.constData());
        QVERIFY(!head.contains("sea@"));
    }

    void lengthsCanBeWrong()
    {
        RawUpload upload = RawUploads(planFor("http://host/")).small();
        upload.lengths = {"1", "many"};
        QVERIFY(upload.head().contains("Content-Length: 1\r\nContent-Length: many\r\n"));
        upload.lengths.clear();
        upload.isChunked = true;
        QVERIFY(upload.head().contains("Transfer-Encoding: chunked\r\n"));
        QVERIFY(!upload.head().contains("Content-Length"));
    }
};

QTEST_GUILESS_MAIN(TestRawUpload)
#include "tst_rawupload.moc"
