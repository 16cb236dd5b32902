// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArrayView>

#include <optional>

namespace net {

/// How long a server wants to be left alone: the value of a Retry-After header (RFC 9110, section 10.2.3), in seconds or
/// as a date in any of the three forms that section 5.6.7 asks recipients to accept. A date that has passed is no wait.
/// `date`: the answer's Date header. A date is by the server's clock, so it is counted from that; from `now`, by ours, only
/// where the server does not tell. Nothing: it is neither. Pure.
[[nodiscard]] std::optional<std::chrono::seconds> parseRetryAfter(QByteArrayView value, QByteArrayView date,
                                                                  base::Wall now);

} // namespace net
