// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/gomemstats.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

namespace metrics {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(metrics::MetricsPage)
};

constexpr std::string_view heading = "# runtime.MemStats\n";
constexpr double nanosecond = 1e-9;

double toNumber(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? number : GoMemStats::unknown;
}

/// "[41714995 85943 0 …]", nanoseconds.
double longestPause(std::string_view list)
{
    double longest = GoMemStats::unknown;
    if (!list.starts_with('[') || !list.ends_with(']'))
        return longest;
    list = list.substr(1, list.size() - 2);
    while (!list.empty()) {
        const size_t end = std::min(list.find(' '), list.size());
        longest = std::fmax(longest, toNumber(list.substr(0, end)));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return longest * nanosecond;
}

void take(std::string_view name, std::string_view value, GoMemStats &stats)
{
    if (name == "HeapAlloc")
        stats.heapAlloc = toNumber(value);
    else if (name == "HeapInuse")
        stats.heapInuse = toNumber(value);
    else if (name == "HeapReleased")
        stats.heapReleased = toNumber(value);
    else if (name == "HeapObjects")
        stats.heapObjects = toNumber(value);
    else if (name == "Sys")
        stats.sys = toNumber(value);
    else if (name == "NextGC")
        stats.nextGc = toNumber(value);
    else if (name == "NumGC")
        stats.numGc = toNumber(value);
    else if (name == "NumForcedGC")
        stats.numForcedGc = toNumber(value);
    else if (name == "PauseNs")
        stats.pauseMaxSeconds = longestPause(value);
}

} // namespace

void GoMemStats::fill(Reading &reading) const
{
    const auto set = [&reading](Role role, double value) {
        if (!std::isnan(value))
            reading.set(role, value);
    };
    set(Role::HeapLive, heapAlloc);
    set(Role::HeapGoal, nextGc);
    set(Role::GcCount, numGc);
    set(Role::GcPauseTotal, pauseTotalSeconds);
    set(Role::GcPauseMax, pauseMaxSeconds);
}

base::Result<GoMemStats> parseHeapTrailer(QByteArrayView page)
{
    std::string_view rest(page.data(), static_cast<size_t>(page.size()));
    const size_t begin = rest.rfind(heading);
    if (begin == std::string_view::npos)
        return base::Error{base::ErrorKind::Malformed,
                           Text::tr("a heap profile without the trailer of runtime.MemStats"),
                           0,
                           {}};
    rest.remove_prefix(begin + heading.size());

    GoMemStats stats;
    // A last line without line feed may have been cut.
    for (size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end + 1);
        const size_t sign = line.find(" = ");
        if (line.starts_with("# ") && sign != std::string_view::npos && sign > 2)
            take(line.substr(2, sign - 2), line.substr(sign + 3), stats);
    }
    if (std::isnan(stats.heapAlloc) || std::isnan(stats.numGc))
        return base::Error{
            base::ErrorKind::Malformed, Text::tr("the trailer of runtime.MemStats is not whole"), 0, {}};
    return stats;
}

} // namespace metrics
