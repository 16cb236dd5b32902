// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/measurement.h"
#include "core/experiment/leakcheck.h"
#include "core/report/baseline.h"
#include "core/session/throttle.h"

#include <optional>

namespace cli {

/// `tidemark-cli check`: is there a leak?
class CheckCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckCommand)

public:
    explicit CheckCommand(const Context &context);

    void start() override;
    void interrupt() override;

private:
    void refuse(const base::Error &error);
    void draw();
    void finish(const experiment::CheckResult &result);
    void compareWithBaseline(const experiment::CheckResult &result);
    void print(const experiment::CheckResult &result) const;
    void printAdvice(const experiment::CheckResult &result) const;
    [[nodiscard]] Measurement measurementOf(const experiment::CheckResult &result) const;
    [[nodiscard]] base::Result<base::Done> readBaseline();

    Context m_context;
    experiment::LeakCheck m_check;
    experiment::CheckProgress m_progress;
    session::Throttle m_throttle;
    std::optional<report::Baseline> m_baseline; ///< Its comparison is made at the end.
    bool m_isInterrupted = false;
};

/// 0, 1, 3 or 4 of a check that came to its end.
[[nodiscard]] ExitCode checkExitCode(const experiment::CheckResult &result, bool failOnLeak);
/// The same, held against a baseline: 0 for what is accepted, 4 for what the baseline knows and this check cannot tell.
[[nodiscard]] ExitCode heldExitCode(ExitCode code, report::CheckComparison::Acceptance acceptance);
/// The floors as a line of blocks, the lowest one lowest; at most `columns`, the newest ones. Empty for fewer than two.
[[nodiscard]] QString sparkLine(const std::vector<double> &values, int columns);

} // namespace cli
