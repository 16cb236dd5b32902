// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/unknownwording.h"

#include "core/report/checkwording.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"

#include <QCoreApplication>

namespace report {
namespace {

using analysis::Change;
using analysis::ResourceVerdict;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::UnknownWording)
};

constexpr qsizetype mostWords = 200;

/// What one of the checks lacks; empty: nothing.
QString lackText(const std::optional<ResourceVerdict> &verdict, const QString &reason, bool isBefore)
{
    if (!verdict)
        return isBefore ? Text::tr("not watched before", "a resource, in a check")
                        : Text::tr("not watched after", "a resource, in a check");
    if (growthOf(*verdict).isDecided())
        return {};
    if (reason.isEmpty())
        return isBefore ? Text::tr("inconclusive before", "a resource, in a check")
                        : Text::tr("inconclusive after", "a resource, in a check");
    return (isBefore ? Text::tr("inconclusive before: %1", "why a resource is so in a check")
                     : Text::tr("inconclusive after: %1", "why a resource is so in a check"))
        .arg(printable(reason, mostWords));
}

/// Where one of them grows, and the other rests below more than that; empty: neither.
QString looseText(const CheckComparison::Row &row)
{
    const auto grows = [](const auto &verdict) { return growthOf(*verdict).grows(); };
    const auto amount = [](ResourceVerdict verdict) {
        if (const std::optional<double> bound = growthOf(verdict).bound())
            verdict.perUpload = bound;
        return perUploadText(verdict).remove(u'+');
    };
    if (grows(row.before) == grows(row.after))
        return {};
    return (grows(row.before)
                ? Text::tr("grew by %1 before, and after is known only to have grown by less than %2",
                           "amounts, behind a resource's name")
                : Text::tr("grew by %2 after, and before is known only to have grown by less than %1",
                           "amounts, behind a resource's name"))
        .arg(amount(*row.before), amount(*row.after));
}

} // namespace

QString unknownText(const CheckComparison::Row &row)
{
    if (row.change.change != Change::Unknown)
        return {};
    if (row.memory == CheckComparison::ProcessMemory::Mixed)
        return Text::tr("is not the same in both: one check tells it without the heap",
                        "why a resource cannot be compared");
    QStringList lacks{lackText(row.before, row.reasonBefore, true),
                      lackText(row.after, row.reasonAfter, false)};
    lacks.removeAll(QString());
    if (!lacks.isEmpty())
        return clauses(lacks);
    const QString loose = looseText(row);
    return loose.isEmpty()
        ? Text::tr("is told without its interval by one of the checks", "why a resource cannot be compared")
        : loose;
}

} // namespace report
