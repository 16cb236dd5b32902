// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pprof/profilekit.h"
#include "ui/profile/flamegeometry.h"

using namespace ui;
using Span = FlameGeometry::Span;

class TestFlameGeometry final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hits_data();
    void hits();
    void neighbours();
    void visitsWhatIsThere();
    void visitsAZoomedPart();
    void narrowFramesComeAsRuns();
    void everyPixelColumnIsHitWhereItIsDrawn();
};

static std::vector<Span> spansOf(const FlameGeometry &geometry, int level, FlameGeometry::Range range,
                                 double pixels)
{
    std::vector<Span> spans;
    geometry.visitLevel(level, range, pixels, [&spans](const Span &span) { spans.push_back(span); });
    return spans;
}

void TestFlameGeometry::hits_data()
{
    QTest::addColumn<int>("level");
    QTest::addColumn<double>("x");
    QTest::addColumn<QString>("function"); // "-": none
    QTest::newRow("root") << 0 << 0.5 << QStringLiteral("all");
    QTest::newRow("only child") << 1 << 0.999 << QStringLiteral("root");
    QTest::newRow("left") << 2 << 0.0 << QStringLiteral("http.serve");
    QTest::newRow("right of a border") << 2 << 0.9501 << QStringLiteral("http.accept");
    QTest::newRow("left of a border") << 2 << 0.9499 << QStringLiteral("http.serve");
    QTest::newRow("third level") << 3 << 0.7 << QStringLiteral("main.cache");
    QTest::newRow("beside a narrower caller") << 3 << 0.97 << QStringLiteral("-");
    QTest::newRow("hole between") << 4 << 0.7 << QStringLiteral("-");
    QTest::newRow("recursion") << 4 << 0.9 << QStringLiteral("main.walk");
    QTest::newRow("above") << -1 << 0.5 << QStringLiteral("-");
    QTest::newRow("below") << 9 << 0.5 << QStringLiteral("-");
}

void TestFlameGeometry::hits()
{
    QFETCH(int, level);
    QFETCH(double, x);
    const pprof::SharedContent content = kit::server();
    const FlameGeometry geometry(content->flame);
    const qint32 node = geometry.nodeAt(level, x);
    const QString name = node < 0 ? QStringLiteral("-")
        : node == 0
        ? QStringLiteral("all")
        : content->profile->functionName(content->flame.nodes[static_cast<size_t>(node)].function);
    QTEST(name, "function");
}

void TestFlameGeometry::neighbours()
{
    const pprof::SharedContent content = kit::server();
    const FlameGeometry geometry(content->flame);
    const qint32 root = kit::nodeOf(*content, "root");
    const qint32 serve = kit::nodeOf(*content, "http.serve");
    const qint32 accept = kit::nodeOf(*content, "http.accept");
    const qint32 readAll = kit::nodeOf(*content, "main.readAll");
    const qint32 cache = kit::nodeOf(*content, "main.cache");
    QCOMPARE(geometry.firstChild(0), root);
    QCOMPARE(geometry.firstChild(root), serve);
    QCOMPARE(geometry.firstChild(serve), readAll); // the widest
    QCOMPARE(geometry.firstChild(cache), -1);
    QCOMPARE(geometry.firstChild(accept), -1);
    QCOMPARE(geometry.nextSibling(serve), accept);
    QCOMPARE(geometry.previousSibling(accept), serve);
    QCOMPARE(geometry.previousSibling(serve), -1);
    QCOMPARE(geometry.nextSibling(accept), -1); // the next one on the list has another caller
    QCOMPARE(geometry.nextSibling(0), -1);
    QCOMPARE(geometry.previousSibling(0), -1);
    QVERIFY(geometry.isWithin(readAll, serve));
    QVERIFY(geometry.isWithin(serve, serve));
    QVERIFY(!geometry.isWithin(serve, readAll));
    QVERIFY(!geometry.isWithin(readAll, accept));
    QCOMPARE(geometry.levels(), 5);
}

void TestFlameGeometry::visitsWhatIsThere()
{
    const pprof::SharedContent content = kit::server();
    const FlameGeometry geometry(content->flame);
    const std::vector<Span> spans = spansOf(geometry, 3, {0, 1}, 1000);
    QCOMPARE(spans.size(), size_t(3));
    QCOMPARE(spans[0].node, kit::nodeOf(*content, "main.readAll"));
    QVERIFY(qAbs(spans[0].width - 600) < 1e-6);
    QVERIFY(qAbs(spans[1].left - 600) < 1e-6);
    QVERIFY(qAbs(spans[2].width - 100) < 1e-6);
    QVERIFY(spansOf(geometry, 5, {0, 1}, 1000).empty());
    QVERIFY(spansOf(geometry, 3, {0, 1}, 0).empty());
}

void TestFlameGeometry::visitsAZoomedPart()
{
    const pprof::SharedContent content = kit::server();
    const FlameGeometry geometry(content->flame);
    const FlameGeometry::Range range = geometry.rangeOf(kit::nodeOf(*content, "main.cache"));
    QCOMPARE(spansOf(geometry, 3, range, 800).size(), size_t(1));
    QVERIFY(qAbs(spansOf(geometry, 3, range, 800)[0].width - 800) < 1e-6);
    const std::vector<Span> callers = spansOf(geometry, 2, range, 800);
    QCOMPARE(callers.size(), size_t(1)); // its caller fills the line and is cut off there
    QVERIFY(qAbs(callers[0].left) < 1e-6);
    QVERIFY(qAbs(callers[0].width - 800) < 1e-6);
    QVERIFY(spansOf(geometry, 4, range, 800).empty());
}

/// 5,000 narrow frames in one level, beside a wide one.
static pprof::SharedContent broad()
{
    support::ProfileWriter writer = kit::spaceWriter();
    writer.add("wide <- root", {5'000});
    for (int i = 0; i < 5'000; ++i)
        writer.add("f" + std::to_string(i) + " <- root", {1});
    return kit::plain(writer);
}

void TestFlameGeometry::narrowFramesComeAsRuns()
{
    const pprof::SharedContent content = broad();
    const FlameGeometry geometry(content->flame);
    const std::vector<Span> spans = spansOf(geometry, 2, {0, 1}, 1000);
    QCOMPARE(spans.front().node, kit::nodeOf(*content, "wide"));
    QVERIFY2(spans.size() >= 2 && spans.size() <= 4, qPrintable(QString::number(spans.size())));
    double reached = 500;
    for (size_t i = 1; i < spans.size(); ++i) {
        QCOMPARE(spans[i].node, -1);
        QVERIFY2(spans[i].left <= reached + 1, qPrintable(QString::number(spans[i].left))); // no hole
        reached = spans[i].left + spans[i].width;
    }
    QVERIFY(reached > 999);
    // Near enough, each one comes by itself.
    const FlameGeometry::Range few{0.75, 100.0 / 10'000};
    const std::vector<Span> near = spansOf(geometry, 2, few, 1000);
    QVERIFY2(near.size() >= 100 && near.size() <= 102, qPrintable(QString::number(near.size())));
    QVERIFY(near[50].node > 0);
}

void TestFlameGeometry::everyPixelColumnIsHitWhereItIsDrawn()
{
    const pprof::SharedContent content = kit::content(
        {kit::decoded(kit::recorded("prometheus.after.pb.gz")), nullptr, QStringLiteral("inuse_space"), 0});
    const FlameGeometry geometry(content->flame);
    QVERIFY(geometry.levels() > 10);
    for (int level = 0; level < geometry.levels(); ++level) {
        for (const Span &span : spansOf(geometry, level, {0, 1}, 1200)) {
            if (span.node >= 0)
                QCOMPARE(geometry.nodeAt(level, (span.left + span.width / 2) / 1200), span.node);
        }
    }
}

QTEST_GUILESS_MAIN(TestFlameGeometry)
#include "tst_flamegeometry.moc"
