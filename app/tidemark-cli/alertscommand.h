// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/command.h"

namespace cli {

/// `tidemark-cli alerts`: which rules are in force, for people, for a file of one's own, or for Prometheus.
class AlertsCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertsCommand)

public:
    explicit AlertsCommand(const Context &context);

    void start() override;
    void interrupt() override;

private:
    void print() const;
    [[nodiscard]] base::Result<base::Done> write() const;

    Context m_context;
};

} // namespace cli
