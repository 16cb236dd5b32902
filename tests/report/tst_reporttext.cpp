// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/axis.h"
#include "core/report/failurewording.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"

#include <QDateTime>
#include <QMetaEnum>
#include <QTest>

#include <cmath>

using metrics::Role;

class TestReportText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failureWords_data();
    void failureWords();
    void printable_data();
    void printable();
    void shortened();
    void withoutSecrets_data();
    void withoutSecrets();
    void addressesWithoutSecrets_data();
    void addressesWithoutSecrets();
    void values_data();
    void values();
    void changes_data();
    void changes();
    void everyFailureHasItsWords();
    void byteScale_data();
    void byteScale();
    void countScale_data();
    void countScale();
    void scaleStaysFiniteBeyondAllUnits();
    void timeTicks_data();
    void timeTicks();
};

namespace {

QString labels(const QList<report::Tick> &ticks)
{
    QStringList texts;
    for (const report::Tick &tick : ticks)
        texts << tick.label;
    return texts.join(QStringLiteral(" | "));
}

} // namespace

void TestReportText::printable_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << QStringLiteral("photo.raw") << QStringLiteral("photo.raw");
    QTest::newRow("letters of the world")
        << QStringLiteral("日本語 é ع \U0001F30A") << QStringLiteral("日本語 é ع \U0001F30A");
    QTest::newRow("line breaks") << QStringLiteral("a\r\nb\tc\u2028d") << QStringLiteral("a  b c d");
    QTest::newRow("escape") << QStringLiteral("\x1b[2J") << QStringLiteral("\u241b[2J");
    QTest::newRow("zero and delete") << QString(QChar(0)) + QChar(0x7f) << QStringLiteral("\u2400\u2421");
    QTest::newRow("C1 control") << QStringLiteral("\u009b2J") << QStringLiteral("\ufffd2J");
    QTest::newRow("reordering") << QStringLiteral("\u202egpj.exe\u2066")
                                << QStringLiteral("\ufffdgpj.exe\ufffd");
    QTest::newRow("lone high surrogate")
        << QString(QChar(0xd83c)) + QLatin1Char('x') << QStringLiteral("\ufffdx");
    QTest::newRow("lone low surrogate") << QString(QChar(0xdf0a)) << QStringLiteral("\ufffd");
    QTest::newRow("no character") << QString(QChar(0xfffe)) + QChar(0xffff) << QStringLiteral("\ufffd\ufffd");
}

void TestReportText::printable()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(report::printable(text), expected);
}

void TestReportText::shortened()
{
    QCOMPARE(report::printable(QStringLiteral("12345"), 5), QStringLiteral("12345"));
    QCOMPARE(report::printable(QStringLiteral("123456"), 5), QStringLiteral("1234…"));
    // A pair of surrogates is not torn apart.
    QCOMPARE(report::printable(QStringLiteral("123\U0001F30A6"), 5), QStringLiteral("123…"));
}

void TestReportText::withoutSecrets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("none", "http://h:8/p?kind=raw#x", "http://h:8/p?kind=raw#x");
    row("user and password", "see http://u:p@h/ and ftp://u@h", "see http://h/ and ftp://h");
    row("password with an at sign", "http://u:p@q@h/", "http://h/");
    row("mail address", "mail ada@example.org", "mail ada@example.org");
    row("at sign in a path", "http://h/@ada?x=a@b", "http://h/@ada?x=a@b");
    row("token", "http://h/?token=abc&n=1", "http://h/?token=***&n=1");
    row("signed address", "http://h/?X-Amz-Signature=a%2F&X-Amz-Credential=b&X-Amz-Date=c",
        "http://h/?X-Amz-Signature=***&X-Amz-Credential=***&X-Amz-Date=c");
    row("api key", "http://h/?n=1&api_key=s", "http://h/?n=1&api_key=***");
    row("session", "http://h/?sid=1&JSESSIONID=2&n=3;pass=4",
        "http://h/?sid=***&JSESSIONID=***&n=3;pass=***");
    row("encoded name", "http://h/?access%5Ftoken=s", "http://h/?access%5Ftoken=***");
    row("fragment", "http://h/?n=1#token=s&n=2", "http://h/?n=1#token=***&n=2");
    row("behind a harmless one", "http://h/?x=1;token=s 'y=2'", "http://h/?x=1;token=*** 'y=2'");
    row("apostrophe inside", "http://h/?token=a'b&n=1", "http://h/?token=***&n=1");
    row("apostrophe behind", "'http://h/?pw=ab' is not one", "'http://h/?pw=***' is not one");
    row("a sentence behind", "cannot reach http://h/p?token=a.b:c: refused",
        "cannot reach http://h/p?token=***: refused");
    row("in a sentence", "it (http://h/?token=ab), or http://h/?token=cd. Perhaps.",
        "it (http://h/?token=***), or http://h/?token=***. Perhaps.");
    row("nothing behind", "http://h/?token=abc.", "http://h/?token=***");
    row("struck already", "cannot reach http://h/p?token=***: refused",
        "cannot reach http://h/p?token=***: refused");
    row("stops inside", "http://h/?token=a.b,c;d:e)f&n=1", "http://h/?token=***&n=1");
    row("code", "http://h/?code=s&barcode=1", "http://h/?code=***&barcode=1");
    row("harmless words", "http://h/?monkey=1&design=2&side=3&bypass=4",
        "http://h/?monkey=1&design=2&side=3&bypass=4");
}

void TestReportText::withoutSecrets()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(report::withoutSecrets(text), expected);
}

void TestReportText::addressesWithoutSecrets_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << QStringLiteral("http://h:8/p?kind=a%20b#x")
                          << QStringLiteral("http://h:8/p?kind=a b#x");
    QTest::newRow("user") << QStringLiteral("http://u:p@h/") << QStringLiteral("http://h/");
    for (const char *tail : {"%20TAIL", "%22TAIL", "'TAIL", "%3CTAIL%3E", "%0ATAIL", ";TAIL"})
        QTest::newRow(tail) << QStringLiteral("http://h/?token=abc") + QLatin1StringView(tail)
                + QStringLiteral("&n=1")
                            << QStringLiteral("http://h/?token=***&n=1");
    QTest::newRow("fragment") << QStringLiteral("http://h/#n=1&key=a%20b")
                              << QStringLiteral("http://h/#n=1&key=***");
}

void TestReportText::addressesWithoutSecrets()
{
    QFETCH(QString, url);
    QFETCH(QString, expected);
    QCOMPARE(report::displayUrl(QUrl(url)), expected);
    QVERIFY(!report::encodedUrl(QUrl(url)).contains(QLatin1String("TAIL")));
}

void TestReportText::values_data()
{
    QTest::addColumn<Role>("role");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("expected");
    QTest::newRow("bytes") << Role::HeapLive << 12.3 * 1024 * 1024 << QStringLiteral("12.3 MiB");
    QTest::newRow("count") << Role::DescriptorLimit << 20'000.0 << QStringLiteral("20,000");
    QTest::newRow("seconds") << Role::GcPauseMax << 0.0019 << QStringLiteral("1.9 ms");
    QTest::newRow("start time") << Role::StartTime << 1'795'430'460.25
                                << QStringLiteral("2026-11-23T10:41:00.250Z");
    QTest::newRow("start time out of range") << Role::StartTime << 1e300 << QStringLiteral("—");
    QTest::newRow("unknown") << Role::Rss << std::nan("") << QStringLiteral("—");
    QTest::newRow("endless") << Role::CpuTotal << 1e300 << QStringLiteral("—");
}

void TestReportText::values()
{
    QFETCH(Role, role);
    QFETCH(double, value);
    QFETCH(QString, expected);
    QCOMPARE(report::roleValue(role, value), expected);
}

void TestReportText::changes_data()
{
    QTest::addColumn<Role>("role");
    QTest::addColumn<double>("change");
    QTest::addColumn<QString>("expected");
    QTest::newRow("grows") << Role::HeapLive << 1.02 * 1024 * 1024 << QStringLiteral("+1.02 MiB");
    QTest::newRow("shrinks") << Role::Rss << -2048.0 << QStringLiteral("−2.00 KiB");
    QTest::newRow("stays") << Role::HeapLive << 0.0 << QStringLiteral("±0");
    QTest::newRow("less than is shown") << Role::HeapLive << -0.2 << QStringLiteral("±0");
    QTest::newRow("part of a count") << Role::Goroutines << 0.1428 << QStringLiteral("+0.14");
    QTest::newRow("next to nothing of a count") << Role::Goroutines << 0.001 << QStringLiteral("±0");
    QTest::newRow("large count") << Role::Goroutines << 12'345.0 << QStringLiteral("+12,345");
    QTest::newRow("unknown") << Role::HeapLive << std::nan("") << QStringLiteral("—");
}

void TestReportText::changes()
{
    QFETCH(Role, role);
    QFETCH(double, change);
    QFETCH(QString, expected);
    QCOMPARE(report::roleChange(role, change), expected);
}

void TestReportText::everyFailureHasItsWords()
{
    const QMetaEnum kinds = QMetaEnum::fromType<base::ErrorKind>();
    QVERIFY(kinds.keyCount() > 20);
    QStringList titles;
    for (int i = 0; i < kinds.keyCount(); ++i) {
        const auto kind = static_cast<base::ErrorKind>(kinds.value(i));
        if (kind == base::ErrorKind::None || kind == base::ErrorKind::Cancelled)
            continue;
        const QString title = report::failureTitle(kind, 0);
        QVERIFY2(title != QLatin1String("Failed") && !titles.contains(title), kinds.key(i));
        QVERIFY2(report::failureAdvice(kind, 0).size() > 20, kinds.key(i));
        titles << title;
    }
    QCOMPARE(report::failureTitle(base::ErrorKind::HttpStatus, 413), QStringLiteral("413 Content Too Large"));
    QCOMPARE(report::failureTitle(base::ErrorKind::HttpStatus, 599), QStringLiteral("599"));
    QVERIFY(report::failureAdvice(base::ErrorKind::HttpStatus, 413)
                .contains(QLatin1String("client_max_body_size")));
    QVERIFY(!report::failureAdvice(base::ErrorKind::HttpStatus, 599).isEmpty());
    QCOMPARE(report::failureTitle(base::ErrorKind::ConnectionReset, 413),
             QStringLiteral("Connection broken"));
}

void TestReportText::byteScale_data()
{
    QTest::addColumn<double>("largest");
    QTest::addColumn<int>("about");
    QTest::addColumn<QString>("expected");
    constexpr double KiB = 1024;
    constexpr double MiB = 1024 * KiB;
    QTest::newRow("nothing") << 0.0 << 4 << QStringLiteral("0 | 1 B");
    QTest::newRow("bytes") << 7.0 << 4 << QStringLiteral("0 | 2 B | 4 B | 6 B");
    QTest::newRow("301 MiB") << 301 * MiB << 4 << QStringLiteral("0 | 100 MiB | 200 MiB | 300 MiB");
    QTest::newRow("240 MiB") << 240 * MiB << 4 << QStringLiteral("0 | 100 MiB | 200 MiB");
    QTest::newRow("72 MiB") << 72 * MiB << 4 << QStringLiteral("0 | 20 MiB | 40 MiB | 60 MiB");
    QTest::newRow("1000 KiB") << 1000 * KiB << 2 << QStringLiteral("0 | 500 KiB | 1,000 KiB");
    QTest::newRow("1.9 GiB") << 1900 * MiB << 4
                             << QStringLiteral("0 | 500 MiB | 1,000 MiB | 1,500 MiB | 2,000 MiB");
    QTest::newRow("5 GiB") << 5 * 1024 * MiB << 4 << QStringLiteral("0 | 2 GiB | 4 GiB");
}

void TestReportText::byteScale()
{
    QFETCH(double, largest);
    QFETCH(int, about);
    QFETCH(QString, expected);
    const report::Scale scale = report::byteScale(largest, about);
    QCOMPARE(labels(scale.ticks), expected);
    QVERIFY(scale.top > largest && scale.ticks.constLast().value <= scale.top);
    const report::Scale rate = report::byteScale(largest, about, QStringLiteral("/s"));
    QCOMPARE(rate.ticks.size(), scale.ticks.size());
    QCOMPARE(rate.ticks.constLast().label.endsWith(QLatin1String("/s")), scale.ticks.size() > 1);
}

void TestReportText::countScale_data()
{
    QTest::addColumn<double>("largest");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << 0.0 << QStringLiteral("0 | 1");
    QTest::newRow("one") << 1.0 << QStringLiteral("0 | 1");
    QTest::newRow("19") << 19.0 << QStringLiteral("0 | 10 | 20");
    QTest::newRow("21") << 21.0 << QStringLiteral("0 | 10 | 20");
    QTest::newRow("100") << 100.0 << QStringLiteral("0 | 50 | 100");
    QTest::newRow("20,480") << 20'480.0 << QStringLiteral("0 | 10,000 | 20,000");
}

void TestReportText::countScale()
{
    QFETCH(double, largest);
    QFETCH(QString, expected);
    QCOMPARE(labels(report::countScale(largest, 2).ticks), expected);
}

void TestReportText::scaleStaysFiniteBeyondAllUnits()
{
    for (const double largest : {1e25, 1e100, 1.7e308}) {
        QVERIFY(report::byteScale(largest, 4).ticks.size() <= 6);
        QVERIFY(report::countScale(largest, 4).ticks.size() <= 6);
    }
}

void TestReportText::timeTicks_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<qint64>("span"); // ms
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *from, qint64 span, const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(from) << span << QString::fromLatin1(expected);
    };
    row("a second", "2026-11-23T10:41:00.050Z", 1000,
        "10:41:00.2 | 10:41:00.4 | 10:41:00.6 | 10:41:00.8 | 10:41:01.0");
    row("40 seconds", "2026-11-23T10:41:03Z", 40'000, "10:41:10 | 10:41:20 | 10:41:30 | 10:41:40");
    row("four minutes", "2026-11-23T10:41:00Z", 240'000, "10:41 | 10:42 | 10:43 | 10:44 | 10:45");
    row("five hours", "2026-11-23T10:41:00Z", 5 * 3'600'000, "11:00 | 12:00 | 13:00 | 14:00 | 15:00");
    row("over midnight", "2026-11-23T21:00:00Z", 8 * 3'600'000, "22:00 | 00:00 | 02:00 | 04:00");
    row("ten days", "2026-11-23T10:41:00Z", 10 * 86'400'000LL,
        "2026-11-25 | 2026-11-27 | 2026-11-29 | 2026-12-01 | 2026-12-03");
    row("no time at all", "2026-11-23T10:41:00Z", 0, "10:41:00.0");
}

void TestReportText::timeTicks()
{
    QFETCH(QString, from);
    QFETCH(qint64, span);
    QFETCH(QString, expected);
    const qint64 begin = QDateTime::fromString(from, Qt::ISODateWithMs).toMSecsSinceEpoch();
    const QList<report::Tick> ticks = report::timeTicks(begin, begin + span, 5);
    QCOMPARE(labels(ticks), expected);
    for (const report::Tick &tick : ticks)
        QVERIFY(tick.value >= double(begin) && tick.value <= double(begin + span));
}

void TestReportText::failureWords_data()
{
    using base::ErrorKind;
    QTest::addColumn<base::Error>("error");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, ErrorKind kind, const char *message, int status, const char *said,
                        const char *words) {
        QTest::newRow(name) << base::Error{kind, QString::fromUtf8(message), status, {}}
                            << QString::fromUtf8(said) << QString::fromUtf8(words);
    };
    row("only the server says something", ErrorKind::HttpStatus, "the server answered 413 Too Large", 413,
        "at most 1 MiB", "at most 1 MiB");
    row("nobody does", ErrorKind::HttpStatus, "the server answered 413", 413, "", "the server answered 413");
    row("only the program does", ErrorKind::Stalled, "no byte moved", 0, "", "no byte moved");
    row("both do", ErrorKind::FileChanged, "the file grew", 201, "stored it",
        "the file grew; the server says: “stored it”");
    row("the server says its status", ErrorKind::Malformed, "the server answered 201, but not where", 201,
        "Created", "the server answered 201, but not where");
    row("a status with more to it", ErrorKind::HttpStatus,
        "the server answered 401 Who; it does not accept this user", 401, "go away",
        "the server answered 401 Who; it does not accept this user; the server says: “go away”");
    row("given up", ErrorKind::HttpStatus,
        "given up: the server did not come back; the server answered 503 Busy", 503, "later",
        "given up: the server did not come back; the server answered 503 Busy; the server says: “later”");
    row("perhaps the proxy", ErrorKind::HttpStatus, "the server, or the proxy on the way, answered 403 No",
        403, "policy", "the server, or the proxy on the way, answered 403 No; the server says: “policy”");
    row("a page of HTML", ErrorKind::HttpStatus, "the server answered 502 Bad Gateway", 502,
        "<h1>Oops</h1> upstream <b>gone</b>", "Oops upstream gone");
    row("a page that says only its status", ErrorKind::HttpStatus, "the server answered 413", 413,
        "<html>\r\n<head><title>413 Request Entity Too Large</title></head>\r\n<body>…",
        "the server answered 413");
    row("no words but the server's", ErrorKind::HttpStatus, "", 500, "boom", "boom");
}

void TestReportText::failureWords()
{
    QFETCH(base::Error, error);
    QFETCH(QString, said);
    QTEST(report::failureWords(error, said), "words");
}

QTEST_GUILESS_MAIN(TestReportText)
#include "tst_reporttext.moc"
