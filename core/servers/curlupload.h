// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/uploadrecord.h"
#include "core/transfer/uploadtarget.h"

namespace servers {

/// The command line for a POSIX shell that makes curl send the same request as that upload: same address, form, file name,
/// headers, TLS and proxy, with what curl does otherwise in comments before it. Of an upload by tus, which curl cannot
/// make, a comment that says so. What is secret is left to be filled in: see SecretsIn::Variables; query items that are named
/// like secrets are "***" (see base::withoutSecrets()).
///
/// Not said, because curl cannot be told: a form field whose name holds "=" (curl takes that for its end), digests, and the
/// idempotency key, which is for attempts at the same upload.
[[nodiscard]] QString curlForUpload(const transfer::UploadTarget &target,
                                    const transfer::UploadRecord &record);

} // namespace servers
