// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/options.h"
#include "core/session/sessionsnapshot.h"

#include <optional>

/// What a run amounts to: pure functions.
namespace cli {

/// Whether an upload that failed so never got as far as the server: the file could not be read or no
/// connection came about.
[[nodiscard]] bool neverReachedServer(base::ErrorKind kind);

/// Why an upload run as a whole could not run: there was nothing to upload, or no upload reached the server.
[[nodiscard]] std::optional<base::Error> couldNotUpload(const session::SessionSnapshot &snapshot);

/// What helps where `url` shows no metrics, a line each: to name another place, or to add a line to the server.
[[nodiscard]] QStringList howToBeWatched(const QUrl &url);

/// Why watching could not begin: the server cannot be reached, or has no metrics. `detail` lists what was
/// tried, where that did not all end alike, and what helps, a line each.
[[nodiscard]] std::optional<base::Error> couldNotWatch(const QUrl &url,
                                                       const metrics::DiscoveryReport &found);

/// 0, 1 or 3 of an upload run that came to its end.
[[nodiscard]] ExitCode uploadExitCode(const session::SessionSnapshot &snapshot, bool failOnFailed,
                                      bool failOnAlert);
/// 0 or 1 of watching that came to its end.
[[nodiscard]] ExitCode watchExitCode(const session::SessionSnapshot &snapshot, bool failOnAlert);

/// The JSON document with a further key "error": {kind, message, detail}. `document` is a JSON object with at
/// least one key.
[[nodiscard]] QByteArray withError(const QByteArray &document, const base::Error &error);
/// "upload", "watch", …
[[nodiscard]] QString nameOf(CommandName command);
/// A JSON document for a command that has nothing else to tell.
[[nodiscard]] QByteArray errorDocument(const QString &command, const base::Error &error);

} // namespace cli
