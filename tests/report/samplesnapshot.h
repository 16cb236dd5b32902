// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/sessionsnapshot.h"

/// Snapshots as sessions leave them, made up but plausible, always the same.
namespace sample {

/// 2026-11-23T10:41:00Z, when every sample session begins.
inline constexpr qint64 startMs = 1'795'430'460'000;

/// 24 files to a Go service that keeps what it reads: 21 done, two refused with 413, one broken. Four minutes
/// of readings a second apart with a hole of 6 s, 5 bands, a note, three scrapes missed.
[[nodiscard]] session::SessionSnapshot upload();

/// A minute of watching without uploads; the server does not tell about goroutines.
[[nodiscard]] session::SessionSnapshot watch();

/// `files` uploads, every hundredth failed, nothing watched.
[[nodiscard]] session::SessionSnapshot many(int files);

/// File names, server texts and marks that try to become markup, formulas and escape sequences; addresses
/// with passwords and tokens in them.
[[nodiscard]] session::SessionSnapshot hostile();

/// `hours` of readings a second apart, with a peak in the second minute that only the buckets remember.
[[nodiscard]] session::SessionSnapshot longSession(int hours);

[[nodiscard]] transfer::UploadRecord done(const QString &path, qint64 bytes, qint64 startMs, qint64 tookMs);
[[nodiscard]] transfer::UploadRecord failed(const QString &path, qint64 bytes, base::ErrorKind kind,
                                            int httpStatus, const QString &words);

} // namespace sample
