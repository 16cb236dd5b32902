// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/command.h"
#include "app/tidemark-cli/runfinder.h"

namespace cli {

/// `tidemark-cli runs`: what the history holds - looked at, marked and tidied.
class RunsCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunsCommand)

public:
    explicit RunsCommand(const Context &context);

    void start() override;
    void interrupt() override;

private:
    [[nodiscard]] base::Result<base::Done> act();
    [[nodiscard]] base::Result<base::Done> list();
    [[nodiscard]] base::Result<base::Done> listForPeople(session::History &history);
    [[nodiscard]] base::Result<base::Done> listForPrograms(session::History *history);
    [[nodiscard]] base::Result<base::Done> show();
    [[nodiscard]] base::Result<base::Done> remove();
    [[nodiscard]] base::Result<base::Done> mark();
    [[nodiscard]] base::Result<base::Done> deliver(const QByteArray &json) const;

    Context m_context;
    RunFinder m_finder;
};

} // namespace cli
