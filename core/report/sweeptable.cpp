// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sweeptable.h"

#include "core/base/format.h"
#include "core/report/sweepwording.h"
#include "core/report/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace report {
namespace {

using experiment::SweepLevel;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::SweepTable)
};

SweepCell count(double value)
{
    return {value, std::isfinite(value) ? base::formatCount(value) : dash()};
}

SweepCell bytes(double value)
{
    return {value, std::isfinite(value) ? base::formatBytes(value) : dash()};
}

SweepCell perSecond(double value)
{
    return {value, base::formatCount(value < 100 ? std::round(value * 10) / 10 : std::round(value))};
}

SweepCell percent(double share)
{
    return {share * 100, shareText(share)};
}

// Of levels without any answer there are none.
SweepCell milliseconds(const SweepLevel &level, double microseconds)
{
    if (level.load.total.count() == 0)
        return {experiment::ServerPeaks::unknown, dash()};
    return {microseconds / 1000, secondsText(microseconds / 1e6)};
}

SweepCell quantile(const SweepLevel &level, double share)
{
    return milliseconds(level, static_cast<double>(level.load.total.quantile(share)));
}

constexpr SweepColumn atOnce{QT_TRANSLATE_NOOP("report::SweepTable", "At once"), "concurrency",
                             [](const SweepLevel &level) { return count(level.connections); }};

constexpr SweepColumn intended{QT_TRANSLATE_NOOP("report::SweepTable", "Rate/s"), "rate_per_second",
                               [](const SweepLevel &level) { return count(level.intendedPerSecond()); }};

/// Of an open loop, before its answers: how its uploads began.
constexpr SweepColumn arrivals[]{
    intended,
    {QT_TRANSLATE_NOOP("report::SweepTable", "Most at once"), "concurrency",
     [](const SweepLevel &level) { return count(level.connections); }},
    {QT_TRANSLATE_NOOP("report::SweepTable", "Begun late"), "late_percent",
     [](const SweepLevel &level) { return percent(level.load.arrivals.lateShare()); }},
};

constexpr SweepColumn answers[]{
    atOnce,
    {QT_TRANSLATE_NOOP("report::SweepTable", "Requests"), "requests",
     [](const SweepLevel &level) { return count(level.load.attempts()); }},
    {QT_TRANSLATE_NOOP("report::SweepTable", "OK"), "ok",
     [](const SweepLevel &level) { return count(level.load.done); }},
    {QT_TRANSLATE_NOOP("report::SweepTable", "Failed"), "failed",
     [](const SweepLevel &level) { return count(level.failed()); }},
    {QT_TRANSLATE_NOOP("report::SweepTable", "Timeouts"), "timeouts_percent",
     [](const SweepLevel &level) { return percent(level.timeoutShare()); }},
    {QT_TRANSLATE_NOOP("report::SweepTable", "Requests/s"), "requests_per_second",
     [](const SweepLevel &level) { return perSecond(level.requestsPerSecond()); }},
    {QT_TRANSLATE_NOOP("report::SweepTable", "OK/s"), "ok_per_second",
     [](const SweepLevel &level) { return perSecond(level.goodPerSecond()); }},
    {QT_TRANSLATE_NOOP("report::SweepTable", "Mean"), "mean_ms",
     [](const SweepLevel &level) { return milliseconds(level, level.load.total.mean()); }},
    {"p50", "p50_ms", [](const SweepLevel &level) { return quantile(level, 0.50); }},
    {"p90", "p90_ms", [](const SweepLevel &level) { return quantile(level, 0.90); }},
    {"p95", "p95_ms", [](const SweepLevel &level) { return quantile(level, 0.95); }},
    {"p99", "p99_ms", [](const SweepLevel &level) { return quantile(level, 0.99); }},
    {QT_TRANSLATE_NOOP("report::SweepTable", "Max"), "max_ms",
     [](const SweepLevel &level) {
         return milliseconds(level, static_cast<double>(level.load.total.max()));
     }},
};

constexpr SweepColumn server[]{
    {QT_TRANSLATE_NOOP("report::SweepTable", "Peak heap"), "peak_heap_bytes",
     [](const SweepLevel &level) { return bytes(level.peaks.heap); }},
    {QT_TRANSLATE_NOOP("report::SweepTable", "Peak RSS"), "peak_rss_bytes",
     [](const SweepLevel &level) { return bytes(level.peaks.rss); }},
    {QT_TRANSLATE_NOOP("report::SweepTable", "Per upload in flight"), "bytes_per_in_flight",
     [](const SweepLevel &level) { return bytes(level.bytesPerInFlight()); }},
    {QT_TRANSLATE_NOOP("report::SweepTable", "Left per upload"), "left_per_upload_bytes",
     [](const SweepLevel &level) {
         const double left = level.perUpload(analysis::Resource::Heap);
         return SweepCell{left, growthText(analysis::Resource::Heap, left)};
     }},
    {QT_TRANSLATE_NOOP("report::SweepTable", "GC pauses"), "gc_pauses_ms",
     [](const SweepLevel &level) {
         return SweepCell{level.peaks.gcPauseSeconds * 1000, secondsText(level.peaks.gcPauseSeconds)};
     }},
    {QT_TRANSLATE_NOOP("report::SweepTable", "Goroutines"), "peak_goroutines",
     [](const SweepLevel &level) { return count(level.peaks.goroutines); }},
    {QT_TRANSLATE_NOOP("report::SweepTable", "Threads"), "peak_threads",
     [](const SweepLevel &level) { return count(level.peaks.threads); }},
    {QT_TRANSLATE_NOOP("report::SweepTable", "Descriptors"), "peak_descriptors",
     [](const SweepLevel &level) { return count(level.peaks.descriptors); }},
};

constexpr const char *overview[]{
    "concurrency",
    "requests_per_second",
    "timeouts_percent",
    "failed",
    "mean_ms",
    "p50_ms",
    "p95_ms",
    "p99_ms",
    "peak_heap_bytes",
    "peak_rss_bytes",
    "bytes_per_in_flight",
    "left_per_upload_bytes",
};

bool isTold(const SweepColumn &column, std::span<const SweepLevel> levels)
{
    return std::ranges::any_of(
        levels, [&column](const SweepLevel &level) { return std::isfinite(column.cell(level).value); });
}

SweepTable answersByConcurrency()
{
    return {Text::tr("Answers by concurrency"),
            Text::tr("times are of all that was answered, refusals included; what got no answer has none"),
            {std::begin(answers), std::end(answers)}};
}

SweepTable answersByRate()
{
    SweepTable table{
        Text::tr("Answers by rate"),
        Text::tr("times are of all that was answered, refusals included, from when an upload was due; what "
                 "got no answer has none; late is what began more than %1 after it was due")
            .arg(base::formatDuration(transfer::Arrivals::lateAfter)),
        {std::begin(arrivals), std::end(arrivals)}};
    // How many there were at once is among the former.
    table.columns.insert(table.columns.end(), std::begin(answers) + 1, std::end(answers));
    return table;
}

} // namespace

QString SweepColumn::heading() const
{
    return Text::tr(title);
}

SweepTable sweepOverview(std::span<const SweepLevel> levels)
{
    SweepTable table{
        Text::tr("By uploads at once"),
        Text::tr(
            "times are of all that was answered; peaks are of five readings a second, garbage "
            "included; what each upload in flight took is above what there was before, what each left is "
            "without garbage"),
        {}};
    // A table that is seen at a glance has no room for longer ones.
    const auto shortened = [](SweepColumn column) {
        const QLatin1StringView key(column.key);
        if (key == QLatin1StringView("bytes_per_in_flight"))
            column.title = QT_TRANSLATE_NOOP("report::SweepTable", "In flight, each");
        if (key == QLatin1StringView("left_per_upload_bytes"))
            column.title = QT_TRANSLATE_NOOP("report::SweepTable", "Left, each");
        return column;
    };
    const auto take = [&](std::span<const SweepColumn> columns, const char *key) {
        for (const SweepColumn &column : columns) {
            if (QLatin1StringView(column.key) == QLatin1StringView(key))
                table.columns.push_back(shortened(column));
        }
    };
    for (const char *key : overview) {
        take(answers, key);
        take(server, key);
    }
    std::erase_if(table.columns, [levels](const SweepColumn &column) {
        const bool isOfServer = std::ranges::any_of(
            server, [&column](const SweepColumn &one) { return one.key == column.key; });
        return isOfServer && !isTold(column, levels);
    });
    return table;
}

std::vector<SweepTable> sweepTables(const experiment::SweepResult &result)
{
    if (result.levels.empty())
        return {};
    const bool isOpenLoop = result.plan.isOpenLoop();
    SweepTable ofAnswers = isOpenLoop ? answersByRate() : answersByConcurrency();
    SweepTable ofServer{
        Text::tr("The server meanwhile"),
        Text::tr("peaks are of five readings a second; the heap’s has garbage in it, what is left per "
                 "upload has not"),
        {isOpenLoop ? intended : atOnce}};
    for (const SweepColumn &column : server) {
        if (isTold(column, result.levels))
            ofServer.columns.push_back(column);
    }
    if (ofServer.columns.size() == 1)
        return {ofAnswers};
    return {ofAnswers, ofServer};
}

} // namespace report
