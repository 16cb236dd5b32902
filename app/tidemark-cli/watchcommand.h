// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/command.h"
#include "app/tidemark-cli/progress.h"
#include "core/session/session.h"

namespace cli {

/// `tidemark-cli watch`: watches a server's memory for a time, or until Ctrl-C.
class WatchCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WatchCommand)

public:
    explicit WatchCommand(const Context &context);

    void start() override;
    void interrupt() override;

private:
    void onDiscovered(const metrics::DiscoveryReport &found);
    void onScraped(const session::ScrapeTick &tick);
    void onMarked(const session::Mark &mark);
    void finish(ExitCode code, const std::optional<base::Error> &failure = {});

    Context m_context;
    session::Session m_session;
    Progress m_progress;
    std::unique_ptr<base::ClockTimer> m_end;
    base::Steady m_endsAt{};
    bool m_over = false;
};

} // namespace cli
