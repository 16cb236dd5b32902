// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/retrypolicy.h"

#include <algorithm>
#include <array>

namespace transfer {

using base::ErrorKind;
using std::chrono::milliseconds;

namespace {

constexpr int tooManyRequests = 429;
constexpr int serviceUnavailable = 503;

milliseconds partOf(milliseconds range, double chance)
{
    return milliseconds(static_cast<qint64>(static_cast<double>(range.count()) * chance));
}

} // namespace

bool RetryPolicy::isWorthwhile(const base::Error &error, bool isResumable)
{
    static constexpr std::array statuses{408, 425, 429, 500, 502, 503, 504};
    static constexpr std::array ofPieces{409, 423, 460};
    const auto has
        = [&error](const auto &list) { return std::ranges::find(list, error.httpStatus) != list.end(); };
    switch (error.kind) {
    case ErrorKind::ConnectionRefused:
    case ErrorKind::ConnectionFailed:
    case ErrorKind::ConnectionReset:
    case ErrorKind::ConnectTimeout:
        return error.httpStatus == 0 || isResumable; // the beginning of an answer is an answer
    case ErrorKind::Stalled:
    case ErrorKind::Timeout:
    case ErrorKind::AnsweredEarly: // it has a part, and thinks that this is all
        return isResumable;
    case ErrorKind::HttpStatus:
        return has(statuses) || (isResumable && has(ofPieces));
    default:
        return false;
    }
}

std::optional<milliseconds> RetryPolicy::waitAfter(int made, const base::Error &error,
                                                   std::optional<std::chrono::seconds> asked, double chance,
                                                   bool isResumable) const
{
    if (made < 1 || made > attempts || !isWorthwhile(error, isResumable) || asked > patience)
        return {};
    if (const auto hold = holdAfter(error, asked, chance))
        return hold;
    constexpr int mostDoublings = 20; // a million steps: any limit is reached before
    const milliseconds range = std::min(longest, step * (1 << std::min(made - 1, mostDoublings)));
    return asked.value_or(std::chrono::seconds(0)) + partOf(range, chance);
}

std::optional<milliseconds> RetryPolicy::holdAfter(const base::Error &error,
                                                   std::optional<std::chrono::seconds> asked,
                                                   double chance) const
{
    constexpr std::chrono::seconds longestHold = std::chrono::hours(1);
    const bool isOfServer = error.kind == ErrorKind::HttpStatus
        && (error.httpStatus == tooManyRequests || error.httpStatus == serviceUnavailable);
    if (attempts < 1 || !isOfServer || !asked || asked->count() <= 0)
        return {};
    return std::min(*asked, std::max(patience, longestHold)) + partOf(step, chance);
}

} // namespace transfer
