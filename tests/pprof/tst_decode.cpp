// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pprof/decode.h"
#include "core/pprof/difference.h"
#include "core/pprof/flame.h"
#include "core/pprof/totals.h"
#include "tests/pprof/profilewriter.h"

#include <QTest>

#include <protozero/pbf_writer.hpp>

using base::ErrorKind;
using protozero::pbf_writer;

class TestDecode final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyField();
    void theSameHoweverWritten_data();
    void theSameHoweverWritten();
    void standIns();
    void refused_data();
    void refused();
    void saysWhatToDo_data();
    void saysWhatToDo();
    void limits_data();
    void limits();
    void zipBomb();
    void cutAtEveryByte();
    void everyByteChanged();
    void hugeValues();
};

static support::ProfileWriter sample()
{
    support::ProfileWriter writer;
    writer.defaultType = "inuse_space";
    writer.add("io.ReadAll@/go/src/io/io.go:640 + main.readAll@/app/read.go:31 <- main.main@/app/main.go:9",
               {2, 2048}, 1024);
    writer.add("main.readAll@/app/read.go:40 <- main.main@/app/main.go:9", {-1, -512}, 512);
    return writer;
}

static QStringList text(const pprof::Profile &profile)
{
    QStringList lines;
    for (qsizetype i = 0; i < profile.sampleCount(); ++i) {
        QStringList stack;
        profile.forEachFrame(i, [&](const pprof::Frame &frame) {
            stack << QStringLiteral("%1@%2:%3")
                         .arg(profile.functionName(frame.function), profile.fileName(frame.function))
                         .arg(frame.line);
        });
        QStringList values;
        for (int type = 0; type < static_cast<int>(profile.types.size()); ++type)
            values << QString::number(profile.value(i, type));
        lines << QString(stack.join(QStringLiteral(" <- ")) + QStringLiteral(" = ")
                         + values.join(QLatin1Char(' ')));
    }
    return lines;
}

/// Everything that works on a profile, so that sanitizers see a wrong index in it.
static void useAll(const pprof::Profile &profile)
{
    const int type = profile.defaultTypeIndex();
    if (type < 0)
        return;
    const auto totals = pprof::totals(profile, type, pprof::Granularity::Line);
    const auto flame = pprof::layoutFlame(profile, {.type = type, .minWidth = 0});
    const auto change = pprof::difference(profile, profile);
    QVERIFY(change);
    QCOMPARE(change->delta.sampleCount(), 0);
    QVERIFY(!flame.nodes.empty());
    QVERIFY(totals.size() <= profile.frames.size());
}

void TestDecode::everyField()
{
    const auto profile = pprof::decode(sample().gzipped());
    QVERIFY(profile);
    QCOMPARE(profile->types.size(), size_t(2));
    QCOMPARE(profile->types[1], (pprof::ValueType{QStringLiteral("inuse_space"), QStringLiteral("bytes")}));
    QCOMPARE(profile->periodType, (pprof::ValueType{QStringLiteral("space"), QStringLiteral("bytes")}));
    QCOMPARE(profile->period, 524288);
    QCOMPARE(profile->timeNs, 1'700'000'000'000'000'000);
    QCOMPARE(profile->defaultType, QStringLiteral("inuse_space"));
    QCOMPARE(profile->blockBytes, (std::vector<qint64>{1024, 512}));
    QCOMPARE(profile->total(1), 1536);
    QCOMPARE(profile->typeIndex(u"inuse_objects"), std::optional(0));
    QCOMPARE(profile->typeIndex(u"cpu"), std::nullopt);
    QCOMPARE(
        text(*profile),
        (QStringList{QStringLiteral("io.ReadAll@/go/src/io/io.go:640 <- main.readAll@/app/read.go:31 <- "
                                    "main.main@/app/main.go:9 = 2 2048"),
                     QStringLiteral("main.readAll@/app/read.go:40 <- main.main@/app/main.go:9 = -1 -512")}));
}

void TestDecode::theSameHoweverWritten_data()
{
    QTest::addColumn<QByteArray>("bytes");
    support::ProfileWriter writer = sample();
    QTest::newRow("plain") << writer.plain();
    const QByteArray plain = writer.plain();
    QTest::newRow("two gzip members")
        << QByteArray(support::gzip(plain.first(40)) + support::gzip(plain.sliced(40)));
    std::string unknown;
    pbf_writer(unknown).add_string(15, "https://doc"); // doc_url
    pbf_writer(unknown).add_uint64(4000, 7);
    QTest::newRow("unknown fields") << QByteArray(plain + QByteArray::fromStdString(unknown));
    writer.packed = false;
    QTest::newRow("unpacked") << writer.plain();
    writer.idStep = 3;
    QTest::newRow("ids with gaps") << writer.plain();
    writer.idStep = 0x7fff'ffff'ffff;
    QTest::newRow("ids like addresses") << writer.plain();
}

void TestDecode::theSameHoweverWritten()
{
    QFETCH(const QByteArray, bytes);
    const auto profile = pprof::decode(bytes);
    QVERIFY2(profile, profile ? "" : qPrintable(profile.error().message));
    QCOMPARE(text(*profile), text(*pprof::decode(sample().gzipped())));
}

void TestDecode::standIns()
{
    std::string out;
    pbf_writer profile(out);
    {
        pbf_writer(profile, 1).add_uint64(1, 1);
        pbf_writer message(profile, 2);
        const std::vector<int64_t> ids{1, 2, 3, 4};
        message.add_packed_int64(1, ids.begin(), ids.end());
        message.add_int64(2, 5);
    }
    {
        pbf_writer mapping(profile, 3);
        mapping.add_uint64(1, 9);
        mapping.add_uint64(5, 2);
    }
    const auto location = [&](quint64 id, quint64 mapping, quint64 function) {
        pbf_writer message(profile, 4);
        message.add_uint64(1, id);
        message.add_uint64(2, mapping);
        if (function != 0)
            pbf_writer(message, 4).add_uint64(1, function);
    };
    location(1, 9, 0); // no lines
    location(2, 9, 1); // a function without a name
    location(3, 0, 0); // no mapping either
    location(4, 77, 0); // a mapping that is not there
    pbf_writer(profile, 5).add_uint64(1, 1);
    for (const char *string : {"", "objects", "/opt/bin/server"})
        profile.add_string(6, string);
    const auto decoded = pprof::decode(QByteArray::fromStdString(out));
    QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().message));
    QCOMPARE(decoded->binary, QStringLiteral("/opt/bin/server"));
    QCOMPARE(text(*decoded),
             QStringList{QStringLiteral("[server]@/opt/bin/server:0 <- [server]@/opt/bin/server:0 <- "
                                        "<unknown>@:0 <- <unknown>@:0 = 5")});
}

/// A valid profile with one thing added to it.
template <typename Change>
static QByteArray with(Change change)
{
    std::string more;
    pbf_writer writer(more);
    change(writer);
    return sample().plain() + QByteArray::fromStdString(more);
}

void TestDecode::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("HTML") << QByteArray("<html><body>404 page not found</body></html>");
    QTest::newRow("404 text") << QByteArray("404 page not found\n");
    QTest::newRow("text form of the heap") << QByteArray("heap profile: 1: 8 [1: 8] @ heap/1048576\n");
    QTest::newRow("text form of goroutines") << QByteArray("goroutine 1 [running]:\nmain.main()\n");
    QTest::newRow("gzip of nothing") << support::gzip({});
    QTest::newRow("gzip of text") << support::gzip("hello, this is no profile");
    QTest::newRow("gzip head alone") << support::gzip(sample().plain()).first(10);
    QTest::newRow("gzip without its end") << support::gzip(sample().plain()).chopped(1);
    QTest::newRow("gzip and rubbish") << QByteArray(sample().gzipped() + "rubbish");
    QByteArray corrupt = sample().gzipped();
    corrupt[corrupt.size() - 6] = static_cast<char>(corrupt[corrupt.size() - 6] ^ 0x55);
    QTest::newRow("gzip with a wrong checksum") << corrupt;
    QTest::newRow("two profiles") << QByteArray(sample().plain() + sample().plain());
    QTest::newRow("no string table") << with([](pbf_writer &) {}).first(20);
    QTest::newRow("function with id 0") << with([](pbf_writer &p) { pbf_writer(p, 5).add_uint64(2, 1); });
    QTest::newRow("function id twice") << with([](pbf_writer &p) { pbf_writer(p, 5).add_uint64(1, 1); });
    QTest::newRow("location id twice") << with([](pbf_writer &p) { pbf_writer(p, 4).add_uint64(1, 1); });
    QTest::newRow("large id twice") << with([](pbf_writer &p) {
        pbf_writer(p, 4).add_uint64(1, 1ULL << 60);
        pbf_writer(p, 4).add_uint64(1, 1ULL << 60);
    });
    QTest::newRow("mapping with id 0") << with([](pbf_writer &p) { pbf_writer(p, 3).add_uint64(2, 1); });
    const auto line = [](quint64 function) {
        return with([function](pbf_writer &p) {
            pbf_writer location(p, 4);
            location.add_uint64(1, 50);
            pbf_writer(location, 4).add_uint64(1, function);
        });
    };
    QTest::newRow("line of function 0") << line(0);
    QTest::newRow("line of no function") << line(99);
    QTest::newRow("line of the largest function") << line(~0ULL);
    QTest::newRow("function with a wrong string") << with([](pbf_writer &p) {
        pbf_writer function(p, 5);
        function.add_uint64(1, 50);
        function.add_uint64(2, 1000);
    });
    QTest::newRow("function with a negative string") << with([](pbf_writer &p) {
        pbf_writer function(p, 5);
        function.add_uint64(1, 50);
        function.add_int64(4, -1);
    });
    QTest::newRow("default type with a wrong string") << with([](pbf_writer &p) { p.add_uint64(14, 1000); });
    QTest::newRow("drop_frames with a wrong string") << with([](pbf_writer &p) { p.add_uint64(7, 1000); });
    const auto stack = [](const std::vector<quint64> &ids, int values) {
        return with([&](pbf_writer &p) {
            pbf_writer message(p, 2);
            message.add_packed_uint64(1, ids.begin(), ids.end());
            for (int i = 0; i < values; ++i)
                message.add_int64(2, i);
        });
    };
    QTest::newRow("sample of location 0") << stack({0}, 2);
    QTest::newRow("sample of no location") << stack({99}, 2);
    QTest::newRow("sample of the largest location") << stack({~0ULL}, 2);
    QTest::newRow("too few values") << stack({1}, 1);
    QTest::newRow("too many values") << stack({1}, 3);
    QTest::newRow("a sample that is a number") << with([](pbf_writer &p) { p.add_uint64(2, 5); });
    QTest::newRow("a string that is a number") << with([](pbf_writer &p) { p.add_uint64(6, 5); });
    QTest::newRow("a period that is a message") << with([](pbf_writer &p) { p.add_string(12, "x"); });
    QTest::newRow("a value that is fixed") << with([](pbf_writer &p) { pbf_writer(p, 2).add_fixed64(2, 5); });
    QTest::newRow("endless varint") << QByteArray(sample().plain() + '\x60' + QByteArray(11, '\xff'));
    QTest::newRow("length beyond the end")
        << QByteArray(sample().plain() + QByteArray::fromHex("12ffffffff0f"));
    QTest::newRow("length of 2^64") << QByteArray(sample().plain()
                                                  + QByteArray::fromHex("12ffffffffffffffffff01"));
    QTest::newRow("packed ids cut") << QByteArray(sample().plain() + QByteArray::fromHex("12040a02ffff"));
    QTest::newRow("group") << QByteArray(sample().plain() + '\x0b');
    QTest::newRow("field 0") << QByteArray(sample().plain() + QByteArray::fromHex("0001"));
    QTest::newRow("no types") << [] {
        support::ProfileWriter writer{std::vector<std::string>()};
        writer.add("f", {});
        return writer.plain();
    }();
}

void TestDecode::refused()
{
    QFETCH(const QByteArray, bytes);
    const auto profile = pprof::decode(bytes);
    QVERIFY(!profile);
    QCOMPARE(profile.error().kind, ErrorKind::Malformed);
    QVERIFY(!profile.error().message.isEmpty());
    QVERIFY(!profile.error().message.contains(QLatin1Char('%'))); // no forgotten arg()
    QVERIFY2(!profile.error().message.contains(QLatin1StringView("exception")), // nor a library's words
             qPrintable(profile.error().message));
}

void TestDecode::saysWhatToDo_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("said");
    const QString other = QStringLiteral("/debug/pprof/heap");
    QTest::newRow("cut short") << sample().plain().chopped(3) << QStringLiteral("fetch it again");
    QTest::newRow("a text") << QByteArray("# Notes\n\nNothing of a profile.\n") << other;
    QTest::newRow("a list of accounts") << QByteArray("root:x:0:0:root:/root:/bin/bash\n") << other;
    QTest::newRow("a program") << QByteArray("\x7f"
                                             "ELF\2\1\1\0\0\0",
                                             10)
                               << other;
}

void TestDecode::saysWhatToDo()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, said);
    const auto profile = pprof::decode(bytes);
    QVERIFY(!profile);
    QVERIFY2(profile.error().message.contains(said), qPrintable(profile.error().message));
}

void TestDecode::limits_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"bytes", "gzip", "types", "samples", "values", "locations", "lines", "functions",
                             "strings", "depth", "frames"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void TestDecode::limits()
{
    QFETCH(const QString, what);
    const QByteArray plain = sample().plain();
    // What the sample has, and one less.
    pprof::Limits least{.inflatedBytes = plain.size(),
                        .sampleTypes = 2,
                        .samples = 2,
                        .values = 4,
                        .locations = 3,
                        .lines = 4,
                        .functions = 3,
                        .mappings = 0,
                        .strings = static_cast<quint32>(text(*pprof::decode(plain)).size() + 12),
                        .stackDepth = 3,
                        .stackFrames = 5};
    const auto fits = pprof::decode(support::gzip(plain), least);
    QVERIFY2(fits, fits ? "" : qPrintable(fits.error().message));
    const QHash<QString, std::function<void()>> reduce{
        {QStringLiteral("bytes"), [&] { --least.inflatedBytes; }},
        {QStringLiteral("gzip"), [&] { --least.inflatedBytes; }},
        {QStringLiteral("types"), [&] { --least.sampleTypes; }},
        {QStringLiteral("samples"), [&] { --least.samples; }},
        {QStringLiteral("values"), [&] { --least.values; }},
        {QStringLiteral("locations"), [&] { --least.locations; }},
        {QStringLiteral("lines"), [&] { --least.lines; }},
        {QStringLiteral("functions"), [&] { --least.functions; }},
        {QStringLiteral("strings"), [&] { least.strings = 5; }},
        {QStringLiteral("depth"), [&] { --least.stackDepth; }},
        {QStringLiteral("frames"), [&] { --least.stackFrames; }}};
    reduce.value(what)();
    const auto refused
        = pprof::decode(what == QLatin1StringView("bytes") ? plain : support::gzip(plain), least);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::TooLarge);
}

void TestDecode::zipBomb()
{
    // 300 MB in 300 kB, and a bomb that is a valid profile up to its end.
    const QByteArray bomb = support::gzip(QByteArray(300 << 20, '\0'));
    QVERIFY(bomb.size() < 2 << 20);
    const auto refused = pprof::decode(bomb);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::TooLarge);
}

void TestDecode::cutAtEveryByte()
{
    const QByteArray plain = sample().plain();
    const QByteArray gzipped = sample().gzipped();
    for (qsizetype i = 0; i < gzipped.size(); ++i) {
        const auto cut
            = pprof::decode(QByteArray(gzipped.constData(), i)); // a copy, so that reading on is seen
        QVERIFY(!cut);
        QCOMPARE(cut.error().kind, ErrorKind::Malformed);
    }
    int valid = 0; // where a table ends, what is there may be whole
    for (qsizetype i = 0; i < plain.size(); ++i) {
        const auto cut = pprof::decode(QByteArray(plain.constData(), i));
        valid += cut.ok();
        if (cut)
            useAll(*cut);
        else
            QCOMPARE(cut.error().kind, ErrorKind::Malformed);
    }
    QVERIFY(valid < 12); // at most behind each of the last strings
}

void TestDecode::everyByteChanged()
{
    const QByteArray plain = sample().plain();
    int valid = 0;
    for (qsizetype i = 0; i < plain.size(); ++i) {
        for (const int bits : {0x01, 0x80, 0xff, 0x08, 0x7f}) {
            QByteArray changed(plain.constData(), plain.size());
            changed[i] = static_cast<char>(changed[i] ^ bits);
            const auto profile = pprof::decode(changed);
            valid += profile.ok();
            if (profile)
                useAll(*profile);
            if (QTest::currentTestFailed())
                return;
        }
    }
    QVERIFY(valid > 0);
}

void TestDecode::hugeValues()
{
    support::ProfileWriter writer;
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    constexpr qint64 least = std::numeric_limits<qint64>::min();
    for (const auto &[stack, value] :
         {std::pair("a <- b", most), {"a <- b", most}, {"c <- b", least}, {"d <- b", least}})
        writer.add(stack, {value, value}, least);
    writer.period = least;
    const auto profile = pprof::decode(writer.plain());
    QVERIFY(profile);
    useAll(*profile);
    const auto rows = pprof::totals(*profile, 1, pprof::Granularity::Function);
    QCOMPARE(rows.size(), size_t(4));
    for (const pprof::FlameNode &node : pprof::layoutFlame(*profile, {.type = 1, .minWidth = 0}).nodes)
        QVERIFY(node.moved >= 0 && node.x >= 0 && node.width >= 0 && node.width <= 1);
}

QTEST_GUILESS_MAIN(TestDecode)
#include "tst_decode.moc"
