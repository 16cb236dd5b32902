// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/checkfile.h"
#include "app/tidemark-cli/command.h"

namespace cli {

/// What a command that measures and judges - check, sweep, audit - has brought, in every form.
struct Measurement
{
    QByteArray json;
    checkfile::Documents documents; ///< "junit" among them.
    QByteArray report; ///< What --report asks for; empty: nothing.
};

/// Hands it out: --json, --junit, --report, and what `report last` reads. False when something could not be written (the
/// reason is printed); the last run is only worth a note.
[[nodiscard]] bool deliverMeasurement(const Context &context, const Measurement &measured);

} // namespace cli
