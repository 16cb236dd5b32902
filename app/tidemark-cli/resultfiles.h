// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/rawoptions.h"

/// What a command writes must not take the place of anything else that it reads or writes.
namespace cli {

/// Whether that file is one of these, by whichever name.
[[nodiscard]] bool isAmong(const QByteArray &file, const QStringList &paths);

/// Of --archive and --history, with what lies beside those, --json, --report, --junit and --out each has a file of its own, and
/// none is that of --alert-rules. Before anything is written, a JSON document about another mistake included. Error:
/// WriteFailed.
[[nodiscard]] base::Result<base::Done> keepResultsApart(const RawOptions &raw, Options &options);

/// And none is a file that is to be uploaded. Error: WriteFailed.
[[nodiscard]] base::Result<base::Done> spareFiles(const RawOptions &raw, Options &options);

} // namespace cli
