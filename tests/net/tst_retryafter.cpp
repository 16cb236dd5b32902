// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/retryafter.h"

#include <QTest>

using namespace std::chrono_literals;

class TestRetryAfter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void datesAreByTheServersClock_data()
    {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<qint64>("expected");
        const auto row = [](const char *name, const char *date, qint64 expected) {
            QTest::newRow(name) << QByteArray(date) << expected;
        };
        row("it is right", "Sun, 06 Nov 1994 08:49:37 GMT", 60);
        row("it is fast", "Sun, 06 Nov 1994 08:50:07 GMT", 30);
        row("it is slow", "Sat, 05 Nov 1994 08:50:37 GMT", 24LL * 3600);
        row("it is later there", "Sun, 06 Nov 1994 08:50:38 GMT", 0);
        row("there is none", "", 60);
        row("it is none", "today", 60);
    }

    void datesAreByTheServersClock()
    {
        QFETCH(QByteArray, date);
        QFETCH(qint64, expected);
        const base::Wall now = base::fromUnixMs(784'111'777'000); // Sun, 06 Nov 1994 08:49:37 GMT
        QCOMPARE(net::parseRetryAfter("Sun, 06 Nov 1994 08:50:37 GMT", date, now),
                 std::optional(std::chrono::seconds(expected)));
        QCOMPARE(net::parseRetryAfter("7", date, now), std::optional(7s));
    }

    void values_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("expected"); // seconds; -1: neither form
        const auto row = [](const char *value, qint64 expected) {
            QTest::newRow(value) << QByteArray(value) << expected;
        };
        row("0", 0);
        row("120", 120);
        row(" 7 ", 7);
        row("99999999999999999999", 365LL * 24 * 3600);
        // Now is Sun, 06 Nov 1994 08:49:37 GMT.
        row("Sun, 06 Nov 1994 08:50:37 GMT", 60); // IMF-fixdate
        row("Sunday, 06-Nov-94 08:50:37 GMT", 60); // RFC 850
        row("Sun Nov  6 08:50:37 1994", 60); // asctime()
        row("Sun, 06 Nov 1994 08:00:00 GMT", 0); // has passed
        row("Fri, 31 Dec 2199 23:59:59 GMT", 365LL * 24 * 3600);
        row("", -1);
        row("-5", -1);
        row("+5", -1);
        row("soon", -1);
        row("1.5s later", -1);
    }

    void values()
    {
        QFETCH(QByteArray, value);
        QFETCH(qint64, expected);
        const base::Wall now = base::fromUnixMs(784'111'777'000);
        const auto wait = net::parseRetryAfter(value, {}, now);
        QCOMPARE(wait ? qint64(wait->count()) : -1, expected);
    }
};

QTEST_GUILESS_MAIN(TestRetryAfter)
#include "tst_retryafter.moc"
