// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparetext.h"

#include "core/base/format.h"
#include "core/base/localtime.h"
#include "core/report/checkwording.h"
#include "core/report/comparedfigures.h"
#include "core/report/comparedfunctions.h"
#include "core/report/comparisontext.h"
#include "core/report/safetext.h"
#include "core/report/unknownwording.h"
#include "core/report/wording.h"
#include "ui/common/verdicttone.h"

#include <QCoreApplication>

namespace ui {

using analysis::Outcome;
using report::Badge;
using report::CheckComparison;
using report::CheckRecord;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CompareText)
};

ComparedValue growthOf(const std::optional<analysis::ResourceVerdict> &verdict)
{
    const bool hasInterval = verdict && verdict->outcome == Outcome::Leaks && verdict->low;
    return {report::growthText(verdict), hasInterval ? report::intervalText(*verdict) : QString()};
}

ComparedValue differenceOf(const CheckComparison::Row &resource)
{
    const QString why = report::unknownText(resource);
    if (!why.isEmpty())
        return {why, {}};
    return {report::differenceText(resource),
            resource.change.low ? report::differenceIntervalText(resource) : QString()};
}

ComparedRow titleRow(const QString &title)
{
    ComparedRow row;
    row.kind = ComparedRow::Kind::Title;
    row.name = title;
    return row;
}

ComparedRow rowOf(const CheckComparison::Row &resource)
{
    const Badge badge = report::badgeOf(resource.change.change);
    ComparedRow row;
    row.name = report::withCapital(report::rowName(resource));
    row.before = growthOf(resource.before);
    row.difference = differenceOf(resource);
    row.after = growthOf(resource.after);
    row.word = badge.word;
    row.tone = toneOf(badge.tone);
    const bool isKnown = report::unknownText(resource).isEmpty();
    row.toolTip = (isKnown ? Text::tr("%1: %2 before, %3 after, difference %4; in brackets the 98 % interval")
                           : Text::tr("%1: %2 before, %3 after; cannot tell: %4", "a resource, amounts, why"))
                      .arg(row.name, inOneLine(row.before), inOneLine(row.after), inOneLine(row.difference));
    return row;
}

ComparedRow rowOf(const CheckComparison::Function &function)
{
    ComparedRow row;
    row.name = report::siteText(function.site);
    row.before = {report::keptText(function, function.before), {}};
    row.after = {report::keptText(function, function.after), {}};
    const Badge badge = report::badgeOf(function);
    row.word = badge.word;
    row.tone = toneOf(badge.tone);
    row.toolTip = row.name;
    return row;
}

ComparedRow rowOf(const report::ComparedFigure &figure)
{
    ComparedRow row;
    row.name = figure.name;
    row.before = {figure.before, {}};
    row.difference = {figure.difference, {}};
    row.after = {figure.after, {}};
    return row;
}

QLatin1StringView signFor(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return QLatin1StringView("check");
    case Tone::Bad:
        return QLatin1StringView("alert");
    default:
        return QLatin1StringView("info");
    }
}

} // namespace

QString inOneLine(const ComparedValue &value)
{
    return value.interval.isEmpty()
        ? value.text
        : Text::tr("%1 (%2)", "estimate, interval").arg(value.text, value.interval);
}

VerdictText comparisonText(const CheckComparison &comparison)
{
    VerdictText text;
    text.tone = toneOf(report::badgeOf(comparison.change).tone);
    text.sign = signFor(text.tone);
    text.sentence = report::comparisonSentence(comparison);
    text.details = report::comparisonNotes(comparison);
    return text;
}

ComparedHead headOf(const CheckRecord &record, const QString &title)
{
    const Badge badge = report::badgeOf(record.outcome);
    return {title, base::localMinute(record.startedMs), report::printable(record.server), badge.word,
            toneOf(badge.tone)};
}

std::vector<ComparedRow> comparedRows(const CheckComparison &comparison)
{
    std::vector<ComparedRow> rows;
    const auto add = [&rows](const QString &title, const std::vector<ComparedRow> &group) {
        if (group.empty())
            return;
        rows.push_back(titleRow(title));
        rows.insert(rows.end(), group.begin(), group.end());
    };
    std::vector<ComparedRow> telling;
    std::vector<ComparedRow> resting;
    for (const CheckComparison::Row &row : comparison.rows)
        (report::rests(row) ? resting : telling).push_back(rowOf(row));
    std::vector<ComparedRow> functions;
    for (const CheckComparison::Function &function : comparison.functions)
        functions.push_back(rowOf(function));
    std::vector<ComparedRow> measured;
    for (const report::ComparedFigure &figure : report::comparedFigures(comparison)) {
        measured.push_back(rowOf(figure));
        measured.back().name = report::withCapital(figure.name);
    }
    std::vector<ComparedRow> held;
    for (const report::ComparedFigure &figure : report::heldFigures(comparison))
        held.push_back(rowOf(figure));
    add(Text::tr("Left behind by each upload"), telling);
    add(Text::tr("Kept of each upload by"), functions);
    add(Text::tr("Measured beside it"), measured);
    add(Text::tr("Kept in the heap of each upload, allocated by"), held);
    add(Text::tr("At rest before and after"), resting);
    return rows;
}

} // namespace ui
