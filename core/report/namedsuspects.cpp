// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/namedsuspects.h"

#include "core/base/format.h"

#include <algorithm>
#include <cmath>

namespace report {
namespace {

using experiment::Guilt;

bool isBytes(const Guilt &guilt)
{
    return guilt.unit == QLatin1StringView("bytes");
}

void append(std::vector<NamedSuspect> &named, const std::optional<Guilt> &guilt)
{
    if (!guilt || !guilt->attribution.guilty())
        return;
    for (const pprof::Suspect &suspect : guilt->attribution.suspects) {
        if (suspect.accepted)
            named.push_back({&suspect, &*guilt});
    }
}

} // namespace

QString NamedSuspect::amount() const
{
    const auto grown = static_cast<double>(suspect->grown);
    return QStringLiteral("%1, %2 % of the growth")
        .arg(isBytes(*guilt) ? base::formatBytes(grown)
                             : QStringLiteral("%1 goroutines").arg(base::formatCount(grown)))
        .arg(std::round(std::min(suspect->share, 1.0) * 100)); // a sample may estimate more than there is
}

QString NamedSuspect::what() const
{
    return isBytes(*guilt) ? QStringLiteral("allocated at") : QStringLiteral("waits at");
}

std::vector<NamedSuspect> namedSuspects(const experiment::CheckResult &result)
{
    std::vector<NamedSuspect> named;
    append(named, result.guilt);
    append(named, result.heapGuilt);
    return named;
}

} // namespace report
