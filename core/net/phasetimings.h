// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QNetworkRequest>

#include <chrono>

namespace net {

/// When each phase of one exchange was over, counted from its start (as `curl -w` counts: time_namelookup,
/// time_connect, time_appconnect, -, time_starttransfer, time_total). Zero: that phase did not happen - a
/// reused connection resolves and connects nothing. After redirects they describe the last hop.
struct PhaseTimings
{
    using Microseconds = std::chrono::microseconds;
    Microseconds dns{0};
    Microseconds connect{0};
    Microseconds tls{0};
    Microseconds sent{0}; ///< The last body byte was handed to the kernel.
    Microseconds firstByte{0}; ///< The first byte of the final answer arrived.
    Microseconds total{0};

    bool operator==(const PhaseTimings &) const = default;
};

/// On a finished CurlReply: a PhaseTimings.
inline constexpr auto phaseTimingsAttribute
    = static_cast<QNetworkRequest::Attribute>(QNetworkRequest::User + 2);

} // namespace net

Q_DECLARE_METATYPE(net::PhaseTimings)
