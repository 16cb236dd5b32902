// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/checkevidence.h"
#include "core/report/checkreport.h"
#include "core/report/checkwording.h"
#include "core/report/csvtable.h"

#include <algorithm>
#include <cmath>

namespace report {
namespace {

using analysis::Resource;
using analysis::ResourceVerdict;
using experiment::CheckResult;

// One table, so that whatever reads CSV can load it: the first column says what a row is about, and the columns of the other
// kind are empty.
const QStringList verdictColumns{
    QStringLiteral("resource"),   QStringLiteral("uploads"),    QStringLiteral("verdict"),
    QStringLiteral("per_upload"), QStringLiteral("low"),        QStringLiteral("high"),
    QStringLiteral("unit"),       QStringLiteral("detectable"), QStringLiteral("reason")};

void writeVerdictRows(CsvTable &csv, const CheckResult &result, qsizetype otherColumns)
{
    for (const CheckEvidence &group : evidenceGroups(result)) {
        for (const ResourceVerdict &verdict : *group.verdicts) {
            csv.text(QStringLiteral("resource"));
            csv.text(toKey(verdict.resource));
            csv.text(group.key.isEmpty() ? QStringLiteral("normal") : group.key);
            csv.text(toKey(finalOutcome(verdict)));
            csv.number(verdict.perUpload);
            csv.number(verdict.low);
            csv.number(verdict.high);
            csv.text(toKey(verdict.unit));
            csv.number(verdict.detectable);
            csv.text(reasonText(verdict));
            csv.empty(otherColumns);
            csv.endRow();
        }
    }
}

struct Phase
{
    const char *name;
    const std::vector<experiment::FloorAt> &rounds;
};

/// Resources that any round tells.
QList<Resource> toldBy(const std::vector<Phase> &phases)
{
    QList<Resource> told;
    for (int i = 0; i < analysis::resourceCount; ++i) {
        const auto resource = static_cast<Resource>(i);
        const auto tells = [resource](const experiment::FloorAt &at) {
            return std::isfinite(valueOf(at.floor, resource));
        };
        if (std::ranges::any_of(phases,
                                [&](const Phase &phase) { return std::ranges::any_of(phase.rounds, tells); }))
            told.append(resource);
    }
    return told;
}

/// What was left after each round, one column a resource.
void writeFloorRows(CsvTable &csv, const std::vector<Phase> &phases, const QList<Resource> &told)
{
    for (const auto &[name, rounds] : phases) {
        for (const experiment::FloorAt &at : rounds) {
            csv.text(QStringLiteral("round"));
            csv.empty(verdictColumns.size());
            csv.text(QLatin1StringView(name));
            csv.whole(at.uploads);
            for (const Resource resource : told)
                csv.number(valueOf(at.floor, resource));
            csv.endRow();
        }
    }
}

} // namespace

QByteArray checkToCsv(const CheckResult &result)
{
    const std::vector<Phase> phases{{"warm-up", result.warmUp},
                                    {"normal", result.rounds},
                                    {"aborted", result.abortRounds},
                                    {"crowded", result.crowdRounds},
                                    {"large", result.spillRounds}};
    const QList<Resource> told = toldBy(phases);
    QStringList floorColumns{QStringLiteral("round_of"), QStringLiteral("uploads_so_far")};
    for (const Resource resource : told)
        floorColumns += QStringLiteral("%1_%2").arg(toKey(resource), toKey(unitOf(resource)));
    CsvTable csv;
    for (const QString &title : QStringList{QStringLiteral("table")} + verdictColumns + floorColumns)
        csv.text(title);
    csv.endRow();
    writeVerdictRows(csv, result, floorColumns.size());
    writeFloorRows(csv, phases, told);
    return csv.content();
}

} // namespace report
