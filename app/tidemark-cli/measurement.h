// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/command.h"
#include "core/session/keptrun.h"

namespace cli {

/// What a command that measures and judges - check, sweep, audit - has brought, in every form: its JSON holds what scripts
/// read and not all that its page shows.
struct Measurement
{
    session::RunToKeep run; ///< "json" and "junit" among its documents.
    QByteArray report; ///< What --report asks for; empty: nothing.
};

/// Hands it out: --json, --junit, --report. False when something could not be written (the reason is printed).
[[nodiscard]] bool deliverMeasurement(const Context &context, const Measurement &measured);

/// Adds it to the history, with what was said of it on the terminal.
void keepMeasurement(const Context &context, Measurement measured, const QString &said);

} // namespace cli
