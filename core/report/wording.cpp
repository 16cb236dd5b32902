// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/wording.h"

#include "core/base/format.h"
#include "core/report/safetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace report {

using metrics::Role;
using metrics::Unit;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::Wording)
};

} // namespace

QString dash()
{
    return QString(QChar(0x2014));
}

QString roleName(Role role)
{
    switch (role) {
    case Role::HeapLive:
        return Text::tr("Heap live");
    case Role::HeapGoal:
        return Text::tr("Heap goal");
    case Role::Rss:
        return Text::tr("RSS");
    case Role::Goroutines:
        return Text::tr("Goroutines");
    case Role::Threads:
        return Text::tr("Threads");
    case Role::Descriptors:
        return Text::tr("Descriptors");
    case Role::DescriptorLimit:
        return Text::tr("Descriptor limit");
    case Role::GcCount:
        return Text::tr("GC cycles");
    case Role::GcPauseTotal:
        return Text::tr("GC pauses, total");
    case Role::GcPauseMax:
        return Text::tr("GC pause, longest");
    case Role::CpuTotal:
        return Text::tr("CPU time");
    case Role::StartTime:
        return Text::tr("Start time");
    case Role::Requests:
        return Text::tr("Requests");
    case Role::AnonymousRss:
        return Text::tr("Anonymous memory");
    case Role::Sockets:
        return Text::tr("Sockets");
    case Role::Pipes:
        return Text::tr("Pipes");
    case Role::OpenFiles:
        return Text::tr("Open files");
    case Role::DeletedFiles:
        return Text::tr("Deleted files kept open");
    case Role::DiskFiles:
        return Text::tr("Files on disk");
    case Role::DiskBytes:
        return Text::tr("Bytes on disk");
    case Role::PoolInUse:
        return Text::tr("Pools, in use");
    case Role::PoolSize:
        return Text::tr("Pools, size");
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
    // "go1.19.8", "v18.2.0", "3.11.2": only the figures, since the name is there already.
    const QString version = printable(source.runtimeVersion, 60);
    const auto digit = std::ranges::find_if(version, [](QChar c) { return c.isDigit(); });
    return QString(runtimeName(source.runtime) + QLatin1Char(' ') + version.mid(digit - version.begin()))
        .trimmed();
}

QString runtimeText(const metrics::DiscoveryReport &discovery)
{
    QString best;
    for (const metrics::Source &source : discovery.sources) {
        const QString text = runtimeText(source);
        if (best.isEmpty() || text.startsWith(best + QLatin1Char(' ')))
            best = text;
    }
    return best;
}

QString markName(session::MarkKind kind)
{
    switch (kind) {
    case session::MarkKind::Note:
        return Text::tr("note", "a mark on the timeline");
    case session::MarkKind::Connected:
        return Text::tr("watching began");
    case session::MarkKind::Restarted:
        return Text::tr("server restarted");
    case session::MarkKind::Lost:
        return Text::tr("readings lost");
    case session::MarkKind::Recovered:
        return Text::tr("readings back");
    case session::MarkKind::Paused:
        return Text::tr("uploads paused");
    case session::MarkKind::Offline:
        return Text::tr("network lost");
    case session::MarkKind::Online:
        return Text::tr("network back");
    case session::MarkKind::AlertRaised:
        return Text::tr("alert", "a mark on the timeline");
    case session::MarkKind::AlertCleared:
        return Text::tr("alert over");
    case session::MarkKind::ExperimentBegan:
    case session::MarkKind::ExperimentEnded:
        return Text::tr("experiment", "a mark on the timeline");
    }
    return {};
}

QString markText(const session::Mark &mark)
{
    // What is read from this machine names itself in its reasons.
    const bool isNamed = mark.source.isEmpty() || mark.text.contains(mark.source);
    return withoutSecrets(isNamed ? mark.text : labelled(mark.source, mark.text));
}

QString sourceTitle(const QString &name)
{
    if (name.isEmpty())
        return Text::tr("The server");
    const QString shown = printable(withoutSecrets(name), 100);
    return shown.startsWith(QLatin1StringView("http")) ? shown : shown.left(1).toUpper() + shown.mid(1);
}

QString counted(qint64 count, const QString &singular, const QString &plural)
{
    return QString(base::formatCount(static_cast<double>(count)) + QLatin1Char(' ')
                   + (count == 1 ? singular : plural));
}

QString commaList(const QStringList &words)
{
    return words.join(Text::tr(", ", "between the words of a list"));
}

QString clauses(const QStringList &clauses)
{
    return clauses.join(Text::tr("; ", "between the clauses of a sentence"));
}

QString sentences(const QString &first, const QString &second)
{
    return Text::tr("%1 %2", "one sentence after another").arg(first, second);
}

QString labelled(const QString &label, const QString &text)
{
    return Text::tr("%1: %2", "what it is about, what is said of it").arg(label, text);
}

QString withCapital(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString withStop(const QString &clause)
{
    return Text::tr("%1.", "the full stop behind a sentence").arg(clause);
}

QString watchedByText(const metrics::DiscoveryReport &found)
{
    const QString by = displayUrl(found.sources.first().url);
    const QString runtime = runtimeText(found);
    return runtime.isEmpty() ? Text::tr("Watched by %1", "address").arg(by)
                             : Text::tr("Watched by %1, %2", "address, runtime").arg(by, runtime);
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
        parts << Text::tr("%1 failed").arg(summary.failed);
    if (summary.cancelled)
        parts << Text::tr("%1 cancelled").arg(summary.cancelled);
    if (summary.unfinished)
        parts << Text::tr("%1 not finished").arg(summary.unfinished);
    return commaList(parts);
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
    QString text
        = Text::tr("Watched %1 for %2: %3")
              .arg(what, secondsText(seconds), counted(readings, Text::tr("reading"), Text::tr("readings")));
    if (missed)
        text = Text::tr("%1, %2 missed", "what was watched, readings").arg(text).arg(missed);
    return withStop(text);
}

/// "The server’s heap", "The anonymous memory of process 4711".
QString subjectOf(const RoleSummary &memory, const QString &source)
{
    const QString of = printable(withoutSecrets(source), 100);
    if (memory.role == Role::HeapLive)
        return of.isEmpty() ? Text::tr("The server’s heap") : Text::tr("The heap of %1").arg(of);
    if (memory.role == Role::AnonymousRss)
        return of.isEmpty() ? Text::tr("The server’s anonymous memory")
                            : Text::tr("The anonymous memory of %1").arg(of);
    return of.isEmpty() ? Text::tr("The server’s resident memory")
                        : Text::tr("The resident memory of %1").arg(of);
}

} // namespace

QString uploadsSentence(const session::SessionSnapshot &snapshot, const Summary &summary)
{
    if (summary.files == 0)
        return snapshot.watched.isEmpty() && snapshot.beside.isEmpty() ? Text::tr("Nothing was uploaded.")
                                                                       : watchSentence(snapshot);

    const QString files = counted(summary.files, Text::tr("file"), Text::tr("files"));
    const QString server = displayUrl(snapshot.server);
    const bool all = summary.done == summary.files;
    QString text = all ? Text::tr("%1 uploaded to %2", "files, server").arg(files, server)
                       : Text::tr("%1 of %2 uploaded to %3", "count, files, server")
                             .arg(base::formatCount(double(summary.done)), files, server);
    if (summary.done > 0 && std::isfinite(summary.seconds))
        text = Text::tr("%1: %2 in %3 (%4)", "what was uploaded, bytes, time, rate")
                   .arg(text, base::formatBytes(double(summary.bytesDone)), secondsText(summary.seconds),
                        base::formatRate(summary.bytesPerSecond));
    if (!all)
        text = clauses({text, outcome(summary)});
    return withStop(text);
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
        return Text::tr("%1 was %2 at the last reading.")
            .arg(subject, roleValue(memory->role, memory->after));
    const QString from = roleValue(memory->role, memory->before);
    const QString to = roleValue(memory->role, memory->after);
    QString text = from == to ? Text::tr("%1 was %2 before and after").arg(subject, to)
                              : Text::tr("%1 went from %2 to %3").arg(subject, from, to);
    if (from != to && std::isfinite(memory->perUpload))
        text = Text::tr("%1: %2 per upload", "how memory changed, by how much")
                   .arg(text, roleChange(memory->role, memory->perUpload));
    return withStop(text);
}

QString growthNote(const Summary &summary)
{
    switch (summary.foremost().growth) {
    case Growth::Known:
        return Text::tr("This is growth while uploading, not a leak verdict: "
                        "garbage that is not yet collected counts too.");
    case Growth::NotWatched:
        return Text::tr("The server’s memory was not watched.");
    case Growth::NoUpload:
        return {};
    case Growth::NoReadingBefore:
        return Text::tr("Growth per upload is not known: there is no reading from before the first upload.");
    case Growth::Restarted:
        return Text::tr("Growth per upload is not known: the server restarted in between.");
    case Growth::Experiment:
        return Text::tr("Growth per upload is not known: a leak check, sweep or audit ran in between.");
    }
    return {};
}

} // namespace report
