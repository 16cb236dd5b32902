// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/command.h"
#include "core/report/checkcomparison.h"

namespace cli {

/// `tidemark-cli compare`: two leak checks, before and after a change.
class CompareCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareCommand)

public:
    explicit CompareCommand(const Context &context);

    void start() override;
    void interrupt() override;

private:
    [[nodiscard]] base::Result<report::CheckComparison> compare() const;

    Context m_context;
};

/// Notes and tables for the terminal: all but the sentence.
void printCompared(Output &output, const report::CheckComparison &comparison);

/// 1 for what is new or worse, 4 where it cannot be told, else 0; never 1 where findings do not matter.
[[nodiscard]] ExitCode compareExitCode(const report::CheckComparison &comparison, bool failOnLeak);

} // namespace cli
