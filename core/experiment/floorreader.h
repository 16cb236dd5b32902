// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/threshold.h"
#include "core/experiment/floor.h"
#include "core/experiment/stage.h"
#include "core/metrics/discovery.h"
#include "core/metrics/gomemstats.h"

namespace experiment {

/// Reads floors: what is left on a server once it has settled and collected its garbage.
///
/// - Settled means that goroutines and descriptors are what they were at the last floor, or more than that by as much as that
///   was more than the one before, or have not changed for three looks; at most 5 s are waited for that, and for the same
///   once more after the collections.
/// - Of a local process, descriptors settle and are counted in /proc before anything is asked of the server: the garbage
///   of a few pages of metrics can be what makes it collect, and close the files that were forgotten.
/// - A Go server with /debug/pprof/ is read through heap?gc=1&debug=1, whose trailer is written before the handler
///   itself allocates (leak-check method, section 0.1), six times: pools let go at the second collection, finalizers at
///   the third. The floor is the lowest of the last four: single readings are up to 10 KiB too high, because the
///   connection that asks for them allocates, too.
/// - Other servers are read five times, and the lowest counts. A Go server without pprof tells its live heap by the
///   goal of the next collection, live × (1 + GOGC/100); GOGC is taken for 100. Node's buffers are read beside its heap.
/// - Counts are read before the first collection and after the last one, files once each: to walk a folder takes time. Collections that the server made by itself since
///   the last floor are those that it does not call forced.
///
/// Thread: that of the stage, which outlives it.
class FloorReader final
{
    Q_DISABLE_COPY_MOVE(FloorReader)

public:
    struct Target
    {
        net::Endpoint watch; ///< Headers, TLS and credentials for every request.
        metrics::DiscoveryReport found; ///< At least one source.
        qint64 pid = 0; ///< Of a local server; 0: none.
        QStringList folders; ///< Whose files are counted.
    };

    FloorReader(Stage &stage, Target target);

    [[nodiscard]] analysis::Reading kind() const { return m_kind; }

    /// `rest`: how long the server is left alone before, and so can close by itself what it closes late. Errors: those of
    /// fetching, Malformed, NotFound for a process that has ended.
    QCoro::Task<base::Result<FloorReading>> read(std::chrono::milliseconds rest = {});
    /// The same, once more after 300 ms if it fails: one lost answer is not the end.
    QCoro::Task<base::Result<FloorReading>> readPatiently(std::chrono::milliseconds rest = {});
    /// What can be counted at this moment: nothing is collected, nor waited for; files are left out. Errors: those of read().
    QCoro::Task<base::Result<Counts>> counts();
    enum class Presence {
        Same, ///< Or it does not tell when it was started.
        Other, ///< Another process than at that floor.
        Silent, ///< It told nothing within half a second.
    };
    QCoro::Task<Presence> presence(FloorReading floor);
    /// Of two start times, whether they are of different processes. One that is worked out from an uptime moves when
    /// the clock is set. False where one is not told.
    [[nodiscard]] static bool isOtherStart(double a, double b);
    /// Whether another process answered at the second floor: it started at another time, or what it counts has fallen.
    [[nodiscard]] static bool isRestarted(const FloorReading &before, const FloorReading &now);
    /// The pprof profile of that name ("heap", "goroutine"), as sent. Errors: NotFound where there is no pprof.
    QCoro::Task<base::Result<QByteArray>> profile(QString name);

private:
    struct Look
    {
        metrics::Reading metrics;
        Counts counts;
        double rss = Counts::unknown;
        double external = Counts::unknown;
        double mapped = Counts::unknown; ///< By the runtime: goMapped(), jvmCommitted().
        double startTicks = Counts::unknown;
        DescriptorKinds kinds;
    };
    /// What /proc tells of the process. Kind None: seen.
    [[nodiscard]] base::Error lookFromOutside(Look &look, DescriptorDetail detail) const;
    /// Kind None: the watched process is the one whose metrics are read, as far as both tell.
    [[nodiscard]] base::Error comparedStarts(const Look &look) const;
    QCoro::Task<base::Result<Look>> look(std::chrono::milliseconds deadline);
    QCoro::Task<base::Error> countGoroutines(Look &look, std::chrono::milliseconds deadline);
    QCoro::Task<base::Result<Look>> lookAs(bool isFromOutside);
    /// What was there when it had settled, the last two times.
    struct Settled
    {
        std::optional<Counts> last, before;

        [[nodiscard]] bool fits(const Counts &counts) const;
        void add(const Counts &counts);
    };
    QCoro::Task<base::Result<Look>> settle(bool isFromOutside, Settled &settled, base::Steady until);
    QCoro::Task<base::Result<metrics::GoMemStats>> collect(FloorReading &floor);
    /// Kind None: read. (Not a Result<Done>: QCoro's tasks take its std::monostate for "no value yet".)
    [[nodiscard]] double startTimeOf(const Look &look) const;
    QCoro::Task<> countFiles(Counts &counts);
    QCoro::Task<base::Error> countBefore(FloorReading &floor);
    QCoro::Task<base::Error> readHeap(FloorReading &floor);
    QCoro::Task<base::Error> readLowest(FloorReading &floor);

    Stage &m_stage;
    Target m_target;
    analysis::Reading m_kind = analysis::Reading::Other;
    QUrl m_pprof; ///< Folder; empty: none.
    Settled m_beforeGc;
    Settled m_fromOutside;
    Settled m_afterGc;
    double m_ownCollections = Counts::unknown; ///< All so far, at the last floor.
    int m_collected = 0; ///< Forced for the floor that is being read.
    double m_ownNow = Counts::unknown;
    bool m_isCompared = false; ///< comparedStarts(), once: clocks are set now and then.
};

} // namespace experiment
