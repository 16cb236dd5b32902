// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/sweepresult.h"

#include <span>
#include <vector>

namespace report {

/// One figure of a level: for programs, NaN where it is not known, and for people.
struct SweepCell
{
    double value = 0;
    QString text;
};

struct SweepColumn
{
    const char *title; ///< "p95"; shown by heading().
    const char *key; ///< With its unit, for CSV: "p95_ms".
    SweepCell (*cell)(const experiment::SweepLevel &);

    /// The title in the language of the program.
    [[nodiscard]] QString heading() const;
};

/// A sweep's figures, the same in terminal, Markdown, HTML and CSV: a row for each level. The first column of each is how
/// many uploads there were at once, or of an open loop how many were begun a second.
struct SweepTable
{
    QString title; ///< "Answers by concurrency"
    QString note; ///< What has to be known to read it.
    std::vector<SweepColumn> columns;
};

/// The figures to look at first, of both: how it answered, and what that took of the server, as far as it told it.
[[nodiscard]] SweepTable sweepOverview(std::span<const experiment::SweepLevel> levels);
/// Answers, and what the server told of itself as far as it told it; without levels none. Any thread.
[[nodiscard]] std::vector<SweepTable> sweepTables(const experiment::SweepResult &result);

} // namespace report
