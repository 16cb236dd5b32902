// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/command.h"
#include "app/tidemark-cli/options.h"
#include "core/session/sessionsnapshot.h"

#include <optional>

namespace cli {

/// Hands out what a run brought: the summary on the terminal, --json, --report, --junit, and the history.
class Results final
{
    Q_DISABLE_COPY_MOVE(Results)

public:
    explicit Results(const Context &context);

    /// `failure`: why the run as a whole could not run; it is printed, and becomes the key "error" in the
    /// JSON. False when something could not be written (the reason is printed); the history is only worth a warning.
    bool deliver(const session::SessionSnapshot &snapshot, const std::optional<base::Error> &failure) const;

    /// A failure without any result.
    void deliverFailure(const QString &command, const base::Error &failure) const;

    /// Whether what --json, --report and --junit name can be written, for before the work. Otherwise the reasons are printed,
    /// and those of JSON and JUnit that can be written tell of it.
    [[nodiscard]] bool couldDeliver() const;

    /// Where --json asks for it, if it does. False when it could not be written (the reason is printed).
    bool writeJson(const QByteArray &json) const;

private:
    bool write(const QString &file, const QByteArray &content) const;
    bool writeReport(const session::SessionSnapshot &snapshot,
                     const std::optional<base::Error> &failure) const;
    void print(const session::SessionSnapshot &snapshot) const;
    void keep(const session::SessionSnapshot &snapshot, const QByteArray &json,
              const std::optional<base::Error> &failure) const;
    void printFailure(const base::Error &failure) const;

    const Context &m_context;
};

} // namespace cli
