// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/database.h"
#include "core/session/sqliterows.h"

#include <QSet>

namespace session {

/// Brings into a new history what can still be read of a damaged one: runs under their old numbers, each with those of its
/// documents that are whole. A file that was cut off loses what lay behind the cut, and no more. Whether a document is sound is
/// found out when it is read, as ever.
///
/// Thread: the history's. Ownership: the caller's. The damaged file stays as it is.
class Salvage final
{
    Q_DISABLE_COPY_MOVE(Salvage)

public:
    /// `into`: a history's database with its tables and without runs; it outlives this.
    Salvage(const QString &damaged, Database &into);

    /// Once only: all of it, or nothing. How many runs there are now. Errors: of writing alone.
    [[nodiscard]] base::Result<qint64> run();

private:
    void readNumber(const QVariantList &values);
    [[nodiscard]] base::Result<base::Done> copyAll();
    [[nodiscard]] base::Result<base::Done> copyRuns();
    [[nodiscard]] base::Result<base::Done> copyDocuments();
    [[nodiscard]] base::Result<base::Done> count();

    SqliteRows m_rows;
    Database &m_into;
    QSet<qint64> m_runs; ///< That were copied.
    qint64 m_last = 0; ///< The highest number that a run ever had, as far as is known.
};

} // namespace session
