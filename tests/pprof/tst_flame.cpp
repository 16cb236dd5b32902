// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pprof/decode.h"
#include "core/pprof/flame.h"
#include "core/pprof/totals.h"
#include "tests/pprof/profilewriter.h"

#include <QTest>

#include <functional>

class TestFlame final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plain();
    void difference();
    void narrowFramesAreLeftOut();
    void nodesAreBounded();
    void nothing();
    void agreesWithTotals();
};

static pprof::Profile decoded(const support::ProfileWriter &writer)
{
    auto profile = pprof::decode(writer.plain());
    if (!profile)
        qFatal("%s", qPrintable(profile.error().message));
    return std::move(profile).value();
}

/// "depth name self/net/moved x+width", widths in hundredths.
static QStringList text(const pprof::Profile &profile, const pprof::FlameLayout &layout)
{
    QStringList lines;
    for (const pprof::FlameNode &node : layout.nodes)
        lines << QStringLiteral("%1 %2 %3/%4/%5 %6+%7")
                     .arg(node.depth)
                     .arg(node.parent < 0 ? QStringLiteral("-") : profile.functionName(node.function))
                     .arg(node.self)
                     .arg(node.net)
                     .arg(node.moved)
                     .arg(qRound(node.x * 100))
                     .arg(qRound(node.width * 100));
    return lines;
}

void TestFlame::plain()
{
    support::ProfileWriter writer;
    writer.add("c <- b <- a", {1, 30});
    writer.add("b <- a", {1, 10});
    writer.add("d + b <- a", {1, 20});
    writer.add("a <- a", {1, 15}); // recursion stays apart
    writer.add("z", {1, 25});
    const auto profile = decoded(writer);
    const auto layout = pprof::layoutFlame(profile, {.type = 1});
    QCOMPARE(text(profile, layout),
             (QStringList{QStringLiteral("0 - 0/100/100 0+100"), QStringLiteral("1 a 0/75/75 0+75"),
                          QStringLiteral("1 z 25/25/25 75+25"), QStringLiteral("2 b 10/60/60 0+60"),
                          QStringLiteral("2 a 15/15/15 60+15"), QStringLiteral("3 c 30/30/30 0+30"),
                          QStringLiteral("3 d 20/20/20 30+20")}));
    QCOMPARE(layout.depth, 3);
    QVERIFY(!layout.cut);
}

void TestFlame::difference()
{
    support::ProfileWriter writer;
    writer.add("b <- a", {1, 60}, 8);
    writer.add("b <- a", {1, -10}, 16); // the same stack: 50 moved
    writer.add("c <- a", {1, -30});
    writer.add("z", {1, -20});
    const auto profile = decoded(writer);
    QCOMPARE(text(profile, pprof::layoutFlame(profile, {.type = 1})),
             (QStringList{QStringLiteral("0 - 0/0/100 0+100"), QStringLiteral("1 a 0/20/80 0+80"),
                          QStringLiteral("1 z -20/-20/20 80+20"), QStringLiteral("2 b 50/50/50 0+50"),
                          QStringLiteral("2 c -30/-30/30 50+30")}));
}

void TestFlame::narrowFramesAreLeftOut()
{
    support::ProfileWriter writer;
    writer.add("b <- a", {1, 98});
    writer.add("c <- a", {1, 2});
    const auto profile = decoded(writer);
    QCOMPARE(pprof::layoutFlame(profile, {.type = 1, .minWidth = 0.02}).nodes.size(), size_t(4));
    const auto layout = pprof::layoutFlame(profile, {.type = 1, .minWidth = 0.021});
    QCOMPARE(layout.nodes.size(), size_t(3));
    QCOMPARE(layout.nodes[1].net, 100); // its value is still in its caller
}

void TestFlame::nodesAreBounded()
{
    support::ProfileWriter writer;
    for (int i = 0; i < 50; ++i)
        writer.add("leaf" + std::to_string(i) + " <- mid" + std::to_string(i) + " <- root", {1, 100 - i});
    const auto profile = decoded(writer);
    const auto layout = pprof::layoutFlame(profile, {.type = 1, .minWidth = 0, .maxNodes = 10});
    QVERIFY(layout.cut);
    QVERIFY(layout.nodes.size() <= 10);
    QCOMPARE(layout.nodes.front().net, profile.total(1));
    QCOMPARE(profile.functionName(layout.nodes[2].function),
             QStringLiteral("mid0")); // the largest came first
}

void TestFlame::nothing()
{
    support::ProfileWriter writer;
    writer.add("a", {0, 0});
    const auto layout = pprof::layoutFlame(decoded(writer), {.type = 1});
    QCOMPARE(layout.nodes.size(), size_t(1));
    QCOMPARE(layout.nodes.front().width, 1.0);
    QCOMPARE(layout.nodes.front().net, 0);
}

/// On a real profile: a function's flat is the sum of `self` over its nodes, and each node lies within its parent.
void TestFlame::agreesWithTotals()
{
    const auto profile = pprof::decode(support::recordedProfile(QStringLiteral("prometheus.after.pb.gz")));
    QVERIFY(profile);
    const int type = profile->typeIndex(u"inuse_space").value_or(-1);
    const auto layout = pprof::layoutFlame(*profile, {.type = type, .minWidth = 0});
    QHash<QString, qint64> flat;
    for (const pprof::FlameNode &node : layout.nodes) {
        if (node.parent < 0)
            continue;
        const pprof::FlameNode &parent = layout.nodes[static_cast<size_t>(node.parent)];
        QVERIFY(&parent < &node);
        QCOMPARE(node.depth, parent.depth + 1);
        QVERIFY(node.x >= parent.x - 1e-12 && node.x + node.width <= parent.x + parent.width + 1e-12);
        flat[profile->functionName(node.function)] += node.self;
    }
    QCOMPARE(layout.nodes.front().net, profile->total(type));
    for (const pprof::Total &total : pprof::totals(*profile, type, pprof::Granularity::Function))
        QCOMPARE(flat.value(profile->functionName(total.function)), total.flat);
}

QTEST_GUILESS_MAIN(TestFlame)
#include "tst_flame.moc"
