// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/command.h"
#include "core/base/result.h"

namespace cli {

/// `tidemark-cli report`: the report of a run that was kept.
class ReportCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReportCommand)

public:
    explicit ReportCommand(const Context &context);

    void start() override;
    void interrupt() override;

private:
    [[nodiscard]] base::Result<base::Done> write() const;

    Context m_context;
};

} // namespace cli
