// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pprof/attribution.h"
#include "core/pprof/decode.h"
#include "core/pprof/difference.h"
#include "core/pprof/sampling.h"
#include "tests/pprof/profilewriter.h"

#include <QTest>

#include <cmath>
#include <random>

class TestAttribution final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threeSites();
    void fallsBack_data();
    void fallsBack();
    void linesOfOneFunctionCountTogether();
    void callersOfOneFunction_data();
    void callersOfOneFunction();
    void callersOfOneFunctionBySamples();
    void witnessOfTheProgram();
    void accepted_data();
    void accepted();
    void uploadsForTenSamples_data();
    void uploadsForTenSamples();
    void standardErrorIsTrue_data();
    void standardErrorIsTrue();
    void goroutines();
    void goroutinesOfTheLibrary();
    void spreadOverManyFunctions();
    void oneWithoutEnoughSamplesIsNotMany();
    void recordedSpecimen();
    void recordedPushgateway();
    void nothingGrew();
};

static constexpr int bytes = 1;

static pprof::Profile decoded(const support::ProfileWriter &writer)
{
    auto profile = pprof::decode(writer.plain());
    if (!profile)
        qFatal("%s", qPrintable(profile.error().message));
    return std::move(profile).value();
}

static pprof::Profile recordedDelta(const QString &server)
{
    const auto before = pprof::decode(support::recordedProfile(server + QStringLiteral(".before.pb.gz")));
    const auto after = pprof::decode(support::recordedProfile(server + QStringLiteral(".after.pb.gz")));
    auto change = pprof::difference(*after, *before);
    return std::move(change->delta);
}

static const std::string leak
    = "io.ReadAll@io/io.go:640 <- github.com/x/form.Read@github.com/x/form@v1.0.0/f.go:7 <- "
      "main.readAll@acme/srv/read.go:31 <- net/http.(*conn).serve@net/http/server.go:1991";
static constexpr qint64 mebi = 1 << 20;

void TestAttribution::threeSites()
{
    support::ProfileWriter writer;
    writer.add(leak, {50, 50 * mebi}, mebi);
    writer.add("bufio.NewReader@bufio/b.go:1 <- main.serve@acme/srv/s.go:3", {2, 8192}, 4096);
    const auto result = pprof::attribute(decoded(writer), bytes, {.amount = 54.0 * mebi, .uploads = 50});
    QCOMPARE(result.suspects.size(), 2);
    const pprof::Suspect &suspect = result.suspects.constFirst();
    QCOMPARE(suspect.allocation,
             (pprof::Site{QStringLiteral("io.ReadAll"), QStringLiteral("io/io.go"), 640}));
    QVERIFY(suspect.caller && suspect.own);
    QCOMPARE(suspect.caller->function, QStringLiteral("github.com/x/form.Read"));
    QCOMPARE(*suspect.own,
             (pprof::Site{QStringLiteral("main.readAll"), QStringLiteral("acme/srv/read.go"), 31}));
    QCOMPARE(suspect.guilty(), *suspect.own);
    QCOMPARE(suspect.stack.size(), 4);
    QCOMPARE(suspect.stack.constLast().function, QStringLiteral("net/http.(*conn).serve"));
    QCOMPARE(suspect.grown, 50 * mebi);
    QCOMPARE(suspect.share, 50.0 / 54);
    QCOMPARE(result.coverage, (50.0 * mebi + 8192) / (54.0 * mebi));
    QCOMPARE(result.guilty(), &suspect);
    QVERIFY(!result.tooCoarse && !result.uploadsNeeded);
    QVERIFY(!result.suspects.constLast().accepted);
}

void TestAttribution::fallsBack_data()
{
    QTest::addColumn<QString>("stack");
    QTest::addColumn<QString>("guilty");
    QTest::newRow("no frame of the main module")
        << QStringLiteral("io.ReadAll@io/io.go:1 <- github.com/x/y.F@github.com/x/y@v1.0.0/f.go:7 <- "
                          "net/http.f@net/http/s.go:1")
        << QStringLiteral("github.com/x/y.F");
    QTest::newRow("the library alone")
        << QStringLiteral("bytes.grow@bytes/b.go:1 <- net/http.f@net/http/s.go:1")
        << QStringLiteral("bytes.grow");
    QTest::newRow("inlined into the library's")
        << QStringLiteral("main.kept@acme/k.go:5 + bytes.grow@bytes/b.go:1") << QStringLiteral("main.kept");
}

void TestAttribution::fallsBack()
{
    QFETCH(const QString, stack);
    QFETCH(const QString, guilty);
    support::ProfileWriter writer;
    writer.add(stack.toStdString(), {50, 50 * mebi}, mebi);
    const auto result = pprof::attribute(decoded(writer), bytes, {.amount = 50.0 * mebi, .uploads = 50});
    QVERIFY(result.guilty());
    QCOMPARE(result.guilty()->guilty().function, guilty);
}

void TestAttribution::linesOfOneFunctionCountTogether()
{
    support::ProfileWriter writer;
    // Two lines, one of them in two sizes, and a third that shrank.
    writer.add("main.put@acme/p.go:10 <- main.serve@acme/s.go:1", {30, 30 * mebi}, mebi);
    writer.add("main.put@acme/p.go:20 <- main.serve@acme/s.go:1", {20, 20 * mebi}, mebi);
    writer.add("main.put@acme/p.go:20 <- main.serve@acme/s.go:1", {10, 20 * mebi}, 2 * mebi);
    writer.add("main.put@acme/p.go:30 <- main.serve@acme/s.go:1", {-5, -5 * mebi}, mebi);
    writer.add("main.other@acme/o.go:1 <- main.serve@acme/s.go:1", {40, 40 * mebi}, mebi);
    const auto result = pprof::attribute(decoded(writer), bytes, {.amount = 105.0 * mebi, .uploads = 100});
    QCOMPARE(result.suspects.size(), 2);
    QCOMPARE(result.suspects[0].grown, 65 * mebi);
    QCOMPARE(result.suspects[0].guilty().line, 20);
    QCOMPARE(result.suspects[1].guilty().function, QStringLiteral("main.other"));
    QVERIFY(result.suspects[0].accepted && result.suspects[1].accepted);
    QCOMPARE(result.coverage, 1.0);
}

/// Stacks with their MiB, and of each suspect its stack and MiB; all grew by 100.
void TestAttribution::callersOfOneFunction_data()
{
    QTest::addColumn<QStringList>("stacks");
    QTest::addColumn<QStringList>("suspects");
    const auto row = [](const char *name, const QStringList &stacks, const QStringList &suspects) {
        QTest::newRow(name) << stacks << suspects;
    };
    row("two leaks by one helper",
        {QStringLiteral("blob < leakA < handle 64"), QStringLiteral("blob < leakB < handle 32")},
        {QStringLiteral("blob < leakA < handle 64"), QStringLiteral("blob < leakB < handle 32")});
    row("further out", {QStringLiteral("blob < put < leakA 60"), QStringLiteral("blob < put < leakB 40")},
        {QStringLiteral("blob < put < leakA 60"), QStringLiteral("blob < put < leakB 40")});
    row("called by the library or by the program",
        {QStringLiteral("blob < net/http.serve 60"), QStringLiteral("blob < leakB < net/http.serve 40")},
        {QStringLiteral("blob < net/http.serve 60"), QStringLiteral("blob < leakB < net/http.serve 40")});
    row("one, and many",
        {QStringLiteral("blob < leakA 60"), QStringLiteral("blob < a 8"), QStringLiteral("blob < b 8"),
         QStringLiteral("blob < c 8"), QStringLiteral("blob < d 8"), QStringLiteral("blob < e 8")},
        {QStringLiteral("blob < leakA 60"), QStringLiteral("blob 40")});
    row("many",
        {QStringLiteral("blob < put < a 10"), QStringLiteral("blob < put < b 10"),
         QStringLiteral("blob < put < c 10"), QStringLiteral("blob < put < d 10"),
         QStringLiteral("blob < put < e 10"), QStringLiteral("blob < put < f 10"),
         QStringLiteral("blob < put < g 10"), QStringLiteral("blob < put < h 10"),
         QStringLiteral("blob < put < i 10"), QStringLiteral("blob < put < j 10")},
        {QStringLiteral("blob < put 100")});
    row("an odd one",
        {QStringLiteral("blob < leakA < handle 97"), QStringLiteral("blob < other < handle 2"),
         QStringLiteral("blob < leakA 1")},
        {QStringLiteral("blob < leakA < handle 100")});
    row("some was let go",
        {QStringLiteral("blob < leakA 70"), QStringLiteral("blob < leakB 40"),
         QStringLiteral("blob < other -10")},
        {QStringLiteral("blob < leakA 60"), QStringLiteral("blob < leakB 40")});
    row("moved from one to another", {QStringLiteral("blob < leakA 100"), QStringLiteral("blob < other -60")},
        {QStringLiteral("blob < leakA 40")});
    row("recursion",
        {QStringLiteral("blob < walk < handle 40"), QStringLiteral("blob < walk < walk < handle 30"),
         QStringLiteral("blob < walk < walk < walk < handle 30")},
        {QStringLiteral("blob < walk < handle 100")});
}

void TestAttribution::callersOfOneFunction()
{
    QFETCH(const QStringList, stacks);
    QFETCH(const QStringList, suspects);
    support::ProfileWriter writer;
    for (const QString &stack : stacks) {
        const qint64 amount = stack.sliced(stack.lastIndexOf(u' ')).toLongLong();
        std::string frames = "bytes.makeSlice@bytes/b.go:1";
        for (const QString &function : stack.first(stack.lastIndexOf(u' ')).split(QStringLiteral(" < "))) {
            const std::string name = function.toStdString();
            frames += function.contains(u'/') ? " <- " + name + "@net/http/s.go:1"
                                              : " <- main." + name + "@acme/" + name + ".go:1";
        }
        writer.add(frames, {amount, amount * mebi}, mebi);
    }
    const auto result = pprof::attribute(decoded(writer), bytes, {.amount = 100.0 * mebi, .uploads = 100});
    QStringList found;
    for (const pprof::Suspect &suspect : result.suspects) {
        QVERIFY(suspect.accepted);
        QCOMPARE(suspect.guilty().function, QStringLiteral("main.blob"));
        QStringList functions;
        for (const pprof::Site &site : suspect.stack.sliced(1)) {
            functions << site.function;
            functions.last().remove(QStringLiteral("main."));
        }
        found << functions.join(QStringLiteral(" < ")) + u' ' + QString::number(suspect.grown / mebi);
    }
    QCOMPARE(found, suspects);
}

/// That the function leaks is sure by all samples together; its callers share them.
void TestAttribution::callersOfOneFunctionBySamples()
{
    support::ProfileWriter writer;
    const auto add = [&writer](const char *caller, qint64 objectBytes, int seen) {
        const auto objects
            = qint64(std::llround(seen / pprof::visibility(static_cast<double>(objectBytes), writer.period)));
        writer.add(std::string("main.blob@acme/m.go:69 <- ") + caller + "@acme/m.go:1",
                   {objects, objects * objectBytes}, objectBytes);
    };
    add("main.leakA", 65'536, 21);
    add("main.leakB", 32'768, 7);
    add("main.odd", 32'768, 1);
    const auto result = pprof::attribute(decoded(writer), bytes, {.amount = 18.0 * mebi, .uploads = 200});
    QCOMPARE(result.suspects.size(), 3);
    QVERIFY(result.guilty());
    QVERIFY(result.suspects[0].accepted && result.suspects[1].accepted && !result.suspects[2].accepted);
    QCOMPARE(result.suspects[1].stack.constLast().function, QStringLiteral("main.leakB"));
}

/// A router that lies beside the program is not its own, which main.main's goroutine shows.
void TestAttribution::witnessOfTheProgram()
{
    support::ProfileWriter writer;
    writer.add(
        "github.com/acme/lru.Copy@/w/third/lru/lru.go:14 <- example.com/up/store.Put@/w/store/store.go:9 <- "
        "github.com/acme/mux.Serve@/w/third/mux/mux.go:9",
        {50, 50 * mebi}, mebi);
    writer.add(
        "github.com/acme/mux.Match@/w/third/mux/mux.go:30 <- github.com/acme/log.F@/w/third/log/l.go:1",
        {1, 8192}, 8192);
    support::ProfileWriter goroutines({"goroutine/count"});
    goroutines.add("net.accept@net/fd.go:1 <- main.main@/w/cmd/up/main.go:16", {1});
    const pprof::Profile witness = decoded(goroutines);
    const auto result
        = pprof::attribute(decoded(writer), bytes, {.amount = 50.0 * mebi, .uploads = 50}, &witness);
    QVERIFY(result.guilty() && result.guilty()->own);
    QCOMPARE(result.guilty()->own->function, QStringLiteral("example.com/up/store.Put"));
    QCOMPARE(result.guilty()->caller->function, QStringLiteral("github.com/acme/lru.Copy"));
}

void TestAttribution::accepted_data()
{
    QTest::addColumn<qint64>("objectBytes");
    QTest::addColumn<double>("seen"); // samples of the sampler
    QTest::addColumn<double>("floorBytes");
    QTest::addColumn<bool>("accepted");
    // The profile estimates seen / p objects; its relative error is about 1 / sqrt(seen).
    QTest::newRow("one sample of a small object") << qint64(2560) << 1.0 << 524288.0 << false;
    QTest::newRow("eight samples: under three errors") << qint64(2560) << 8.0 << 8 * 524288.0 << false;
    QTest::newRow("ten samples") << qint64(2560) << 10.0 << 10 * 524288.0 << true;
    QTest::newRow("ten samples, but a tenth of the growth")
        << qint64(2560) << 10.0 << 100 * 524288.0 << false;
    QTest::newRow("a fifth of the growth") << qint64(2560) << 20.0 << 99 * 524288.0 << true;
    QTest::newRow("few objects, but large") << qint64(8 * mebi) << 3.0 << 24.0 * mebi << true;
    QTest::newRow("no growth") << qint64(2560) << 100.0 << 0.0 << false;
    QTest::newRow("the floor fell") << qint64(2560) << 100.0 << -5e6 << false;
}

void TestAttribution::accepted()
{
    QFETCH(const qint64, objectBytes);
    QFETCH(const double, seen);
    QFETCH(const double, floorBytes);
    QFETCH(const bool, accepted);
    support::ProfileWriter writer;
    const auto objects
        = qint64(std::llround(seen / pprof::visibility(static_cast<double>(objectBytes), writer.period)));
    writer.add(leak, {objects, objects * objectBytes}, objectBytes);
    const auto result = pprof::attribute(decoded(writer), bytes, {.amount = floorBytes, .uploads = 200});
    QCOMPARE(result.suspects.constFirst().accepted, accepted);
    QCOMPARE(result.tooCoarse, !accepted && floorBytes > 0);
    QCOMPARE(result.uploadsNeeded.has_value(), result.tooCoarse);
    if (result.tooCoarse)
        QCOMPARE(*result.uploadsNeeded, *pprof::uploadsForTenSamples(floorBytes / 200, writer.period));
}

void TestAttribution::uploadsForTenSamples_data()
{
    QTest::addColumn<double>("perUpload");
    QTest::addColumn<qint64>("uploads");
    QTest::newRow("512 B") << 512.0 << qint64(10'246);
    QTest::newRow("1 KiB") << 1024.0 << qint64(5'126);
    QTest::newRow("4 KiB") << 4096.0 << qint64(1'286);
    QTest::newRow("64 KiB") << 65536.0 << qint64(86);
    QTest::newRow("1 MiB") << 1048576.0 << qint64(12);
    QTest::newRow("nothing") << 0.0 << qint64(-1);
    QTest::newRow("less than nothing") << -3.0 << qint64(-1);
    QTest::newRow("not a number") << std::nan("") << qint64(-1);
    QTest::newRow("hopeless") << 1e-6 << qint64(-1);
}

void TestAttribution::uploadsForTenSamples()
{
    QFETCH(const double, perUpload);
    QFETCH(const qint64, uploads);
    QCOMPARE(pprof::uploadsForTenSamples(perUpload, 524288).value_or(-1), uploads);
}

void TestAttribution::standardErrorIsTrue_data()
{
    QTest::addColumn<qint64>("objectBytes");
    QTest::addColumn<int>("objects");
    QTest::newRow("small") << qint64(4096) << 5000;
    QTest::newRow("medium") << qint64(65536) << 400;
    QTest::newRow("about the period") << qint64(600'000) << 200;
}

/// Samples as Go's allocator does, scales as runtime/pprof does, and compares the spread with what is said of it.
void TestAttribution::standardErrorIsTrue()
{
    QFETCH(const qint64, objectBytes);
    QFETCH(const int, objects);
    std::mt19937_64 random(7);
    const double p = pprof::visibility(static_cast<double>(objectBytes), 524288);
    std::binomial_distribution<int> seen(objects, p);
    double sum = 0;
    double squares = 0;
    double said = 0;
    constexpr int runs = 400;
    for (int run = 0; run < runs; ++run) {
        const auto estimate = qint64(std::llround(seen(random) / p));
        support::ProfileWriter writer;
        writer.add(leak, {estimate, estimate * objectBytes}, objectBytes);
        const auto profile = decoded(writer);
        const double value = static_cast<double>(profile.value(0, bytes));
        sum += value;
        squares += value * value;
        said += pprof::sampleVariance(profile, 0, bytes);
        const double ofObjects = pprof::sampleVariance(profile, 0, 0);
        const double perObject = static_cast<double>(objectBytes) * static_cast<double>(objectBytes);
        QVERIFY(std::abs(ofObjects * perObject - pprof::sampleVariance(profile, 0, bytes))
                <= 1e-9 * ofObjects * perObject);
    }
    const double variance = squares / runs - (sum / runs) * (sum / runs);
    const double ratio = std::sqrt(said / runs / variance);
    QVERIFY2(ratio > 0.85 && ratio < 1.15, qPrintable(QString::number(ratio)));
}

void TestAttribution::goroutines()
{
    support::ProfileWriter writer({"goroutine/count"});
    writer.periodType = "goroutine/count";
    writer.period = 1;
    writer.add(
        "runtime.gopark@runtime/proc.go:363 <- io.(*pipe).write@io/pipe.go:86 <- main.copyTo@acme/c.go:12",
        {199});
    writer.add("runtime.gopark@runtime/proc.go:363 <- net/http.(*conn).serve@net/http/server.go:1", {1});
    const auto result = pprof::attribute(decoded(writer), 0, {.amount = 200, .uploads = 200});
    QVERIFY(result.guilty());
    QCOMPARE(result.guilty()->guilty().function, QStringLiteral("main.copyTo"));
    QCOMPARE(result.guilty()->standardError, 0.0);
    QCOMPARE(result.guilty()->share, 199.0 / 200);
    QCOMPARE(result.coverage, 1.0);

    // What is exact is never too coarse, even if it explains little.
    const auto little = pprof::attribute(decoded(writer), 0, {.amount = 2000, .uploads = 200});
    QVERIFY(!little.guilty());
    QVERIFY(!little.tooCoarse);
}

// An answer whose body nobody closes: what waits is net/http's, and all wait in the same place.
void TestAttribution::goroutinesOfTheLibrary()
{
    support::ProfileWriter writer({"goroutine/count"});
    writer.periodType = "goroutine/count";
    writer.period = 1;
    writer.add("runtime.gopark@runtime/proc.go:363 <- runtime.selectgo@runtime/select.go:328 <- "
               "net/http.(*persistConn).writeLoop@net/http/transport.go:2410",
               {100});
    writer.add("runtime.gopark@runtime/proc.go:363 <- runtime.selectgo@runtime/select.go:328 <- "
               "net/http.(*persistConn).readLoop@net/http/transport.go:2227",
               {101});
    writer.add("runtime.gopark@runtime/proc.go:363 <- main.main@acme/m.go:9", {1});
    const auto result = pprof::attribute(decoded(writer), 0, {.amount = 202, .uploads = 100});
    QVERIFY(result.guilty());
    QCOMPARE(result.guilty()->guilty().function, QStringLiteral("net/http.(*persistConn).readLoop"));
    QVERIFY(result.guilty()->begin && !result.guilty()->own && !result.guilty()->caller);
    QCOMPARE(result.suspects[1].guilty().function, QStringLiteral("net/http.(*persistConn).writeLoop"));
}

void TestAttribution::spreadOverManyFunctions()
{
    support::ProfileWriter writer;
    for (int i = 0; i < 6; ++i) {
        const std::string name = "main.part" + std::to_string(i);
        writer.add(name + "@acme/p.go:1 <- main.upload@acme/u.go:7 <- net/http.serve@net/http/s.go:1",
                   {16, 16 * mebi}, mebi);
    }
    const auto result = pprof::attribute(decoded(writer), bytes, {.amount = 96.0 * mebi, .uploads = 100});
    QVERIFY(!result.guilty());
    QVERIFY(result.isSpread && !result.tooCoarse && !result.uploadsNeeded);
    QCOMPARE(result.suspects.size(), 6);
    QVERIFY(result.common);
    QCOMPARE(result.common->function, QStringLiteral("main.upload"));

    // Seen by half, it is the profile that is too coarse.
    const auto little = pprof::attribute(decoded(writer), bytes, {.amount = 250.0 * mebi, .uploads = 100});
    QVERIFY(little.tooCoarse && !little.isSpread && !little.common);
}

// One function does most of it, by too few samples to be sure; beside another's the sum is sure.
void TestAttribution::oneWithoutEnoughSamplesIsNotMany()
{
    support::ProfileWriter writer;
    writer.add("main.fill@acme/f.go:1 <- main.handle@acme/h.go:7 <- net/http.serve@net/http/s.go:1",
               {8, 8 * 65'536}, 65'536);
    writer.add("main.other@acme/o.go:1 <- main.handle@acme/h.go:7 <- net/http.serve@net/http/s.go:1",
               {7, 7 * 65'536}, 65'536);
    const auto result = pprof::attribute(decoded(writer), bytes, {.amount = 15.0 * 65'536, .uploads = 100});
    QVERIFY(!result.guilty());
    QVERIFY2(result.tooCoarse && !result.isSpread, "it lacks samples, and is not many functions' doing");
    QVERIFY(result.uploadsNeeded);
}

void TestAttribution::recordedSpecimen()
{
    const auto delta = recordedDelta(QStringLiteral("specimen"));
    const int type = delta.typeIndex(u"inuse_space").value_or(-1);
    const auto result = pprof::attribute(delta, type, {.amount = 30 * 1.06 * mebi, .uploads = 30});
    QVERIFY(result.guilty());
    QCOMPARE(result.guilty()->allocation.function, QStringLiteral("io.ReadAll"));
    QCOMPARE(result.guilty()->guilty().function, QStringLiteral("main.readAll"));
    QCOMPARE(result.guilty()->guilty().file, QStringLiteral("tidemark/specimens/read_all.go"));
    QVERIFY(result.guilty()->share > 0.8 && result.guilty()->share < 1.2);
}

void TestAttribution::recordedPushgateway()
{
    const auto delta = recordedDelta(QStringLiteral("pushgateway"));
    const int type = delta.typeIndex(u"inuse_space").value_or(-1);
    const auto result = pprof::attribute(delta, type, {.amount = 1980 * 2517.0, .uploads = 1980});
    // Some 9 samples over several functions: the profile can hardly name one, and says what would do.
    QVERIFY(!result.suspects.isEmpty());
    for (const pprof::Suspect &suspect : result.suspects) {
        QVERIFY(suspect.own);
        QVERIFY(suspect.guilty().function.startsWith(QLatin1StringView("github.com/prometheus/pushgateway")));
        QVERIFY(suspect.standardError > 0);
    }
    QVERIFY(result.tooCoarse);
    QCOMPARE(result.uploadsNeeded, std::optional<qint64>(2088));
}

void TestAttribution::nothingGrew()
{
    const auto delta = recordedDelta(QStringLiteral("registry"));
    const int type = delta.typeIndex(u"inuse_space").value_or(-1);
    const auto result = pprof::attribute(delta, type, {.amount = 40 * 37.0, .uploads = 40});
    QVERIFY(result.suspects.isEmpty());
    QVERIFY(!result.guilty());
    QCOMPARE(result.grown, 0);
    QVERIFY(result.tooCoarse);
}

QTEST_GUILESS_MAIN(TestAttribution)
#include "tst_attribution.moc"
