// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/baseline.h"

#include "core/report/comparisonreport.h"
#include "core/report/comparisontext.h"
#include "core/report/safetext.h"
#include "core/report/unknownwording.h"
#include "core/report/wording.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace report {
namespace {

using analysis::Change;

using Row = CheckComparison::Row;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::Baseline)
};

/// What becomes of a resource that leaks in one of the two.
enum class Fate { None, Known, Worse, New, Unknown, Gone };

bool grows(const std::optional<analysis::ResourceVerdict> &verdict)
{
    return verdict && growthOf(*verdict).grows();
}

Fate fateOf(const Row &row)
{
    if (!row.isDeciding || (!grows(row.before) && !grows(row.after)))
        return Fate::None;
    if (grows(row.after))
        return !grows(row.before)                ? Fate::New
            : row.change.change == Change::Worse ? Fate::Worse
                                                 : Fate::Known;
    return row.change.change == Change::Unknown ? Fate::Unknown : Fate::Gone;
}

QString rowText(const Row &row)
{
    return fateOf(row) == Fate::Unknown
        ? labelled(rowName(row), unknownText(row))
        : Text::tr("%1 %2 → %3", "a resource, an amount before and after")
              .arg(rowName(row), growthText(row.before), growthText(row.after));
}

QString lineOf(const CheckComparison &comparison, Fate fate, const QString &line)
{
    QStringList texts;
    for (const Row &row : comparison.rows) {
        if (fateOf(row) == fate)
            texts += rowText(row);
    }
    return texts.isEmpty() ? QString() : line.arg(clauses(texts));
}

} // namespace

QStringList baselineLines(const Baseline &baseline)
{
    const CheckComparison &comparison = baseline.comparison;
    QStringList lines{
        Text::tr("Held against the baseline %1: %2.", "its name; what came of it")
            .arg(printable(baseline.name), comparisonSentence(comparison)),
        lineOf(comparison, Fate::Known, Text::tr("Known from the baseline, and accepted: %1.", "resources")),
        lineOf(comparison, Fate::Worse, Text::tr("Worse than in the baseline: %1.", "resources")),
        lineOf(comparison, Fate::New, Text::tr("New, not known from the baseline: %1.", "resources")),
        lineOf(comparison, Fate::Unknown,
               Text::tr("Known from the baseline, and not to be told now: %1.", "resources")),
        lineOf(comparison, Fate::Gone, Text::tr("Known from the baseline, and gone: %1.", "resources"))};
    lines.removeAll(QString());
    return lines;
}

QJsonObject baselineToJson(const Baseline &baseline)
{
    const CheckComparison &comparison = baseline.comparison;
    QJsonObject object{{QStringLiteral("name"), baseline.name},
                       {QStringLiteral("acceptance"), toKey(comparison.acceptance())},
                       {QStringLiteral("change"), toKey(comparison.change)},
                       {QStringLiteral("sentence"), comparisonSentence(comparison)}};
    for (const auto &[key, fate] :
         {std::pair(QStringLiteral("known"), Fate::Known), std::pair(QStringLiteral("worse"), Fate::Worse),
          std::pair(QStringLiteral("new"), Fate::New), std::pair(QStringLiteral("unknown"), Fate::Unknown),
          std::pair(QStringLiteral("gone"), Fate::Gone)}) {
        QJsonArray rows;
        for (const Row &row : comparison.rows) {
            if (fateOf(row) == fate)
                rows.append(comparedToJson(row));
        }
        object.insert(key, rows);
    }
    return object;
}

} // namespace report
