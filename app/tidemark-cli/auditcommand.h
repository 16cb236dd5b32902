// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/measurement.h"
#include "core/experiment/audit.h"

namespace cli {

/// `tidemark-cli audit`: what does an endpoint do with uploads that are too large, broken, slow or oddly named?
class AuditCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AuditCommand)

public:
    explicit AuditCommand(const Context &context);

    void start() override;
    void interrupt() override;

private:
    void finish(const experiment::AuditResult &result);
    void print(const experiment::AuditResult &result) const;

    Context m_context;
    experiment::Audit m_audit;
    bool m_isInterrupted = false;
};

/// 0, 1, 3 or 4, by report::overallOutcome(); 3 if not even a small upload was taken.
[[nodiscard]] ExitCode auditExitCode(const experiment::AuditResult &result, bool failOnAudit);

} // namespace cli
