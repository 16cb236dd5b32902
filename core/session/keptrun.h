// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <utility>
#include <vector>

namespace session {

/// A run of the history, as far as a list shows it.
struct KeptRun
{
    qint64 id = 0; ///< 0: not kept yet. Never given to another run, even when this one is gone.
    QString command; ///< "upload", "watch", "check", "sweep", "audit"; "session" (the window's).
    QString server; ///< Encoded, and without secrets; empty: none.
    qint64 startedAtMs = 0; ///< Unix milliseconds.
    double seconds = 0;
    QString verdict; ///< One word of its command's, see report::runHead().
    QString sentence; ///< What came of it.
    QStringList tags = {}; ///< Words.
    QString note = {};
    qint64 bytes = 0; ///< That it takes up.

    bool operator==(const KeptRun &) const = default;
};

/// What is kept of a run besides, by format: "json" always, "text", "html", "md", "csv", "junit",
/// "paper" (of which a PDF is made).
using RunDocuments = std::vector<std::pair<QString, QByteArray>>;

/// Which runs a list shows: those to which all of it applies.
struct RunFilter
{
    QString server; ///< Part of the address; empty: any.
    QString command; ///< Empty: any.
    QString tag; ///< Empty: any, and none.
    qint64 limit = 0; ///< The newest; 0: all.
};

} // namespace session
