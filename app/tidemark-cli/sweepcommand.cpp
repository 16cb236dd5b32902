// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/sweepcommand.h"

#include "app/tidemark-cli/output.h"
#include "core/base/format.h"
#include "core/report/sweepreport.h"
#include "core/report/sweeptable.h"
#include "core/report/sweepwording.h"
#include "core/report/texttable.h"

namespace cli {
namespace {

using analysis::Amplified;
using experiment::SweepOutcome;
using experiment::SweepPhase;
using experiment::SweepResult;
using experiment::SweepStop;

constexpr auto redrawInterval = std::chrono::milliseconds(100);

experiment::SweepPlan planOf(const Options &options)
{
    experiment::SweepPlan plan = options.sweep;
    plan.uploads.target = options.target;
    plan.uploads.method
        = options.usesPut ? transfer::LoadPlan::Method::Put : transfer::LoadPlan::Method::Post;
    plan.uploads.files = options.paths;
    plan.uploads.bytes = options.checkSize;
    plan.uploads.setSeed(options.seed);
    plan.watch = options.watch;
    plan.pid = options.pid;
    plan.folders = options.folders;
    return plan;
}

} // namespace

ExitCode sweepExitCode(const SweepResult &result, bool failOnLeak, bool failOnFailed)
{
    if (result.levels.empty())
        return result.stop == SweepStop::Restarted ? exitInconclusive : exitCouldNotRun;
    const SweepOutcome outcome = result.outcome();
    const bool isDown = outcome == SweepOutcome::BreaksDown || outcome == SweepOutcome::Failed;
    if ((failOnFailed && (isDown || result.isFlawed()))
        || (failOnLeak && result.amplified() == Amplified::Present))
        return exitFound;
    const bool isOpen = result.stop == SweepStop::Restarted || result.stop == SweepStop::Client
        || (failOnLeak && result.amplified() == Amplified::Unknown);
    return isOpen ? exitInconclusive : exitFine;
}

SweepCommand::SweepCommand(const Context &context)
    : m_context(context)
    , m_sweep(context.manager, context.clock)
    , m_throttle(context.clock, redrawInterval, [this] { draw(); })
{
    connect(&m_sweep, &experiment::Sweep::progressed, this,
            [this](const experiment::SweepProgress &progress) {
                m_progress = progress;
                if (m_context.output.hasStatus())
                    m_throttle.request();
            });
    connect(&m_sweep, &experiment::Sweep::finished, this, &SweepCommand::finish);
}

void SweepCommand::start()
{
    m_sweep.start(planOf(m_context.options));
}

void SweepCommand::interrupt()
{
    m_isInterrupted = true;
    m_sweep.cancel();
}

void SweepCommand::draw()
{
    if (m_progress.phase == SweepPhase::Done)
        return;
    QStringList parts;
    if (m_progress.level > 0)
        parts += QStringLiteral("level %1 of %2, %3")
                     .arg(m_progress.level)
                     .arg(m_progress.levels)
                     .arg(report::levelName(
                         experiment::SweepLoad{m_progress.connections, m_progress.perSecond}));
    parts += report::sweepPhaseText(m_progress);
    parts += base::formatDuration(m_progress.elapsed);
    m_context.output.status(parts.join(QStringLiteral(" · ")).left(m_context.output.width()));
}

void SweepCommand::finish(const SweepResult &result)
{
    m_context.output.status({});
    const Measurement measured
        = inEveryFormat([&result](report::Format format) { return report::renderSweep(result, format); });
    const bool delivered = deliverMeasurement(m_context, measured);
    m_context.output.startRecording();
    print(result);
    keepMeasurement(m_context, measured, m_context.output.recorded());
    ExitCode code = sweepExitCode(result, m_context.options.failOnLeak, m_context.options.failOnFailed);
    if (m_isInterrupted)
        code = exitInterrupted;
    else if (!delivered && code == exitFine)
        code = exitCouldNotRun;
    Q_EMIT finished(code);
}

void SweepCommand::print(const SweepResult &result) const
{
    Output &output = m_context.output;
    const SweepOutcome outcome = result.outcome();
    const bool isBad = outcome == SweepOutcome::BreaksDown || outcome == SweepOutcome::Failed
        || outcome == SweepOutcome::Amplified || outcome == SweepOutcome::Flawed;
    output.line(report::sweepSentence(result), isBad ? Output::Ink::Bad : Output::Ink::Bold);
    for (const QString &note : report::sweepNotes(result))
        output.line(QStringLiteral("  ") + note);
    for (const report::SweepTable &table : report::sweepTables(result)) {
        QList<QStringList> rows(1);
        for (const report::SweepColumn &column : table.columns)
            rows.first() += column.heading();
        for (const experiment::SweepLevel &level : result.levels) {
            QStringList row;
            for (const report::SweepColumn &column : table.columns)
                row += column.cell(level).text;
            rows += row;
        }
        output.line();
        for (const QString &line : report::textTable(rows))
            output.line(line);
        output.line(QStringLiteral("  (%1)").arg(table.note), Output::Ink::Dim);
    }
    if (!result.levels.empty())
        output.line();
    for (const QString &line : report::sweepConditions(result))
        output.line(QStringLiteral("  ") + line, Output::Ink::Dim);
    if (!output.showsLines() && result.stop != SweepStop::None)
        output.error(report::stopText(result));
}

} // namespace cli
