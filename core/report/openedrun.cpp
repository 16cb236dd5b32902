// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/openedrun.h"

#include "core/report/jsonfile.h"
#include "core/report/runtokeep.h"

namespace report {

using base::Result;
using session::OpenedRun;

namespace {

/// Nullptr: it has none of that format, or was opened without it.
const QByteArray *documentOf(const OpenedRun &opened, Format format)
{
    for (const auto &[name, content] : opened.documents) {
        if (name == toKey(format))
            return &content;
    }
    return nullptr;
}

} // namespace

Result<RunJson> jsonOf(const OpenedRun &opened)
{
    const QByteArray *json = documentOf(opened, Format::Json);
    RunJson run{QStringLiteral("run %1").arg(opened.run.id), true, json ? *json : QByteArray(), {}};
    const Result<QJsonObject> object = parseJson(run.json, run.name);
    if (!object)
        return object.error();
    run.object = *object;
    return run;
}

QStringList reportDocuments(Format format)
{
    QStringList formats{toKey(Format::Json)};
    if (format != Format::Json)
        formats += toKey(format);
    return formats;
}

Result<QByteArray> reportOf(const OpenedRun &opened, Format format)
{
    if (const QByteArray *kept = documentOf(opened, format))
        return *kept;
    const Result<RunJson> run = jsonOf(opened);
    return run ? reportFrom(*run, format) : run.error();
}

Result<CheckRecord> checkRecordOf(const RunJson &run)
{
    return checkRecordFrom(run.object, run.name);
}

QStringList comparedDocuments()
{
    return profileDocuments() + QStringList{toKey(Format::Json)};
}

Result<ComparedCheck> comparedCheck(const OpenedRun &opened)
{
    const Result<RunJson> run = jsonOf(opened);
    if (!run)
        return run.error();
    const Result<CheckRecord> record = checkRecordOf(*run);
    if (!record)
        return record.error();
    return ComparedCheck{*record, profilesFrom(opened.documents)};
}

} // namespace report
