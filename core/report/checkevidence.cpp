// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/checkevidence.h"

#include "core/report/checkwording.h"

namespace report {
namespace {

using experiment::CheckResult;

CheckEvidence normal(const CheckResult &result)
{
    return {QStringLiteral("uploads"), {}, &result.rounds, &result.resources, result.bodyBytes};
}

CheckEvidence aborted(const CheckResult &result)
{
    return {QStringLiteral("aborted uploads"), QStringLiteral("aborted"), &result.abortRounds,
            &result.aborted, result.bodyBytes};
}

CheckEvidence crowded(const CheckResult &result)
{
    const QString atOnce = QStringLiteral("%1 at once").arg(result.crowdConnections);
    return {QStringLiteral("uploads, ") + atOnce, atOnce, &result.crowdRounds, &result.crowded,
            result.bodyBytes};
}

CheckEvidence large(const CheckResult &result)
{
    return {QStringLiteral("large uploads"),
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

const pprof::Suspect *guiltyOf(const CheckResult &result)
{
    return result.guilt ? result.guilt->attribution.guilty() : nullptr;
}

QString rowName(const CheckEvidence &evidence, analysis::Resource resource)
{
    const QString name = resourceName(resource);
    return evidence.suffix.isEmpty() ? name : QStringLiteral("%1, %2").arg(name, evidence.suffix);
}

} // namespace report
