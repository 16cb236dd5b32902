// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/command.h"
#include "app/tidemark-cli/profilesource.h"

#include <optional>

namespace cli {

/// `tidemark-cli profile`: what holds the memory, what grew, and on which lines.
class ProfileCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfileCommand)

public:
    explicit ProfileCommand(const Context &context);
    ~ProfileCommand() override;

    void start() override;
    void interrupt() override;

private:
    void onBase(base::Result<pprof::Profile> profile);
    void loadSource();
    void onSource(base::Result<pprof::Profile> profile);
    void fail(const base::Error &error);
    void finish(ExitCode code);

    Context m_context;
    ProfileSource m_baseSource;
    ProfileSource m_source;
    std::optional<pprof::Profile> m_base;
    bool m_over = false;
};

} // namespace cli
