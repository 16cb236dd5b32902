// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/comparecommand.h"

#include "app/tidemark-cli/measurement.h"
#include "app/tidemark-cli/output.h"
#include "app/tidemark-cli/runfinder.h"
#include "core/report/checkwording.h"
#include "core/report/comparedfigures.h"
#include "core/report/comparedfunctions.h"
#include "core/report/comparisonreport.h"
#include "core/report/comparisontext.h"
#include "core/report/heldfunctions.h"
#include "core/report/unknownwording.h"
#include "core/report/wording.h"

#include <algorithm>

namespace cli {

using analysis::Change;

namespace {

/// Of a column of names: as wide as the longest, and as usual where all are short.
template <typename Values, typename NameOf>
int columnOf(const Values &values, int usual, const NameOf &nameOf)
{
    for (const auto &value : values)
        usual = std::max(usual, static_cast<int>(nameOf(value).size()));
    return usual;
}

/// "1.06 MiB → 220 KiB per upload", "1.06 MiB per upload → no more", "1.06 MiB per upload, new".
QString changeOf(const report::CheckComparison::Function &function)
{
    const QString before = report::keptText(function, function.before);
    const QString after = report::keptText(function, function.after);
    if (function.before && function.after)
        return QStringLiteral("%1 → %2 per upload").arg(before, after);
    return (function.before ? QStringLiteral("%1 per upload → %2") : QStringLiteral("%1 per upload, %2"))
        .arg(function.before ? before : after, report::badgeOf(function).word);
}

} // namespace

void printCompared(Output &output, const report::CheckComparison &comparison)
{
    for (const QString &note : report::comparisonNotes(comparison))
        output.line(QStringLiteral("  ") + note);
    const int names = columnOf(comparison.rows, 24,
                               [](const report::CheckComparison::Row &row) { return report::rowName(row); });
    int same = 0;
    for (const report::CheckComparison::Row &row : comparison.rows) {
        if (row.change.change == Change::None) {
            ++same;
            continue;
        }
        output.line(QStringLiteral("  %1 %2 → %3 %4  %5")
                        .arg(report::rowName(row), -names)
                        .arg(report::growthText(row.before), 14)
                        .arg(report::growthText(row.after), -14)
                        .arg(toKey(row.change.change), -7)
                        .arg(row.change.change == Change::Unknown ? report::unknownText(row)
                                                                  : report::changeText(row)));
    }
    if (same > 0)
        output.line(QStringLiteral("  %1: no difference")
                        .arg(report::counted(same, QStringLiteral("resource"), QStringLiteral("resources"))));
    const std::vector<report::ComparedFigure> figures = report::comparedFigures(comparison);
    const int figureNames
        = columnOf(figures, 28, [](const report::ComparedFigure &figure) { return figure.name; });
    for (const report::ComparedFigure &figure : figures)
        output.line(QStringLiteral("  %1 %2 → %3 %4")
                        .arg(figure.name, -figureNames)
                        .arg(figure.before, 10)
                        .arg(figure.after, -10)
                        .arg(figure.difference),
                    Output::Ink::Dim);
    for (const report::ComparedFigure &figure : report::heldFigures(comparison))
        output.line(QStringLiteral("  heap of %1: %2 → %3 per upload, %4")
                        .arg(figure.name, figure.before, figure.after, figure.difference),
                    Output::Ink::Dim);
    for (const report::CheckComparison::Function &function : comparison.functions)
        output.line(QStringLiteral("  %1: %2").arg(report::siteText(function.site), changeOf(function)),
                    Output::Ink::Dim);
}

ExitCode compareExitCode(const report::CheckComparison &comparison, bool failOnLeak)
{
    if (comparison.change == Change::New || comparison.change == Change::Worse)
        return failOnLeak ? exitFound : exitFine;
    return comparison.change == Change::Unknown ? exitInconclusive : exitFine;
}

CompareCommand::CompareCommand(const Context &context)
    : m_context(context)
{
}

void CompareCommand::start()
{
    const base::Result<report::CheckComparison> comparison = compare();
    if (!comparison) {
        m_context.output.error(comparison.error().message);
        Q_EMIT finished(exitCouldNotRun);
        return;
    }
    const bool delivered = deliverMeasurement(m_context, inEveryFormat([&comparison](report::Format format) {
                                                  return report::renderComparison(*comparison, format);
                                              }));
    const bool isBad = comparison->change == Change::New || comparison->change == Change::Worse;
    m_context.output.line(report::comparisonSentence(*comparison),
                          isBad ? Output::Ink::Bad : Output::Ink::Bold);
    printCompared(m_context.output, *comparison);
    ExitCode code = compareExitCode(*comparison, m_context.options.failOnLeak);
    if (!delivered && code == exitFine)
        code = exitCouldNotRun;
    Q_EMIT finished(code);
}

void CompareCommand::interrupt()
{
    // Nothing lasts: start() has done it all.
}

base::Result<report::CheckComparison> CompareCommand::compare() const
{
    RunFinder runs(m_context);
    const base::Result<report::CheckRecord> before = runs.check(m_context.options.before);
    if (!before)
        return before.error();
    const base::Result<report::CheckRecord> after = runs.check(m_context.options.after);
    if (!after)
        return after.error();
    report::CheckComparison comparison = report::compareChecks(*before, *after);
    comparison.held = report::heldFunctions({*before, runs.profiles(m_context.options.before)},
                                            {*after, runs.profiles(m_context.options.after)});
    return comparison;
}

} // namespace cli
