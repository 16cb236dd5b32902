// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/scraper.h"

#include "core/metrics/credentials.h"
#include "core/metrics/restartdetector.h"
#include "core/metrics/scrapeplan.h"
#include "core/metrics/scraperun.h"

#include <QCoreApplication>
#include <QPointer>

namespace metrics {

using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(metrics::Scraper)
};

constexpr milliseconds shortestInterval{10};
constexpr milliseconds shortestDeadline = seconds(3);

QString inSeconds(milliseconds span)
{
    return QStringLiteral("%1 s").arg(static_cast<double>(span.count()) / 1000.0);
}

} // namespace

struct Scraper::Private
{
    Private(Scraper &scraper, QNetworkAccessManager &networkManager, base::Clock &theClock)
        : q(scraper)
        , manager(networkManager)
        , clock(theClock)
        , beat(clock.makeTimer([this] { onBeat(); }))
    {
    }

    void scheduleBeat();
    void onBeat();
    bool reportLostTime(base::Wall previousBeat);
    bool reportUnanswered(base::Steady now);
    void begin();
    void take(const base::Result<Reading> &result);
    bool miss(qint64 timeMs, const base::Error &reason);
    qint64 stamp(base::Wall time);

    Scraper &q;
    QNetworkAccessManager &manager;
    base::Clock &clock;
    std::unique_ptr<base::ClockTimer> beat;
    net::Endpoint endpoint;
    std::vector<ScrapeStep> plan;
    milliseconds interval{0};
    milliseconds deadline{0};
    base::Steady nextBeat;
    base::Wall lastBeat;
    std::unique_ptr<ScrapeRun> run; ///< The request under way.
    base::Steady runBegan;
    RestartDetector process;
    qint64 lastStampMs = 0;
    base::Steady lastStampAt;
    quint64 session = 0; ///< Counts start() and stop(): a receiver may have called one from its slot.
};

Scraper::Scraper(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, manager, clock))
{
}

Scraper::~Scraper() = default;

void Scraper::start(const net::Endpoint &endpoint, const Source &source, milliseconds interval)
{
    stop();
    d->endpoint = withCredentialsMoved(endpoint);
    d->plan = scrapePlan(source);
    d->interval = std::max(interval, shortestInterval);
    d->deadline = std::max(3 * d->interval, shortestDeadline);
    d->process.reset();
    d->lastStampMs = 0;
    d->lastBeat = d->clock.wallNow();
    d->nextBeat = d->clock.now();
    d->scheduleBeat();
    d->begin();
}

void Scraper::stop()
{
    ++d->session;
    d->beat->stop();
    d->run.reset(); // Never the one that is calling us: take() lets it go first.
    d->plan = {};
}

void Scraper::scrapeNow()
{
    if (!isRunning())
        return;
    d->run.reset();
    d->begin();
}

bool Scraper::isRunning() const
{
    return d->beat->isActive();
}

void Scraper::Private::scheduleBeat()
{
    const base::Steady now = clock.now();
    do
        nextBeat += interval;
    while (nextBeat <= now); // Beats that were slept through are not made up for.
    beat->start(std::chrono::ceil<milliseconds>(nextBeat - now));
}

void Scraper::Private::onBeat()
{
    const base::Wall previous = std::exchange(lastBeat, clock.wallNow());
    scheduleBeat();
    if (!reportLostTime(previous))
        return;
    if (run && !reportUnanswered(clock.now()))
        return;
    if (!run)
        begin();
}

/// The steady clock stands still while the machine sleeps, so that only the wall clock tells.
bool Scraper::Private::reportLostTime(base::Wall previousBeat)
{
    const auto passed = std::chrono::duration_cast<milliseconds>(lastBeat - previousBeat);
    if (passed < std::max(3 * interval, shortestDeadline))
        return true;
    return miss(stamp(previousBeat + interval),
                {base::ErrorKind::Stalled,
                 Text::tr("nothing was read for %1: this computer slept, was busy, or its clock was set")
                     .arg(inSeconds(passed)),
                 0,
                 {}});
}

bool Scraper::Private::reportUnanswered(base::Steady now)
{
    const auto age = std::chrono::duration_cast<milliseconds>(now - runBegan);
    const bool isOverdue = age >= deadline;
    if (isOverdue)
        run.reset();
    return miss(stamp(lastBeat),
                {base::ErrorKind::Timeout,
                 isOverdue ? Text::tr("no answer within %1").arg(inSeconds(deadline))
                           : Text::tr("the previous request is still under way after %1").arg(inSeconds(age)),
                 0,
                 {}});
}

void Scraper::Private::begin()
{
    runBegan = clock.now();
    run = std::make_unique<ScrapeRun>(manager, endpoint, plan, deadline);
    connect(run.get(), &ScrapeRun::finished, &q,
            [this](const base::Result<Reading> &result) { take(result); });
    run->start();
}

void Scraper::Private::take(const base::Result<Reading> &result)
{
    run.release()->deleteLater();
    const qint64 timeMs = stamp(clock.wallNow());
    if (!result) {
        miss(timeMs, result.error());
        return;
    }
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(clock.now() - runBegan);
    Reading reading = *result;
    reading.timeMs = timeMs;
    if (process.isRestart(reading)) {
        const QPointer<Scraper> self(&q);
        const quint64 mine = session;
        Q_EMIT q.restarted(timeMs);
        if (!self || mine != session)
            return;
    }
    Q_EMIT q.scraped(reading, took);
}

/// False if a receiver stopped, restarted or destroyed the scraper.
bool Scraper::Private::miss(qint64 timeMs, const base::Error &reason)
{
    const QPointer<Scraper> self(&q);
    const quint64 mine = session;
    Q_EMIT q.missed(timeMs, reason);
    return self && mine == session;
}

/// Wall time that never goes back: history that ran backwards could not be drawn. When the clock was set
/// back, time goes on at its pace from the last stamp until the clock has caught up.
qint64 Scraper::Private::stamp(base::Wall time)
{
    const base::Steady now = clock.now();
    const qint64 wall = base::toUnixMs(time);
    if (wall >= lastStampMs) {
        lastStampMs = wall;
    } else {
        lastStampMs += std::chrono::duration_cast<milliseconds>(now - lastStampAt).count();
    }
    lastStampAt = now;
    return lastStampMs;
}

} // namespace metrics
