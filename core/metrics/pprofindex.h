// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QStringList>

namespace metrics {

/// What the index page of Go's net/http/pprof counts, without taking a profile. NaN where it does not say.
struct PprofIndex
{
    double goroutines;
    double
        threads; ///< Threads created since the start (profile "threadcreate"), as go_threads counts them too.
};

/// Errors: Malformed when this is no such page.
[[nodiscard]] base::Result<PprofIndex> parsePprofIndex(QByteArrayView page);

/// The profiles that the index page links to, in its order: "allocs", "block", "goroutine", "heap", … Only plain names
/// (letters, digits, "_", "-", "."); at most 50; each once.
[[nodiscard]] QStringList profileNames(QByteArrayView page);
/// Whether that is a profile that is there at once: the index links to what takes a recording (profile, trace), and to what is
/// no profile, too.
[[nodiscard]] bool isProfileAtOnce(const QString &name);

} // namespace metrics
