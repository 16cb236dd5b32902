// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/scraper.h"
#include "core/metrics/source.h"

#include <QObject>

#include <limits>

namespace experiment {

/// What a server told while a load ran. NaN: not told. What happens between two readings is not seen: peaks are at least
/// as high as this.
struct ServerPeaks
{
    static constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

    double heap = unknown; ///< Bytes, garbage included.
    double rss = unknown; ///< Bytes.
    double goroutines = unknown;
    double threads = unknown;
    double descriptors = unknown;
    double gcPauseSeconds = unknown; ///< Of all collections meanwhile.
    double collections = unknown;
    double longestGcPause
        = unknown; ///< Seconds; where the runtime tells the longest of its own window, and that rose.
    double cpuSeconds = unknown; ///< Of processors, meanwhile.
    int readings = 0;
    int missed = 0;

    void add(const metrics::Reading &reading);
    /// Bytes, of the first reading.
    [[nodiscard]] double firstRss() const { return m_firstRss; }

private:
    double m_firstRss = unknown;
    double m_firstPause = unknown;
    double m_firstLongest = unknown;
    double m_firstCollections = unknown;
    double m_firstCpu = unknown;
};

/// Reads a server's metrics beside an experiment's steps, five times a second, and keeps their peaks.
///
/// Thread: that of the manager and the clock. Ownership: the caller's. Errors: a reading that fails is counted.
class PeakWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PeakWatch)

public:
    PeakWatch(QNetworkAccessManager &manager, base::Clock &clock);

    /// Begins with a reading at once. From now on peaks() are of what follows.
    void start(const net::Endpoint &watch, const metrics::Source &source);
    void stop() { m_scraper.stop(); }
    [[nodiscard]] const ServerPeaks &peaks() const { return m_peaks; }

private:
    metrics::Scraper m_scraper;
    ServerPeaks m_peaks;
};

} // namespace experiment
