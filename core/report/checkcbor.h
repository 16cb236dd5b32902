// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/experiment/checkresult.h"

/// A leak check whole, as the history keeps it beside its JSON: what is read back is shown and reported in the same words and
/// with the same plot. Profiles are not in it. Any thread.
namespace report {

/// Without secrets: of addresses, forms and errors.
[[nodiscard]] QByteArray checkToCbor(experiment::CheckResult result);

/// Errors: NewerVersion; Malformed, with the first thing that is wrong.
[[nodiscard]] base::Result<experiment::CheckResult> checkFromCbor(const QByteArray &cbor);

} // namespace report
