// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/actuator.h"
#include "core/metrics/gomemstats.h"
#include "core/metrics/metricspage.h"
#include "core/metrics/pprofindex.h"

#include <QDir>
#include <QTest>

#include <cmath>
#include <random>

using metrics::Format;

/// Pages that nobody would send on purpose, or only for a purpose: whatever comes, parsers answer with a
/// value or a sentence. Run under sanitizers this is a small fuzzer with fixed seeds.
class TestHostilePages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void largePages_data();
    void largePages();
    void mutatedPages_data();
    void mutatedPages();
};

static constexpr qsizetype mebibyte = 1024 * 1024;

/// Everything that reads pages, on one page. Returns false with a complaint when a promise is broken.
static bool survives(const QByteArray &page)
{
    const auto promised = [](const base::Result<metrics::MetricsPage> &result) {
        if (!result)
            return result.error().kind == base::ErrorKind::Malformed && !result.error().message.isEmpty();
        for (const metrics::Role role : metrics::allRoles()) {
            if (result->reading.has(role) && !std::isfinite(result->reading.value(role)))
                return false;
        }
        return true;
    };
    bool ok = promised(metrics::recognisePage(page));
    for (const Format format :
         {Format::PrometheusText, Format::OpenMetrics, Format::Expvar, Format::GoPprof, Format::Actuator})
        ok = promised(metrics::parsePage(format, page)) && ok;
    metrics::Reading reading;
    for (const metrics::ActuatorMeter &meter : metrics::actuatorMeters())
        (void)metrics::readActuatorMeter(meter, page, reading);
    (void)metrics::parsePprofIndex(page);
    return ok;
}

void TestHostilePages::largePages_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::newRow("line feeds") << QByteArray(2 * mebibyte, '\n');
    QTest::newRow("blanks") << QByteArray(2 * mebibyte, ' ');
    QTest::newRow("one line") << QByteArray(2 * mebibyte, 'a');
    QTest::newRow("one label") << "a{b=\"" + QByteArray(2 * mebibyte, 'c');
    QTest::newRow("backslashes") << "a{b=\"" + QByteArray(60'000, '\\') + "\"} 1\n";
    QTest::newRow("braces") << QByteArray(2 * mebibyte, '{');
    QTest::newRow("brackets") << QByteArray(2 * mebibyte, '[');
    QTest::newRow("nested objects") << QByteArray("{\"a\":").repeated(100'000);
    QTest::newRow("flat JSON array") << "{\"memstats\":{\"PauseNs\":[1" + QByteArray(",1").repeated(100'000)
            + "]}}";
    QTest::newRow("many names") << "{\"names\":[\"x\"" + QByteArray(",\"jvm.memory.used\"").repeated(50'000)
            + "]}";
    QTest::newRow("long number") << "a " + QByteArray(60'000, '9') + "\n";
    QTest::newRow("many labels") << "a{" + QByteArray("b=\"c\",").repeated(9'000) + "} 1\n";
    QTest::newRow("zeros") << QByteArray(2 * mebibyte, '\0');
    QTest::newRow("long list of pauses")
        << "heap profile:\n# runtime.MemStats\n# HeapAlloc = 1\n# PauseNs = [1"
            + QByteArray(" 1").repeated(100'000) + "]\n# NumGC = 1\n";
    QTest::newRow("many headings") << QByteArray("heap profile:\n")
            + QByteArray("# runtime.MemStats\n").repeated(100'000);
}

void TestHostilePages::largePages()
{
    QFETCH(QByteArray, page);
    QVERIFY(survives(page));
}

void TestHostilePages::mutatedPages_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QStringLiteral(TIDEMARK_TEST_DATA "/metrics"));
    const QStringList files
        = folder.entryList({QStringLiteral("*.prom"), QStringLiteral("*.openmetrics"),
                            QStringLiteral("*.json"), QStringLiteral("*.txt"), QStringLiteral("*.html")},
                           QDir::Files);
    QVERIFY(files.size() > 10);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << folder.filePath(file);
}

/// Some bytes changed, some removed, some repeated: as a fuzzer does, but always the same.
static QByteArray mutated(QByteArray page, std::mt19937 &random)
{
    static constexpr std::string_view spice("\n\r\t \"\\{}[]#=,.:+-eEnNiI019<>_\0\x7f\xff", 33);
    const auto below = [&random](qsizetype limit) {
        return static_cast<qsizetype>(random() % static_cast<unsigned>(limit));
    };
    const qsizetype changes = 1 + below(8);
    for (qsizetype i = 0; i < changes && !page.isEmpty(); ++i) {
        const qsizetype at = below(page.size());
        const qsizetype length = std::min(page.size() - at, 1 + below(40));
        switch (below(5)) {
        case 0:
            page[at] = spice[static_cast<size_t>(below(static_cast<qsizetype>(spice.size())))];
            break;
        case 1:
            page[at] = static_cast<char>(below(256));
            break;
        case 2:
            page.remove(at, length);
            break;
        case 3:
            page.insert(below(page.size()), page.mid(at, length));
            break;
        default:
            page.truncate(at + 1);
            break;
        }
    }
    return page;
}

void TestHostilePages::mutatedPages()
{
    QFETCH(QString, file);
    QFile data(file);
    QVERIFY(data.open(QIODevice::ReadOnly));
    const QByteArray page = data.readAll();
    std::mt19937 random(4711);
    for (int i = 0; i < 300; ++i) {
        const QByteArray wrong = mutated(page, random);
        if (!survives(wrong))
            QFAIL(qPrintable(QStringLiteral("round %1: ").arg(i)
                             + QString::fromLatin1(wrong.toPercentEncoding())));
    }
}

QTEST_GUILESS_MAIN(TestHostilePages)
#include "tst_hostilepages.moc"
