// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/checkcommand.h"

#include "app/tidemark-cli/comparecommand.h"
#include "app/tidemark-cli/localsources.h"
#include "app/tidemark-cli/outcome.h"
#include "app/tidemark-cli/output.h"
#include "app/tidemark-cli/results.h"
#include "app/tidemark-cli/runfinder.h"
#include "core/base/format.h"
#include "core/report/checkadvice.h"
#include "core/report/checkconditions.h"
#include "core/report/checkevidence.h"
#include "core/report/checknotes.h"
#include "core/report/checkreport.h"
#include "core/report/checkwording.h"
#include "core/report/namedsuspects.h"
#include "core/report/runtokeep.h"
#include "core/report/watchability.h"

#include <cmath>

namespace cli {
namespace {

using analysis::Outcome;
using experiment::CheckResult;
using experiment::Interruption;
using report::CheckComparison;

constexpr auto redrawInterval = std::chrono::milliseconds(100);
constexpr int sparkColumns = 20;

experiment::CheckPlan planOf(const Options &options)
{
    experiment::CheckPlan plan;
    plan.uploads.target = options.target;
    plan.uploads.method
        = options.usesPut ? transfer::LoadPlan::Method::Put : transfer::LoadPlan::Method::Post;
    plan.uploads.files = options.paths;
    plan.uploads.bytes = options.checkSize;
    plan.uploads.connections = options.concurrency;
    plan.setSeed(options.seed);
    plan.watch = options.watch;
    plan.speed = options.speed;
    plan.aborts = options.aborts;
    plan.pid = options.pid;
    plan.folders = options.folders;
    plan.idle = options.idle;
    plan.waitsAsTold = options.waitsAsTold;
    return plan;
}

QString provisionalText(const experiment::CheckProgress &progress)
{
    const analysis::ResourceVerdict *verdict = report::foremost(progress.provisional);
    if (!verdict || !verdict->perUpload)
        return {};
    return QStringLiteral("%1 %2 per upload: %3 so far")
        .arg(report::resourceName(verdict->resource), report::perUploadText(*verdict),
             report::outcomeName(verdict->leaning));
}

} // namespace

QString sparkLine(const std::vector<double> &values, int columns)
{
    if (values.size() < 2)
        return {};
    static constexpr char16_t blocks[] = u"▁▂▃▄▅▆▇█";
    const size_t from
        = values.size() > static_cast<size_t>(columns) ? values.size() - static_cast<size_t>(columns) : 0;
    const auto [low, high]
        = std::minmax_element(values.begin() + static_cast<std::ptrdiff_t>(from), values.end());
    QString line;
    for (size_t i = from; i < values.size(); ++i) {
        const double height = *high > *low ? (values[i] - *low) / (*high - *low) : 0;
        line += QChar(blocks[std::clamp(static_cast<int>(std::lround(height * 7)), 0, 7)]);
    }
    return line;
}

ExitCode checkExitCode(const CheckResult &result, bool failOnLeak)
{
    switch (result.verdict.outcome) {
    case Outcome::Leaks:
        return failOnLeak ? exitFound : exitFine;
    case Outcome::Stable:
        return exitFine;
    default:
        break;
    }
    const bool isEarly = result.interruption == Interruption::UploadsFailed
        || result.interruption == Interruption::ReadingFailed || result.interruption == Interruption::Gone;
    const bool couldNotRun
        = result.interruption == Interruption::NoMetrics || (isEarly && result.uploads == 0);
    return couldNotRun ? exitCouldNotRun : exitInconclusive;
}

ExitCode heldExitCode(ExitCode code, CheckComparison::Acceptance acceptance)
{
    if (code != exitFine && code != exitFound)
        return code;
    switch (acceptance) {
    case CheckComparison::Acceptance::Accepted:
        return exitFine;
    case CheckComparison::Acceptance::Refused:
        return code;
    case CheckComparison::Acceptance::Unknown:
        break;
    }
    return exitInconclusive;
}

CheckCommand::CheckCommand(const Context &context)
    : m_context(context)
    , m_check(context.manager, context.clock)
    , m_throttle(context.clock, redrawInterval, [this] { draw(); })
{
    connect(&m_check, &experiment::LeakCheck::progressed, this,
            [this](const experiment::CheckProgress &progress) {
                m_progress = progress;
                if (m_context.output.hasStatus())
                    m_throttle.request();
            });
    connect(&m_check, &experiment::LeakCheck::finished, this, &CheckCommand::finish);
}

void CheckCommand::start()
{
    if (const auto read = readBaseline(); !read) { // before a minute's work
        refuse(read.error());
        return;
    }
    if (const auto failure = couldNotRead(localSources(m_context.options)))
        refuse(*failure);
    else
        m_check.start(planOf(m_context.options));
}

base::Result<base::Done> CheckCommand::readBaseline()
{
    const QString &run = m_context.options.baseline;
    if (run.isEmpty())
        return base::Done();
    RunFinder runs(m_context);
    const base::Result<report::CheckRecord> record = runs.check(run);
    if (!record)
        return record.error();
    m_baseline.emplace();
    m_baseline->name = RunFinder::isKept(run) ? QStringLiteral("run %1").arg(*runs.id(run)) : run;
    m_baseline->comparison.before = *record;
    return base::Done();
}

void CheckCommand::refuse(const base::Error &error)
{
    Results(m_context).deliverFailure(nameOf(m_context.options.command), error);
    Q_EMIT finished(exitCouldNotRun);
}

void CheckCommand::interrupt()
{
    m_isInterrupted = true;
    m_check.cancel();
}

void CheckCommand::draw()
{
    if (m_progress.phase == experiment::CheckPhase::Done)
        return;
    std::vector<double> heap;
    for (const experiment::FloorAt &at : m_progress.floors) {
        if (std::isfinite(at.floor.heap))
            heap.push_back(at.floor.heap);
    }
    QStringList parts{report::phaseText(m_progress), base::formatDuration(m_progress.elapsed),
                      sparkLine(heap, sparkColumns), provisionalText(m_progress)};
    parts.removeAll(QString());
    m_context.output.status(parts.join(QStringLiteral(" · ")).left(m_context.output.width()));
}

void CheckCommand::finish(const CheckResult &result)
{
    m_context.output.status({});
    compareWithBaseline(result);
    const Measurement measured = measurementOf(result);
    const bool delivered = deliverMeasurement(m_context, measured);
    m_context.output.startRecording();
    print(result);
    keepMeasurement(m_context, measured, m_context.output.recorded(), report::wholeCheck(result));
    ExitCode code = checkExitCode(result, m_context.options.failOnLeak);
    if (m_baseline)
        code = heldExitCode(code, m_baseline->comparison.acceptance());
    if (m_isInterrupted)
        code = exitInterrupted;
    else if (!delivered && code == exitFine)
        code = exitCouldNotRun;
    Q_EMIT finished(code);
}

void CheckCommand::compareWithBaseline(const CheckResult &result)
{
    if (!m_baseline)
        return;
    m_baseline->comparison
        = report::compareChecks(m_baseline->comparison.before, report::checkRecordOf(result));
}

void CheckCommand::print(const CheckResult &result) const
{
    Output &output = m_context.output;
    const bool isAccepted
        = m_baseline && m_baseline->comparison.acceptance() == CheckComparison::Acceptance::Accepted;
    const bool isBad = result.verdict.outcome == Outcome::Leaks && !isAccepted;
    output.line(report::checkSentence(result), isBad ? Output::Ink::Bad : Output::Ink::Bold);
    for (const QString &note : report::checkNotes(result))
        output.line(QStringLiteral("  ") + note);
    for (const report::CheckEvidence &group : report::evidenceGroups(result)) {
        for (const analysis::ResourceVerdict &verdict : *group.verdicts) {
            output.line(
                QStringLiteral("  %1 %2 %3  %4, %5")
                    .arg(report::rowName(group, verdict.resource), group.suffix.isEmpty() ? -15 : -24)
                    .arg(report::outcomeName(verdict.isDecided() ? verdict.outcome : Outcome::Inconclusive),
                         -13)
                    .arg(report::perUploadText(verdict), 10)
                    .arg(report::intervalText(verdict), report::reasonText(verdict)));
        }
    }
    for (const report::NamedSuspect &named : report::namedSuspects(result)) {
        output.line(QStringLiteral("  ") + named.text(), Output::Ink::Dim);
        for (const pprof::Site &site : named.suspect->stack)
            output.line(QStringLiteral("    ") + report::siteText(site), Output::Ink::Dim);
    }
    for (const QString &line : report::checkConditions(result))
        output.line(QStringLiteral("  ") + line, Output::Ink::Dim);
    if (m_baseline) {
        const QStringList lines = report::baselineLines(*m_baseline);
        output.line(lines.constFirst(), Output::Ink::Bold);
        for (const QString &line : lines.sliced(1))
            output.line(QStringLiteral("  ") + line);
        printCompared(output, m_baseline->comparison);
    }
    if (!output.showsLines() && result.interruption != Interruption::None)
        output.error(report::checkSentence(result));
    printAdvice(result);
}

void CheckCommand::printAdvice(const CheckResult &result) const
{
    Output &output = m_context.output;
    const bool isSilent
        = report::watchability(result.found) == report::Watchability::Silent && !report::isMute(result.found);
    // What to add to a server that answers, but not with metrics, is told line by line.
    if (result.interruption == Interruption::NoMetrics && isSilent) {
        for (const QString &hint : howToBeWatched(result.plan.watch.url))
            output.note(hint);
    } else if (const QString advice = report::checkAdvice(result); !advice.isEmpty()) {
        output.note(advice);
    }
}

Measurement CheckCommand::measurementOf(const CheckResult &result) const
{
    return inEveryFormat([&](report::Format format) {
        return report::renderCheck(result, format, m_baseline ? &*m_baseline : nullptr);
    });
}

} // namespace cli
