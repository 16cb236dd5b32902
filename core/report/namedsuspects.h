// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"

namespace report {

/// A function that a check names. Points into the result.
struct NamedSuspect
{
    const pprof::Suspect *suspect = nullptr;
    const experiment::Guilt *guilt = nullptr; ///< What it is one of.

    /// "1.42 MiB, 62 % of the growth", "200 goroutines, 98 % of the growth".
    [[nodiscard]] QString amount() const;
    /// Before its stack: "1.42 MiB, 62 % of the growth, allocated at", "200 goroutines, 98 % of the growth, waits at".
    [[nodiscard]] QString text() const;
};

/// All that are accepted: those of the resource that the sentence is about, then, where the heap grew beside it, those of
/// the heap; each most first. Empty where the profiles name nobody. Any thread.
[[nodiscard]] std::vector<NamedSuspect> namedSuspects(const experiment::CheckResult &result);

} // namespace report
