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

inline constexpr qsizetype longestTag = 60;
inline constexpr qsizetype longestNote = 2'000;
/// Whether a word may be a tag: printable, without spaces, of `longestTag` characters at most.
[[nodiscard]] bool isTag(const QString &word);

/// What is kept of a run besides, by format: "json" always, "text", "html", "md", "csv", "junit", "paper" (of which a PDF
/// is made); of a leak check also what
/// makes it whole again, see report::checkToKeep().
using RunDocuments = std::vector<std::pair<QString, QByteArray>>;

/// A run that is over, with all that is to be kept of it.
struct RunToKeep
{
    KeptRun run;
    RunDocuments documents;

    /// nullptr: it has none of that format.
    [[nodiscard]] const QByteArray *find(QLatin1StringView format) const;
};

/// Which runs a list shows: those to which all of it applies.
struct RunFilter
{
    QString server; ///< Part of the address; empty: any.
    QString command; ///< Empty: any.
    QString tag; ///< Empty: any, and none.
    qint64 limit = 0; ///< The newest; 0: all.
    qint64 before = 0; ///< Only those with a lower id; 0: all.
    qint64 exceptStartedAtMs = 0; ///< Not the one that began then; 0: all.
};

} // namespace session
