// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/profile/profilekit.h"
#include "ui/common/colors.h"
#include "ui/profile/flamecolors.h"
#include "ui/profile/profiletext.h"

using namespace ui;

class TestProfileContent final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainProfile();
    void differenceOfARealLeak();
    void guiltyStacksAreThoseThroughTheFunction();
    void nothingIsNamedWhenNothingGrew();
    void shareIsOfGrowthOrOfWhatMoved();
    void typeIsKeptOrFallsBack();
    void refuses_data();
    void refuses();
    void search_data();
    void search();
    void recursionCountsOnce();
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

void TestProfileContent::plainProfile()
{
    const SharedContent content = kit::server();
    QCOMPARE(content->net, 1000);
    QCOMPARE(content->moved, 1000);
    QVERIFY(!content->isDifference);
    QVERIFY(content->isGuilty.empty());
    QCOMPARE(content->guiltyRow, -1);
    QCOMPARE(content->rows.front().function, QStringLiteral("root")); // most with callees comes first
    const FunctionRow &own = content->rows[static_cast<size_t>(kit::rowOf(*content, "main.readAll"))];
    QCOMPARE(own.flat, 0);
    QCOMPARE(own.cum, 600);
    QCOMPARE(own.line, 31);
    QCOMPARE(own.origin, pprof::Origin::Main);
    QCOMPARE(placeText(own), QStringLiteral("app/read.go:31"));
    QCOMPARE(fullPlaceText(own), QStringLiteral("/src/app/read.go:31"));
    QCOMPARE(percentText(content->share(own.cum)), QStringLiteral("60 %"));
}

void TestProfileContent::differenceOfARealLeak()
{
    const SharedContent content = kit::content({kit::decoded(kit::recorded("specimen.after.pb.gz")),
                                                kit::decoded(kit::recorded("specimen.before.pb.gz")),
                                                QStringLiteral("inuse_space"), 30});
    QVERIFY(content->isDifference);
    QVERIFY(content->guiltyRow >= 0);
    const FunctionRow &guilty = content->rows[static_cast<size_t>(content->guiltyRow)];
    QCOMPARE(guilty.function, QStringLiteral("main.readAll"));
    QCOMPARE(placeText(guilty).section(QLatin1Char(':'), 0, 0), QStringLiteral("specimens/read_all.go"));
    QVERIFY(content->share(guilty.cum) > 0.8);
    const double perUpload = static_cast<double>(guilty.cum) / content->uploads;
    QVERIFY2(perUpload > 0.8 * 1024 * 1024 && perUpload < 1.6 * 1024 * 1024,
             qPrintable(QString::number(perUpload)));
    QVERIFY(contentDetails(*content, {}).contains(QLatin1StringView("30 uploads")));
    QVERIFY(contentDetails(*content, {}).contains(QLatin1StringView("1 sample per 512 KiB")));
    QCOMPARE(contentTitle(*content), QStringLiteral("Heap in use: after − before"));
}

void TestProfileContent::guiltyStacksAreThoseThroughTheFunction()
{
    support::ProfileWriter before = kit::spaceWriter();
    before.add("lib.a@/m/lib/a.go:1 <- main.serve@/src/app/main.go:5", {10});
    before.add("lib.gone@/m/lib/a.go:2 <- main.serve@/src/app/main.go:6", {40});
    support::ProfileWriter after = kit::spaceWriter();
    after.add("lib.a@/m/lib/a.go:1 <- main.serve@/src/app/main.go:5", {10});
    after.add("io.ReadAll@/usr/lib/go/src/io/io.go:638 <- main.readAll@/src/app/read.go:31 <- "
              "net/http.serve@/usr/lib/go/src/net/http/server.go:9 <- "
              "runtime.goexit@/usr/lib/go/src/runtime/asm.go:1",
              {900});
    const SharedContent content = kit::change(before, after);
    const auto isGuilty = [&](const char *function) {
        return bool(content->isGuilty[static_cast<size_t>(kit::nodeOf(*content, function))]);
    };
    QVERIFY(isGuilty("main.readAll"));
    QVERIFY(isGuilty("io.ReadAll"));
    QVERIFY(!isGuilty("net/http.serve"));
    QVERIFY(!isGuilty("lib.gone"));
    QCOMPARE(kit::nodeOf(*content, "lib.a"), -1); // it did not change
}

void TestProfileContent::nothingIsNamedWhenNothingGrew()
{
    support::ProfileWriter before = kit::spaceWriter();
    before.add("main.a", {100});
    support::ProfileWriter after = kit::spaceWriter();
    after.add("main.a", {30});
    const SharedContent content = kit::change(before, after);
    QCOMPARE(content->net, -70);
    QCOMPARE(content->moved, 70);
    QVERIFY(content->isGuilty.empty());
    QCOMPARE(amountText(*content, static_cast<double>(content->net)), QStringLiteral("−70 B"));
    QVERIFY(frameFigures(*content, 1).contains(QStringLiteral("of the shrinkage")));
}

void TestProfileContent::shareIsOfGrowthOrOfWhatMoved()
{
    support::ProfileWriter before = kit::spaceWriter();
    before.add("main.a", {100});
    support::ProfileWriter grown = kit::spaceWriter();
    grown.add("main.a", {95});
    grown.add("main.b", {205});
    const SharedContent growth = kit::change(before, grown);
    QCOMPARE(growth->net, 200);
    QCOMPARE(growth->moved, 210);
    QCOMPARE(growth->whole(), 200);
    QCOMPARE(netText(*growth, growth->net, growth->moved), QStringLiteral("+200 B net of 210 B moved"));

    support::ProfileWriter swapped = kit::spaceWriter();
    swapped.add("main.b", {110});
    const SharedContent exchange = kit::change(before, swapped);
    QCOMPARE(exchange->net, 10);
    QCOMPARE(exchange->whole(), 210);
    QVERIFY(frameFigures(*exchange, 1).contains(QStringLiteral("of what moved")));
}

void TestProfileContent::typeIsKeptOrFallsBack()
{
    const auto profile = kit::decoded(kit::recorded("registry.after.pb.gz"));
    QCOMPARE(kit::content({profile, nullptr, QStringLiteral("inuse_objects"), 0})->valueType.type,
             QStringLiteral("inuse_objects"));
    QCOMPARE(kit::content({profile, nullptr, QStringLiteral("goroutine"), 0})->valueType.type,
             QStringLiteral("inuse_space"));
}

void TestProfileContent::refuses_data()
{
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<base::ErrorKind>("kind");
    const QByteArray heap = kit::recorded("registry.after.pb.gz");
    const QByteArray goroutines = kit::recorded("registry.goroutine.pb.gz");
    QTest::newRow("nothing is counted") << support::ProfileWriter(std::vector<std::string>()).plain()
                                        << QByteArray() << base::ErrorKind::NotFound;
    QTest::newRow("heap against goroutines") << heap << goroutines << base::ErrorKind::Malformed;
}

void TestProfileContent::refuses()
{
    QFETCH(QByteArray, after);
    QFETCH(QByteArray, before);
    QFETCH(base::ErrorKind, kind);
    const auto result
        = makeContent({kit::decoded(after), before.isEmpty() ? nullptr : kit::decoded(before), {}, 0});
    QVERIFY(!result);
    QCOMPARE(result.error().kind, kind);
}

void TestProfileContent::search_data()
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

void TestProfileContent::search()
{
    QFETCH(QString, text);
    QFETCH(int, count);
    const ProfileSearch search = searchIn(*kit::server(), text);
    QCOMPARE(search.count, count);
    QTEST(searchText(search), "said");
}

void TestProfileContent::recursionCountsOnce()
{
    const ProfileSearch search = searchIn(*kit::server(), QStringLiteral("walk"));
    QCOMPARE(search.count, 1);
    QCOMPARE(search.share, 0.1);
}

void TestProfileContent::values_data()
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

void TestProfileContent::values()
{
    QFETCH(double, value);
    QFETCH(QString, unit);
    QTEST(valueText(value, unit), "plain");
    QTEST(changeText(value, unit), "change");
}

void TestProfileContent::percents_data()
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

void TestProfileContent::percents()
{
    QFETCH(double, share);
    QTEST(percentText(share), "text");
}

void TestProfileContent::shortNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("Go method") << QStringLiteral("net/http.(*conn).serve")
                               << QStringLiteral("http.(*conn).serve");
    QTest::newRow("no path") << QStringLiteral("main.readAll") << QStringLiteral("main.readAll");
    QTest::newRow("generic") << QStringLiteral("a/b.F[c/d.T]") << QStringLiteral("b.F[c/d.T]");
    QTest::newRow("empty") << QString() << QString();
}

void TestProfileContent::shortNames()
{
    QFETCH(QString, name);
    QTEST(shortName(name), "expected");
}

void TestProfileContent::tipTellsAll()
{
    const SharedContent content = kit::content({kit::decoded(kit::recorded("specimen.after.pb.gz")),
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

void TestProfileContent::copiesLikeTop()
{
    const SharedContent content = kit::server();
    const QStringList lines
        = contentAsText(*content, {}, QStringLiteral("heap.pb.gz"), 2).split(QLatin1Char('\n'));
    QCOMPARE(lines[0], QStringLiteral("Heap in use: 1000 B"));
    QCOMPARE(lines[1], QStringLiteral("heap.pb.gz"));
    QCOMPARE(lines[2].simplified(), QStringLiteral("flat flat% sum% cum cum% function"));
    QCOMPARE(lines[3].simplified(), QStringLiteral("600 B 60 % 60 % 600 B 60 % io.ReadAll (io/io.go:638)"));
    QCOMPARE(lines[4].simplified(), QStringLiteral("250 B 25 % 85 % 250 B 25 % main.cache (app/cache.go:9)"));
    QCOMPARE(lines[5], QStringLiteral("and 5 more functions"));

    const ProfileSearch search = searchIn(*content, QStringLiteral("cache"));
    QCOMPARE(contentAsText(*content, search, {}, 0).count(QLatin1StringView("main.")), 1);
    QCOMPARE(stackAsText(*content, kit::nodeOf(*content, "io.ReadAll")).split(QLatin1Char('\n')),
             (QStringList{QStringLiteral("io.ReadAll (/usr/lib/go/src/io/io.go:638)"),
                          QStringLiteral("main.readAll (/src/app/read.go:31)"), QStringLiteral("http.serve"),
                          QStringLiteral("root")}));
    QCOMPARE(stackAsText(*content, 0), QString());
}

void TestProfileContent::hostileNamesAreMadeFit()
{
    support::ProfileWriter writer = kit::spaceWriter();
    writer.add("evil\x1b[2J\nname", {1});
    const SharedContent content = kit::plain(writer);
    for (const QString &text : {frameName(*content, 1), stackAsText(*content, 1)}) {
        QVERIFY(!text.contains(QLatin1Char('\x1b')));
        QVERIFY(!text.contains(QLatin1Char('\n')));
    }
}

void TestProfileContent::growthAndShrinkageHaveTheirColours()
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

void TestProfileContent::textIsReadableOnEveryColour()
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

QTEST_GUILESS_MAIN(TestProfileContent)
#include "tst_profilecontent.moc"
