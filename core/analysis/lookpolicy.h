// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace analysis {

/// After which rounds a series may be judged, and how long to go on. Few looks keep the risk of a chance
/// finding low (the table in judgebytes.h includes all of them).
struct LookPolicy
{
    std::vector<int> looks; ///< Rounds, rising; the last one ends in a verdict.
    double minimumUploads = 200; ///< Before anything is called a leak.
    /// A leak is measured on until its interval is this narrow, relative, or the rounds of `precisionLook`
    /// are done.
    double precision = 0.05;
    int precisionLook = 20;
    /// Rounds after the last look for one more, where a growth may just have ended there (ResourceVerdict::mayHaveEnded):
    /// one single fall in the last round, as a pool that is emptied once, looks the same. 0: none.
    int extension = 0;
    bool decideNow = false; ///< No further round will come (time is up, cancelled): judge what there is.

    [[nodiscard]] static LookPolicy quick() { return {.looks = {10, 14}, .extension = 4}; }
    [[nodiscard]] static LookPolicy standard() { return {.looks = {10, 14, 20}, .extension = 4}; }
    [[nodiscard]] static LookPolicy thorough() { return {.looks = {20, 40}, .extension = 4}; }
    /// For the short phases (aborted uploads): one look after `rounds`, with what uploads those give.
    [[nodiscard]] static LookPolicy once(int rounds) { return {.looks = {rounds}, .minimumUploads = 0}; }

    [[nodiscard]] bool isLook(int rounds) const;
    [[nodiscard]] bool isLast(int rounds) const;
    /// The same with that one look more.
    [[nodiscard]] LookPolicy extended() const;
    /// The next look after `rounds`, or the last one.
    [[nodiscard]] int lookAfter(int rounds) const;
};

} // namespace analysis
