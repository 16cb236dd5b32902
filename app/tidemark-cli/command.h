// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/options.h"

#include <QObject>

#include <memory>

class QNetworkAccessManager;

namespace base {
class Clock;
}

namespace cli {

class Output;

/// What every command works with. All of it outlives the command.
struct Context
{
    const Options &options;
    Output &output;
    base::Clock &clock;
    QNetworkAccessManager &manager;
};

/// One of the program's commands.
///
/// Thread: one, with an event loop. Ownership: the caller's; destruction stops it in silence.
class Command : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Command)

public:
    ~Command() override;

    /// Once only. Leads to exactly one `finished`, perhaps from within.
    virtual void start() = 0;
    /// Ctrl-C: stops and finishes with what there is.
    virtual void interrupt() = 0;

Q_SIGNALS:
    void finished(int exitCode);

protected:
    Command();
};

/// The command that the options name.
[[nodiscard]] std::unique_ptr<Command> makeCommand(const Context &context);

} // namespace cli
