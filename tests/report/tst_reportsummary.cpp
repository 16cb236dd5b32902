// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/history.h"
#include "core/report/summary.h"
#include "core/report/wording.h"
#include "tests/report/samplesnapshot.h"

#include <QTest>

#include <cmath>

using base::ErrorKind;
using metrics::Role;
using report::Growth;
using report::Summary;
using session::SessionSnapshot;

class TestReportSummary final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growth_data();
    void growth();
    void peakIsNotLookedForBeforeTheUploads();
    void uploadsEndedAfterTheLastReadingDoNotCount();
    void forgottenUploadsCountByTheirBands();
    void restartedServerHasNoGrowth();
    void anExperimentsUploadsAreNoneOfTheSessions();
    void secondsAreThoseInWhichSomethingRan_data();
    void secondsAreThoseInWhichSomethingRan();
    void failuresAreGroupedByReason();
    void historyMeetsItsTiersWithoutSeam();
    void textForTheTerminal();
    void textOfWatching();
    void textWithoutMetrics();
    void textHoldsNoEscapeSequence();
    void manyReasonsAreCutShort();
};

namespace {

/// "0:100 1:- 5:200": at second 0 the heap was 100, at second 1 the scrape was missed, …
SessionSnapshot watched(const char *readings)
{
    SessionSnapshot snapshot;
    snapshot.command = QStringLiteral("upload");
    snapshot.server = snapshot.watched = QUrl(QStringLiteral("http://127.0.0.1:1/"));
    for (const QString &step : QString::fromLatin1(readings).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QStringList parts = step.split(QLatin1Char(':'));
        metrics::Reading reading;
        reading.timeMs = sample::startMs + qint64(parts[0].toDouble() * 1000);
        if (parts[1] == QLatin1String("-")) {
            snapshot.series.appendGap(reading.timeMs);
            continue;
        }
        reading.set(Role::HeapLive, parts[1].toDouble());
        snapshot.series.append(reading);
    }
    return snapshot;
}

/// "2-4 3-6": uploads of 1000 bytes from second 2 to 4 and from 3 to 6.
void addUploads(SessionSnapshot &snapshot, const char *spans)
{
    for (const QString &span : QString::fromLatin1(spans).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const qint64 from = qint64(span.section(QLatin1Char('-'), 0, 0).toDouble() * 1000);
        const qint64 to = qint64(span.section(QLatin1Char('-'), 1).toDouble() * 1000);
        snapshot.uploads << sample::done(QStringLiteral("/data/%1").arg(snapshot.uploads.size()), 1000,
                                         sample::startMs + from, to - from);
        snapshot.timeline.uploadBegan(sample::startMs + from);
        snapshot.timeline.uploadEnded(sample::startMs + to);
        snapshot.finishedAtMs = std::max(snapshot.finishedAtMs, sample::startMs + to);
    }
}

QString printed(double value)
{
    return std::isnan(value) ? QStringLiteral("?") : QString::number(value);
}

} // namespace

void TestReportSummary::growth_data()
{
    QTest::addColumn<QByteArray>("readings");
    QTest::addColumn<QByteArray>("uploads");
    QTest::addColumn<Growth>("growth");
    QTest::addColumn<QString>("numbers"); // before peak after perUpload
    const auto row = [](const char *name, const char *readings, const char *uploads, Growth growth,
                        const char *numbers) {
        QTest::newRow(name) << QByteArray(readings) << QByteArray(uploads) << growth
                            << QString::fromLatin1(numbers);
    };
    row("four uploads", "0:100 1:110 5:500 9:310", "2-3 3-4 4-5 6-7", Growth::Known, "110 500 310 50");
    row("gives back", "0:300 9:100", "2-3", Growth::Known, "300 300 100 -200");
    row("reading at the very moment", "2:100 9:200", "2-3", Growth::Known, "100 200 200 100");
    row("hole before", "0:100 1:- 9:200", "2-3", Growth::Known, "100 200 200 100");
    row("hole at the end", "0:100 8:200 9:-", "2-3", Growth::Known, "100 200 200 100");
    row("no reading before", "3:100 9:200", "2-4", Growth::NoReadingBefore, "? 200 200 ?");
    row("only a hole before", "1:- 3:100 9:200", "2-4", Growth::NoReadingBefore, "? 200 200 ?");
    row("no upload", "0:100 5:300 9:200", "", Growth::NoUpload, "100 300 200 ?");
    row("never read", "", "2-3", Growth::NotWatched, "");
    row("only holes", "0:- 1:-", "2-3", Growth::NotWatched, "");
}

void TestReportSummary::growth()
{
    QFETCH(QByteArray, readings);
    QFETCH(QByteArray, uploads);
    QFETCH(Growth, growth);
    QFETCH(QString, numbers);
    SessionSnapshot snapshot = watched(readings.constData());
    addUploads(snapshot, uploads.constData());
    const Summary summary = report::summarize(snapshot);
    QCOMPARE(int(summary.growth), int(growth));
    const report::RoleSummary *heap = summary.find(Role::HeapLive);
    QCOMPARE(heap != nullptr, !numbers.isEmpty());
    if (heap)
        QCOMPARE(QStringLiteral("%1 %2 %3 %4")
                     .arg(printed(heap->before), printed(heap->peak), printed(heap->after),
                          printed(heap->perUpload)),
                 numbers);
}

void TestReportSummary::peakIsNotLookedForBeforeTheUploads()
{
    SessionSnapshot snapshot = watched("0:900 1:100 5:300 9:200");
    addUploads(snapshot, "2-3");
    QCOMPARE(report::summarize(snapshot).find(Role::HeapLive)->peak, 300.0);
}

void TestReportSummary::uploadsEndedAfterTheLastReadingDoNotCount()
{
    SessionSnapshot snapshot = watched("0:100 5:300");
    addUploads(snapshot, "1-2 1-3 4-9");
    const Summary summary = report::summarize(snapshot);
    QCOMPARE(summary.uploadsBetween, 2);
    QCOMPARE(summary.find(Role::HeapLive)->perUpload, 100.0);
}

void TestReportSummary::forgottenUploadsCountByTheirBands()
{
    SessionSnapshot snapshot = watched("0:100 9:500");
    addUploads(snapshot, "1-2 1-2 4-5 4-5");
    snapshot.uploads.remove(0, 3); // finished rows were cleared
    const Summary summary = report::summarize(snapshot);
    QCOMPARE(summary.files, 1);
    QCOMPARE(summary.uploadsBetween, 4);
    QCOMPARE(summary.find(Role::HeapLive)->before, 100.0);
    QCOMPARE(summary.find(Role::HeapLive)->perUpload, 100.0);
}

void TestReportSummary::restartedServerHasNoGrowth()
{
    SessionSnapshot snapshot = watched("0:100 9:50");
    addUploads(snapshot, "1-2");
    snapshot.timeline.addMark({sample::startMs + 5000, session::MarkKind::Restarted, {}});
    const Summary summary = report::summarize(snapshot);
    QCOMPARE(int(summary.growth), int(Growth::Restarted));
    QVERIFY(std::isnan(summary.find(Role::HeapLive)->perUpload));
    QVERIFY(report::growthNote(summary).contains(QLatin1String("restarted")));
}

void TestReportSummary::anExperimentsUploadsAreNoneOfTheSessions()
{
    SessionSnapshot snapshot = watched("0:100 9:5000");
    addUploads(snapshot, "1-2");
    snapshot.timeline.addMark({sample::startMs + 3000, session::MarkKind::ExperimentBegan, {}});
    snapshot.timeline.addMark({sample::startMs + 8000, session::MarkKind::ExperimentEnded, {}});
    const Summary summary = report::summarize(snapshot);
    QCOMPARE(int(summary.growth), int(Growth::Experiment));
    QVERIFY(std::isnan(summary.find(Role::HeapLive)->perUpload));
    QVERIFY(report::growthNote(summary).contains(QLatin1String("leak check")));
}

void TestReportSummary::secondsAreThoseInWhichSomethingRan_data()
{
    QTest::addColumn<QByteArray>("uploads");
    QTest::addColumn<double>("seconds");
    QTest::newRow("one") << QByteArray("1-3") << 2.0;
    QTest::newRow("side by side") << QByteArray("1-3 1-3 2-4") << 3.0;
    QTest::newRow("with a pause") << QByteArray("1-2 100-102") << 3.0;
    QTest::newRow("one within another") << QByteArray("1-9 2-3") << 8.0;
    QTest::newRow("out of order") << QByteArray("5-6 1-2") << 2.0;
    QTest::newRow("none") << QByteArray() << std::nan("");
}

void TestReportSummary::secondsAreThoseInWhichSomethingRan()
{
    QFETCH(QByteArray, uploads);
    QFETCH(double, seconds);
    SessionSnapshot snapshot;
    addUploads(snapshot, uploads.constData());
    const Summary summary = report::summarize(snapshot);
    QCOMPARE(summary.seconds, seconds);
    if (!std::isnan(seconds))
        QCOMPARE(summary.bytesPerSecond, 1000 * double(snapshot.uploads.size()) / seconds);
}

void TestReportSummary::failuresAreGroupedByReason()
{
    SessionSnapshot snapshot;
    const auto fail = [&snapshot](const char *name, ErrorKind kind, int status, const char *words) {
        snapshot.uploads << sample::failed(QString::fromLatin1(name), 100, kind, status,
                                           QString::fromLatin1(words));
    };
    fail("/a", ErrorKind::HttpStatus, 500, "boom");
    fail("/b", ErrorKind::HttpStatus, 413, "too big");
    fail("/c", ErrorKind::HttpStatus, 413, "too big as well");
    fail("/d", ErrorKind::ConnectionRefused, 0, "connection refused");
    snapshot.uploads << sample::done(QStringLiteral("/e"), 5, sample::startMs, 1);
    const Summary summary = report::summarize(snapshot);
    QCOMPARE(summary.failures.size(), 3);
    QCOMPARE(summary.failures[0].httpStatus, 413);
    QCOMPARE(summary.failures[0].files, 2);
    QCOMPARE(summary.failures[0].bytes, 200);
    QCOMPARE(summary.failures[0].words, QStringLiteral("too big"));
    QCOMPARE(summary.failures[0].example, QStringLiteral("b"));
    QCOMPARE(summary.failed, 4);
    QCOMPARE(summary.done, 1);
    QCOMPARE(summary.bytesDone, 5);
}

void TestReportSummary::historyMeetsItsTiersWithoutSeam()
{
    const SessionSnapshot snapshot = sample::longSession(3);
    const auto points = report::history(snapshot.series, Role::HeapLive);
    quint64 readings = 0;
    for (size_t i = 0; i < points.size(); ++i) {
        readings += points[i].count;
        QVERIFY(i == 0 || points[i].timeMs > points[i - 1].timeMs);
    }
    QCOMPARE(readings, quint64(3 * 3600));
    QCOMPARE(points.front().count, 10U);
    QCOMPARE(points.back().count, 1U);
    QCOMPARE(points.back().timeMs, snapshot.series.lastMs());
}

void TestReportSummary::textForTheTerminal()
{
    const QStringList expected{
        QStringLiteral("21 of 24 files uploaded to http://127.0.0.1:8080/upload/read-all: 210 MiB in 1:44 "
                       "min (2.03 MiB/s); 3 failed."),
        QStringLiteral(
            "  2 × 413 Content Too Large (disk-image.iso, …): Request body too large: limit 4 GiB"),
        QStringLiteral(
            "      The file is larger than the server, or a proxy in front of it, accepts. Raise the "
            "limit (nginx: client_max_body_size; Go: http.MaxBytesReader), or send a smaller file."),
        QStringLiteral(
            "  1 × Connection broken (holiday-4k.mov): the server closed the connection after 12.0 MiB"),
        QStringLiteral(
            "      The server closed the connection before it had answered. Some do so when a file is larger "
            "than they accept; others because they crashed. Look into the server's log, then retry."),
        QStringLiteral("The server’s heap went from 12.9 MiB to 258 MiB: +11.7 MiB per upload."),
        QStringLiteral("  Server, Go 1.19.8    before     peak    after    change  per upload"),
        QStringLiteral("  Heap live          12.9 MiB  268 MiB  258 MiB  +245 MiB   +11.7 MiB"),
        QStringLiteral("  RSS                33.7 MiB  301 MiB  299 MiB  +265 MiB   +12.6 MiB"),
        QStringLiteral("  Goroutines                9       19        9        ±0          ±0"),
        QStringLiteral("  Threads                   8       11       11        +3       +0.14"),
        QStringLiteral("  Descriptors              11       21       11        ±0          ±0"),
        QStringLiteral("6 readings were missed, the last because: no answer in 3 s"),
        QStringLiteral("This is growth while uploading, not a leak verdict: garbage that is not yet "
                       "collected counts too."),
    };
    QCOMPARE(report::summaryText(sample::upload()).split(QLatin1Char('\n')), expected);
}

void TestReportSummary::textOfWatching()
{
    const QStringList lines = report::summaryText(sample::watch()).split(QLatin1Char('\n'));
    QCOMPARE(lines.first(), QStringLiteral("Watched http://127.0.0.1:8080 for 1:00 min: 60 readings."));
    QVERIFY(!lines.last().contains(QLatin1String("upload")));
    for (const QString &line : lines)
        QVERIFY2(!line.contains(QLatin1String("Goroutines")), "the server did not tell");
}

void TestReportSummary::textWithoutMetrics()
{
    SessionSnapshot snapshot = sample::upload();
    snapshot.series.clear();
    snapshot.discovery = {};
    snapshot.scrapesMissed = 0;
    const QString text = report::summaryText(snapshot);
    QVERIFY(text.contains(QLatin1String("No metrics were found at http://127.0.0.1:8080.")));
    QVERIFY(text.endsWith(QStringLiteral("The server’s memory was not watched.")));
}

void TestReportSummary::textHoldsNoEscapeSequence()
{
    const QString text = report::summaryText(sample::hostile());
    QVERIFY(text.contains(QStringLiteral("\u241b]0;owned")));
    for (const QChar c : text)
        QVERIFY(c == QLatin1Char('\n') || c.unicode() >= 0x20);
    QCOMPARE(text.count(QLatin1Char('\n')), 13);
}

void TestReportSummary::manyReasonsAreCutShort()
{
    SessionSnapshot snapshot;
    for (int status = 400; status < 460; ++status)
        snapshot.uploads << sample::failed(QStringLiteral("/f"), 1, ErrorKind::HttpStatus, status,
                                           QStringLiteral("no"));
    const QString text = report::summaryText(snapshot);
    QCOMPARE(text.count(QStringLiteral("  1 × ")), 10);
    QVERIFY(text.contains(QLatin1String("  and 50 more reasons")));
}

QTEST_GUILESS_MAIN(TestReportSummary)
#include "tst_reportsummary.moc"
