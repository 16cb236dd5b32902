// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/formbody.h"
#include "core/transfer/generateddata.h"
#include "core/transfer/loadform.h"

#include <QTest>
#include <QUuid>

using namespace transfer;

namespace {

LoadPlan planFor(const QString &url)
{
    LoadPlan plan;
    plan.target.endpoint.url = QUrl(url);
    plan.bytes = 1'000;
    return plan;
}

QByteArray bodyOf(const LoadForm &form, quint64 number)
{
    base::Result<LoadForm::Message> message = form.message(number);
    return message ? message->body->readAll() : QByteArray("error");
}

} // namespace

class TestLoadForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contentIsTheSameFromAnywhere()
    {
        GeneratedData whole(7, 3, 10'001);
        const QByteArray all = whole.readAll();
        QCOMPARE(all.size(), 10'001);
        for (const qint64 at : {0, 1, 7, 8, 9, 4'095, 9'999, 10'000}) {
            GeneratedData other(7, 3, 10'001);
            QVERIFY(other.seek(at));
            QCOMPARE(other.read(11), all.mid(at, 11));
        }
    }

    void contentsDiffer()
    {
        QSet<QByteArray> seen;
        for (quint64 seed = 0; seed < 10; ++seed) {
            for (quint64 stream = 0; stream < 100; ++stream)
                seen.insert(GeneratedData(seed, stream, 16).readAll());
        }
        QCOMPARE(seen.size(), 1'000);
        // Nothing a server could squeeze.
        const QByteArray content = GeneratedData(1, 0, 1 << 20).readAll();
        QVERIFY(qCompress(content).size() > content.size());
    }

    void namesAreReplaced()
    {
        const UploadLabel label{{}, 42, keyFrom(1, 42)};
        QCOMPARE(expanded(QStringLiteral("a{n}b{n}"), label), QStringLiteral("a42b42"));
        QCOMPARE(expanded(QStringLiteral("plain {x}"), label), QStringLiteral("plain {x}"));
        const QString id = expanded(QStringLiteral("{uuid}"), label);
        QCOMPARE(QUuid(id), label.key);
        QCOMPARE(QUuid(id).variant(), QUuid::DCE);
    }

    void urlAndFormAreReplaced()
    {
        LoadPlan plan = planFor(QStringLiteral("http://localhost/blobs/{n}?k={uuid}"));
        plan.target.form = {{QStringLiteral("title"), QStringLiteral("no. {n}")}};
        const LoadForm form(plan);
        const auto message = form.message(12);
        QVERIFY(message.ok());
        QVERIFY(message->request.url().toString().startsWith(QStringLiteral("http://localhost/blobs/12?k=")));
        const QByteArray body = bodyOf(form, 12);
        QVERIFY(body.contains("name=\"title\"\r\n\r\nno. 12\r\n"));
        QVERIFY(body.contains("name=\"file\"; filename=\"tidemark-12.bin\""));
        QVERIFY(body.contains(GeneratedData(plan.seed, 12, plan.bytes).readAll()));
        QCOMPARE(message->request.header(QNetworkRequest::ContentLengthHeader).toLongLong(), body.size());
    }

    void putIsBare()
    {
        LoadPlan plan = planFor(QStringLiteral("http://localhost/"));
        plan.method = LoadPlan::Method::Put;
        QCOMPARE(bodyOf(LoadForm(plan), 5), GeneratedData(plan.seed, 5, plan.bytes).readAll());
    }

    void sameMeansSame()
    {
        LoadPlan plan = planFor(QStringLiteral("http://localhost/{n}"));
        plan.first = 9;
        plan.isSame = true;
        plan.method = LoadPlan::Method::Put;
        const LoadForm form(plan);
        QCOMPARE(bodyOf(form, 9), bodyOf(form, 15));
        QCOMPARE(form.message(15)->request.url(), QUrl(QStringLiteral("http://localhost/9")));
    }

    void bodiesCanBeReadAgain()
    {
        const LoadForm form(planFor(QStringLiteral("http://localhost/")));
        auto message = form.message(1);
        const QByteArray all = message->body->readAll();
        for (const qint64 at : {qint64(0), qint64(50), qint64(500), all.size() - 3}) {
            QVERIFY(message->body->seek(at));
            QCOMPARE(message->body->readAll(), all.mid(at));
        }
    }

    void cutsRunDry_data()
    {
        QTest::addColumn<CutAt>("at");
        QTest::newRow("after the head") << CutAt::AfterHead;
        QTest::newRow("half") << CutAt::Half;
        QTest::newRow("before the end") << CutAt::BeforeEnd;
    }

    void cutsRunDry()
    {
        QFETCH(CutAt, at);
        LoadPlan plan = planFor(QStringLiteral("http://localhost/"));
        const QByteArray whole = bodyOf(LoadForm(plan), 0);
        const qint64 expected = at == CutAt::AfterHead ? 0
            : at == CutAt::Half                        ? whole.size() / 2
                                                       : whole.lastIndexOf("\r\n--", whole.size() - 5);
        plan.cutAt = at;
        auto message = LoadForm(plan).message(0);
        QSignalSpy dry(message->body.get(), &FormBody::cutReached);
        QCOMPARE(message->body->readAll(), whole.first(expected));
        QVERIFY(message->body->isSequential());
        QVERIFY(!message->body->atEnd());
        QCOMPARE(message->body->read(10), QByteArray());
        QTRY_COMPARE(dry.size(), 1);
    }

    void boundaryIsAnother()
    {
        LoadPlan plan = planFor(QStringLiteral("http://localhost/"));
        const QByteArray right = bodyOf(LoadForm(plan), 3);
        plan.flaw = Flaw::Boundary;
        const auto message = LoadForm(plan).message(3);
        QCOMPARE(message->body->readAll(), right);
        const QByteArray type = message->request.header(QNetworkRequest::ContentTypeHeader).toByteArray();
        const QByteArray told = type.mid(type.indexOf('=') + 1);
        QVERIFY(told.size() > 10);
        QVERIFY(!right.contains(QByteArray("--" + told)));
    }

    void fileIsMissing()
    {
        LoadPlan plan = planFor(QStringLiteral("http://localhost/"));
        plan.target.form = {{QStringLiteral("title"), QStringLiteral("no. {n}")}};
        plan.flaw = Flaw::NoFile;
        const auto message = LoadForm(plan).message(3);
        const QByteArray body = message->body->readAll();
        QVERIFY(!body.contains("filename"));
        QVERIFY(body.contains("name=\"title\"\r\n\r\nno. 3\r\n--"));
        QVERIFY(body.endsWith("--\r\n"));
        QCOMPARE(message->request.header(QNetworkRequest::ContentLengthHeader).toLongLong(), body.size());
        plan.target.form.clear();
        const QByteArray empty = bodyOf(LoadForm(plan), 3);
        QVERIFY2(empty.startsWith("--tidemark") && empty.endsWith("--\r\n") && empty.count('\n') == 1,
                 empty.constData());
    }

    void oversizeEndsWhereTheContentWould_data()
    {
        QTest::addColumn<LoadPlan::Method>("method");
        QTest::newRow("form") << LoadPlan::Method::Post;
        QTest::newRow("bare") << LoadPlan::Method::Put;
    }

    void oversizeEndsWhereTheContentWould()
    {
        QFETCH(LoadPlan::Method, method);
        LoadPlan plan = planFor(QStringLiteral("http://localhost/"));
        plan.method = method;
        plan.flaw = Flaw::Oversize;
        plan.files = {QStringLiteral("/nonexistent/file")}; // whose sizes are what they are: not used
        const auto message = LoadForm(plan).message(3);
        QVERIFY(message.ok());
        const qint64 announced = message->request.header(QNetworkRequest::ContentLengthHeader).toLongLong();
        QCOMPARE(announced, message->body->size());
        QVERIFY(announced >= 64 * plan.bytes);
        const QByteArray sent = message->body->readAll();
        QVERIFY(sent.endsWith(GeneratedData(plan.seed, 3, 64 * plan.bytes).read(plan.bytes)));
        QVERIFY(sent.size() < plan.bytes + 300);
        QVERIFY(!message->body->atEnd());
    }

    void missingFileIsTyped()
    {
        LoadPlan plan = planFor(QStringLiteral("http://localhost/"));
        plan.files = {QStringLiteral("/nonexistent/file")};
        const auto message = LoadForm(plan).message(0);
        QVERIFY(!message.ok());
        QCOMPARE(message.error().kind, base::ErrorKind::FileMissing);
    }
};

QTEST_GUILESS_MAIN(TestLoadForm)
#include "tst_loadform.moc"
