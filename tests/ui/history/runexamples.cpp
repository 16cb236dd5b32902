// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/history/runexamples.h"

#include <array>

namespace examples {

using session::KeptRun;

namespace {

struct Row
{
    const char *command;
    const char *path;
    const char *verdict;
    const char *sentence;
    const char *tags;
    const char *note;
    double seconds;
    qint64 bytes;
};

constexpr std::array rows{
    Row{"check", "read-all", "leaks", "Leaks 1.06 MiB per upload in main.readAll (specimens/read_all.go:31)",
        "main", "", 96, 41'200},
    Row{"check", "read-all/cured", "stable", "Stable: nothing above 518 B per upload", "main fix-214",
        "with io.Copy", 94, 38'900},
    Row{"session", "read-all", "failed",
        "12 of 14 files uploaded, 2 failed. Memory grew by 13.1 MiB while they ran.", "", "", 312, 88'400},
    Row{"sweep", "retry-storm", "breaks-down", "Breaks down at 64 at once: 38 % of the uploads fail",
        "nightly", "", 188, 51'700},
    Row{"audit", "body-limit", "failed",
        "3 of 18 checks failed: no limit for the body, slow clients, temporary files", "release",
        "before 2.4", 41, 29'300},
    Row{"check", "pipe-goroutine", "leaks",
        "Leaks 1.00 goroutine per aborted upload in main.pipe (specimens/pipe.go:44)", "", "", 102, 40'100},
    Row{"upload", "intake", "done", "2,400 files uploaded. Memory stayed where it was.", "nightly", "", 803,
        310'500},
    Row{"check", "noisy", "inconclusive",
        "Inconclusive: the heap varies by 3.10 MiB, which hides leaks below 96.0 KiB", "", "try --thorough",
        95, 37'700},
    Row{"watch", "intake", "watched", "Watched for 2:00:00 h. Memory stayed where it was.", "", "", 7'200,
        120'800},
    Row{"sweep", "intake", "holds", "Holds 200 uploads at once: 1,840 per second, 95 % within 96 ms",
        "nightly", "", 240, 55'200},
};

} // namespace

QList<KeptRun> keptRuns()
{
    constexpr int count = 30;
    constexpr qint64 newestMs = 1'795'975'140'000; // 2026-11-29 17:59 UTC
    constexpr qint64 hourMs = 3'600'000;
    QList<KeptRun> runs;
    for (int i = 0; i < count; ++i) {
        const Row &row = rows[static_cast<std::size_t>(i) % rows.size()];
        KeptRun run;
        run.id = count - i;
        run.command = QString::fromUtf8(row.command);
        run.server = QStringLiteral("http://localhost:8080/upload/") + QString::fromUtf8(row.path);
        if (i >= 12)
            run.server.replace(QStringLiteral("localhost:8080"), QStringLiteral("intake.example.net"));
        run.startedAtMs = newestMs - i * i * hourMs;
        run.seconds = row.seconds;
        run.verdict = QString::fromUtf8(row.verdict);
        run.sentence = QString::fromUtf8(row.sentence);
        run.tags = QString::fromUtf8(row.tags).split(u' ', Qt::SkipEmptyParts);
        run.note = QString::fromUtf8(row.note);
        run.bytes = row.bytes + i * 113;
        runs += run;
    }
    return runs;
}

session::RunList listOf(const QList<KeptRun> &runs, const session::RunFilter &filter)
{
    session::RunList list;
    list.all = runs.size();
    for (const KeptRun &run : runs) {
        list.bytes += run.bytes;
        list.tags += run.tags;
        if (!run.server.contains(filter.server)
            || (!filter.command.isEmpty() && run.command != filter.command)
            || (!filter.tag.isEmpty() && !run.tags.contains(filter.tag))
            || (filter.exceptStartedAtMs > 0 && run.startedAtMs == filter.exceptStartedAtMs))
            continue;
        ++list.matching;
        if ((filter.before == 0 || run.id < filter.before)
            && (filter.limit == 0 || list.runs.size() < filter.limit))
            list.runs += run;
    }
    list.tags.sort();
    list.tags.removeDuplicates();
    return list;
}

} // namespace examples
