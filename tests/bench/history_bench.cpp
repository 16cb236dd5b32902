// SPDX-License-Identifier: GPL-3.0-or-later
// How long a history with many runs takes to be opened and listed, and with how much memory. Makes the file if there is none,
// from a JSON document of a real run, or one of 20 KB that hardly packs.
//   release/bin/history_bench FILE.sqlite [runs, default 10000] [JSON file]
#include "core/session/history.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <vector>

namespace {

constexpr int repetitions = 11;
constexpr qsizetype usualBytes = 20'000;

double residentMiB()
{
    QFile status(QStringLiteral("/proc/self/statm"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ').value(1).toDouble() * 4096 / (1024 * 1024);
}

QByteArray documentOf(const QString &file)
{
    QFile json(file);
    if (!file.isEmpty() && json.open(QIODevice::ReadOnly))
        return json.readAll();
    QRandomGenerator random(1);
    QByteArray content;
    while (content.size() < usualBytes)
        content += QByteArray::number(random.generate()) + ", ";
    return content;
}

std::unique_ptr<session::History> opened(const QString &path, session::History::Use use)
{
    auto history = std::make_unique<session::History>();
    if (const auto done = history->open(path, use); !done)
        qFatal("%s", qPrintable(done.error().message));
    return history;
}

void make(const QString &path, int runs, const QByteArray &json)
{
    const auto history = opened(path, session::History::Use::Making);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < runs; ++i) {
        session::KeptRun run;
        run.command = QStringLiteral("check");
        run.server = QStringLiteral("http://localhost:%1/upload/read-all").arg(8'000 + i % 100);
        run.startedAtMs = 1'700'000'000'000 + i * 60'000LL;
        run.seconds = 4.9;
        run.verdict = QStringLiteral("leaks");
        run.sentence
            = QStringLiteral("Leaks 1.06 MiB per upload in main.readAll (specimens/read_all.go:27), %1")
                  .arg(i);
        if (!history->add(run, {{QStringLiteral("json"), json}}))
            qFatal("a run could not be kept");
    }
    std::printf("made:   %d runs, %.2f ms each\n", runs, double(timer.elapsed()) / runs);
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2)
        qFatal("history_bench FILE.sqlite [runs] [JSON file]");
    const QString path = QString::fromLocal8Bit(argv[1]);
    const int runs = argc > 2 ? QByteArray(argv[2]).toInt() : 10'000;
    if (!QFileInfo::exists(path))
        make(path, runs, documentOf(argc > 3 ? QString::fromLocal8Bit(argv[3]) : QString()));
    std::vector<double> open, list;
    qint64 found = 0;
    const double before = residentMiB();
    for (int i = 0; i < repetitions; ++i) {
        QElapsedTimer timer;
        timer.start();
        const auto history = opened(path, session::History::Use::Existing);
        open.push_back(double(timer.nsecsElapsed()) / 1e6);
        timer.restart();
        found = 0;
        if (!history->each({}, [&found](const session::KeptRun &run) { found += run.id > 0; }))
            qFatal("the list cannot be read");
        list.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::printf("file:   %.1f MiB, %lld runs\nopened: %.1f ms\nlisted: %.1f ms\nmemory: %+.1f MiB\n",
                double(QFileInfo(path).size()) / (1024 * 1024), static_cast<long long>(found), median(open),
                median(list), residentMiB() - before);
    return 0;
}
