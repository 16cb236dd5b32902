// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/floorevidence.h"

#include "core/report/checkevidence.h"
#include "core/report/checkwording.h"

#include <QCoreApplication>

namespace report {
namespace {

using analysis::Resource;
using experiment::CheckResult;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::FloorChart)
};

QString colourOf(Resource resource)
{
    switch (resource) {
    case Resource::Rss:
        return QStringLiteral("rss");
    case Resource::Goroutines:
        return QStringLiteral("goroutines");
    case Resource::Threads:
        return QStringLiteral("threads");
    case Resource::Descriptors:
        return QStringLiteral("descriptors");
    case Resource::TempFiles:
    case Resource::TempBytes:
        return QStringLiteral("rate");
    case Resource::Heap:
    case Resource::HeapObjects:
    case Resource::External:
        break;
    }
    return QStringLiteral("heap");
}

} // namespace

FloorEvidence floorEvidence(const CheckResult &result)
{
    const CheckEvidence evidence = evidenceOf(result);
    const bool isNormal = evidence.suffix.isEmpty();
    const std::vector<experiment::FloorAt> &rounds = *evidence.rounds;
    const std::vector<Resource> told = toldResources(rounds);
    if (rounds.size() < 2 || told.empty())
        return {};
    const Resource resource = result.verdict.leading ? result.verdict.leading->resource : told.front();
    return {floorChart(resource, rounds, isNormal ? result.warmUp : std::vector<experiment::FloorAt>(),
                       find(*evidence.verdicts, resource)),
            colourOf(resource),
            Text::tr("%1; line: fit, shade: its 98 % band, pale: warm-up")
                .arg(isNormal ? resourceName(resource)
                              : Text::tr("%1, %2", "a resource, after which uploads")
                                    .arg(resourceName(resource), evidence.uploads))};
}

} // namespace report
