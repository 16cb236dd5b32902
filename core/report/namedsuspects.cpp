// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/namedsuspects.h"

#include "core/base/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace report {
namespace {

using experiment::Guilt;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::NamedSuspects)
};

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
    const double share = std::min(suspect->share, 1.0); // a sample may estimate more than there is
    return (isBytes(*guilt) ? Text::tr("%1, %2 % of the growth", "an amount")
                            : Text::tr("%1 goroutines, %2 % of the growth"))
        .arg(isBytes(*guilt) ? base::formatBytes(grown) : base::formatCount(grown),
             QString::number(std::round(share * 100)));
}

QString NamedSuspect::text() const
{
    return (isBytes(*guilt) ? Text::tr("%1, allocated at", "an amount; the stack follows")
                            : Text::tr("%1, waits at", "an amount; the stack follows"))
        .arg(amount());
}

std::vector<NamedSuspect> namedSuspects(const experiment::CheckResult &result)
{
    std::vector<NamedSuspect> named;
    append(named, result.guilt);
    append(named, result.heapGuilt);
    return named;
}

} // namespace report
