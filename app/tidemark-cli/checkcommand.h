// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/measurement.h"
#include "core/experiment/leakcheck.h"
#include "core/report/checkcomparison.h"
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
    [[nodiscard]] Measurement measurementOf(const experiment::CheckResult &result) const;
    [[nodiscard]] bool isAccepted() const { return m_comparison && m_comparison->isAccepted(); }

    Context m_context;
    experiment::LeakCheck m_check;
    experiment::CheckProgress m_progress;
    session::Throttle m_throttle;
    std::optional<report::CheckRecord> m_baseline;
    std::optional<report::CheckComparison> m_comparison; ///< With the baseline, at the end.
    bool m_isInterrupted = false;
};

/// 0, 1, 3 or 4 of a check that came to its end.
[[nodiscard]] ExitCode checkExitCode(const experiment::CheckResult &result, bool failOnLeak);
/// The floors as a line of blocks, the lowest one lowest; at most `columns`, the newest ones. Empty for fewer than two.
[[nodiscard]] QString sparkLine(const std::vector<double> &values, int columns);

} // namespace cli
