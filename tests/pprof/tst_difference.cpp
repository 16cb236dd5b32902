// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pprof/decode.h"
#include "core/pprof/difference.h"
#include "core/pprof/totals.h"
#include "tests/pprof/profilewriter.h"

#include <QTest>

class TestDifference final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byFunctionFileAndLine();
    void idsMeanNothing();
    void inliningMeansNothing();
    void totalsKeepWhatShrank();
    void refusesOtherThings_data();
    void refusesOtherThings();
    void stacksInOrder();
    void totals_data();
    void totals();
};

static pprof::Profile decoded(const support::ProfileWriter &writer)
{
    auto profile = pprof::decode(writer.plain());
    if (!profile)
        qFatal("%s", qPrintable(profile.error().message));
    return std::move(profile).value();
}

static QStringList text(const pprof::Profile &profile)
{
    QStringList lines;
    for (qsizetype i = 0; i < profile.sampleCount(); ++i) {
        QStringList stack;
        profile.forEachFrame(i, [&](const pprof::Frame &frame) {
            stack << QString(profile.functionName(frame.function) + QLatin1Char(':')
                             + QString::number(frame.line));
        });
        lines << QStringLiteral("%1 = %2/%3 of %4")
                     .arg(stack.join(QLatin1Char(' ')))
                     .arg(profile.value(i, 0))
                     .arg(profile.value(i, 1))
                     .arg(profile.blockBytes[static_cast<size_t>(i)]);
    }
    lines.sort();
    return lines;
}

void TestDifference::byFunctionFileAndLine()
{
    support::ProfileWriter before;
    before.add("f@f.go:1 <- main@m.go:1", {4, 400}, 100);
    before.add("f@f.go:2 <- main@m.go:1", {1, 100}, 100);
    before.add("same@s.go:2 <- main@m.go:1", {7, 700}, 100);
    support::ProfileWriter after;
    after.add("same@s.go:2 <- main@m.go:1", {7, 700}, 100);
    after.add("f@f.go:1 <- main@m.go:1", {6, 600}, 100);
    after.add("f@f.go:1 <- main@m.go:1", {1, 200}, 200);
    after.add("f@other.go:1 <- main@m.go:1", {1, 10}, 10);
    after.period = 1;
    const auto change = pprof::difference(decoded(after), decoded(before));
    QVERIFY(change);
    QCOMPARE(
        text(change->delta),
        (QStringList{QStringLiteral("f:1 main:1 = 1/10 of 10"), QStringLiteral("f:1 main:1 = 1/200 of 200"),
                     QStringLiteral("f:1 main:1 = 2/200 of 100"),
                     QStringLiteral("f:2 main:1 = -1/-100 of 100")}));
    QCOMPARE(change->before, (std::vector<qint64>{12, 1200}));
    QCOMPARE(change->after, (std::vector<qint64>{15, 1510}));
    QVERIFY(!change->samePeriod);
    QCOMPARE(change->delta.period, 512 * 1024);
}

void TestDifference::idsMeanNothing()
{
    support::ProfileWriter before;
    before.add("a@a.go:1 <- main@m.go:1", {1, 10});
    before.add("b@b.go:1 <- main@m.go:1", {2, 20});
    support::ProfileWriter after;
    after.idStep = 5;
    after.add("z@z.go:1 <- b@b.go:9 <- main@m.go:1", {1, 1});
    after.add("b@b.go:1 <- main@m.go:1", {2, 20});
    after.add("a@a.go:1 <- main@m.go:1", {1, 10});
    const auto change = pprof::difference(decoded(after), decoded(before));
    QVERIFY(change);
    QCOMPARE(text(change->delta), QStringList{QStringLiteral("z:1 b:9 main:1 = 1/1 of 0")});
}

void TestDifference::inliningMeansNothing()
{
    support::ProfileWriter before;
    before.add("a@a.go:1 + b@b.go:1 <- main@m.go:1", {1, 10});
    support::ProfileWriter after;
    after.add("a@a.go:1 <- b@b.go:1 + main@m.go:1", {1, 10});
    const auto change = pprof::difference(decoded(after), decoded(before));
    QVERIFY(change);
    QCOMPARE(change->delta.sampleCount(), 0);
}

void TestDifference::totalsKeepWhatShrank()
{
    support::ProfileWriter before;
    before.add("old@o.go:1 <- main@m.go:1", {5, 500});
    support::ProfileWriter after;
    after.add("new@n.go:1 <- main@m.go:1", {2, 300});
    const auto change = pprof::difference(decoded(after), decoded(before));
    QVERIFY(change);
    QCOMPARE(change->delta.total(1), -200);
    const auto rows = pprof::totals(change->delta, 1, pprof::Granularity::Function);
    QCOMPARE(rows.size(), size_t(3));
    QCOMPARE(rows[0].flat, -500);
    QCOMPARE(rows[2].flat, 0);
    QCOMPARE(rows[2].cum, -200);
}

void TestDifference::refusesOtherThings_data()
{
    QTest::addColumn<QStringList>("types");
    QTest::addColumn<QString>("periodType");
    QTest::newRow("other types") << QStringList{QStringLiteral("a/count"),
                                                QStringLiteral("inuse_space/bytes")}
                                 << QStringLiteral("space/bytes");
    QTest::newRow("another unit") << QStringList{QStringLiteral("inuse_objects/count"),
                                                 QStringLiteral("inuse_space/KiB")}
                                  << QStringLiteral("space/bytes");
    QTest::newRow("fewer types") << QStringList{QStringLiteral("inuse_objects/count")}
                                 << QStringLiteral("space/bytes");
    QTest::newRow("another period") << QStringList{QStringLiteral("inuse_objects/count"),
                                                   QStringLiteral("inuse_space/bytes")}
                                    << QStringLiteral("cpu/nanoseconds");
}

void TestDifference::refusesOtherThings()
{
    QFETCH(const QStringList, types);
    QFETCH(const QString, periodType);
    support::ProfileWriter before;
    before.add("a", {1, 1});
    std::vector<std::string> names;
    for (const QString &type : types)
        names.push_back(type.toStdString());
    support::ProfileWriter after(names);
    after.periodType = periodType.toStdString();
    after.add("a", std::vector<qint64>(names.size(), 1));
    const auto change = pprof::difference(decoded(after), decoded(before));
    QVERIFY(!change);
    QCOMPARE(change.error().kind, base::ErrorKind::Malformed);
}

void TestDifference::stacksInOrder()
{
    support::ProfileWriter writer;
    writer.add("a <- m", {1, 10}, 10);
    writer.add("b <- m", {1, -90}, 10);
    writer.add("a <- m", {1, 40}, 40);
    const auto stacks = pprof::byStack(decoded(writer), 1);
    QCOMPARE(stacks.sampleCount(), 2);
    QCOMPARE(stacks.value(0, 1), -90);
    QCOMPARE(stacks.value(1, 1), 50);
    QCOMPARE(stacks.value(1, 0), 2);
    QCOMPARE(stacks.functionName(stacks.framesOf(stacks.stack(1)[0])[0].function), QStringLiteral("a"));
}

void TestDifference::totals_data()
{
    QTest::addColumn<QString>("stack");
    QTest::addColumn<QStringList>("functions");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("recursion counts once")
        << QStringLiteral("f@f.go:2 <- f@f.go:1 <- f@f.go:1 <- main@m.go:1")
        << QStringList{QStringLiteral("f 10/10"), QStringLiteral("main 0/10")}
        << QStringList{QStringLiteral("f:2 10/10"), QStringLiteral("f:1 0/10"),
                       QStringLiteral("main:1 0/10")};
    QTest::newRow("an inlined leaf is the leaf")
        << QStringLiteral("g@g.go:5 + f@f.go:2 <- main@m.go:1")
        << QStringList{QStringLiteral("g 10/10"), QStringLiteral("f 0/10"), QStringLiteral("main 0/10")}
        << QStringList{QStringLiteral("g:5 10/10"), QStringLiteral("f:2 0/10"),
                       QStringLiteral("main:1 0/10")};
    QTest::newRow("one name in two files")
        << QStringLiteral("f@a.go:1 <- f@b.go:1") << QStringList{QStringLiteral("f 10/10")}
        << QStringList{QStringLiteral("f:1 10/10"), QStringLiteral("f:1 0/10")};
}

void TestDifference::totals()
{
    QFETCH(const QString, stack);
    QFETCH(const QStringList, functions);
    QFETCH(const QStringList, lines);
    support::ProfileWriter writer;
    writer.add(stack.toStdString(), {1, 10});
    const auto profile = decoded(writer);
    const auto rows = [&](pprof::Granularity granularity) {
        QStringList list;
        for (const pprof::Total &total : pprof::totals(profile, 1, granularity)) {
            const QString line = total.line == 0 ? QString() : QStringLiteral(":%1").arg(total.line);
            list << QStringLiteral("%1%2 %3/%4")
                        .arg(profile.functionName(total.function), line)
                        .arg(total.flat)
                        .arg(total.cum);
        }
        return list;
    };
    QCOMPARE(rows(pprof::Granularity::Function), functions);
    QCOMPARE(rows(pprof::Granularity::Line), lines);
}

QTEST_GUILESS_MAIN(TestDifference)
#include "tst_difference.moc"
