// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/checkrecord.h"

#include "core/experiment/checkresult.h"
#include "core/report/checkjson.h"
#include "core/report/jsonfields.h"
#include "core/report/jsonfile.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cmath>

namespace report {
namespace {

using analysis::Outcome;
using analysis::Resource;
using analysis::ResourceVerdict;
using base::Error;
using base::ErrorKind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::CheckRecord)
};

constexpr int mostUploads = 1'000'000'000;
constexpr int mostLines = 1'000'000'000;

std::optional<Resource> resourceFrom(const QString &key)
{
    for (int i = 0; i < analysis::resourceCount; ++i) {
        if (toKey(static_cast<Resource>(i)) == key)
            return static_cast<Resource>(i);
    }
    return {};
}

std::optional<Outcome> outcomeFrom(const QString &key)
{
    for (const Outcome outcome :
         {Outcome::Leaks, Outcome::Stable, Outcome::Inconclusive, Outcome::ReleasedLate, Outcome::GcClosed}) {
        if (toKey(outcome) == key)
            return outcome;
    }
    return {};
}

std::optional<double> known(double value)
{
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

Outcome readOutcome(JsonFields &fields)
{
    const QString key = fields.text(QLatin1String("verdict"));
    const std::optional<Outcome> outcome = outcomeFrom(key);
    if (!outcome)
        fields.fail(Text::tr("%1 is \"%2\"", "a JSON field, its value")
                        .arg(fields.nameOf(QLatin1String("verdict")), key.left(60)));
    return outcome.value_or(Outcome::Inconclusive);
}

std::optional<Error> errorOf(const JsonFields &fields)
{
    return fields.ok() ? std::nullopt : std::optional(fields.error());
}

void readRows(JsonFields &group, UploadKind uploads, CheckRecord &record)
{
    const bool leaksAlone = uploads == UploadKind::Crowded || uploads == UploadKind::Large;
    group.each(QLatin1String("resources"), [&](const QJsonValue &value, const QString &where) {
        JsonFields fields(value, where);
        CheckRecord::Row row{uploads, {}, {}};
        ResourceVerdict &verdict = row.verdict;
        const QString key = fields.text(QLatin1String("role"));
        const std::optional<Resource> resource = resourceFrom(key);
        verdict.outcome = readOutcome(fields);
        row.reason = fields.text(QLatin1String("reason"));
        verdict.perUpload = known(fields.number(QLatin1String("perUpload")));
        verdict.low = known(fields.number(QLatin1String("low")));
        verdict.high = known(fields.number(QLatin1String("high")));
        verdict.detectable = known(fields.number(QLatin1String("detectable")));
        verdict.threshold = known(fields.number(QLatin1String("threshold"))).value_or(0);
        if (resource) { // a later version may watch more
            verdict.resource = *resource;
            verdict.unit = unitOf(*resource);
            if (!leaksAlone || verdict.outcome == Outcome::Leaks)
                record.rows.push_back(row);
        }
        return errorOf(fields);
    });
}

// Two checks without any would be called the same. One that was interrupted at its beginning has none, and an empty list.
void requireResources(const QJsonObject &json, Outcome outcome, JsonFields &document)
{
    const QJsonValue resources = json.value(QLatin1String("resources"));
    if (!resources.isArray() || (outcome != Outcome::Inconclusive && resources.toArray().isEmpty()))
        document.fail(Text::tr("it has no \"resources\", which say what was measured, so there is nothing to "
                               "compare; give the JSON of a leak check as it was written"));
}

void readGroup(JsonFields &document, QLatin1StringView key, UploadKind uploads, CheckRecord &record)
{
    JsonFields group(document.object(key), document.nameOf(key));
    readRows(group, uploads, record);
    if (!group.ok())
        document.fail(group.error().message);
}

std::optional<Error> readFunction(const QJsonValue &value, const QString &where, CheckRecord &record)
{
    JsonFields fields(value, where);
    CheckRecord::Function function;
    function.site.function = fields.text(QLatin1String("function"));
    function.site.file = fields.text(QLatin1String("file"));
    function.site.line = static_cast<int>(fields.whole(QLatin1String("line"), 0, mostLines));
    function.unit = fields.text(QLatin1String("unit"));
    function.perUpload = known(fields.number(QLatin1String("perUpload"))).value_or(0);
    record.functions.push_back(function);
    return errorOf(fields);
}

std::optional<Error> readFloors(const QJsonValue &value, const QString &where, CheckRecord &record)
{
    JsonFields round(value, where);
    JsonFields floors(round.object(QLatin1String("floors")), round.nameOf(QLatin1String("floors")));
    for (int i = 0; i < analysis::resourceCount; ++i) {
        const auto resource = static_cast<Resource>(i);
        const QByteArray key = toKey(resource).toLatin1();
        const double floor = floors.number(QLatin1String(key));
        if (!std::isfinite(floor))
            continue;
        record.first.try_emplace(resource, floor);
        double &highest = record.highest.try_emplace(resource, floor).first->second;
        highest = std::max(highest, floor);
    }
    return round.ok() ? errorOf(floors) : errorOf(round);
}

void readLatency(JsonFields &document, CheckRecord &record)
{
    const QJsonObject object = document.object(QLatin1String("latencyMs"));
    if (object.isEmpty())
        return;
    JsonFields fields(object, QStringLiteral("latencyMs"));
    record.latency = {fields.number(QLatin1String("p50")), fields.number(QLatin1String("p95")),
                      fields.number(QLatin1String("p99"))};
    if (!fields.ok())
        document.fail(fields.error().message);
}

/// What another report of Tidemark tells of; empty: it is none, or that of a leak check.
QString otherKind(const QString &schema)
{
    const std::pair<QLatin1StringView, QString> kinds[]{
        {QLatin1StringView("upload"), Text::tr("uploads", "a report is about them")},
        {QLatin1StringView("session"), Text::tr("uploads", "a report is about them")},
        {QLatin1StringView("watch"), Text::tr("watching", "a report is about it")},
        {QLatin1StringView("sweep"), Text::tr("a sweep", "a report is about it")},
        {QLatin1StringView("audit"), Text::tr("an audit", "a report is about it")},
        {QLatin1StringView("compare"), Text::tr("a comparison", "a report is about it")},
        {QLatin1StringView("runs"), Text::tr("the history", "a report is about it")}};
    for (const auto &[command, kind] : kinds) {
        if (schema.startsWith(QStringLiteral("tidemark.%1/").arg(command)))
            return kind;
    }
    return {};
}

} // namespace

QString toKey(UploadKind uploads)
{
    switch (uploads) {
    case UploadKind::Normal:
        break;
    case UploadKind::Aborted:
        return QStringLiteral("aborted");
    case UploadKind::Crowded:
        return QStringLiteral("crowded");
    case UploadKind::Large:
        return QStringLiteral("large");
    }
    return QStringLiteral("normal");
}

const CheckRecord::Row *CheckRecord::find(UploadKind kind, Resource resource) const
{
    const auto row = std::ranges::find_if(rows, [&](const Row &candidate) {
        return candidate.uploads == kind && candidate.verdict.resource == resource;
    });
    return row == rows.end() ? nullptr : &*row;
}

base::Result<CheckRecord> checkRecordFrom(const QJsonObject &json)
{
    JsonFields document(json, QString());
    const QString schema = document.text(QLatin1String("schema"));
    if (schema != QLatin1String("tidemark.check/1")) {
        return Error{ErrorKind::Malformed,
                     schema.startsWith(QLatin1String("tidemark.check/"))
                         ? Text::tr("its schema \"%1\" was made by another version").arg(schema.left(60))
                         : Text::tr("it is no leak check"),
                     0,
                     {}};
    }
    CheckRecord record;
    record.server = document.text(QLatin1String("server"));
    record.startedMs = document.time(QLatin1String("startedAt"));
    if (const QString ended = document.text(QLatin1String("interruption"));
        ended.isEmpty() || ended == toKey(experiment::Interruption::None))
        record.seconds = known(document.number(QLatin1String("seconds")));
    record.profiledUploads = known(document.number(QLatin1String("profiledUploads")));
    record.speed = document.text(QLatin1String("speed"));
    record.outcome = readOutcome(document);
    record.isConfirmed = document.flag(QLatin1String("confirmed"));
    record.sentence = document.text(QLatin1String("sentence"));
    record.leading = resourceFrom(document.text(QLatin1String("leading")));
    record.uploads = static_cast<int>(document.whole(QLatin1String("uploads"), 0, mostUploads));
    record.bodyBytes = known(document.number(QLatin1String("bodyBytes"))).value_or(0);
    readRows(document, UploadKind::Normal, record);
    requireResources(json, record.outcome, document);
    readGroup(document, QLatin1String("abortedUploads"), UploadKind::Aborted, record);
    readGroup(document, QLatin1String("crowdedUploads"), UploadKind::Crowded, record);
    readGroup(document, QLatin1String("largeUploads"), UploadKind::Large, record);
    document.each(QLatin1String("guilty"), [&record](const QJsonValue &value, const QString &where) {
        return readFunction(value, where, record);
    });
    document.each(QLatin1String("rounds"), [&record](const QJsonValue &value, const QString &where) {
        return readFloors(value, where, record);
    });
    readLatency(document, record);
    const QLatin1StringView outside("rssOutsideHeap");
    if (const bool isOutside = document.flag(outside); json.value(outside).isBool())
        record.isRssOutsideHeap = isOutside;
    if (!document.ok())
        return document.error();
    return record;
}

CheckRecord checkRecordOf(const experiment::CheckResult &result)
{
    base::Result<CheckRecord> record = checkRecordFrom(QJsonDocument::fromJson(checkToJson(result)).object());
    Q_ASSERT(record.ok()); // just written
    return std::move(*record);
}

base::Result<CheckRecord> checkRecordFrom(const QJsonObject &json, const QString &name)
{
    base::Result<CheckRecord> record = checkRecordFrom(json);
    if (record)
        return record;
    const QString other = otherKind(json.value(QLatin1String("schema")).toString());
    if (other.isEmpty())
        return noReport(name, record.error().message);
    return Error{ErrorKind::Malformed,
                 Text::tr("%1 tells of %2; only leak checks can be compared, those that 'check' makes")
                     .arg(name, other),
                 0,
                 {}};
}

base::Result<CheckRecord> readCheckRecord(const QString &fileName)
{
    const base::Result<QJsonObject> json = readJsonFile(fileName);
    if (!json)
        return json.error();
    return checkRecordFrom(*json, fileName);
}

} // namespace report
