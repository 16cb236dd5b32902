// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/sessionsnapshot.h"
#include "core/transfer/failurereason.h"

#include <optional>

/// The uploads of a snapshot that failed, as a list to work through. Pure functions, callable from any thread.
namespace report {

/// All of them, or those of one reason.
using FailureFilter = std::optional<transfer::FailureReason>;

/// A header line, then file, errorKind, httpStatus, server, serverMessage, errorMessage, attempts, finishedAt; in the order
/// of the queue. Without secrets; see CsvTable.
[[nodiscard]] QByteArray failedAsCsv(const session::SessionSnapshot &snapshot,
                                     const FailureFilter &only = {});

/// One path a line, byte for byte as the file system has it, for `xargs -d '\n'` and the like: a path that holds a line
/// break is two lines, and only in the CSV one cell.
[[nodiscard]] QByteArray failedAsPaths(const session::SessionSnapshot &snapshot,
                                       const FailureFilter &only = {});

} // namespace report
