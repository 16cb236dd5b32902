// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/timeline.h"

#include <QTest>

using session::Activity;
using session::Band;
using session::Mark;
using session::MarkKind;
using session::Timeline;

class TestTimeline final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bands_data();
    void bands();
    void endWithoutBeginChangesNothing();
    void everyListIsBounded();
    void keysAreTheContract();
};

/// "+1000 -1500": an upload begins at 1000, one ends at 1500. Bands print as "1000-1500 x1", open ones as
/// "1000-… x1".
static Timeline timelineFrom(const QString &script)
{
    Timeline timeline;
    const QStringList steps = script.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &step : steps) {
        const qint64 time = QStringView(step).mid(1).toLongLong();
        step.startsWith(QLatin1Char('+')) ? timeline.uploadBegan(time) : timeline.uploadEnded(time);
    }
    return timeline;
}

static QString printed(const QList<Band> &bands)
{
    QStringList texts;
    for (const Band &band : bands) {
        const QString end = band.toMs ? QString::number(band.toMs) : QStringLiteral("…");
        texts << QStringLiteral("%1-%2 x%3").arg(band.fromMs).arg(end).arg(band.uploads);
    }
    return texts.join(QStringLiteral(", "));
}

void TestTimeline::bands_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("expected");

    QTest::newRow("none") << QString() << QString();
    QTest::newRow("one") << QStringLiteral("+1000 -1500") << QStringLiteral("1000-1500 x1");
    QTest::newRow("open") << QStringLiteral("+1000") << QStringLiteral("1000-… x1");
    QTest::newRow("overlapping") << QStringLiteral("+1000 +1200 -1500 -2500")
                                 << QStringLiteral("1000-2500 x2");
    QTest::newRow("still one running") << QStringLiteral("+1000 +1200 -1500") << QStringLiteral("1000-… x2");
    QTest::newRow("999 ms apart") << QStringLiteral("+1000 -1500 +2499 -3000")
                                  << QStringLiteral("1000-3000 x2");
    QTest::newRow("1 s apart") << QStringLiteral("+1000 -1500 +2500 -3000")
                               << QStringLiteral("1000-1500 x1, 2500-3000 x1");
    QTest::newRow("joined and open again")
        << QStringLiteral("+1000 -1500 +1600") << QStringLiteral("1000-… x2");
    QTest::newRow("instant") << QStringLiteral("+1000 -1000") << QStringLiteral("1000-1000 x1");
    QTest::newRow("clock set back while running")
        << QStringLiteral("+9000 -4000") << QStringLiteral("9000-9000 x1");
    QTest::newRow("clock set back between")
        << QStringLiteral("+9000 -9500 +4000 -9800") << QStringLiteral("9000-9800 x2");
}

void TestTimeline::bands()
{
    QFETCH(QString, script);
    QFETCH(QString, expected);
    QCOMPARE(printed(timelineFrom(script).bands()), expected);
}

void TestTimeline::endWithoutBeginChangesNothing()
{
    QCOMPARE(printed(timelineFrom(QStringLiteral("-500 +1000 -1500 -1600 +5000")).bands()),
             QStringLiteral("1000-1500 x1, 5000-… x1"));
}

void TestTimeline::everyListIsBounded()
{
    constexpr qint64 bound = 10'000;
    Timeline timeline;
    for (qint64 i = 1; i <= bound + 5; ++i) {
        timeline.addMark({i, MarkKind::Note, {}});
        timeline.addActivity({i, 1.0, 1});
        timeline.uploadBegan(i * 5'000);
        timeline.uploadEnded(i * 5'000 + 100);
    }
    QCOMPARE(timeline.marks().size(), bound);
    QCOMPARE(timeline.activity().size(), bound);
    QCOMPARE(timeline.bands().size(), bound);
    QCOMPARE(timeline.marks().constFirst().timeMs, 6);
    QCOMPARE(timeline.activity().constLast().timeMs, bound + 5);
    QCOMPARE(timeline.bands().constFirst().fromMs, 6 * 5'000);
}

void TestTimeline::keysAreTheContract()
{
    QCOMPARE(session::toKey(MarkKind::Note), QStringLiteral("note"));
    QCOMPARE(session::toKey(MarkKind::Connected), QStringLiteral("connected"));
    QCOMPARE(session::toKey(MarkKind::Restarted), QStringLiteral("restarted"));
    QCOMPARE(session::toKey(MarkKind::Lost), QStringLiteral("lost"));
    QCOMPARE(session::toKey(MarkKind::Recovered), QStringLiteral("recovered"));
    QCOMPARE(session::toKey(MarkKind::ExperimentBegan), QStringLiteral("experimentBegan"));
    QCOMPARE(session::toKey(MarkKind::ExperimentEnded), QStringLiteral("experimentEnded"));
}

QTEST_APPLESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
