// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/rawanswer.h"

#include <QTest>

class TestRawAnswer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data()
    {
        QTest::addColumn<QByteArray>("received");
        QTest::addColumn<bool>("hasEnded");
        QTest::addColumn<int>("status"); // 0: none
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isWhole");
        QTest::addColumn<QByteArray>("rest");
        const auto row = [](const char *name, const char *received, bool hasEnded, int status,
                            const char *body, bool isWhole, const char *rest) {
            QTest::newRow(name) << QByteArray(received) << hasEnded << status << QByteArray(body) << isWhole
                                << QByteArray(rest);
        };
        row("with a length", "HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nbigHTTP/1.1 2", false, 413,
            "big", true, "HTTP/1.1 2");
        row("not all there", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nfour", false, 0, "", true,
            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nfour");
        row("cut off", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nfour", true, 200, "four", false, "");
        row("until the end", "HTTP/1.1 200 OK\r\n\r\nall of it", true, 200, "all of it", true, "");
        row("until an end that is not there yet", "HTTP/1.1 200 OK\r\n\r\nall", false, 0, "", true,
            "HTTP/1.1 200 OK\r\n\r\nall");
        row("chunks",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\nmore",
            false, 200, "abcde", true, "more");
        row("chunks with a trailer",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nDigest: x\r\n\r\nmore",
            false, 200, "a", true, "more");
        row("half a chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc", false, 0, "",
            true, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc");
        row("half a chunk at the end", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc", true,
            200, "abc", false, "");
        row("no content", "HTTP/1.1 204 No Content\r\n\r\nHTTP", false, 204, "", true, "HTTP");
        row("after interim ones",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 201 Created\r\n"
            "Content-Length: 0\r\n\r\n",
            false, 201, "", true, "");
        row("an interim one alone", "HTTP/1.1 100 Continue\r\n\r\n", false, 0, "", true, "");
        row("half a head", "HTTP/1.1 201 Cre", true, 0, "", true, "HTTP/1.1 201 Cre");
        row("no HTTP", "SSH-2.0-OpenSSH\r\n", true, 0, "", true, "SSH-2.0-OpenSSH\r\n");
        row("nothing", "", true, 0, "", true, "");
    }

    void answers()
    {
        QFETCH(QByteArray, received);
        QFETCH(const bool, hasEnded);
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const bool, isWhole);
        QFETCH(const QByteArray, rest);
        const auto answer = net::takeAnswer(received, hasEnded);
        QCOMPARE(answer ? answer->status() : 0, status);
        QCOMPARE(received, rest);
        if (answer) {
            QCOMPARE(answer->body, body);
            QCOMPARE(answer->isWhole, isWhole);
        }
    }

    void endIsAnnounced()
    {
        QByteArray closing("HTTP/1.1 400 Bad\r\nConnection: Close\r\nContent-Length: 0\r\n\r\n"),
            staying("HTTP/1.1 400 Bad\r\nContent-Length: 0\r\n\r\n");
        QVERIFY(net::takeAnswer(closing, false)->announcesEnd());
        QVERIFY(!net::takeAnswer(staying, false)->announcesEnd());
    }
};

QTEST_GUILESS_MAIN(TestRawAnswer)
#include "tst_rawanswer.moc"
