// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/options.h"
#include "core/base/error.h"
#include "core/session/localprobe.h"

#include <optional>

namespace cli {

/// What --pid and --disk name.
[[nodiscard]] QList<session::LocalSource> localSources(const Options &options);

/// Why watching could not begin at all: there is no such process, or it may not be looked at. Folders are not asked, because
/// counting a large one takes its time; what is wrong with them is told by their first reading.
[[nodiscard]] std::optional<base::Error> couldNotRead(const QList<session::LocalSource> &sources);

} // namespace cli
