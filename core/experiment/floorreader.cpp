// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/floorreader.h"

#include "core/metrics/prometheustext.h"
#include "core/metrics/scrapeplan.h"

#include <QCoreApplication>
#include <QDateTime>

#include <cmath>

namespace experiment {
namespace {

using namespace std::chrono_literals;
using base::Error;
using base::ErrorKind;
using metrics::Role;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(experiment::FloorReader)
};

constexpr int stillLooks = 3; // unchanged so often is settled
constexpr auto lookGap = 40ms;
constexpr auto settleTime = 5s;
constexpr int collections = 6;
constexpr int keptCollections = 4; // the last ones
constexpr auto collectionGap = 20ms; // in which finalizers run
constexpr int plainLooks = 5;
constexpr double smallestGoal = 4.0 * 1024 * 1024; // Go never collects below it (mgcpacer.go)
constexpr qint64 maxBytes = 64 * 1024 * 1024;
constexpr auto patience = 10s;
constexpr double sameStart = 1.5; // seconds; of clock ticks, one
constexpr double sameProcess = 10; // seconds; a runtime starts a moment after its process
constexpr auto impatience = 500ms; // where a check is to end anyway
constexpr net::FetchJob::Limits limits{.deadline = patience, .maxBytes = maxBytes};

analysis::Reading kindOf(const metrics::DiscoveryReport &found, bool hasPprof)
{
    if (hasPprof)
        return analysis::Reading::GoExact;
    switch (found.sources.first().runtime) {
    case metrics::Runtime::Go:
        return analysis::Reading::GoMetrics;
    case metrics::Runtime::Node:
        return analysis::Reading::Node;
    case metrics::Runtime::Jvm:
        return analysis::Reading::Jvm;
    case metrics::Runtime::Unknown:
    case metrics::Runtime::Python:
    case metrics::Runtime::DotNet:
        break;
    }
    return analysis::Reading::Other;
}

bool isSame(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

// Temporary files are left out: nothing is known about when they go.
bool isSame(const Counts &a, const Counts &b)
{
    return isSame(a.goroutines, b.goroutines) && isSame(a.descriptors, b.descriptors);
}

double lower(double a, double b)
{
    return std::isnan(a) ? b : std::fmin(a, b);
}

// Node's buffers live outside of its heap.
double nodeExternal(const QByteArray &page)
{
    metrics::PrometheusReader reader(page);
    for (metrics::PrometheusSample sample; reader.next(sample);) {
        if (sample.name == "nodejs_external_memory_bytes")
            return sample.value;
    }
    return Counts::unknown;
}

/// What Go's runtime holds of the system's memory: its heap, garbage included, its stacks and its tables.
double goMapped(const QByteArray &page)
{
    double taken = Counts::unknown, released = Counts::unknown;
    metrics::PrometheusReader reader(page);
    for (metrics::PrometheusSample sample; reader.next(sample);) {
        if (sample.name == "go_memstats_sys_bytes")
            taken = sample.value;
        else if (sample.name == "go_memstats_heap_released_bytes")
            released = sample.value;
    }
    return taken - released;
}

/// What the JVM has set aside for its heap: much of it is touched for the first time while it is watched.
double jvmCommitted(const QByteArray &page)
{
    double committed = Counts::unknown;
    metrics::PrometheusReader reader(page);
    for (metrics::PrometheusSample sample; reader.next(sample);) {
        // Prometheus' Java client before 1.0; after it, and Micrometer, by pools.
        const bool isMeant
            = sample.name == "jvm_memory_bytes_committed" || sample.name == "jvm_memory_committed_bytes";
        if (isMeant && sample.hasLabel("area", "heap"))
            committed = sample.value + (std::isfinite(committed) ? committed : 0);
    }
    return committed;
}

double goLive(const metrics::Reading &reading)
{
    const double goal = reading.value(Role::HeapGoal);
    return goal > smallestGoal ? goal / 2 : reading.value(Role::HeapLive);
}

} // namespace

FloorReader::FloorReader(Stage &stage, Target target)
    : m_stage(stage)
    , m_target(std::move(target))
{
    Q_ASSERT(m_target.found.found());
    for (const metrics::Source &source : m_target.found.sources) {
        if (source.format == metrics::Format::GoPprof)
            m_pprof = source.url;
    }
    m_kind = kindOf(m_target.found, !m_pprof.isEmpty());
}

base::Error FloorReader::lookFromOutside(Look &look, DescriptorDetail detail) const
{
    if (m_target.pid == 0)
        return {};
    const base::Result<ProcessReading> process = readProcess(m_target.pid, QStringLiteral("/proc"), detail);
    if (!process)
        return process.error();
    look.counts.threads = process->threads;
    look.counts.descriptors = process->descriptors.all();
    look.rss = static_cast<double>(process->anonymousRss - process->lazyFree);
    look.startTicks = static_cast<double>(process->startTicks);
    look.kinds = process->descriptors;
    return {};
}

QCoro::Task<> FloorReader::countFiles(Counts &counts)
{
    if (m_target.folders.isEmpty())
        co_return;
    const DiskReading disk = co_await m_stage.countFiles(m_target.folders);
    counts.files = static_cast<double>(disk.files);
    counts.fileBytes = static_cast<double>(disk.bytes);
}

Error FloorReader::comparedStarts(const Look &look) const
{
    const double told = look.metrics.value(Role::StartTime);
    if (m_target.pid == 0 || !std::isfinite(told))
        return {};
    const double seen = unixStartOf(static_cast<quint64>(look.startTicks));
    if (!(std::abs(seen - told) > sameProcess))
        return {};
    const auto clock = [](double seconds) {
        return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(seconds * 1000), Qt::UTC)
            .toString(Qt::ISODate);
    };
    return {ErrorKind::NotFound,
            Text::tr("process %1 is not the server that is watched: it was started at %2, the server at %3")
                .arg(QString::number(m_target.pid), clock(seen), clock(told)),
            0,
            {}};
}

QCoro::Task<base::Result<FloorReader::Look>> FloorReader::look(std::chrono::milliseconds deadline)
{
    Look look;
    Error firstError;
    bool isRead = false;
    const std::vector<metrics::ScrapeStep> plan = metrics::scrapePlan(m_target.found.sources.first());
    for (const metrics::ScrapeStep &step : plan) {
        const base::Result<net::Fetched> page = co_await m_stage.fetch(
            m_target.watch, step.url, {.deadline = deadline, .maxBytes = maxBytes}, step.accept);
        const Error error = page.ok() ? Error() : page.error();
        const bool isMissing = error.kind == ErrorKind::HttpStatus; // not every program has every meter
        if (!page.ok() && !isMissing)
            co_return error;
        if (page.ok() && m_kind == analysis::Reading::Node)
            look.external = nodeExternal(page->body);
        if (page.ok() && m_kind == analysis::Reading::GoMetrics && !std::isfinite(look.mapped))
            look.mapped = goMapped(page->body);
        if (page.ok() && m_kind == analysis::Reading::Jvm && !std::isfinite(look.mapped))
            look.mapped = jvmCommitted(page->body);
        if (page.ok() && step.read(page->body, look.metrics).ok())
            isRead = true;
        else if (firstError.kind == ErrorKind::None)
            firstError = page.ok() ? Error{ErrorKind::Malformed,
                                           Text::tr("no metrics in %1", "path").arg(step.url.path()),
                                           0,
                                           {}}
                                   : error;
    }
    if (!isRead)
        co_return firstError;
    if (!m_pprof.isEmpty() && !look.metrics.has(Role::Goroutines)) {
        const Error uncounted = co_await countGoroutines(look, deadline);
        if (uncounted.kind != ErrorKind::None)
            co_return uncounted;
    }
    look.counts.goroutines = look.metrics.value(Role::Goroutines);
    look.counts.threads = look.metrics.value(Role::Threads);
    look.counts.descriptors = look.metrics.value(Role::Descriptors);
    look.rss = look.metrics.value(Role::Rss);
    const Error unseen = lookFromOutside(look, DescriptorDetail::Number);
    if (unseen.kind != ErrorKind::None)
        co_return unseen;
    const Error other = m_isCompared ? Error() : comparedStarts(look);
    m_isCompared = other.kind == ErrorKind::None; // else whoever asks again would be told nothing
    if (other.kind != ErrorKind::None)
        co_return other;
    co_return look;
}

// Expvar, and a registry without Go's own collector, do not tell of goroutines; the page of profiles does.
QCoro::Task<base::Error> FloorReader::countGoroutines(Look &look, std::chrono::milliseconds deadline)
{
    metrics::Source pprof;
    pprof.format = metrics::Format::GoPprof;
    pprof.url = m_pprof;
    const metrics::ScrapeStep index = metrics::scrapePlan(pprof).back();
    const base::Result<net::Fetched> page = co_await m_stage.fetch(
        m_target.watch, index.url, {.deadline = deadline, .maxBytes = maxBytes}, index.accept);
    if (!page.ok()) // some programs serve single profiles alone
        co_return page.error().kind == ErrorKind::HttpStatus ? Error() : page.error();
    metrics::Reading counted;
    if (!index.read(page->body, counted).ok())
        co_return Error();
    for (const Role role : {Role::Goroutines, Role::Threads}) {
        if (!look.metrics.has(role) && counted.has(role))
            look.metrics.set(role, counted.value(role));
    }
    co_return Error();
}

QCoro::Task<base::Result<FloorReader::Look>> FloorReader::lookAs(bool isFromOutside)
{
    if (!isFromOutside)
        co_return co_await look(patience);
    Look seen;
    const Error unseen = lookFromOutside(seen, DescriptorDetail::Number);
    if (unseen.kind != ErrorKind::None)
        co_return unseen;
    co_return seen;
}

QCoro::Task<base::Result<Counts>> FloorReader::counts()
{
    const base::Result<Look> seen = co_await look(patience);
    if (!seen.ok())
        co_return seen.error();
    co_return seen->counts;
}

// A leak makes every floor another one, and would have three looks at each.
bool FloorReader::Settled::fits(const Counts &counts) const
{
    if (last && isSame(*last, counts))
        return true;
    if (!last || !before)
        return false;
    Counts next = *last;
    next.goroutines += last->goroutines - before->goroutines;
    next.descriptors += last->descriptors - before->descriptors;
    return isSame(next, counts);
}

void FloorReader::Settled::add(const Counts &counts)
{
    before = std::exchange(last, counts);
}

QCoro::Task<base::Result<FloorReader::Look>> FloorReader::settle(bool isFromOutside, Settled &settled,
                                                                 base::Steady until)
{
    base::Result<Look> last = co_await lookAs(isFromOutside);
    int still = 1;
    while (last.ok() && still < stillLooks && m_stage.clock().now() < until) {
        if (settled.fits(last->counts))
            break;
        co_await m_stage.pause(lookGap);
        base::Result<Look> next = co_await lookAs(isFromOutside);
        still = next.ok() && isSame(next->counts, last->counts) ? still + 1 : 1;
        last = std::move(next);
    }
    if (!last.ok())
        co_return last;
    const Error unseen = lookFromOutside(*last, DescriptorDetail::Kinds); // their sum with them
    if (unseen.kind != ErrorKind::None)
        co_return unseen;
    settled.add(last->counts);
    co_return last;
}

QCoro::Task<base::Result<metrics::GoMemStats>> FloorReader::collect(FloorReading &floor)
{
    const QUrl url = m_pprof.resolved(QUrl(QStringLiteral("heap?gc=1&debug=1")));
    const base::Result<net::Fetched> page = co_await m_stage.fetch(m_target.watch, url, limits);
    if (!page.ok())
        co_return page.error();
    base::Result<metrics::GoMemStats> stats = metrics::parseHeapTrailer(page->body);
    if (stats.ok()) {
        m_ownNow = stats->numGc - stats->numForcedGc;
        if (m_collected++ == 0)
            floor.ownCollections = m_ownNow - m_ownCollections;
    }
    co_return stats;
}

QCoro::Task<base::Error> FloorReader::countBefore(FloorReading &floor)
{
    const base::Steady until = m_stage.clock().now() + settleTime;
    double descriptors = Counts::unknown;
    if (m_target.pid != 0) {
        const base::Result<Look> seen = co_await settle(true, m_fromOutside, until);
        if (!seen.ok())
            co_return seen.error();
        descriptors = seen->counts.descriptors;
        floor.kindsBeforeGc = seen->kinds;
        if (m_kind == analysis::Reading::GoExact) { // at once, to be told of the collections up to here
            const base::Result<metrics::GoMemStats> stats = co_await collect(floor);
            if (!stats.ok())
                co_return stats.error();
        }
    }
    const base::Result<Look> settled = co_await settle(false, m_beforeGc, until);
    if (!settled.ok())
        co_return settled.error();
    floor.beforeGc = settled->counts;
    if (m_target.pid != 0)
        floor.beforeGc.descriptors = descriptors;
    co_await countFiles(floor.beforeGc);
    co_return Error();
}

QCoro::Task<base::Error> FloorReader::readHeap(FloorReading &floor)
{
    while (m_collected < collections) {
        const base::Result<metrics::GoMemStats> stats = co_await collect(floor);
        if (!stats.ok())
            co_return stats.error();
        if (m_collected < collections)
            co_await m_stage.pause(collectionGap);
        if (m_collected <= collections - keptCollections)
            continue;
        floor.heap = lower(floor.heap, stats->heapAlloc);
        floor.heapObjects = lower(floor.heapObjects, stats->heapObjects);
        floor.rss = stats->sys - stats->heapReleased; // completed by read()
    }
    co_return Error();
}

QCoro::Task<base::Error> FloorReader::readLowest(FloorReading &floor)
{
    for (int i = 0; i < plainLooks; ++i) {
        const base::Result<Look> next = co_await look(patience);
        if (!next.ok())
            co_return next.error();
        const bool isGo = m_kind == analysis::Reading::GoMetrics;
        floor.heap = lower(floor.heap, isGo ? goLive(next->metrics) : next->metrics.value(Role::HeapLive));
        floor.isRssAll = !std::isfinite(next->mapped);
        floor.rss = lower(floor.rss, floor.isRssAll ? next->rss : next->rss - next->mapped);
        floor.external = lower(floor.external, next->external);
        co_await m_stage.pause(lookGap);
    }
    co_return Error();
}

QCoro::Task<base::Result<FloorReading>> FloorReader::read(std::chrono::milliseconds rest)
{
    const base::Steady begin = m_stage.clock().now();
    if (rest > 0ms)
        co_await m_stage.pause(rest);
    FloorReading floor;
    m_collected = 0;
    Error unread = co_await countBefore(floor);
    if (unread.kind != ErrorKind::None)
        co_return unread;
    const bool isExact = m_kind == analysis::Reading::GoExact;
    if (isExact)
        unread = co_await readHeap(floor);
    else
        unread = co_await readLowest(floor);
    if (unread.kind != ErrorKind::None)
        co_return unread;
    // Once more: a slow machine still ends connections on which the collections were asked for.
    const base::Result<Look> after = co_await settle(false, m_afterGc, m_stage.clock().now() + settleTime);
    if (!after.ok())
        co_return after.error();
    floor.afterGc = after->counts;
    co_await countFiles(floor.afterGc);
    if (isExact)
        floor.rss = after->rss - floor.rss;
    m_ownCollections = m_ownNow;
    floor.timeMs = base::toUnixMs(m_stage.clock().wallNow());
    floor.startTime = startTimeOf(*after);
    floor.requests = after->metrics.value(Role::Requests);
    floor.collections = after->metrics.value(Role::GcCount);
    floor.cpu = after->metrics.value(Role::CpuTotal);
    floor.pageHeap = after->metrics.value(Role::HeapLive);
    floor.descriptorKinds = after->kinds;
    floor.took = std::chrono::duration_cast<std::chrono::milliseconds>(m_stage.clock().now() - begin);
    co_return floor;
}

QCoro::Task<base::Result<FloorReading>> FloorReader::readPatiently(std::chrono::milliseconds rest)
{
    base::Result<FloorReading> floor = co_await read(rest);
    if (!floor.ok() && !m_stage.isCancelled()) {
        co_await m_stage.pause(300ms);
        floor = co_await read();
    }
    co_return floor;
}

double FloorReader::startTimeOf(const Look &look) const
{
    return m_target.pid != 0 ? look.startTicks : look.metrics.value(Role::StartTime);
}

QCoro::Task<FloorReader::Presence> FloorReader::presence(FloorReading floor)
{
    const base::Result<Look> now = co_await look(impatience);
    if (!now.ok())
        co_return Presence::Silent;
    FloorReading present; // of what begins anew with a server
    present.startTime = startTimeOf(*now);
    present.requests = now->metrics.value(Role::Requests);
    present.collections = now->metrics.value(Role::GcCount);
    co_return isRestarted(floor, present) ? Presence::Other : Presence::Same;
}

bool FloorReader::isOtherStart(double a, double b)
{
    return std::isfinite(a) && std::isfinite(b) && std::abs(a - b) > sameStart;
}

bool FloorReader::isRestarted(const FloorReading &before, const FloorReading &now)
{
    return isOtherStart(now.startTime, before.startTime) || now.requests < before.requests
        || now.collections < before.collections;
}

QCoro::Task<base::Result<QByteArray>> FloorReader::profile(QString name)
{
    if (m_pprof.isEmpty())
        co_return Error{ErrorKind::NotFound, Text::tr("the server offers no pprof profiles"), 0, {}};
    const QUrl url
        = m_pprof.resolved(QUrl(name == QLatin1StringView("heap") ? QStringLiteral("heap?gc=1") : name));
    const base::Result<net::Fetched> page = co_await m_stage.fetch(m_target.watch, url, limits);
    if (!page.ok())
        co_return page.error();
    co_return page->body;
}

} // namespace experiment
