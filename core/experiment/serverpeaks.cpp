// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/serverpeaks.h"

#include <cmath>

namespace experiment {
namespace {

using namespace std::chrono_literals;
using metrics::Role;

constexpr auto interval = 200ms;

void raise(double &peak, double value)
{
    peak = std::isnan(peak) ? value : std::fmax(peak, value);
}

/// Of what only counts up: how much since its first value.
void count(double &since, double &first, double value)
{
    if (std::isnan(first))
        first = value;
    if (std::isfinite(value))
        since = value - first;
}

} // namespace

void ServerPeaks::add(const metrics::Reading &reading)
{
    ++readings;
    raise(heap, reading.value(Role::HeapLive));
    if (std::isnan(m_firstRss))
        m_firstRss = reading.value(Role::Rss);
    raise(rss, reading.value(Role::Rss));
    raise(goroutines, reading.value(Role::Goroutines));
    raise(threads, reading.value(Role::Threads));
    raise(descriptors, reading.value(Role::Descriptors));
    const double longest = reading.value(Role::GcPauseMax);
    if (std::isnan(m_firstLongest))
        m_firstLongest = longest;
    else if (longest > m_firstLongest) // else it is of a collection before
        raise(longestGcPause, longest);
    count(gcPauseSeconds, m_firstPause, reading.value(Role::GcPauseTotal));
    count(collections, m_firstCollections, reading.value(Role::GcCount));
    count(cpuSeconds, m_firstCpu, reading.value(Role::CpuTotal));
}

PeakWatch::PeakWatch(QNetworkAccessManager &manager, base::Clock &clock)
    : m_scraper(manager, clock)
{
    connect(&m_scraper, &metrics::Scraper::scraped, this,
            [this](const metrics::Reading &reading) { m_peaks.add(reading); });
    connect(&m_scraper, &metrics::Scraper::missed, this, [this] { ++m_peaks.missed; });
}

void PeakWatch::start(const net::Endpoint &watch, const metrics::Source &source)
{
    m_peaks = {};
    m_scraper.start(watch, source, interval);
}

} // namespace experiment
