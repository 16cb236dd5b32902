// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/checkclass.h"

#include "core/report/jsonfields.h"
#include "core/report/safetext.h"

namespace report {
namespace {

using experiment::CheckResult;

QString causeKey(analysis::Cause cause)
{
    using analysis::Cause;
    switch (cause) {
    case Cause::GoroutineLeak:
        return QStringLiteral("goroutines");
    case Cause::ThreadLeak:
        return QStringLiteral("threads");
    case Cause::DescriptorLeak:
        return QStringLiteral("descriptors");
    case Cause::DescriptorsClosedByGc:
        return QStringLiteral("descriptors-closed-by-gc");
    case Cause::TempFileLeak:
        return QStringLiteral("files");
    case Cause::HeapLeak:
        return QStringLiteral("heap");
    case Cause::ExternalLeak:
        return QStringLiteral("external");
    case Cause::OffHeapLeak:
        return QStringLiteral("off-heap");
    case Cause::None:
        break;
    }
    return {};
}

QString retentionKey(analysis::Retention retention)
{
    using analysis::Retention;
    switch (retention) {
    case Retention::KeepsBody:
        return QStringLiteral("keeps-body");
    case Retention::KeepsPart:
        return QStringLiteral("keeps-part");
    case Retention::FixedBytes:
        return QStringLiteral("fixed-bytes");
    case Retention::Nothing:
        return QStringLiteral("nothing");
    case Retention::Unclear:
        break;
    }
    return QStringLiteral("unclear");
}

QString sameFileKey(analysis::SameFile sameFile)
{
    using analysis::SameFile;
    switch (sameFile) {
    case SameFile::Keyed:
        return QStringLiteral("keyed");
    case SameFile::PerRequest:
        return QStringLiteral("per-request");
    case SameFile::Nothing:
        return QStringLiteral("nothing");
    case SameFile::Unclear:
        break;
    }
    return QStringLiteral("unclear");
}

} // namespace

QJsonObject checkClassToJson(const CheckResult &result)
{
    using analysis::Amplifies;
    const QString cause = causeKey(result.verdict.cause);
    const bool hasRatio = result.amplification
        && (result.amplification->outcome == Amplifies::Same
            || result.amplification->outcome == Amplifies::GrowsWithConcurrency);
    return {{QStringLiteral("cause"), textToJson(cause)},
            {QStringLiteral("retention"),
             result.retention ? QJsonValue(retentionKey(result.retention->retention)) : QJsonValue()},
            {QStringLiteral("retainedShare"),
             result.retention ? numberToJson(result.retention->share) : QJsonValue()},
            {QStringLiteral("sameFile"),
             result.sameFile ? QJsonValue(sameFileKey(*result.sameFile)) : QJsonValue()},
            {QStringLiteral("amplification"),
             hasRatio ? numberToJson(result.amplification->ratio) : QJsonValue()}};
}

} // namespace report
