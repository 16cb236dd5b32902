// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>

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

} // namespace metrics
