// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/command.h"
#include "core/report/format.h"
#include "core/session/keptrun.h"

#include <map>

namespace cli {

/// What a command that measures and judges - check, sweep, audit - has brought, in every format: its JSON holds what scripts
/// read and not all that its page shows.
using Measurement = std::map<report::Format, QByteArray>;

/// All formats of one result.
template <typename Render>
[[nodiscard]] Measurement inEveryFormat(const Render &render)
{
    Measurement measured;
    for (const report::Format format : report::allFormats)
        measured.emplace(format, render(format));
    return measured;
}

/// Hands it out: --json, --junit, --report. False when something could not be written (the reason is printed).
[[nodiscard]] bool deliverMeasurement(const Context &context, const Measurement &measured);

/// Adds it to the history, with what was said of it on the terminal and, besides, `more`.
void keepMeasurement(const Context &context, const Measurement &measured, const QString &said,
                     const session::RunDocuments &more = {});

} // namespace cli
