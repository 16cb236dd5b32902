// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/watchcommand.h"

#include "app/tidemark-cli/localsources.h"
#include "app/tidemark-cli/outcome.h"
#include "app/tidemark-cli/output.h"
#include "app/tidemark-cli/results.h"
#include "core/base/format.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"
#include "core/session/besidewatch.h"

namespace cli {

WatchCommand::WatchCommand(const Context &context)
    : m_context(context)
    , m_session(context.manager, context.clock)
    , m_progress(context.output, context.clock)
    , m_end(context.clock.makeTimer([this] { finish(exitFine); }))
{
    connect(&m_session, &session::Session::discovered, this, [this](const metrics::DiscoveryReport &found) {
        onDiscovered(m_context.options.watch.url, found);
    });
    session::BesideWatch *const beside = &m_session.beside();
    connect(beside, &session::BesideWatch::discovered, this,
            [this](const QString &name, const metrics::DiscoveryReport &found) {
                onDiscovered(QUrl(name), found);
            });
    connect(beside, &session::BesideWatch::scraped, this,
            [this](const QString &name, const metrics::Reading &reading) {
                m_progress.setReading(name, reading);
            });
    connect(beside, &session::BesideWatch::missed, this,
            [this](const QString &name) { m_progress.setReading(name, {}); });
    connect(&m_session, &session::Session::scraped, this, &WatchCommand::onScraped);
    connect(&m_session, &session::Session::marked, this, &WatchCommand::onMarked);
}

void WatchCommand::start()
{
    const Options &options = m_context.options;
    const QList<session::LocalSource> local = localSources(options);
    if (const auto failure = couldNotRead(local)) {
        m_over = true;
        Results(m_context).deliverFailure(nameOf(options.command), *failure);
        Q_EMIT finished(exitCouldNotRun);
        return;
    }
    m_session.setAlerts(options.alerts);
    m_unknown = options.watchAlso.size();
    if (options.watchNamed) {
        ++m_unknown;
        m_progress.setPhase(QStringLiteral("looking for metrics below ")
                            + report::displayUrl(options.watch.url));
        m_session.watch(options.watch, options.interval);
    }
    m_session.beside().watch(options.watchAlso, options.interval);
    m_session.beside().watch(local, options.interval);
    for (const session::LocalSource &source : local)
        m_context.output.note(QStringLiteral("Watching ") + source.name());
    if (!local.isEmpty())
        begin();
}

void WatchCommand::begin()
{
    if (std::exchange(m_hasBegun, true) || !m_context.options.duration)
        return;
    m_endsAt = m_context.clock.now() + *m_context.options.duration;
    m_end->start(*m_context.options.duration);
}

void WatchCommand::interrupt()
{
    if (!m_over)
        finish(exitInterrupted);
}

void WatchCommand::onDiscovered(const QUrl &url, const metrics::DiscoveryReport &found)
{
    if (m_over)
        return;
    --m_unknown;
    if (const auto failure = couldNotWatch(url, found)) {
        if (m_hasBegun || m_unknown > 0)
            m_context.output.error(QStringLiteral("warning: ") + failure->message);
        else
            finish(exitCouldNotRun, failure);
        return;
    }
    const metrics::Source &source = found.sources.constFirst();
    const QString runtime = report::runtimeText(found);
    m_context.output.note(QStringLiteral("Watching %1: %2%3")
                              .arg(report::displayUrl(source.url), report::formatName(source.format),
                                   runtime.isEmpty() ? QString() : QStringLiteral(", ") + runtime));
    m_progress.setPhase(QStringLiteral("waiting for the first reading"));
    begin();
}

void WatchCommand::onScraped(const session::ScrapeTick &tick)
{
    m_progress.setReading(tick.ok ? std::optional(tick.reading) : std::nullopt);
    if (!tick.ok)
        m_progress.setPhase(QStringLiteral("no reading: ") + tick.reason);
    if (m_context.options.duration)
        m_progress.setTimeLeft(std::chrono::ceil<std::chrono::seconds>(m_endsAt - m_context.clock.now()));
}

void WatchCommand::onMarked(const session::Mark &mark)
{
    // What a person should not have to wait for the summary to learn.
    if (mark.kind == session::MarkKind::Restarted || mark.kind == session::MarkKind::Lost
        || mark.kind == session::MarkKind::Recovered || mark.kind == session::MarkKind::AlertRaised
        || mark.kind == session::MarkKind::AlertCleared)
        m_context.output.note(
            QStringLiteral("%1  %2%3")
                .arg(base::formatUtc(mark.timeMs), report::markName(mark.kind),
                     mark.text.isEmpty() ? QString() : QStringLiteral(": ") + report::markText(mark)));
}

void WatchCommand::finish(ExitCode code, const std::optional<base::Error> &failure)
{
    m_over = true;
    m_end->stop();
    m_progress.end();
    const auto snapshot = m_session.snapshot(QStringLiteral("watch"));
    m_session.stopWatching();
    const bool delivered = Results(m_context).deliver(*snapshot, failure);
    if (code == exitFine)
        code = delivered ? watchExitCode(*snapshot, m_context.options.failOnAlert) : exitCouldNotRun;
    Q_EMIT finished(code);
}

} // namespace cli
