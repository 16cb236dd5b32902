// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/responsehead.h"

#include <optional>

namespace net {

/// One answer as it came over a connection.
struct RawAnswer
{
    ResponseHead head;
    QByteArray body; ///< Its content, chunks put together.
    bool isWhole = true; ///< False: the connection ended before the answer did.

    [[nodiscard]] int status() const { return head.status(); }
    [[nodiscard]] bool isSuccess() const { return status() >= 200 && status() < 300; }
    /// The server means to end the connection after it (RFC 9112 section 9.6).
    [[nodiscard]] bool announcesEnd() const;
};

/// Takes the first final answer from the front of what was received, and the interim ones (1xx) before it. Its length is
/// told as RFC 9112 section 6.3 says; the request was none of HEAD. Nothing: there is none yet, or not all of it.
/// `hasEnded`: no more will come, and what there is of an answer is taken. Pure.
[[nodiscard]] std::optional<RawAnswer> takeAnswer(QByteArray &received, bool hasEnded);

} // namespace net
