// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/command.h"
#include "app/tidemark-cli/options.h"
#include "core/base/result.h"
#include "core/experiment/checkresult.h"
#include "core/report/checkrecord.h"
#include "core/report/format.h"
#include "core/session/history.h"

#include <QJsonObject>

#include <memory>

namespace cli {

/// A run that was found, whole.
struct FoundRun
{
    QString name; ///< What messages call it: "run 12", or the file.
    qint64 id = 0; ///< In the history; 0: it is a file's.
    QByteArray json;
    QJsonObject object; ///< The same.
};

/// Finds the runs that a command line names: a number, or "last", is one of the history, everything else a file that --json
/// wrote. The history is opened when it is first asked; of one that is damaged there is what can still be read, and a warning
/// that says so.
class RunFinder final
{
    Q_DISABLE_COPY_MOVE(RunFinder)

public:
    explicit RunFinder(const Context &context);
    ~RunFinder();

    /// Whether that names one of the history.
    [[nodiscard]] static bool isKept(const QString &run);

    /// NotFound, with what to do, where there is none yet; and History::open()'s.
    [[nodiscard]] base::Result<session::History *> history();
    /// Of a run of the history. NotFound.
    [[nodiscard]] base::Result<qint64> id(const QString &run);
    /// NotFound, FileMissing, FileUnreadable, Malformed.
    [[nodiscard]] base::Result<FoundRun> find(const QString &run);
    /// The same, as a leak check; Malformed for anything else.
    [[nodiscard]] base::Result<report::CheckRecord> check(const QString &run);
    /// Of a leak check of the history, as far as they were kept and can be read; a file has none.
    [[nodiscard]] experiment::CheckProfiles profiles(const QString &run);

    /// As it was kept, or made from its JSON. Malformed for a format that such a run does not have, NotFound where its JSON does
    /// not hold all of it.
    [[nodiscard]] base::Result<QByteArray> report(const FoundRun &run, report::Format format);

private:
    const Context m_context;
    const Options &m_options;
    std::unique_ptr<session::History> m_history;
};

} // namespace cli
