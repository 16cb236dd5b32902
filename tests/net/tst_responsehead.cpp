// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/responsehead.h"

#include <QTest>

using net::ResponseHead;

class TestResponseHead final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data();
    void lines();
    void parse_data();
    void parse();
    void valuesAreFoundWithoutCase();
    void contentLength_data();
    void contentLength();
    void chunks_data();
    void chunks();
};

void TestResponseHead::lines_data()
{
    QTest::addColumn<QByteArrayList>("lines");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<bool>("isFinal");
    QTest::addColumn<int>("headers");

    QTest::newRow("plain") << QByteArrayList{"HTTP/1.1 201 Created\r\n", "A: b\r\n", "\r\n"} << 201
                           << QByteArray("Created") << true << 1;
    QTest::newRow("no reason") << QByteArrayList{"HTTP/1.1 204\r\n", "\r\n"} << 204 << QByteArray() << true
                               << 0;
    QTest::newRow("http2") << QByteArrayList{"HTTP/2 404 \r\n", "\r\n"} << 404 << QByteArray() << true << 0;
    QTest::newRow("not yet whole") << QByteArrayList{"HTTP/1.1 200 OK\r\n", "A: b\r\n"} << 200
                                   << QByteArray("OK") << false << 1;
    QTest::newRow("interim alone") << QByteArrayList{"HTTP/1.1 103 Early Hints\r\n", "Link: x\r\n", "\r\n"}
                                   << 103 << QByteArray("Early Hints") << false << 1;
    QTest::newRow("interim dropped") << QByteArrayList{"HTTP/1.1 103 Early Hints\r\n", "Link: x\r\n", "\r\n",
                                                       "HTTP/1.1 413 Too Large\r\n", "\r\n"}
                                     << 413 << QByteArray("Too Large") << true << 0;
    QTest::newRow("folded value") << QByteArrayList{"HTTP/1.1 200 OK\r\n", "A: b\r\n", "  c\r\n", "\r\n"}
                                  << 200 << QByteArray("OK") << true << 1;
    QTest::newRow("garbage line") << QByteArrayList{"HTTP/1.1 200 OK\r\n", "no colon\r\n", "\r\n"} << 200
                                  << QByteArray("OK") << true << 0;
    QTest::newRow("bare line feeds") << QByteArrayList{"HTTP/1.0 500 Oops\n", "A: b\n", "\n"} << 500
                                     << QByteArray("Oops") << true << 1;
}

void TestResponseHead::lines()
{
    QFETCH(QByteArrayList, lines);
    ResponseHead head;
    for (const QByteArray &line : lines)
        head.addLine(line);
    QTEST(head.status(), "status");
    QTEST(head.reason(), "reason");
    QTEST(head.isFinal(), "isFinal");
    QTEST(static_cast<int>(head.headers().size()), "headers");
}

void TestResponseHead::parse_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<int>("taken");

    QTest::newRow("whole") << QByteArray("HTTP/1.1 413 No\r\nA: b\r\n\r\nbody") << 25;
    QTest::newRow("cut in the head") << QByteArray("HTTP/1.1 413 No\r\nA: b\r\n") << -1;
    QTest::newRow("empty") << QByteArray() << -1;
    QTest::newRow("not http") << QByteArray("SSH-2.0-OpenSSH\r\n\r\n") << -1;
}

void TestResponseHead::parse()
{
    QFETCH(QByteArray, raw);
    ResponseHead head;
    QTEST(static_cast<int>(head.parse(raw)), "taken");
}

void TestResponseHead::valuesAreFoundWithoutCase()
{
    ResponseHead head;
    QVERIFY(head.parse("HTTP/1.1 200 OK\r\nX-One:  padded \r\nx-one: second\r\n\r\n") > 0);
    QCOMPARE(head.value("X-ONE"), QByteArray("padded"));
    QCOMPARE(head.value("X-Two"), QByteArray());
    QCOMPARE(head.headers().size(), 2);
}

void TestResponseHead::contentLength_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("length");
    QTest::newRow("number") << QByteArray("12") << qint64(12);
    QTest::newRow("large") << QByteArray("10737418240") << qint64(10'737'418'240);
    QTest::newRow("junk") << QByteArray("12 kB") << qint64(-1);
}

void TestResponseHead::contentLength()
{
    QFETCH(QByteArray, value);
    ResponseHead head;
    const QByteArray raw = "HTTP/1.1 200 OK\r\nContent-Length: " + value + "\r\n\r\n";
    head.parse(raw);
    QTEST(head.contentLength(), "length");
    head.parse("HTTP/1.1 200 OK\r\n\r\n");
    QCOMPARE(head.contentLength(), -1);
}

void TestResponseHead::chunks_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("whole") << QByteArray("9\r\ntoo large\r\n0\r\n\r\n") << QByteArray("too large");
    QTest::newRow("two") << QByteArray("3\r\ntoo\r\n6;x=y\r\n large\r\n0\r\n\r\n") << QByteArray("too large");
    QTest::newRow("cut in the data") << QByteArray("9\r\ntoo la") << QByteArray("too la");
    QTest::newRow("cut behind the data") << QByteArray("3\r\ntoo\r") << QByteArray("too");
    QTest::newRow("cut in the size") << QByteArray("1") << QByteArray();
    QTest::newRow("no size") << QByteArray("too large\r\n") << QByteArray();
    QTest::newRow("negative") << QByteArray("-1\r\nx") << QByteArray();
    QTest::newRow("larger than any") << QByteArray("ffffffffffffffffff\r\nx") << QByteArray();
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void TestResponseHead::chunks()
{
    QFETCH(QByteArray, raw);
    QTEST(net::dechunked(raw), "content");
}

QTEST_APPLESS_MAIN(TestResponseHead)
#include "tst_responsehead.moc"
