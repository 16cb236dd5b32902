// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/killedjob.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <memory>

/// A real `tidemark-cli upload --resume` that is killed with SIGKILL at random instants, until it gets to its end. After each
/// kill the archive is sound, what is done stays done and is not sent again, and what was sent meanwhile is known to have
/// begun. Eight kills; TIDEMARK_KILLS asks for more, TIDEMARK_SEED for another seed.
class TestKilled final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAtRandomInstants();
};

void TestKilled::killedAtRandomInstants()
{
    using namespace std::chrono;
    constexpr int files = 240;
    const int wanted = qEnvironmentVariable("TIDEMARK_KILLS", QStringLiteral("8")).toInt();
    const quint32 seed = qEnvironmentVariable("TIDEMARK_SEED", QStringLiteral("1")).toUInt();
    QRandomGenerator random(seed);

    // How long one takes that nobody disturbs: the instants are spread over that.
    KilledJob undisturbed;
    QVERIFY2(undisturbed.prepare(files).isEmpty(), "no server");
    QElapsedTimer took;
    took.start();
    QVERIFY(!undisturbed.runUntil(minutes(5)));
    const double whole = static_cast<double>(took.nsecsElapsed()) / 1e3; // µs
    QVERIFY2(undisturbed.result().exitCode == 0, undisturbed.result().told());
    QCOMPARE(undisturbed.missing(), QStringList());
    QCOMPARE(undisturbed.repeated(), 0);

    int kills = 0, jobs = 0, interrupted = 0, repeated = 0;
    while (kills < wanted) {
        KilledJob job;
        QVERIFY2(job.prepare(files).isEmpty(), "no server");
        ++jobs;
        while (kills < wanted) {
            const auto instant = microseconds(static_cast<qint64>(random.generateDouble() * whole));
            if (!job.runUntil(instant))
                break;
            ++kills;
            const QStringList wrong = job.contradictions();
            QVERIFY2(wrong.isEmpty(),
                     qPrintable(QStringLiteral("seed %1, kill %2 after %3 µs: %4")
                                    .arg(seed)
                                    .arg(kills)
                                    .arg(instant.count())
                                    .arg(wrong.join(QStringLiteral("; ")))));
        }
        if (job.result().exitCode != 0)
            QVERIFY(!job.runUntil(minutes(5)));
        QVERIFY2(job.result().exitCode == 0, job.result().told());
        QCOMPARE(job.missing(), QStringList());
        interrupted += job.interrupted();
        repeated += job.repeated();
    }
    qInfo("seed %u: %d kills of %d jobs with %d files each: %d uploads interrupted, %d of them were whole "
          "with the server, "
          "none finished was repeated, none is lost",
          seed, kills, jobs, files, interrupted, repeated);
}

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
