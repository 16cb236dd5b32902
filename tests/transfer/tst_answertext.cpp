// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/answertext.h"

#include <QRandomGenerator>
#include <QTest>

using transfer::answerText;

class TestAnswerText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void isShortened_data();
    void isShortened();
    void anyBytesGiveValidText();
    void holdsNothingSecret();
};

void TestAnswerText::reads_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("text");
    const QByteArray html = "text/html; charset=utf-8";
    QTest::newRow("empty") << QByteArray() << QByteArray() << QString();
    QTest::newRow("plain") << QByteArray("too large\r\nby far\n") << QByteArray("text/plain")
                           << QStringLiteral("too large\nby far");
    QTest::newRow("JSON stays") << QByteArray("{\"error\": \"<too> large\"}")
                                << QByteArray("application/json")
                                << QStringLiteral("{\"error\": \"<too> large\"}");
    QTest::newRow("nginx") << QByteArray(
        "<html>\r\n<head><title>413 Request Entity Too Large</title></head>\r\n<body>"
        "\r\n<center><h1>413 Request Entity Too Large</h1></center>\r\n<hr>"
        "<center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n")
                           << html << QStringLiteral("413 Request Entity Too Large");
    QTest::newRow("page without a type") << QByteArray("  <!DOCTYPE HTML><TITLE>404\n Not Found</TITLE>")
                                         << QByteArray() << QStringLiteral("404 Not Found");
    QTest::newRow("Express: the title says nothing")
        << QByteArray("<html><head><meta "
                      "charset=\"utf-8\"><title>Error</title></head><body><pre>PayloadTooLargeError: "
                      "request entity too large<br> &nbsp; &nbsp;at readStream</pre></body></html>")
        << html << QStringLiteral("PayloadTooLargeError: request entity too large at readStream");
    QTest::newRow("references") << QByteArray("<title>a &amp;lt; b &#228;&#x1F600; &unknown; &#0;</title>")
                                << html << QStringLiteral("a &lt; b ä😀 &unknown; \ufffd");
    QTest::newRow("scripts and styles")
        << QByteArray("<style>p{color:red}</style><!-- no --><script>if(a<b)x()</script>"
                      "<p>yes</p>")
        << html << QStringLiteral("yes");
    QTest::newRow("cut inside a tag") << QByteArray("<p>yes</p><a href=\"x") << html << QStringLiteral("yes");
    QTest::newRow("cut inside a script")
        << QByteArray("<p>yes</p><script>var x = 1;") << html << QStringLiteral("yes");
    QTest::newRow("a page without a tag") << QByteArray("a  b\n") << html << QStringLiteral("a b");
    QTest::newRow("blanks of a text")
        << QByteArray(" a  b ") << QByteArray("text/plain") << QStringLiteral("a  b");
    QTest::newRow("only a title word")
        << QByteArray("<title>Error</title>") << html << QStringLiteral("Error");
    QTest::newRow("bad UTF-8") << QByteArray("m\xe4rz") << QByteArray("text/plain")
                               << QStringLiteral("m\ufffdrz");
    QTest::newRow("cut UTF-8") << QByteArray("a\xf0\x9f\x98") << QByteArray("text/plain")
                               << QStringLiteral("a");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbfok") << QByteArray() << QStringLiteral("ok");
    QTest::newRow("terminal escapes")
        << QByteArray("\x1b[31mred\x1b[0m\a") << QByteArray("text/plain") << QStringLiteral("[31mred [0m");
    QTest::newRow("only blanks") << QByteArray(" \r\n\0\0 ", 6) << QByteArray() << QString();
}

void TestAnswerText::reads()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    QTEST(answerText(body, type), "text");
}

void TestAnswerText::isShortened_data()
{
    QTest::addColumn<QByteArray>("unit");
    QTest::newRow("ASCII") << QByteArray("x");
    QTest::newRow("two bytes") << QByteArray("\xc3\xa4");
    QTest::newRow("four bytes") << QByteArray("\xf0\x9f\x98\x80");
}

void TestAnswerText::isShortened()
{
    QFETCH(QByteArray, unit);
    const QString text = answerText(unit.repeated(5000), "text/plain");
    const QByteArray bytes = text.toUtf8();
    QVERIFY(bytes.isValidUtf8());
    QVERIFY2(bytes.size() <= 2048 && bytes.size() > 2040, qPrintable(QString::number(bytes.size())));
    QVERIFY(text.endsWith(QStringLiteral("…")));
    QVERIFY(!text.contains(QChar::ReplacementCharacter));
    const QByteArray fitting = QByteArray(2048, 'y');
    QCOMPARE(answerText(fitting, {}), QString::fromLatin1(fitting));
}

void TestAnswerText::anyBytesGiveValidText()
{
    QRandomGenerator random(4711);
    for (int i = 0; i < 300; ++i) {
        QByteArray body(random.bounded(400), Qt::Uninitialized);
        for (char &c : body)
            c = random.bounded(3) ? static_cast<char>(random.bounded(256))
                                  : "<>&;#/!-title"[random.bounded(13)];
        const QByteArray bytes = answerText(body, "text/html").toUtf8();
        QVERIFY(bytes.isValidUtf8());
        QVERIFY(bytes.size() <= 2048);
        QVERIFY(!bytes.contains('\x1b') && !bytes.contains('\0'));
    }
}

void TestAnswerText::holdsNothingSecret()
{
    net::SentSecrets secrets;
    secrets.add(QStringLiteral("S3cret-of-20-letters"));
    QCOMPARE(answerText("who is S3cret-of-20-letters?", "text/plain", secrets),
             QStringLiteral("who is ***?"));
    // Where the text is shortened, and in what a page spells otherwise.
    const QByteArray around(2035, 'x');
    const QByteArray cutOff = around + "S3cret-of-20-letters" + around;
    QVERIFY(!answerText(cutOff, "text/plain", secrets).contains(u'S'));
    QCOMPARE(answerText("<title>no S3cret&#45;of-20-letters here</title>", "text/html", secrets),
             QStringLiteral("no *** here"));
}

QTEST_GUILESS_MAIN(TestAnswerText)
#include "tst_answertext.moc"
