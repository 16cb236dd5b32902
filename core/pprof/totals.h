// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pprof/profile.h"

namespace pprof {

enum class Granularity {
    Function, ///< By name alone, as `go tool pprof -top` does; stand-ins by their binary.
    Line, ///< By function, file and line.
};

enum class Order { Flat, Cum };

/// What a function or line holds itself, and with all that it calls. A recursive function counts once per stack.
struct Total
{
    quint32 function = 0; ///< In Profile::functions; one of those of that name.
    qint32 line = 0; ///< 0 with Granularity::Function.
    qint64 flat = 0;
    qint64 cum = 0;
};

/// All functions or lines whose flat or cum is not 0, largest magnitude first, then by name: the rows of `go tool
/// pprof -top -nodefraction=0` in the same order (with Order::Cum, those of `-cum`). `type` is an index of
/// Profile::types.
[[nodiscard]] std::vector<Total> totals(const Profile &profile, int type, Granularity granularity,
                                        Order order = Order::Flat);

} // namespace pprof
