// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/progress.h"

#include "app/tidemark-cli/output.h"
#include "core/base/format.h"
#include "core/transfer/uploadprogress.h"

namespace cli {

namespace {
constexpr auto redrawInterval = std::chrono::milliseconds(100);

/// Most important first.
QStringList uploadParts(const transfer::QueueTotals &totals)
{
    const qint64 ended = totals.done + totals.failed + totals.cancelled;
    QStringList parts{QStringLiteral("%1 of %2 files")
                          .arg(base::formatCount(static_cast<double>(ended)),
                               base::formatCount(static_cast<double>(totals.files)))};
    if (totals.failed > 0)
        parts << base::formatCount(static_cast<double>(totals.failed)) + QStringLiteral(" failed");
    if (totals.postponed > 0)
        parts << base::formatCount(static_cast<double>(totals.postponed))
                + QStringLiteral(" tried again later");
    if (totals.bytes > 0)
        parts << QStringLiteral("%1 of %2")
                     .arg(base::formatBytes(static_cast<double>(totals.bytesDone)),
                          base::formatBytes(static_cast<double>(totals.bytes)));
    if (totals.bytesPerSecond >= 1) {
        parts << base::formatRate(totals.bytesPerSecond);
        if (const auto left = transfer::secondsLeft(totals))
            parts << base::formatCountdown(*left) + QStringLiteral(" left");
    }
    return parts;
}

QStringList readingParts(const metrics::Reading &reading)
{
    using metrics::Role;
    QStringList parts;
    if (reading.has(Role::HeapLive))
        parts << QStringLiteral("heap ") + base::formatBytes(reading.value(Role::HeapLive));
    if (reading.has(Role::Rss))
        parts << QStringLiteral("RSS ") + base::formatBytes(reading.value(Role::Rss));
    if (reading.has(Role::Goroutines))
        parts << QStringLiteral("goroutines ") + base::formatCount(reading.value(Role::Goroutines));
    else if (reading.has(Role::Threads))
        parts << QStringLiteral("threads ") + base::formatCount(reading.value(Role::Threads));
    if (reading.has(Role::Descriptors))
        parts << QStringLiteral("files ") + base::formatCount(reading.value(Role::Descriptors));
    return parts;
}

/// "process 4711: anonymous 12 MiB, threads 8, files 14".
QString besideParts(const QString &name, const metrics::Reading &reading)
{
    using metrics::Role;
    QStringList parts = readingParts(reading);
    if (reading.has(Role::AnonymousRss))
        parts.prepend(QStringLiteral("anonymous ") + base::formatBytes(reading.value(Role::AnonymousRss)));
    if (reading.has(Role::DiskFiles))
        parts << QStringLiteral("%1 files, %2")
                     .arg(base::formatCount(reading.value(Role::DiskFiles)),
                          base::formatBytes(reading.value(Role::DiskBytes)));
    return QStringLiteral("%1: %2").arg(name, parts.join(QStringLiteral(", ")));
}
} // namespace

QString progressText(const ProgressState &state, int width)
{
    QStringList parts;
    if (state.totals.files > 0)
        parts = uploadParts(state.totals);
    if (state.left)
        parts << base::formatCountdown(*state.left) + QStringLiteral(" left");
    if (state.reading)
        parts << readingParts(*state.reading);
    for (const auto &[name, reading] : state.beside.asKeyValueRange())
        parts << besideParts(name, reading);
    if (parts.isEmpty())
        parts << state.phase;
    QString line;
    for (const QString &part : parts) {
        const QString longer = line.isEmpty() ? part : line + QStringLiteral(" · ") + part;
        if (longer.size() > width)
            break;
        line = longer;
    }
    return line;
}

Progress::Progress(Output &output, base::Clock &clock)
    : m_output(output)
    , m_throttle(clock, redrawInterval, [this] { draw(); })
{
}

void Progress::setPhase(const QString &phase)
{
    m_state.phase = phase;
    m_throttle.request();
}

void Progress::setTotals(const transfer::QueueTotals &totals)
{
    m_state.totals = totals;
    m_throttle.request();
}

void Progress::setReading(const std::optional<metrics::Reading> &reading)
{
    m_state.reading = reading;
    m_throttle.request();
}

void Progress::setReading(const QString &name, const std::optional<metrics::Reading> &reading)
{
    if (reading)
        m_state.beside.insert(name, *reading);
    else
        m_state.beside.remove(name);
    m_throttle.request();
}

void Progress::setTimeLeft(std::chrono::seconds left)
{
    m_state.left = left;
    m_throttle.request();
}

void Progress::end()
{
    m_ended = true;
    m_output.status({});
}

void Progress::draw()
{
    // One column stays free: some terminals wrap as soon as the last one is written.
    if (!m_ended && m_output.hasStatus())
        m_output.status(progressText(m_state, m_output.width() - 1));
}

} // namespace cli
