// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pprof/profilesearch.h"
#include "tests/pprof/profilekit.h"

using namespace pprof;

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
    QCOMPARE(own.file, QStringLiteral("/src/app/read.go"));
    QCOMPARE(own.line, 31);
    QCOMPARE(own.origin, Origin::Main);
    QCOMPARE(content->share(own.cum), 0.6);
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
    QVERIFY(guilty.file.endsWith(QStringLiteral("specimens/read_all.go")));
    QVERIFY(content->share(guilty.cum) > 0.8);
    const double perUpload = static_cast<double>(guilty.cum) / content->uploads;
    QVERIFY2(perUpload > 0.8 * 1024 * 1024 && perUpload < 1.6 * 1024 * 1024,
             qPrintable(QString::number(perUpload)));
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

    support::ProfileWriter swapped = kit::spaceWriter();
    swapped.add("main.b", {110});
    const SharedContent exchange = kit::change(before, swapped);
    QCOMPARE(exchange->net, 10);
    QCOMPARE(exchange->whole(), 210);
}

void TestProfileContent::search_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("share");
    QTest::newRow("nothing typed") << QString() << 0 << 0.0;
    QTest::newRow("only spaces") << QStringLiteral("  ") << 0 << 0.0;
    QTest::newRow("one function") << QStringLiteral("readall") << 2 << 0.6;
    QTest::newRow("by file") << QStringLiteral("cache.go") << 1 << 0.25;
    QTest::newRow("everything") << QStringLiteral("root") << 1 << 1.0;
    QTest::newRow("nested calls count once") << QStringLiteral("main.") << 3 << 0.95;
    QTest::newRow("no pattern") << QStringLiteral(".*") << 0 << 0.0;
}

void TestProfileContent::search()
{
    QFETCH(QString, text);
    const ProfileSearch search = searchIn(*kit::server(), text);
    QTEST(search.count, "count");
    QTEST(search.share, "share");
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

void TestProfileContent::recursionCountsOnce()
{
    const ProfileSearch search = searchIn(*kit::server(), QStringLiteral("walk"));
    QCOMPARE(search.count, 1);
    QCOMPARE(search.share, 0.1);
}

QTEST_GUILESS_MAIN(TestProfileContent)
#include "tst_profilecontent.moc"
