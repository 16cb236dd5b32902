// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/archivedrun.h"
#include "tests/cli/cli.h"
#include "tests/support/faultyserver.h"
#include "tests/support/testfiles.h"

#include <QHash>

#include <chrono>

/// One `tidemark-cli upload --resume` of some hundred files that is killed again and again, with its server, and the books
/// that are kept of both.
class KilledJob final
{
    Q_DISABLE_COPY_MOVE(KilledJob)

public:
    KilledJob() = default;

    /// Starts the server and makes the files. Empty, or what failed.
    [[nodiscard]] QString prepare(int files);
    /// The command, the same each time. Kills it after `instant`; false: it had come to its end before, see result().
    bool runUntil(std::chrono::microseconds instant);
    [[nodiscard]] const CliResult &result() const { return m_result; }

    /// Compares archive and server after a kill; everything that contradicts the promise, empty: nothing does.
    [[nodiscard]] QStringList contradictions();
    /// After the last run: every file is done, and whole on the server.
    [[nodiscard]] QStringList missing();
    /// Files that the server got more than once, each of them after it had been interrupted.
    [[nodiscard]] int repeated();
    /// How many uploads were interrupted in all kills.
    [[nodiscard]] int interrupted() const { return m_interrupted; }

private:
    struct Book
    {
        int interruptions = 0;
        int requestsWhenDone = -1; ///< -1: the archive did not call it done after any kill.
    };

    /// Of a copy, so that the program itself has to come to terms with what it left.
    [[nodiscard]] session::ArchivedRun readArchive(QStringList &complaints) const;
    [[nodiscard]] QHash<QString, support::UploadStats> seen() const;
    void compare(const transfer::UploadRecord &record, int requests, QStringList &complaints);

    support::TestFiles m_files;
    support::FaultyServer m_server;
    Cli m_cli;
    CliResult m_result;
    QStringList m_names;
    QHash<QString, Book> m_books;
    int m_interrupted = 0;
};
