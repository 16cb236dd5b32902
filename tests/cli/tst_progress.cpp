// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/progress.h"

#include <QTest>

using namespace cli;
using metrics::Role;

class TestProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_data();
    void text();
    void neverWiderThanTheTerminal();
};

void TestProgress::text_data()
{
    QTest::addColumn<ProgressState>("state");
    QTest::addColumn<QString>("expected");

    ProgressState looking;
    looking.phase = QStringLiteral("looking for metrics");
    QTest::newRow("nothing known yet") << looking << QStringLiteral("looking for metrics");

    ProgressState upload = looking;
    upload.totals.files = 40;
    upload.totals.done = 11;
    upload.totals.failed = 1;
    upload.totals.bytes = 3LL * 1024 * 1024 * 1024;
    upload.totals.bytesDone = upload.totals.bytes / 2;
    upload.totals.bytesPerSecond = 310.0 * 1024 * 1024;
    upload.reading = metrics::Reading();
    upload.reading->set(Role::HeapLive, 152.0 * 1024 * 1024);
    QTest::newRow("uploading") << upload
                               << QStringLiteral(
                                      "12 of 40 files · 1 failed · 1.50 GiB of 3.00 GiB · 310 MiB/s · "
                                      "0:05 left · heap 152 MiB");
    upload.totals.failed = 0;
    upload.totals.bytesPerSecond = 0;
    upload.reading.reset();
    QTest::newRow("standing still, no metrics")
        << upload << QStringLiteral("11 of 40 files · 1.50 GiB of 3.00 GiB");
    upload.totals.bytesPerSecond = 1;
    QTest::newRow("nearly standing still: years are not counted")
        << upload << QStringLiteral("11 of 40 files · 1.50 GiB of 3.00 GiB · 1 B/s");
    upload.totals.bytesPerSecond = 0;
    upload.totals.postponed = 7;
    QTest::newRow("some wait for another attempt")
        << upload << QStringLiteral("11 of 40 files · 7 tried again later · 1.50 GiB of 3.00 GiB");

    ProgressState watching;
    watching.left = std::chrono::seconds(75);
    watching.reading = metrics::Reading();
    watching.reading->set(Role::Rss, 2048);
    watching.reading->set(Role::Threads, 7);
    watching.reading->set(Role::Descriptors, 11);
    QTest::newRow("watching") << watching
                              << QStringLiteral("1:15 left · RSS 2.00 KiB · threads 7 · files 11");
    watching.reading->set(Role::Goroutines, 5);
    QTest::newRow("goroutines before threads")
        << watching << QStringLiteral("1:15 left · RSS 2.00 KiB · goroutines 5 · files 11");
    ProgressState local;
    metrics::Reading &folder = local.beside[QStringLiteral("folder /tmp")];
    folder.set(Role::DiskFiles, 3);
    folder.set(Role::DiskBytes, 2048);
    metrics::Reading &process = local.beside[QStringLiteral("process 7")];
    process.set(Role::AnonymousRss, 4096);
    process.set(Role::Threads, 2);
    process.set(Role::Descriptors, 9);
    QTest::newRow("process and folder")
        << local
        << QStringLiteral(
               "folder /tmp: 3 files, 2.00 KiB · process 7: anonymous 4.00 KiB, threads 2, files 9");
}

void TestProgress::text()
{
    QFETCH(const ProgressState, state);
    QFETCH(const QString, expected);
    QCOMPARE(progressText(state, 200), expected);
}

void TestProgress::neverWiderThanTheTerminal()
{
    ProgressState state;
    state.totals.files = 100'000;
    state.totals.failed = 99'999;
    state.totals.bytes = 1'000'000'000'000;
    state.totals.bytesPerSecond = 1'000'000;
    for (int width = 0; width < 120; ++width)
        QCOMPARE_LE(progressText(state, width).size(), width);
    QCOMPARE(progressText(state, 25), QStringLiteral("99,999 of 100,000 files"));
}

QTEST_GUILESS_MAIN(TestProgress)
#include "tst_progress.moc"
