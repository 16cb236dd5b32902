// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/uploadrecord.h"
#include "core/transfer/uploadtarget.h"

namespace transfer {

/// The command line for a POSIX shell that makes curl send the same request: same form, file name, headers, TLS and proxy.
/// What is secret is left to be filled in: values of headers, fields and query items that are named like secrets, and the
/// passphrase of a key, are "<secret>"; the password of a user is asked for by curl itself. Limits are told where they
/// are not the usual ones.
///
/// Not said, because curl cannot be told: a form field whose name holds "=" (curl takes that for its end), digests, and the
/// idempotency key, which is for attempts at the same upload.
[[nodiscard]] QString curlCommand(const UploadTarget &target, const UploadRecord &record);

} // namespace transfer
