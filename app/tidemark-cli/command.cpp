// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/command.h"

#include "app/tidemark-cli/alertscommand.h"
#include "app/tidemark-cli/auditcommand.h"
#include "app/tidemark-cli/checkcommand.h"
#include "app/tidemark-cli/comparecommand.h"
#include "app/tidemark-cli/democommand.h"
#include "app/tidemark-cli/profilecommand.h"
#include "app/tidemark-cli/reportcommand.h"
#include "app/tidemark-cli/runscommand.h"
#include "app/tidemark-cli/sweepcommand.h"
#include "app/tidemark-cli/uploadcommand.h"
#include "app/tidemark-cli/watchcommand.h"

namespace cli {

Command::Command() = default;
Command::~Command() = default;

std::unique_ptr<Command> makeCommand(const Context &context)
{
    switch (context.options.command) {
    case CommandName::Upload:
        return std::make_unique<UploadCommand>(context);
    case CommandName::Watch:
        return std::make_unique<WatchCommand>(context);
    case CommandName::Check:
        return std::make_unique<CheckCommand>(context);
    case CommandName::Sweep:
        return std::make_unique<SweepCommand>(context);
    case CommandName::Audit:
        return std::make_unique<AuditCommand>(context);
    case CommandName::Demo:
        return std::make_unique<DemoCommand>(context);
    case CommandName::Profile:
        return std::make_unique<ProfileCommand>(context);
    case CommandName::Compare:
        return std::make_unique<CompareCommand>(context);
    case CommandName::Alerts:
        return std::make_unique<AlertsCommand>(context);
    case CommandName::Runs:
        return std::make_unique<RunsCommand>(context);
    case CommandName::Report:
        break;
    }
    return std::make_unique<ReportCommand>(context);
}

} // namespace cli
