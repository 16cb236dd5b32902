// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/wording.h"

#include "core/base/format.h"
#include "core/report/safetext.h"

#include <cmath>

namespace report {

using metrics::Role;
using metrics::Unit;

QString dash()
{
    return QString(QChar(0x2014));
}

QString roleName(Role role)
{
    switch (role) {
    case Role::HeapLive:
        return QStringLiteral("Heap live");
    case Role::HeapGoal:
        return QStringLiteral("Heap goal");
    case Role::Rss:
        return QStringLiteral("RSS");
    case Role::Goroutines:
        return QStringLiteral("Goroutines");
    case Role::Threads:
        return QStringLiteral("Threads");
    case Role::Descriptors:
        return QStringLiteral("Descriptors");
    case Role::DescriptorLimit:
        return QStringLiteral("Descriptor limit");
    case Role::GcCount:
        return QStringLiteral("GC cycles");
    case Role::GcPauseTotal:
        return QStringLiteral("GC pauses, total");
    case Role::GcPauseMax:
        return QStringLiteral("GC pause, longest");
    case Role::CpuTotal:
        return QStringLiteral("CPU time");
    case Role::StartTime:
        return QStringLiteral("Start time");
    case Role::Requests:
        return QStringLiteral("Requests");
    case Role::AnonymousRss:
        return QStringLiteral("Anonymous memory");
    case Role::Sockets:
        return QStringLiteral("Sockets");
    case Role::Pipes:
        return QStringLiteral("Pipes");
    case Role::OpenFiles:
        return QStringLiteral("Open files");
    case Role::DeletedFiles:
        return QStringLiteral("Deleted files kept open");
    case Role::DiskFiles:
        return QStringLiteral("Files on disk");
    case Role::DiskBytes:
        return QStringLiteral("Bytes on disk");
    case Role::PoolInUse:
        return QStringLiteral("Pools, in use");
    case Role::PoolSize:
        return QStringLiteral("Pools, size");
    }
    return {};
}

QString roleValue(Role role, double value)
{
    if (!std::isfinite(value))
        return dash();
    if (role == Role::StartTime)
        return std::abs(value) < 1e12 ? base::formatUtc(std::llround(value * 1000)) : dash();
    switch (unitOf(role)) {
    case Unit::Bytes:
        return base::formatBytes(value);
    case Unit::Seconds:
        return secondsText(value);
    case Unit::Count:
        return base::formatCount(value);
    }
    return {};
}

QString roleChange(Role role, double change)
{
    if (!std::isfinite(change))
        return dash();
    const QString size = unitOf(role) == Unit::Count && std::abs(change) < 100
        ? base::formatCount(std::round(std::abs(change) * 100) / 100)
        : roleValue(role, std::abs(change));
    if (size == roleValue(role, 0))
        return QString(QChar(0xb1) + QStringLiteral("0"));
    return QString(QChar(change < 0 ? 0x2212 : u'+') + size);
}

bool isLevel(Role role)
{
    switch (role) {
    case Role::HeapLive:
    case Role::Rss:
    case Role::Goroutines:
    case Role::Threads:
    case Role::Descriptors:
    case Role::AnonymousRss:
    case Role::Sockets:
    case Role::Pipes:
    case Role::OpenFiles:
    case Role::DeletedFiles:
    case Role::DiskFiles:
    case Role::DiskBytes:
        return true;
    case Role::HeapGoal:
    case Role::DescriptorLimit:
    case Role::GcCount:
    case Role::GcPauseTotal:
    case Role::GcPauseMax:
    case Role::CpuTotal:
    case Role::StartTime:
    case Role::Requests:
    case Role::PoolInUse:
    case Role::PoolSize:
        return false;
    }
    return false;
}

QString formatName(metrics::Format format)
{
    switch (format) {
    case metrics::Format::PrometheusText:
        return QStringLiteral("Prometheus");
    case metrics::Format::OpenMetrics:
        return QStringLiteral("OpenMetrics");
    case metrics::Format::Expvar:
        return QStringLiteral("Go expvar");
    case metrics::Format::GoPprof:
        return QStringLiteral("Go pprof");
    case metrics::Format::Actuator:
        return QStringLiteral("Spring Actuator");
    }
    return {};
}

QString runtimeName(metrics::Runtime runtime)
{
    switch (runtime) {
    case metrics::Runtime::Unknown:
        return {};
    case metrics::Runtime::Go:
        return QStringLiteral("Go");
    case metrics::Runtime::Jvm:
        return QStringLiteral("JVM");
    case metrics::Runtime::Node:
        return QStringLiteral("Node.js");
    case metrics::Runtime::Python:
        return QStringLiteral("Python");
    case metrics::Runtime::DotNet:
        return QStringLiteral(".NET");
    }
    return {};
}

QString runtimeText(const metrics::Source &source)
{
    if (source.runtime == metrics::Runtime::Unknown)
        return {};
    QString version = printable(source.runtimeVersion, 60);
    if (source.runtime == metrics::Runtime::Go && version.startsWith(QLatin1String("go")))
        version.remove(0, 2);
    return QString(runtimeName(source.runtime) + QLatin1Char(' ') + version).trimmed();
}

QString runtimeText(const metrics::DiscoveryReport &discovery)
{
    for (const metrics::Source &source : discovery.sources) {
        if (source.runtime != metrics::Runtime::Unknown)
            return runtimeText(source);
    }
    return {};
}

QString markName(session::MarkKind kind)
{
    switch (kind) {
    case session::MarkKind::Note:
        return QStringLiteral("note");
    case session::MarkKind::Connected:
        return QStringLiteral("watching began");
    case session::MarkKind::Restarted:
        return QStringLiteral("server restarted");
    case session::MarkKind::Lost:
        return QStringLiteral("readings lost");
    case session::MarkKind::Recovered:
        return QStringLiteral("readings back");
    case session::MarkKind::Paused:
        return QStringLiteral("uploads paused");
    case session::MarkKind::Offline:
        return QStringLiteral("network lost");
    case session::MarkKind::Online:
        return QStringLiteral("network back");
    case session::MarkKind::AlertRaised:
        return QStringLiteral("alert");
    case session::MarkKind::AlertCleared:
        return QStringLiteral("alert over");
    }
    return {};
}

QString markText(const session::Mark &mark)
{
    // What is read from this machine names itself in its reasons.
    const bool isNamed = mark.source.isEmpty() || mark.text.contains(mark.source);
    return withoutSecrets(isNamed ? mark.text : QString(mark.source + QStringLiteral(": ") + mark.text));
}

QString sourceTitle(const QString &name)
{
    if (name.isEmpty())
        return QStringLiteral("The server");
    const QString shown = printable(withoutSecrets(name), 100);
    return shown.startsWith(QLatin1StringView("http")) ? shown : shown.left(1).toUpper() + shown.mid(1);
}

QString counted(qint64 count, const QString &singular, const QString &plural)
{
    return QString(base::formatCount(static_cast<double>(count)) + QLatin1Char(' ')
                   + (count == 1 ? singular : plural));
}

QString secondsText(double seconds)
{
    if (!std::isfinite(seconds) || std::abs(seconds) > 9e9)
        return dash();
    return base::formatDuration(std::chrono::nanoseconds(std::llround(seconds * 1e9)));
}

namespace {

QString outcome(const Summary &summary)
{
    QStringList parts;
    if (summary.failed)
        parts << QStringLiteral("%1 failed").arg(summary.failed);
    if (summary.cancelled)
        parts << QStringLiteral("%1 cancelled").arg(summary.cancelled);
    if (summary.unfinished)
        parts << QStringLiteral("%1 not finished").arg(summary.unfinished);
    return parts.join(QStringLiteral(", "));
}

/// Of the server, or without one of what was watched first.
QString watchSentence(const session::SessionSnapshot &snapshot)
{
    const bool isServer = !snapshot.watched.isEmpty();
    const QString what = isServer ? displayUrl(snapshot.watched)
                                  : printable(withoutSecrets(snapshot.beside.constFirst().name), 100);
    const qint64 readings = isServer ? snapshot.scrapesOk : snapshot.beside.constFirst().readings;
    const qint64 missed = isServer ? snapshot.scrapesMissed : snapshot.beside.constFirst().missed;
    const double seconds = static_cast<double>(snapshot.finishedAtMs - snapshot.startedAtMs) / 1000;
    QString text = QStringLiteral("Watched %1 for %2: %3")
                       .arg(what, secondsText(seconds),
                            counted(readings, QStringLiteral("reading"), QStringLiteral("readings")));
    if (missed)
        text += QStringLiteral(", %1 missed").arg(missed);
    return QString(text + QLatin1Char('.'));
}

/// "The server’s heap", "The anonymous memory of process 4711".
QString subjectOf(const RoleSummary &memory, const QString &source)
{
    const QString name = memory.role == Role::HeapLive ? QStringLiteral("heap")
        : memory.role == Role::AnonymousRss            ? QStringLiteral("anonymous memory")
                                                       : QStringLiteral("resident memory");
    return source.isEmpty()
        ? QStringLiteral("The server’s %1").arg(name)
        : QStringLiteral("The %1 of %2").arg(name, printable(withoutSecrets(source), 100));
}

} // namespace

QString uploadsSentence(const session::SessionSnapshot &snapshot, const Summary &summary)
{
    if (summary.files == 0)
        return snapshot.watched.isEmpty() && snapshot.beside.isEmpty()
            ? QStringLiteral("Nothing was uploaded.")
            : watchSentence(snapshot);

    const QString files = counted(summary.files, QStringLiteral("file"), QStringLiteral("files"));
    const bool all = summary.done == summary.files;
    QString text = all
        ? QString(files + QStringLiteral(" uploaded to "))
        : QStringLiteral("%1 of %2 uploaded to ").arg(base::formatCount(double(summary.done)), files);
    text += displayUrl(snapshot.server);
    if (summary.done > 0 && std::isfinite(summary.seconds))
        text += QStringLiteral(": %1 in %2 (%3)")
                    .arg(base::formatBytes(double(summary.bytesDone)), secondsText(summary.seconds),
                         base::formatRate(summary.bytesPerSecond));
    if (!all)
        text += QStringLiteral("; ") + outcome(summary);
    return QString(text + QLatin1Char('.'));
}

QString memorySentence(const Summary &summary)
{
    const SourceSummary &source = summary.foremost();
    const RoleSummary *memory = nullptr;
    for (const Role role : {Role::HeapLive, Role::Rss, Role::AnonymousRss})
        memory = memory ? memory : source.find(role);
    if (!memory || !std::isfinite(memory->after))
        return {};
    const QString subject = subjectOf(*memory, source.name);
    if (!std::isfinite(memory->before))
        return QStringLiteral("%1 was %2 at the last reading.")
            .arg(subject, roleValue(memory->role, memory->after));
    const QString from = roleValue(memory->role, memory->before);
    const QString to = roleValue(memory->role, memory->after);
    QString text = from == to ? QStringLiteral("%1 was %2 before and after").arg(subject, to)
                              : QStringLiteral("%1 went from %2 to %3").arg(subject, from, to);
    if (from != to && std::isfinite(memory->perUpload))
        text += QStringLiteral(": %1 per upload").arg(roleChange(memory->role, memory->perUpload));
    return QString(text + QLatin1Char('.'));
}

QString growthNote(const Summary &summary)
{
    switch (summary.foremost().growth) {
    case Growth::Known:
        return QStringLiteral("This is growth while uploading, not a leak verdict: "
                              "garbage that is not yet collected counts too.");
    case Growth::NotWatched:
        return QStringLiteral("The server’s memory was not watched.");
    case Growth::NoUpload:
        return {};
    case Growth::NoReadingBefore:
        return QStringLiteral(
            "Growth per upload is not known: there is no reading from before the first upload.");
    case Growth::Restarted:
        return QStringLiteral("Growth per upload is not known: the server restarted in between.");
    }
    return {};
}

} // namespace report
