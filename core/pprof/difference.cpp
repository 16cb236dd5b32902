// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pprof/difference.h"

#include "core/pprof/stackmerger.h"

#include <algorithm>
#include <numeric>

#include <QCoreApplication>
#include <QStringList>

namespace pprof {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(pprof::Difference)
};

std::vector<qint64> magnitudes(const Profile &profile)
{
    std::vector<qint64> sums(profile.types.size(), 0);
    for (size_t i = 0; i < profile.values.size(); ++i) {
        qint64 &sum = sums[i % sums.size()];
        sum = addMagnitudes(sum, magnitude(profile.values[i]));
    }
    return sums;
}

QString typesText(const Profile &profile)
{
    QStringList names;
    for (const ValueType &type : profile.types)
        names << type.type + QLatin1Char('/') + type.unit;
    return names.join(QStringLiteral(", "));
}

} // namespace

base::Result<Difference> difference(const Profile &after, const Profile &before)
{
    if (after.types != before.types || after.periodType != before.periodType)
        return base::Error{base::ErrorKind::Malformed,
                           Text::tr("the two profiles do not count the same: %1 against %2")
                               .arg(typesText(before), typesText(after)),
                           0,
                           {}};
    StackMerger merger(StackMerger::Keep::BlockSizes);
    merger.add(after, 1);
    merger.add(before, -1);
    Difference result;
    result.delta = merger.take();
    result.delta.period = std::max(after.period, before.period);
    result.before = magnitudes(before);
    result.after = magnitudes(after);
    result.samePeriod = after.period == before.period;
    return result;
}

Profile byStack(const Profile &profile, int type)
{
    StackMerger merger(StackMerger::Keep::StacksOnly);
    merger.add(profile, 1);
    Profile merged = merger.take();

    std::vector<qsizetype> order(static_cast<size_t>(merged.sampleCount()));
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) {
        return magnitude(merged.value(a, type)) > magnitude(merged.value(b, type));
    });
    std::vector<quint32> entries;
    std::vector<quint32> ends;
    std::vector<qint64> values;
    for (const qsizetype i : order) {
        const auto stack = merged.stack(i);
        entries.insert(entries.end(), stack.begin(), stack.end());
        ends.push_back(static_cast<quint32>(entries.size()));
        const size_t types = merged.types.size();
        const auto row = std::span(merged.values).subspan(static_cast<size_t>(i) * types, types);
        values.insert(values.end(), row.begin(), row.end());
    }
    merged.stackEntries = std::move(entries);
    merged.stackEnds = std::move(ends);
    merged.values = std::move(values);
    return merged;
}

} // namespace pprof
