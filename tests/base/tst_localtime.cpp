// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/localtime.h"

#include <QTest>

/// In a place that is five and a half hours before Greenwich all year.
class LocalTimeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "IST-5:30"); }

    void saysTheDateAndTheTimeOfThePlace()
    {
        constexpr qint64 moment = 1'795'990'000'999; // 2026-11-29T22:06:40.999Z
        QCOMPARE(base::localMinute(moment), QStringLiteral("2026-11-30 03:36"));
        QCOMPARE(base::localSecond(moment), QStringLiteral("2026-11-30 03:36:40"));
    }

    void leavesTheDateOutOnItsOwnDay()
    {
        constexpr qint64 midnight = 1'795'977'000'000; // 2026-11-30 00:00 there
        QCOMPARE(base::localTimeOfDay(midnight, midnight + 86'399'999), QStringLiteral("00:00:00"));
        QCOMPARE(base::localTimeOfDay(midnight, midnight - 1), QStringLiteral("2026-11-30 00:00:00"));
        QCOMPARE(base::localTimeOfDay(midnight - 1, midnight), QStringLiteral("2026-11-29 23:59:59"));
    }
};

QTEST_GUILESS_MAIN(LocalTimeTest)
#include "tst_localtime.moc"
