// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/checkadvice.h"

#include "core/report/checknotes.h"
#include "core/report/watchability.h"

#include <QCoreApplication>

namespace report {

using analysis::Reading;
using analysis::Reason;
using experiment::AuditEnd;
using experiment::Interruption;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::CheckAdvice)
};

QString sendOneFile(Surface surface)
{
    return surface == Surface::Terminal
        ? Text::tr(
            "Send one file by tidemark-cli upload and read the server's answer; then try other options.")
        : Text::tr("Send one file on the Upload page and read the server's answer; then try other settings.");
}

QString adviceFor(Interruption interruption, Surface surface)
{
    switch (interruption) {
    case Interruption::Cancelled:
        return Text::tr("Run it again and let it come to its end.", "a check");
    case Interruption::NoMetrics:
        return surface == Surface::Terminal
            ? Text::tr(
                "Add /metrics or /debug/pprof/ to the server, or say by --watch where its metrics are.")
            : Text::tr("Add /metrics or /debug/pprof/ to the server, or say above where its metrics are.");
    case Interruption::UploadsFailed:
        return sendOneFile(surface);
    case Interruption::ReadingFailed:
        return Text::tr("See whether the server still runs, and run it again.");
    case Interruption::Gone:
        return Text::tr("Find out why it ended - out of memory, perhaps - start it, and run it again.");
    case Interruption::Restarted:
        return Text::tr("Find out why it restarted - out of memory, perhaps - and run it again.");
    case Interruption::ForeignTraffic:
        return Text::tr("Run it again when nobody else uses the server, or on a copy of it.");
    case Interruption::StaleMetrics:
        return Text::tr("Have the server read its metrics anew with each request, and run it again.");
    case Interruption::None:
        break;
    }
    return {};
}

/// What makes a runtime collect.
QString collectingAdvice(Reading reading)
{
    switch (reading) {
    case Reading::GoExact:
    case Reading::GoMetrics:
        return Text::tr(
            "Make more uploads per round, or larger ones, so that it has to collect; or let the server offer "
            "/debug/pprof/, where a collection can be asked for.");
    case Reading::Jvm:
        return Text::tr("Make more uploads per round, so that it has to collect; or start the server with a "
                        "smaller heap, by -Xmx.");
    case Reading::Node:
        return Text::tr("Make more uploads per round, so that it has to collect; or start the server with a "
                        "smaller heap, by --max-old-space-size.");
    case Reading::Other:
        break;
    }
    return Text::tr("Make more uploads per round, or larger ones, so that it has to collect.");
}

QString moreRounds(Surface surface)
{
    return surface == Surface::Terminal
        ? Text::tr("Run it again with --thorough: more rounds tell a small leak from none.")
        : Text::tr("Run it again, thoroughly: more rounds tell a small leak from none.");
}

QString untilTheHeapIsDecided(Surface surface)
{
    return surface == Surface::Terminal ? Text::tr("Run it again with --thorough, until the heap is decided.")
                                        : Text::tr("Run it again, thoroughly, until the heap is decided.");
}

QString adviceFor(const analysis::ResourceVerdict &leading, Surface surface)
{
    switch (leading.reason) {
    case Reason::NotCollected:
        return collectingAdvice(leading.reading);
    case Reason::TooNoisy:
        return Text::tr(
            "Make more uploads per round, or larger ones: a leak grows with them, the noise does not.");
    case Reason::NearThreshold:
    case Reason::Slow:
    case Reason::NotPrecise:
    case Reason::TakesLonger:
    case Reason::InReserve:
        return moreRounds(surface);
    case Reason::StillSlowing:
    case Reason::StartedLate:
    case Reason::Uneven:
    case Reason::FallsBack:
    case Reason::Falls:
    case Reason::Plateau:
        return Text::tr("Run it again: what was a warm-up or a cache that fills is over by then.");
    case Reason::HoldsHeap:
        return untilTheHeapIsDecided(surface);
    case Reason::GrowsIdle:
        return Text::tr("Wait until the server has come to rest, and run it again.");
    case Reason::TooFewRounds:
    case Reason::BadData:
        return Text::tr("Run it again and see whether the server answers all the time.");
    case Reason::Steady:
    case Reason::BelowThreshold:
    case Reason::GivenBack:
    case Reason::ClosedByCollector:
        break;
    }
    return surface == Surface::Terminal ? Text::tr("Run it again with --thorough.")
                                        : Text::tr("Run it again, thoroughly.");
}

} // namespace

QString checkAdvice(const experiment::CheckResult &result, Surface surface)
{
    switch (result.verdict.outcome) {
    case analysis::Outcome::Leaks:
    case analysis::Outcome::Stable:
        return {};
    default:
        break;
    }
    if (const QString advice = reachAdvice(result.found); !advice.isEmpty())
        return advice;
    if (result.interruption != Interruption::None)
        return adviceFor(result.interruption, surface);
    return adviceFor(result.verdict.leading.value_or(analysis::ResourceVerdict()), surface);
}

QStringList notesAndAdvice(const experiment::CheckResult &result)
{
    QStringList lines = checkNotes(result);
    if (const QString advice = checkAdvice(result); !advice.isEmpty())
        lines << advice;
    return lines;
}

QString auditAdvice(const experiment::AuditResult &result, Surface surface)
{
    switch (result.end) {
    case AuditEnd::Whole:
        break;
    case AuditEnd::Cancelled:
        return Text::tr("Run it again and let it come to its end.", "an audit");
    case AuditEnd::Unusable:
        return sendOneFile(surface);
    case AuditEnd::Gone:
        return Text::tr("Find out what became of the server, start it, and run it again.");
    }
    return {};
}

} // namespace report
