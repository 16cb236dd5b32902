// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/checkcbor.h"

#include "core/report/cborfields.h"
#include "core/report/safetext.h"

#include <QCborValue>
#include <QCoreApplication>

namespace report {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::CheckRecord)
};

} // namespace
namespace cbor {

using analysis::ResourceVerdict;
using experiment::CheckPlan;
using experiment::CheckResult;
using experiment::FloorReading;

// Numbers of enumerations are kept: whoever puts a value between others raises `version` below.
template <>
inline constexpr auto lastOf<base::ErrorKind> = base::ErrorKind::Internal;
template <>
inline constexpr auto lastOf<analysis::Resource> = analysis::Resource::TempBytes;
template <>
inline constexpr auto lastOf<analysis::Unit> = analysis::Unit::Pieces;
template <>
inline constexpr auto lastOf<analysis::Reading> = analysis::Reading::Other;
template <>
inline constexpr auto lastOf<analysis::Outcome> = analysis::Outcome::NeedsMoreRounds;
template <>
inline constexpr auto lastOf<analysis::Reason> = analysis::Reason::ClosedByCollector;
template <>
inline constexpr auto lastOf<analysis::Cause> = analysis::Cause::OffHeapLeak;
template <>
inline constexpr auto lastOf<analysis::Retention> = analysis::Retention::Unclear;
template <>
inline constexpr auto lastOf<analysis::SameFile> = analysis::SameFile::Unclear;
template <>
inline constexpr auto lastOf<analysis::Amplifies> = analysis::Amplifies::Unclear;
template <>
inline constexpr auto lastOf<experiment::Interruption> = experiment::Interruption::StaleMetrics;
template <>
inline constexpr auto lastOf<CheckPlan::Speed> = CheckPlan::Speed::Thorough;
template <>
inline constexpr auto lastOf<transfer::LoadPlan::Method> = transfer::LoadPlan::Method::Put;
template <>
inline constexpr auto lastOf<metrics::Format> = metrics::Format::Actuator;
template <>
inline constexpr auto lastOf<metrics::Runtime> = metrics::Runtime::DotNet;

// ---- Verdicts --------------------------------------------------------------------------------------------

void describe(auto &fields, base::Error &error)
{
    fields("kind", error.kind)("message", error.message)("httpStatus", error.httpStatus);
    fields("detail", error.detail);
}

void describe(auto &fields, analysis::Step &step)
{
    fields("uploads", step.uploads)("size", step.size);
}

void describe(auto &fields, analysis::Interval &interval)
{
    fields("low", interval.low)("high", interval.high);
}

void describe(auto &fields, ResourceVerdict &v)
{
    fields("resource", v.resource)("unit", v.unit)("reading", v.reading)("outcome", v.outcome);
    fields("leaning", v.leaning)("reason", v.reason)("perUpload", v.perUpload)("low", v.low)("high", v.high);
    fields("error", v.error)("robustSlope", v.robustSlope)("detectable", v.detectable);
    fields("threshold", v.threshold)("noise", v.noise)("autocorrelation", v.autocorrelation);
    fields("blank", v.blank)("firstHalf", v.firstHalf)("secondHalf", v.secondHalf)("steps", v.steps);
    fields("plateauFrom", v.plateauFrom)("returnedShare", v.returnedShare)("rounds", v.rounds);
    fields("nextLook", v.nextLook)("uploads", v.uploads)("baseline", v.baseline)("grown", v.grown);
}

void describe(auto &fields, analysis::Verdict &v)
{
    fields("outcome", v.outcome)("confirmed", v.confirmed)("cause", v.cause)("leading", v.leading);
    fields("onlyWhenAborted", v.onlyWhenAborted)("onlyWhenCrowded", v.onlyWhenCrowded);
    fields("onlyWhenLarge", v.onlyWhenLarge)("consequences", v.consequences)("further", v.further);
    fields("heap", v.heap)("releasedLate", v.releasedLate)("grewForUploads", v.grewForUploads);
    fields("grewBy", v.grewBy)("isLongEnough", v.isLongEnough);
}

void describe(auto &fields, analysis::RetentionClass &c)
{
    fields("retention", c.retention)("share", c.share)("shareBounds", c.shareBounds);
    fields("fixedBytes", c.fixedBytes)("copies", c.copies);
}

void describe(auto &fields, analysis::Amplification &a)
{
    fields("outcome", a.outcome)("ratio", a.ratio)("bounds", a.bounds);
}

// ---- Floors ----------------------------------------------------------------------------------------------

void describe(auto &fields, experiment::Counts &c)
{
    fields("goroutines", c.goroutines)("threads", c.threads)("descriptors", c.descriptors);
    fields("files", c.files)("fileBytes", c.fileBytes);
}

void describe(auto &fields, experiment::DescriptorKinds &k)
{
    fields("sockets", k.sockets)("outgoing", k.outgoing)("pipes", k.pipes)("files", k.files);
    fields("deleted", k.deleted)("anonymous", k.anonymous)("other", k.other);
}

void describe(auto &fields, FloorReading &f)
{
    fields("timeMs", f.timeMs)("heap", f.heap)("heapObjects", f.heapObjects)("pageHeap", f.pageHeap);
    fields("external", f.external)("rss", f.rss)("isRssAll", f.isRssAll)("beforeGc", f.beforeGc);
    fields("afterGc", f.afterGc)("startTime", f.startTime)("requests", f.requests)("asked", f.asked);
    fields("cpu", f.cpu)("collections", f.collections)("ownCollections", f.ownCollections);
    fields("kindsBeforeGc", f.kindsBeforeGc)("descriptorKinds", f.descriptorKinds)("took", f.took);
}

void describe(auto &fields, experiment::FloorAt &at)
{
    fields("uploads", at.uploads)("floor", at.floor);
}

void describe(auto &fields, experiment::IdleProbe &idle)
{
    fields("time", idle.time)("returnedShare", idle.returnedShare)("isUncollected", idle.isUncollected);
}

// ---- Whose doing it is -----------------------------------------------------------------------------------

void describe(auto &fields, pprof::Site &site)
{
    fields("function", site.function)("file", site.file)("line", site.line);
}

void describe(auto &fields, pprof::Suspect &s)
{
    fields("allocation", s.allocation)("caller", s.caller)("own", s.own)("begin", s.begin);
    fields("stack", s.stack)("grown", s.grown)("standardError", s.standardError)("share", s.share);
    fields("accepted", s.accepted);
}

void describe(auto &fields, pprof::Attribution &a)
{
    fields("suspects", a.suspects)("grown", a.grown)("coverage", a.coverage)("tooCoarse", a.tooCoarse);
    fields("isSpread", a.isSpread)("common", a.common)("uploadsNeeded", a.uploadsNeeded);
}

void describe(auto &fields, experiment::Guilt &guilt)
{
    fields("unit", guilt.unit)("attribution", guilt.attribution)("uploads", guilt.uploads);
}

// ---- The check -------------------------------------------------------------------------------------------

void describe(auto &fields, metrics::Source &source)
{
    fields("url", source.url)("format", source.format)("runtime", source.runtime);
    fields("runtimeVersion", source.runtimeVersion);
}

void describe(auto &fields, metrics::Miss &miss)
{
    fields("url", miss.url)("error", miss.error);
}

void describe(auto &fields, metrics::DiscoveryReport &report)
{
    fields("sources", report.sources)("misses", report.misses)("canForceGc", report.canForceGc);
    fields("canFetchProfiles", report.canFetchProfiles);
}

// What it says of a check's conditions; the rest of a plan is no more when the check is over.
void describe(auto &fields, CheckPlan &plan)
{
    transfer::LoadPlan &uploads = plan.uploads;
    fields("url", uploads.target.endpoint.url)("watched", plan.watch.url)("field", uploads.target.field);
    fields("method", uploads.method)("files", uploads.files)("bytes", uploads.bytes)("seed", uploads.seed);
    fields("connections", uploads.connections)("speed", plan.speed)("perRound", plan.perRound);
    fields("aborts", plan.aborts)("pid", plan.pid)("folders", plan.folders)("idle", plan.idle);
}

void describe(auto &fields, experiment::AnswerTimes &times)
{
    fields("uploads", times.uploads)("median", times.median)("p95", times.p95)("p99", times.p99);
    fields("longest", times.longest);
}

void describe(auto &fields, CheckResult &r)
{
    fields("plan", r.plan)("found", r.found)("reading", r.reading)("startedMs", r.startedMs);
    fields("took", r.took)("verdict", r.verdict)("interruption", r.interruption)("error", r.error);
    fields("resources", r.resources)("aborted", r.aborted)("crowded", r.crowded)("spilled", r.spilled);
    fields("warmUp", r.warmUp)("blanks", r.blanks)("rounds", r.rounds)("abortRounds", r.abortRounds);
    fields("crowdRounds", r.crowdRounds)("spillRounds", r.spillRounds);
    fields("crowdConnections", r.crowdConnections)("isCrowdSkipped", r.isCrowdSkipped)("idle", r.idle);
    fields("retention", r.retention)("sameFile", r.sameFile)("amplification", r.amplification);
    fields("guilt", r.guilt)("heapGuilt", r.heapGuilt)("profileError", r.profileError);
    fields("uploads", r.uploads)("abortedUploads", r.abortedUploads)("abortKinds", r.abortKinds);
    fields("rarestAbort", r.rarestAbort)("failedUploads", r.failedUploads)("bodyBytes", r.bodyBytes);
    fields("answerTimes", r.answerTimes);
}

} // namespace cbor

namespace {

using experiment::CheckResult;

constexpr int version = 1;
constexpr QLatin1StringView versionKey("version");
constexpr QLatin1StringView checkKey("check");
constexpr QLatin1StringView formKey("form");

void hideSecrets(QUrl &url)
{
    url = QUrl::fromEncoded(encodedUrl(url).toUtf8());
}

void hideSecrets(base::Error &error)
{
    error.message = withoutSecrets(error.message);
    error.detail = withoutSecrets(error.detail);
}

/// What may be one becomes "***".
void hideSecrets(CheckResult &result)
{
    hideSecrets(result.plan.uploads.target.endpoint.url);
    hideSecrets(result.plan.watch.url);
    hideSecrets(result.error);
    hideSecrets(result.profileError);
    for (metrics::Source &source : result.found.sources)
        hideSecrets(source.url);
    for (metrics::Miss &miss : result.found.misses) {
        hideSecrets(miss.url);
        hideSecrets(miss.error);
    }
}

} // namespace

QByteArray checkToCbor(CheckResult result)
{
    hideSecrets(result);
    QCborArray form; // names alone: a value may be a secret
    for (const auto &[name, value] : std::as_const(result.plan.uploads.target.form))
        form.append(name);
    const QCborMap document{
        {versionKey, version}, {checkKey, cbor::Writer::valueOf(result)}, {formKey, form}};
    return QCborValue(document).toCbor();
}

base::Result<CheckResult> checkFromCbor(const QByteArray &cbor)
{
    const auto malformed = [](const QString &why) {
        return base::Error{base::ErrorKind::Malformed,
                           Text::tr("what is kept of the leak check is damaged: %1").arg(why),
                           0,
                           {}};
    };
    QCborParserError problem;
    const QCborMap document = QCborValue::fromCbor(cbor, &problem).toMap();
    if (problem.error != QCborError::NoError)
        return malformed(problem.errorString());
    if (document.value(versionKey).toInteger() != version)
        return base::Error{base::ErrorKind::NewerVersion,
                           Text::tr("the leak check was kept by another version of this program"),
                           0,
                           {}};
    cbor::Reader reader(document);
    CheckResult result;
    reader(checkKey.data(), result);
    if (!reader.wrong().isEmpty())
        return malformed(reader.wrong());
    const QCborArray form = document.value(formKey).toArray();
    for (const QCborValue &name : form)
        result.plan.uploads.target.form.emplaceBack(name.toString(), QString());
    return result;
}

} // namespace report
