// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sweepreport.h"

#include "core/report/csvtable.h"
#include "core/report/junitsuite.h"
#include "core/report/markdowntext.h"
#include "core/report/papersvg.h"
#include "core/report/safetext.h"
#include "core/report/sweepclauses.h"
#include "core/report/sweepsvg.h"
#include "core/report/sweeptable.h"
#include "core/report/sweepwording.h"

#include <QCoreApplication>

namespace report {
namespace {

using analysis::Amplified;
using experiment::SweepLevel;
using experiment::SweepOutcome;
using experiment::SweepResult;
using experiment::SweepStop;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::SweepReport)
};

QString tableOf(const SweepTable &table, const SweepResult &result)
{
    QList<Column> columns;
    for (const SweepColumn &column : table.columns)
        columns.append({column.heading(), Cells::Numbers});
    QList<QStringList> rows;
    for (const SweepLevel &level : result.levels) {
        QStringList row;
        for (const SweepColumn &column : table.columns)
            row.append(column.cell(level).text);
        rows.append(row);
    }
    return QStringLiteral("\n%1\n").arg(Text::tr("**%1** (%2)", "Markdown: title of a table, a note on it")
                                            .arg(markdownWords(table.title), markdownWords(table.note)))
        + markdownTable(columns, rows);
}

JUnitCase caseOf(const SweepResult &result, const QString &name, double seconds)
{
    return {.className = displayUrl(result.plan.uploads.target.endpoint.url),
            .name = name,
            .seconds = seconds,
            .text = (sweepNotes(result) + sweepConditions(result)).join(u'\n')};
}

QString standsName(const experiment::SweepLoad &load)
{
    const QString uploads = load.size() == 1 ? QStringLiteral("upload") : QStringLiteral("uploads");
    return load.isOpenLoop()
        ? QStringLiteral("stands %1 %2 a second").arg(QString::number(load.perSecond), uploads)
        : QStringLiteral("stands %1 %2 at once").arg(QString::number(load.connections), uploads);
}

void fail(JUnitCase &one, const char *type, const QString &message)
{
    one.outcome = JUnitCase::Outcome::Failure;
    one.type = QLatin1StringView(type);
    one.message = message;
}

JUnitCase levelCase(const SweepResult &result, std::size_t index)
{
    const SweepLevel &level = result.levels[index];
    JUnitCase one = caseOf(result, standsName({level.connections, level.intendedPerSecond()}),
                           static_cast<double>(level.load.elapsed.count()) / 1e6);
    if (index >= result.survived().size() && result.stop == SweepStop::ServerDown)
        fail(one, "down", stopText(result));
    else if (result.scaling.collapsedAt == index)
        fail(one, "breaks-down", collapseText(result));
    else if (index < result.survived().size() && level.failedShare() > SweepResult::tolerated)
        fail(one, "failed", failuresText(level));
    else if (index >= result.survived().size()) {
        one.outcome = JUnitCase::Outcome::Error;
        one.type = QStringLiteral("restarted");
        one.message = stopText(result);
    }
    return one;
}

JUnitCase leakCase(const SweepResult &result)
{
    JUnitCase one = caseOf(result, QStringLiteral("no leak grows with the load"), 0);
    one.message = result.levels.empty() ? sweepSentence(result) : amplificationText(result);
    switch (result.amplified()) {
    case Amplified::Present:
        one.outcome = JUnitCase::Outcome::Failure;
        one.type = QStringLiteral("leak");
        break;
    case Amplified::Unknown:
        one.outcome = JUnitCase::Outcome::Error;
        one.type = QStringLiteral("unknown");
        break;
    case Amplified::Absent:
        break;
    }
    return one;
}

} // namespace

QByteArray renderSweep(const SweepResult &result, Format format)
{
    switch (format) {
    case Format::Html:
        return sweepToHtml(result);
    case Format::Markdown:
        return markdownOf(sweepText(result));
    case Format::Csv:
        return sweepToCsv(result);
    case Format::Json:
        return sweepToJson(result);
    case Format::JUnit:
        return sweepToJUnit(result);
    case Format::Paper:
        return paperToJson(sweepPaper(result));
    }
    return {};
}

ReportText sweepText(const SweepResult &result)
{
    ReportText text{openingText(sweepSentence(result), sweepNotes(result)), {}, sweepConditions(result)};
    for (const SweepTable &table : sweepTables(result))
        text.details += tableOf(table, result);
    return text;
}

Paper sweepPaper(const SweepResult &result)
{
    Paper paper{
        .head = headOf(result), .badges = sweepBadges(result), .charts = {}, .text = sweepText(result)};
    for (const SweepChart &chart : {latencyChart(result.levels), peakChart(result.levels)}) {
        if (chart.isEmpty())
            continue;
        HtmlWriter svg;
        writeSweepChart(svg, chart);
        const QString title = result.plan.isOpenLoop() ? Text::tr("%1, by uploads a second", "what is drawn")
                                                       : Text::tr("%1, by uploads at once", "what is drawn");
        paper.charts.append({title.arg(chart.title), paperSvg(svg.finished())});
    }
    return paper;
}

QList<Badge> sweepBadges(const SweepResult &result)
{
    QList<Badge> badges;
    const SweepOutcome outcome = result.outcome();
    const bool isOfAmplification = outcome == SweepOutcome::Amplified || outcome == SweepOutcome::Holds;
    if (!result.levels.empty() && result.stop == SweepStop::ServerDown)
        badges.append({Tone::Bad, Text::tr("server down")});
    else if (!result.levels.empty() && !isOfAmplification) // the other badge says that
        badges.append(badgeOf(outcome));
    const bool leaves = !result.left().empty();
    if (leaves && outcome != SweepOutcome::Leaves)
        badges.append(badgeOf(SweepOutcome::Leaves));
    switch (result.amplified()) {
    case Amplified::Present:
        badges.append({Tone::Bad, Text::tr("amplification present")});
        break;
    case Amplified::Absent:
        badges.append({leaves ? Tone::Same : Tone::Good, Text::tr("amplification absent")});
        break;
    case Amplified::Unknown:
        badges.append({Tone::Unknown, Text::tr("amplification unknown")});
        break;
    }
    return badges;
}

QByteArray sweepToCsv(const SweepResult &result)
{
    std::vector<SweepColumn> columns;
    for (const SweepTable &table : sweepTables(result)) // the first column of further ones is known already
        columns.insert(columns.end(), table.columns.begin() + (columns.empty() ? 0 : 1), table.columns.end());
    CsvTable csv;
    for (const SweepColumn &column : columns)
        csv.text(QLatin1StringView(column.key));
    csv.endRow();
    for (const SweepLevel &level : result.levels) {
        for (const SweepColumn &column : columns)
            csv.number(column.cell(level).value);
        csv.endRow();
    }
    return csv.content();
}

QByteArray sweepToJUnit(const SweepResult &result)
{
    JUnitSuite suite{.command = QStringLiteral("sweep"),
                     .program = headOf(result).program(),
                     .startedAtMs = result.startedMs,
                     .seconds = static_cast<double>(result.took.count()) / 1000,
                     .said = (QStringList{sweepSentence(result)} + sweepConditions(result)).join(u'\n')};
    for (std::size_t i = 0; i < result.levels.size(); ++i)
        suite.cases.push_back(levelCase(result, i));
    const bool isAmongThem = !result.levels.empty() && result.stoppedAt
        && result.levels.back().size() == result.stoppedAt->size();
    if (result.stop == SweepStop::ServerDown && result.stoppedAt && !isAmongThem) {
        suite.cases.push_back(caseOf(result, standsName(*result.stoppedAt), 0));
        fail(suite.cases.back(), "down", stopText(result));
    }
    suite.cases.push_back(leakCase(result));
    return junitXml(suite);
}

} // namespace report
