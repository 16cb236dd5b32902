// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/command.h"
#include "app/tidemark-cli/progress.h"
#include "core/session/session.h"

namespace cli {

/// `tidemark-cli watch`: watches the memory of servers, processes of this machine and folders for a time, or until Ctrl-C.
/// Whatever cannot be watched is told, and disturbs nothing else; nothing of it can: that is a failure.
class WatchCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WatchCommand)

public:
    explicit WatchCommand(const Context &context);

    void start() override;
    void interrupt() override;

private:
    void onDiscovered(const QUrl &url, const metrics::DiscoveryReport &found);
    void begin();
    void onScraped(const session::ScrapeTick &tick);
    void onMarked(const session::Mark &mark);
    void finish(ExitCode code, const std::optional<base::Error> &failure = {});

    Context m_context;
    session::Session m_session;
    Progress m_progress;
    std::unique_ptr<base::ClockTimer> m_end;
    base::Steady m_endsAt{};
    qsizetype m_unknown = 0; ///< Servers of which it is not known yet whether they have metrics.
    bool m_hasBegun = false; ///< Something is watched.
    bool m_over = false;
};

} // namespace cli
