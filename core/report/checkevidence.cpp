// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/checkevidence.h"

#include "core/report/checkwording.h"

#include <QCoreApplication>

namespace report {
namespace {

using experiment::CheckResult;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::CheckEvidence)
};

CheckEvidence normal(const CheckResult &result)
{
    return {Text::tr("uploads"), {}, {}, &result.rounds, &result.resources, result.bodyBytes};
}

CheckEvidence aborted(const CheckResult &result)
{
    return {Text::tr("aborted uploads"),
            Text::tr("aborted", "behind a resource's name: of such uploads"),
            QStringLiteral("aborted"),
            &result.abortRounds,
            &result.aborted,
            result.bodyBytes};
}

CheckEvidence crowded(const CheckResult &result)
{
    return {Text::tr("uploads, %1 at once").arg(result.crowdConnections),
            Text::tr("%1 at once", "behind a resource's name: of such uploads").arg(result.crowdConnections),
            QStringLiteral("%1 at once").arg(result.crowdConnections),
            &result.crowdRounds,
            &result.crowded,
            result.bodyBytes};
}

CheckEvidence large(const CheckResult &result)
{
    return {Text::tr("large uploads"),
            Text::tr("large", "behind a resource's name: of such uploads"),
            QStringLiteral("large"),
            &result.spillRounds,
            &result.spilled,
            static_cast<double>(experiment::spillBytes),
            false};
}

bool leaks(const std::vector<analysis::ResourceVerdict> &verdicts)
{
    return std::ranges::any_of(verdicts, [](const analysis::ResourceVerdict &verdict) {
        return verdict.outcome == analysis::Outcome::Leaks
            || verdict.outcome == analysis::Outcome::ReleasedLate;
    });
}

} // namespace

CheckEvidence evidenceOf(const CheckResult &result)
{
    if (result.verdict.onlyWhenAborted)
        return aborted(result);
    if (result.verdict.onlyWhenCrowded)
        return crowded(result);
    return result.verdict.onlyWhenLarge ? large(result) : normal(result);
}

std::vector<CheckEvidence> evidenceGroups(const CheckResult &result)
{
    std::vector<CheckEvidence> groups;
    if (!result.resources.empty())
        groups.push_back(normal(result));
    if (!result.aborted.empty())
        groups.push_back(aborted(result));
    if (leaks(result.crowded))
        groups.push_back(crowded(result));
    if (leaks(result.spilled))
        groups.push_back(large(result));
    return groups;
}

const analysis::ResourceVerdict *find(const std::vector<analysis::ResourceVerdict> &verdicts,
                                      analysis::Resource resource)
{
    const auto found = std::ranges::find(verdicts, resource, &analysis::ResourceVerdict::resource);
    return found == verdicts.end() ? nullptr : &*found;
}

const analysis::ResourceVerdict *firstGrowing(const std::vector<analysis::ResourceVerdict> &verdicts)
{
    const auto found = std::ranges::find_if(verdicts, [](const analysis::ResourceVerdict &verdict) {
        return verdict.growsNow() && verdict.resource != analysis::Resource::HeapObjects
            && verdict.resource != analysis::Resource::Rss;
    });
    return found == verdicts.end() ? nullptr : &*found;
}

const analysis::ResourceVerdict *foremost(const std::vector<analysis::ResourceVerdict> &verdicts)
{
    const analysis::ResourceVerdict *growing = firstGrowing(verdicts);
    return growing || verdicts.empty() ? growing : &verdicts.front();
}

const pprof::Suspect *guiltyOf(const CheckResult &result)
{
    return result.guilt ? result.guilt->attribution.guilty() : nullptr;
}

QString rowName(const CheckEvidence &evidence, analysis::Resource resource)
{
    const QString name = resourceName(resource);
    return evidence.suffix.isEmpty()
        ? name
        : Text::tr("%1, %2", "a resource, of which uploads").arg(name, evidence.suffix);
}

} // namespace report
