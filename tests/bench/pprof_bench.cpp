// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pprof/decode.h"
#include "core/pprof/difference.h"
#include "core/pprof/flame.h"
#include "core/pprof/totals.h"
#include "tests/pprof/profilewriter.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <random>

namespace {

constexpr int samples = 100'000;
constexpr int functions = 4'000;
constexpr int runs = 7;

/// Stacks of 8 to 40 frames from a call graph in which every function has a few callees, as a large service's.
QByteArray generated(unsigned seed)
{
    std::mt19937 random(seed);
    support::ProfileWriter writer(
        {"alloc_objects/count", "alloc_space/bytes", "inuse_objects/count", "inuse_space/bytes"});
    for (int i = 0; i < samples; ++i) {
        std::string stack;
        unsigned function = random() % 5;
        const unsigned depth = 8 + random() % 33;
        for (unsigned frame = 0; frame < depth; ++frame) {
            const std::string name = "github.com/acme/service/internal/part" + std::to_string(function % 97)
                + ".(*Type" + std::to_string(function % 13) + ").Method" + std::to_string(function)
                + "@/src/part" + std::to_string(function % 97)
                + "/file.go:" + std::to_string(function % 700 + 1);
            stack = frame == 0 ? name : name + " <- " + stack;
            function = (function * 31 + 7 + random() % 6) % functions;
        }
        const qint64 size = 16LL << (random() % 12);
        const qint64 count = 1 + random() % 2000;
        writer.add(stack, {count * 3, count * 3 * size, count, count * size}, size);
    }
    return writer.gzipped();
}

template <typename Work>
double medianMs(Work work)
{
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

double program(const QString &executable, const QStringList &arguments)
{
    return medianMs([&] {
        QProcess process;
        process.setStandardOutputFile(QProcess::nullDevice());
        process.start(executable, arguments);
        if (!process.waitForFinished(120'000) || process.exitCode() != 0)
            qFatal("%s failed: %s", qPrintable(executable), process.readAllStandardError().constData());
    });
}

QString write(const QTemporaryDir &folder, const char *name, const QByteArray &content)
{
    QFile file(folder.filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write the profile");
    return file.fileName();
}

} // namespace

int main()
{
    const QTemporaryDir folder;
    const QByteArray after = generated(1);
    const QByteArray before = generated(2);
    const QString afterFile = write(folder, "after.pb.gz", after);
    const QString beforeFile = write(folder, "before.pb.gz", before);
    const auto profile = pprof::decode(after);
    const auto base = pprof::decode(before);
    if (!profile || !base)
        qFatal("the generated profile is refused");
    std::printf("%d samples, %zu stack entries, %zu locations, %lld bytes gzipped; medians of %d runs\n",
                samples, profile->stackEntries.size(), profile->locations.size(),
                static_cast<long long>(after.size()), runs);

    const auto keep = [](size_t size) { // so that nothing is optimised away
        if (size == 0)
            std::puts("?");
    };
    const double decoding = medianMs([&] { keep(pprof::decode(after)->stackEntries.size()); });
    const double counting
        = medianMs([&] { keep(pprof::totals(*profile, 3, pprof::Granularity::Function).size()); });
    std::printf("decode %.1f ms, totals %.1f ms, difference %.1f ms, flame %.1f ms\n", decoding, counting,
                medianMs([&] { keep(pprof::difference(*profile, *base)->before.size()); }),
                medianMs([&] { keep(pprof::layoutFlame(*profile, {.type = 3}).nodes.size()); }));

    const QString cli = QStringLiteral(TIDEMARK_BIN_DIR "/tidemark-cli");
    const QString go = QStringLiteral(GO_EXECUTABLE);
    const QStringList pprof{QStringLiteral("tool"), QStringLiteral("pprof"), QStringLiteral("-top"),
                            QStringLiteral("-symbolize=none")};
    const double ourTop = program(cli, {QStringLiteral("profile"), QStringLiteral("top"), afterFile});
    const double goTop = program(go, pprof + QStringList{afterFile});
    std::printf("top:  tidemark-cli %.0f ms, go tool pprof %.0f ms: %.3f of it\n", ourTop, goTop,
                ourTop / goTop);
    const double ourDiff
        = program(cli, {QStringLiteral("profile"), QStringLiteral("diff"), afterFile, beforeFile});
    const double goDiff
        = program(go, pprof + QStringList{QStringLiteral("-diff_base=") + beforeFile, afterFile});
    std::printf("diff: tidemark-cli %.0f ms, go tool pprof %.0f ms: %.3f of it\n", ourDiff, goDiff,
                ourDiff / goDiff);
}
