// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace experiment {
struct AuditResult;
struct CheckResult;
struct SweepResult;
} // namespace experiment

namespace session {
struct SessionSnapshot;
}

namespace report {

struct CheckComparison;

/// What stands above and below a report, on a screen and on paper.
struct ReportHead
{
    QString kind; ///< "Leak check"
    QString subject; ///< What it is about: an address, or what was watched.
    qint64 startedAtMs = 0; ///< Unix milliseconds; 0: not known.
    QString programVersion;

    /// "Tidemark 0.1.0"
    [[nodiscard]] QString program() const;
};

[[nodiscard]] ReportHead headOf(const session::SessionSnapshot &snapshot);
[[nodiscard]] ReportHead headOf(const experiment::CheckResult &result);
[[nodiscard]] ReportHead headOf(const experiment::SweepResult &result);
[[nodiscard]] ReportHead headOf(const experiment::AuditResult &result);
/// When the later of the two was begun.
[[nodiscard]] ReportHead headOf(const CheckComparison &comparison);

/// How numbers in reports are meant: the last words of each.
[[nodiscard]] QString unitsText();

} // namespace report
