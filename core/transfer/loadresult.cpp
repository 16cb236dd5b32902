// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/loadresult.h"

#include <QCoreApplication>

namespace transfer {
namespace {

using base::Error;
using base::ErrorKind;
using namespace std::chrono_literals;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(transfer::LoadResult)
};

Error errorOf(const LoadRequest::Outcome &outcome)
{
    if (outcome.error.kind != ErrorKind::None)
        return outcome.error;
    return {ErrorKind::HttpStatus,
            Text::tr("the server answered %1, which takes no upload").arg(outcome.httpStatus),
            outcome.httpStatus,
            {}};
}

} // namespace

void record(LoadResult &result, const LoadRequest::Outcome &outcome,
            const std::optional<std::chrono::microseconds> &delay)
{
    result.bytes += outcome.bytes;
    if (outcome.isCut) {
        ++result.cut;
        return;
    }
    // A redirect is nobody's error where none is followed, and took no upload.
    const bool isTaken = outcome.error.kind == ErrorKind::None && outcome.httpStatus / 100 == 2;
    if (result.firstError.kind == ErrorKind::None && !isTaken)
        result.firstError = errorOf(outcome);
    if (outcome.httpStatus == 0) {
        ++result.failed;
        ++result.errors[errorOf(outcome).kind];
        return;
    }
    ++result.statuses[outcome.httpStatus];
    ++(isTaken ? result.done : result.refused);
    result.connect.record(outcome.timings.connect.count());
    result.firstByte.record(outcome.timings.firstByte.count());
    result.total.record((outcome.timings.total + delay.value_or(0us)).count());
    if (delay)
        result.service.record(outcome.timings.total.count());
}

void LoadResult::add(const LoadResult &other)
{
    done += other.done;
    refused += other.refused;
    failed += other.failed;
    cut += other.cut;
    bytes += other.bytes;
    for (const auto &[status, count] : other.statuses)
        statuses[status] += count;
    for (const auto &[kind, count] : other.errors)
        errors[kind] += count;
    if (firstError.kind == ErrorKind::None)
        firstError = other.firstError;
    connect.add(other.connect);
    firstByte.add(other.firstByte);
    total.add(other.total);
    service.add(other.service);
    lag.add(other.lag);
    elapsed = std::max(elapsed, other.elapsed);
    isCancelled = isCancelled || other.isCancelled;
}

} // namespace transfer
