// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace transfer {
struct UploadTarget;
}

/// What tells two destinations of one address apart: "/up?album=one" from "/up?album=two". Any of it may be a secret, so an
/// archive has no more of it than a fingerprint.
namespace session {

/// The method, the query, and what the method sends of field and form, to the letter; empty for a plain form by POST.
/// Without headers, and without the values of query items and fields that are named like secrets: a token is another one with
/// each run, and the place is the same. For memory only.
[[nodiscard]] QByteArray destinationDetail(const transfer::UploadTarget &target);

/// 16 bytes; empty for an empty detail. Of an archive's own salt and slow on purpose (some milliseconds), so that guessing
/// what the detail was is slow, too.
[[nodiscard]] QByteArray fingerprintOf(const QByteArray &detail, const QByteArray &salt);

} // namespace session
