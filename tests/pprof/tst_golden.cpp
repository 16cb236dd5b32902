// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pprof/decode.h"
#include "core/pprof/difference.h"
#include "core/pprof/totals.h"
#include "tests/pprof/gopprof.h"
#include "tests/pprof/profilewriter.h"
#include "tests/support/rawhttp.h"
#include "tests/support/specimenserver.h"

#include <QTest>

using support::TopRow;

/// Every row, in order, to the byte, against the program that everybody uses.
class TestGolden final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void top_data();
    void top();
    void diff_data();
    void diff();
    void noGrowth();
    void liveSpecimen();
    void oddProducers_data();
    void oddProducers();
};

static QString path(const QString &name)
{
    return QStringLiteral(PPROF_DATA "/") + name;
}

static std::vector<TopRow> rows(const pprof::Profile &profile, int type, pprof::Order order)
{
    std::vector<TopRow> result;
    for (const pprof::Total &total : pprof::totals(profile, type, pprof::Granularity::Function, order))
        result.push_back({profile.functionName(total.function), total.flat, total.cum});
    return result;
}

static void compare(const std::vector<TopRow> &ours, const std::vector<TopRow> &theirs)
{
    for (size_t i = 0; i < std::min(ours.size(), theirs.size()); ++i) {
        QCOMPARE(ours[i].name, theirs[i].name);
        QCOMPARE(ours[i].flat, theirs[i].flat);
        QCOMPARE(ours[i].cum, theirs[i].cum);
    }
    QCOMPARE(ours.size(), theirs.size());
    QVERIFY(!ours.empty());
}

static QStringList options(const QString &sample, const QString &unit, pprof::Order order)
{
    QStringList list{QStringLiteral("-sample_index=") + sample, QStringLiteral("-unit=") + unit};
    if (order == pprof::Order::Cum)
        list << QStringLiteral("-cum");
    return list;
}

void TestGolden::top_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("sample");
    QTest::addColumn<QString>("unit");
    const QStringList heaps{QStringLiteral("registry.before"),    QStringLiteral("registry.after"),
                            QStringLiteral("prometheus.before"),  QStringLiteral("prometheus.after"),
                            QStringLiteral("pushgateway.before"), QStringLiteral("pushgateway.after"),
                            QStringLiteral("specimen.before"),    QStringLiteral("specimen.after")};
    for (const QString &heap : heaps) {
        for (const QString &sample : {QStringLiteral("inuse_space"), QStringLiteral("inuse_objects"),
                                      QStringLiteral("alloc_space"), QStringLiteral("alloc_objects")}) {
            const QString unit
                = sample.endsWith(QLatin1StringView("space")) ? QStringLiteral("B") : QStringLiteral("count");
            QTest::addRow("%s %s", qPrintable(heap), qPrintable(sample))
                << QString(heap + QStringLiteral(".pb.gz")) << sample << unit;
        }
    }
    for (const char *name : {"registry.goroutine", "prometheus.goroutine"})
        QTest::addRow("%s", name) << QString(QString::fromLatin1(name) + QStringLiteral(".pb.gz"))
                                  << QStringLiteral("goroutine") << QStringLiteral("count");
    QTest::addRow("prometheus.allocs")
        << QStringLiteral("prometheus.allocs.pb.gz") << QStringLiteral("alloc_space") << QStringLiteral("B");
}

void TestGolden::top()
{
    QFETCH(const QString, file);
    QFETCH(const QString, sample);
    QFETCH(const QString, unit);
    const auto profile = pprof::decode(support::recordedProfile(file));
    QVERIFY2(profile, profile ? "" : qPrintable(profile.error().message));
    const auto type = profile->typeIndex(sample);
    QVERIFY(type);
    for (const pprof::Order order : {pprof::Order::Flat, pprof::Order::Cum}) {
        const auto theirs = support::goTop(options(sample, unit, order), path(file));
        QVERIFY(theirs);
        compare(rows(*profile, *type, order), *theirs);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestGolden::diff_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("sample");
    QTest::addColumn<QString>("unit");
    for (const char *server : {"registry", "prometheus", "pushgateway", "specimen"}) {
        // The registry keeps nothing between the two: see noGrowth().
        const QString kind
            = qstrcmp(server, "registry") == 0 ? QStringLiteral("alloc_") : QStringLiteral("inuse_");
        QTest::addRow("%s space", server)
            << QString::fromLatin1(server) << QString(kind + QStringLiteral("space")) << QStringLiteral("B");
        QTest::addRow("%s objects", server)
            << QString::fromLatin1(server) << QString(kind + QStringLiteral("objects"))
            << QStringLiteral("count");
    }
}

void TestGolden::noGrowth()
{
    const auto before = pprof::decode(support::recordedProfile(QStringLiteral("registry.before.pb.gz")));
    const auto after = pprof::decode(support::recordedProfile(QStringLiteral("registry.after.pb.gz")));
    QVERIFY(before && after);
    const auto change = pprof::difference(*after, *before);
    QVERIFY(change);
    const int type = change->delta.typeIndex(QStringLiteral("inuse_space")).value_or(-1);
    QVERIFY(after->total(type) > 0);
    QVERIFY(rows(change->delta, type, pprof::Order::Flat).empty());
}

void TestGolden::diff()
{
    QFETCH(const QString, server);
    QFETCH(const QString, sample);
    QFETCH(const QString, unit);
    const QString beforeFile = server + QStringLiteral(".before.pb.gz");
    const QString afterFile = server + QStringLiteral(".after.pb.gz");
    const auto before = pprof::decode(support::recordedProfile(beforeFile));
    const auto after = pprof::decode(support::recordedProfile(afterFile));
    QVERIFY(before && after);
    const auto change = pprof::difference(*after, *before);
    QVERIFY(change);
    const int type = change->delta.typeIndex(sample).value_or(-1);
    QVERIFY(type >= 0);
    QCOMPARE(change->delta.total(type), after->total(type) - before->total(type));
    for (const pprof::Order order : {pprof::Order::Flat, pprof::Order::Cum}) {
        const auto theirs = support::goTop(options(sample, unit, order)
                                               << QString(QStringLiteral("-diff_base=") + path(beforeFile)),
                                           path(afterFile));
        QVERIFY(theirs);
        compare(rows(change->delta, type, order), *theirs);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestGolden::liveSpecimen()
{
    support::SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const QUrl heap = server.url(QStringLiteral("/debug/pprof/heap?gc=1"));
    QTemporaryDir folder;
    for (const char *moment : {"before", "after"}) {
        QFile file(folder.filePath(QString::fromLatin1(moment)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray body = support::get(heap).body;
        QVERIFY(!body.isEmpty());
        file.write(body);
        for (int i = 0; i < 20 && qstrcmp(moment, "before") == 0; ++i)
            QCOMPARE(
                support::postFile(server.uploadUrl(QStringLiteral("read-all"), QStringLiteral("leaking")),
                                  "f.bin", QByteArray(1 << 20, 'x'))
                    .status,
                201);
    }
    const auto read = [&](const char *moment) {
        QFile file(folder.filePath(QString::fromLatin1(moment)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const auto before = pprof::decode(read("before"));
    const auto after = pprof::decode(read("after"));
    QVERIFY(before && after);
    const auto change = pprof::difference(*after, *before);
    QVERIFY(change);
    const int type = change->delta.typeIndex(QStringLiteral("inuse_space")).value_or(-1);
    QVERIFY(type >= 0);
    QVERIFY(change->delta.total(type) > 10 << 20);
    const auto theirs = support::goTop(
        options(QStringLiteral("inuse_space"), QStringLiteral("B"), pprof::Order::Flat)
            << QString(QStringLiteral("-diff_base=") + folder.filePath(QStringLiteral("before"))),
        folder.filePath(QStringLiteral("after")));
    QVERIFY(theirs);
    compare(rows(change->delta, type, pprof::Order::Flat), *theirs);
}

void TestGolden::oddProducers_data()
{
    QTest::addColumn<QByteArray>("profile");
    const auto make = [](auto change) {
        support::ProfileWriter writer;
        change(writer);
        writer.add("malloc@/a/malloc.cc:10 <- std::vector<int>::push_back(int const&)@/v.h:4 + "
                   "app::run(int)@/r.cc:7 <- main@/m.cc:1",
                   {3, 300}, 100);
        writer.add("malloc@/a/malloc.cc:11 <- app::run(int)@/r.cc:9 <- app::run(int)@/r.cc:8 <- main@/m.cc:1",
                   {1, 50});
        writer.add(" <- main@/m.cc:2", {2, 20});
        writer.add("", {5, -7});
        return writer.plain();
    };
    QTest::newRow("packed") << make([](auto &) {});
    QTest::newRow("unpacked") << make([](auto &writer) { writer.packed = false; });
    QTest::newRow("sparse ids") << make([](auto &writer) { writer.idStep = 1'000'000'007; });
    QTest::newRow("dropped frames") << make([](auto &writer) { writer.dropFrames = "malloc|std::.*"; });
    QTest::newRow("dropped and kept") << make([](auto &writer) {
        writer.dropFrames = "malloc|std::.*|app::.*";
        writer.keepFrames = "app::run";
    });
    QTest::newRow("everything dropped") << make([](auto &writer) { writer.dropFrames = ".*"; });
}

void TestGolden::oddProducers()
{
    QFETCH(const QByteArray, profile);
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("p")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(profile) == profile.size() && file.flush());
    const auto decoded = pprof::decode(profile);
    QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().message));
    for (const pprof::Order order : {pprof::Order::Flat, pprof::Order::Cum}) {
        const auto theirs = support::goTop(options(QStringLiteral("inuse_space"), QStringLiteral("B"), order),
                                           file.fileName());
        QVERIFY(theirs);
        compare(rows(*decoded, 1, order), *theirs);
        if (QTest::currentTestFailed())
            return;
    }
}

QTEST_GUILESS_MAIN(TestGolden)
#include "tst_golden.moc"
