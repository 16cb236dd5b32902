// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pprof/profilekit.h"
#include "ui/common/colors.h"
#include "ui/profile/flamecolors.h"
#include "ui/profile/profiletext.h"

using namespace ui;

class TestProfileText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesAndShares();
    void differenceOfARealLeak();
    void shrinkageIsCalledSo();
    void shareIsOfGrowthOrOfWhatMoved();
    void search_data();
    void search();
    void values_data();
    void values();
    void percents_data();
    void percents();
    void shortNames_data();
    void shortNames();
    void tipTellsAll();
    void copiesLikeTop();
    void hostileNamesAreMadeFit();
    void growthAndShrinkageHaveTheirColours();
    void textIsReadableOnEveryColour();
};

void TestProfileText::placesAndShares()
{
    const pprof::SharedContent content = kit::server();
    const pprof::FunctionRow &own = content->rows[static_cast<size_t>(kit::rowOf(*content, "main.readAll"))];
    QCOMPARE(placeText(own), QStringLiteral("app/read.go:31"));
    QCOMPARE(fullPlaceText(own), QStringLiteral("/src/app/read.go:31"));
    QCOMPARE(percentText(content->share(own.cum)), QStringLiteral("60 %"));
}

void TestProfileText::differenceOfARealLeak()
{
    const pprof::SharedContent content = kit::content({kit::decoded(kit::recorded("specimen.after.pb.gz")),
                                                       kit::decoded(kit::recorded("specimen.before.pb.gz")),
                                                       QStringLiteral("inuse_space"), 30});
    const pprof::FunctionRow &guilty = content->rows[static_cast<size_t>(content->guiltyRow)];
    QCOMPARE(placeText(guilty).section(QLatin1Char(':'), 0, 0), QStringLiteral("specimens/read_all.go"));
    QVERIFY(contentDetails(*content, {}).contains(QLatin1StringView("30 uploads")));
    QVERIFY(contentDetails(*content, {}).contains(QLatin1StringView("1 sample per 512 KiB")));
    QCOMPARE(contentTitle(*content), QStringLiteral("Heap in use: after − before"));
}

void TestProfileText::shrinkageIsCalledSo()
{
    support::ProfileWriter before = kit::spaceWriter();
    before.add("main.a", {100});
    support::ProfileWriter after = kit::spaceWriter();
    after.add("main.a", {30});
    const pprof::SharedContent content = kit::change(before, after);
    QCOMPARE(amountText(*content, static_cast<double>(content->net)), QStringLiteral("−70 B"));
    QVERIFY(frameFigures(*content, 1).contains(QStringLiteral("of the shrinkage")));
}

void TestProfileText::shareIsOfGrowthOrOfWhatMoved()
{
    support::ProfileWriter before = kit::spaceWriter();
    before.add("main.a", {100});
    support::ProfileWriter grown = kit::spaceWriter();
    grown.add("main.a", {95});
    grown.add("main.b", {205});
    const pprof::SharedContent growth = kit::change(before, grown);
    QCOMPARE(netText(*growth, growth->net, growth->moved), QStringLiteral("+200 B net of 210 B moved"));

    support::ProfileWriter swapped = kit::spaceWriter();
    swapped.add("main.b", {110});
    const pprof::SharedContent exchange = kit::change(before, swapped);
    QVERIFY(frameFigures(*exchange, 1).contains(QStringLiteral("of what moved")));
}

void TestProfileText::search_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing typed") << QString() << 0 << QString();
    QTest::newRow("only spaces") << QStringLiteral("  ") << 0 << QString();
    QTest::newRow("one function") << QStringLiteral("readall") << 2 << QStringLiteral("2 matches · 60 %");
    QTest::newRow("by file") << QStringLiteral("cache.go") << 1 << QStringLiteral("1 match · 25 %");
    QTest::newRow("everything") << QStringLiteral("root") << 1 << QStringLiteral("1 match · 100 %");
    QTest::newRow("nested calls count once")
        << QStringLiteral("main.") << 3 << QStringLiteral("3 matches · 95 %");
    QTest::newRow("no pattern") << QStringLiteral(".*") << 0 << QStringLiteral("nothing found");
}

void TestProfileText::search()
{
    QFETCH(QString, text);
    QFETCH(int, count);
    const pprof::ProfileSearch search = pprof::searchIn(*kit::server(), text);
    QCOMPARE(search.count, count);
    QTEST(searchText(search), "said");
}

void TestProfileText::values_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("plain");
    QTest::addColumn<QString>("change");
    const QString bytes = QStringLiteral("bytes");
    const QString count = QStringLiteral("count");
    QTest::newRow("grown") << 214'000'000.0 << bytes << QStringLiteral("204 MiB")
                           << QStringLiteral("+204 MiB");
    QTest::newRow("shrunk") << -2048.0 << bytes << QStringLiteral("−2.00 KiB") << QStringLiteral("−2.00 KiB");
    QTest::newRow("unchanged") << 0.0 << bytes << QStringLiteral("0 B") << QStringLiteral("0 B");
    QTest::newRow("goroutines") << 12'000.0 << count << QStringLiteral("12,000") << QStringLiteral("+12,000");
    QTest::newRow("time") << 85e6 << QStringLiteral("nanoseconds") << QStringLiteral("85 ms")
                          << QStringLiteral("+85 ms");
}

void TestProfileText::values()
{
    QFETCH(double, value);
    QFETCH(QString, unit);
    QTEST(valueText(value, unit), "plain");
    QTEST(changeText(value, unit), "change");
}

void TestProfileText::percents_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<QString>("text");
    QTest::newRow("all") << 1.0 << QStringLiteral("100 %");
    QTest::newRow("most") << 0.994 << QStringLiteral("99 %");
    QTest::newRow("little") << 0.0042 << QStringLiteral("0.4 %");
    QTest::newRow("nothing") << 0.0 << QStringLiteral("0 %");
    QTest::newRow("next to nothing, given back") << -0.00001 << QStringLiteral("0 %");
    QTest::newRow("given back") << -0.12 << QStringLiteral("−12 %");
    QTest::newRow("whole number") << 0.05 << QStringLiteral("5 %");
}

void TestProfileText::percents()
{
    QFETCH(double, share);
    QTEST(percentText(share), "text");
}

void TestProfileText::shortNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("Go method") << QStringLiteral("net/http.(*conn).serve")
                               << QStringLiteral("http.(*conn).serve");
    QTest::newRow("no path") << QStringLiteral("main.readAll") << QStringLiteral("main.readAll");
    QTest::newRow("generic") << QStringLiteral("a/b.F[c/d.T]") << QStringLiteral("b.F[c/d.T]");
    QTest::newRow("empty") << QString() << QString();
}

void TestProfileText::shortNames()
{
    QFETCH(QString, name);
    QTEST(shortName(name), "expected");
}

void TestProfileText::tipTellsAll()
{
    const pprof::SharedContent content = kit::content({kit::decoded(kit::recorded("specimen.after.pb.gz")),
                                                       kit::decoded(kit::recorded("specimen.before.pb.gz")),
                                                       QStringLiteral("inuse_space"), 30});
    const QStringList lines
        = frameTip(*content, kit::nodeOf(*content, "main.readAll")).split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0], QStringLiteral("main.readAll"));
    QVERIFY(lines[1].contains(QLatin1StringView("specimens/read_all.go:")));
    for (const char *part : {"MiB with callees", "0 B itself", "of the growth", "MiB per upload"})
        QVERIFY2(lines[2].contains(QLatin1StringView(part)), qPrintable(lines[2]));
    QVERIFY(lines[2].startsWith(QLatin1Char('+')));
    QVERIFY(!frameFigures(*kit::server(), 1).contains(QLatin1StringView("per upload"))); // unknown
}

void TestProfileText::copiesLikeTop()
{
    const pprof::SharedContent content = kit::server();
    const QStringList lines
        = contentAsText(*content, {}, QStringLiteral("heap.pb.gz"), 2).split(QLatin1Char('\n'));
    QCOMPARE(lines[0], QStringLiteral("Heap in use: 1,000 B"));
    QCOMPARE(lines[1], QStringLiteral("heap.pb.gz"));
    QCOMPARE(lines[2].simplified(), QStringLiteral("flat flat% sum% cum cum% function"));
    QCOMPARE(lines[3].simplified(),
             QStringLiteral("600 B 60.0% 60.0% 600 B 60.0% io.ReadAll (io/io.go:638)"));
    QCOMPARE(lines[4].simplified(),
             QStringLiteral("250 B 25.0% 85.0% 250 B 25.0% main.cache (app/cache.go:9)"));
    QCOMPARE(lines[5], QStringLiteral("and 5 more functions"));

    const pprof::ProfileSearch search = pprof::searchIn(*content, QStringLiteral("cache"));
    QCOMPARE(contentAsText(*content, search, {}, 0).count(QLatin1StringView("main.")), 1);
    QCOMPARE(stackAsText(*content, kit::nodeOf(*content, "io.ReadAll")).split(QLatin1Char('\n')),
             (QStringList{QStringLiteral("io.ReadAll (/usr/lib/go/src/io/io.go:638)"),
                          QStringLiteral("main.readAll (/src/app/read.go:31)"), QStringLiteral("http.serve"),
                          QStringLiteral("root")}));
    QCOMPARE(stackAsText(*content, 0), QString());
}

void TestProfileText::hostileNamesAreMadeFit()
{
    support::ProfileWriter writer = kit::spaceWriter();
    writer.add("evil\x1b[2J\nname", {1});
    const pprof::SharedContent content = kit::plain(writer);
    for (const QString &text : {frameName(*content, 1), stackAsText(*content, 1)}) {
        QVERIFY(!text.contains(QLatin1Char('\x1b')));
        QVERIFY(!text.contains(QLatin1Char('\n')));
    }
}

void TestProfileText::growthAndShrinkageHaveTheirColours()
{
    for (const Colors &colors : {lightColors(), darkColors()}) {
        const QColor grown = differenceColor(colors, 1, Emphasis::Strong);
        const QColor shrunk = differenceColor(colors, -1, Emphasis::Strong);
        QVERIFY(grown.red() > grown.blue() + 20); // orange
        QVERIFY(shrunk.blue() > shrunk.red() + 20); // blue
        QCOMPARE(differenceColor(colors, 0, Emphasis::Strong), neutralColor(colors));
        QCOMPARE(differenceColor(colors, 7, Emphasis::Strong), grown); // never beyond
        const auto strength = [&](double ratio, Emphasis emphasis) {
            const QColor c = differenceColor(colors, ratio, emphasis);
            return c.red() - c.blue();
        };
        QVERIFY(strength(0.5, Emphasis::Strong) < strength(1, Emphasis::Strong));
        QVERIFY(strength(1, Emphasis::Faint) < strength(1, Emphasis::Usual));
        QVERIFY(strength(1, Emphasis::Usual) < strength(1, Emphasis::Strong));
    }
}

void TestProfileText::textIsReadableOnEveryColour()
{
    for (const Colors &colors : {lightColors(), darkColors()}) {
        QList<QColor> grounds{neutralColor(colors)};
        for (const Emphasis emphasis : {Emphasis::Faint, Emphasis::Usual, Emphasis::Strong}) {
            for (int tenths = -10; tenths <= 10; ++tenths)
                grounds << differenceColor(colors, tenths / 10.0, emphasis);
        }
        for (const auto origin : {pprof::Origin::Main, pprof::Origin::Dependency, pprof::Origin::Standard})
            grounds << originColor(colors, origin);
        for (const QColor &ground : grounds) {
            QVERIFY2(contrastRatio(colors.text, ground) >= 4.5, qPrintable(ground.name()));
            QVERIFY2(contrastRatio(colors.text, steppedBack(colors, ground)) >= 4.5,
                     qPrintable(ground.name()));
        }
    }
}

QTEST_GUILESS_MAIN(TestProfileText)
#include "tst_profiletext.moc"
