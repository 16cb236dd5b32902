// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/retrypolicy.h"

#include <algorithm>
#include <array>

namespace transfer {

using base::ErrorKind;
using std::chrono::milliseconds;

bool RetryPolicy::isWorthwhile(const base::Error &error, bool isResumable)
{
    static constexpr std::array statuses{408, 425, 429, 500, 502, 503, 504};
    switch (error.kind) {
    case ErrorKind::ConnectionRefused:
    case ErrorKind::ConnectionFailed:
    case ErrorKind::ConnectionReset:
    case ErrorKind::ConnectTimeout:
        return error.httpStatus == 0 || isResumable; // the beginning of an answer is an answer
    case ErrorKind::Stalled:
    case ErrorKind::Timeout:
        return isResumable;
    case ErrorKind::HttpStatus:
        return std::ranges::find(statuses, error.httpStatus) != statuses.end();
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
    constexpr int mostDoublings = 20; // a million steps: any limit is reached before
    const milliseconds range = std::min(longest, step * (1 << std::min(made - 1, mostDoublings)));
    const milliseconds jitter(static_cast<qint64>(static_cast<double>(range.count()) * chance));
    return asked.value_or(std::chrono::seconds(0)) + jitter;
}

} // namespace transfer
