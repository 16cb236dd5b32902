// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/metricspage.h"
#include "core/metrics/prometheustext.h"
#include "core/metrics/seriesstore.h"

#include <benchmark/benchmark.h>

#include <cmath>

using metrics::Format;
using metrics::Reading;
using metrics::Role;
using metrics::SeriesStore;

namespace {

constexpr qint64 epochMs = 1'700'000'040'000;

/// As a busy service exposes it: histograms by path and status, and somewhere among them what a runtime tells.
QByteArray pageOf(int series)
{
    QByteArray page;
    for (int i = 0; i < series; ++i) {
        if (i % 50 == 0) {
            const QByteArray name = "service_request_duration_seconds_" + QByteArray::number(i / 50);
            page += "# HELP " + name + " Time until the last byte of the answer.\n# TYPE " + name
                + " histogram\n";
        }
        page += "service_request_duration_seconds_" + QByteArray::number(i / 50)
            + "_bucket{method=\"POST\",path=\"/v1/items/" + QByteArray::number(i % 7)
            + "\",status=\"200\",le=\"" + QByteArray::number(0.005 * (i % 50)) + "\"} "
            + QByteArray::number(1.5 * i, 'g', 12) + '\n';
        if (i == series / 2)
            page += "go_memstats_heap_alloc_bytes 1.0805824e+07\nprocess_resident_memory_bytes 1.2e+07\n";
    }
    return page;
}

Reading readingAt(qint64 second)
{
    Reading reading;
    reading.timeMs = epochMs + second * 1'000;
    for (const Role role : metrics::allRoles()) {
        if (role != Role::Requests)
            reading.set(role,
                        1e8 + 1e7 * std::sin(static_cast<double>(second) / 300 + static_cast<int>(role)));
    }
    return reading;
}

/// 24 hours of 12 series, one reading a second.
const SeriesStore &day()
{
    static const SeriesStore store = [] {
        SeriesStore filled;
        for (qint64 second = 0; second < 86'400; ++second)
            filled.append(readingAt(second));
        return filled;
    }();
    return store;
}

void parsePage(benchmark::State &state)
{
    const QByteArray page = pageOf(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        auto read = metrics::parsePage(Format::PrometheusText, page);
        benchmark::DoNotOptimize(read);
    }
    state.SetBytesProcessed(state.iterations() * page.size());
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(parsePage)->Arg(100)->Arg(10'000)->Unit(benchmark::kMillisecond);

void append(benchmark::State &state)
{
    SeriesStore store = day();
    qint64 second = 86'400;
    for (auto _ : state)
        store.append(readingAt(second++));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(append);

/// All twelve series for a picture 1,200 pixels wide.
void decimate(benchmark::State &state)
{
    const SeriesStore &store = day();
    const qint64 to = store.lastMs();
    const qint64 from = to - state.range(0) * 1'000;
    size_t points = 0;
    for (auto _ : state) {
        points = 0;
        for (const Role role : metrics::allRoles()) {
            auto picture = store.decimated(role, from, to, 1'200);
            points += picture.size();
            benchmark::DoNotOptimize(picture);
        }
    }
    state.counters["points"] = static_cast<double>(points);
}
BENCHMARK(decimate)->ArgName("seconds")->Arg(60)->Arg(3'599)->Arg(86'400)->Unit(benchmark::kMillisecond);

/// What a snapshot costs.
void copyStore(benchmark::State &state)
{
    for (auto _ : state) {
        SeriesStore copy = day();
        benchmark::DoNotOptimize(copy);
    }
}
BENCHMARK(copyStore)->Unit(benchmark::kMillisecond);

} // namespace
