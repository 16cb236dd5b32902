// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QVariantList>

#include <functional>
#include <optional>

namespace session {

/// The rows that lie in an SQLite file, read page by page without what leads to them (sqlite.org/fileformat2.html): that is
/// what is left of a file which was cut off, because the pages that name all others were written last. A file that is whole is
/// better asked by SQL, and one with a "-wal" as well: what is in that is not looked at.
///
/// Nothing of the file is trusted: every length and page number is checked, and what is wrong is no row. Rows of pages that
/// are not used any more are read, too, where the file has such.
///
/// Thread: one. Reads a page at a time; changes nothing.
class SqliteRows final
{
    Q_DISABLE_COPY_MOVE(SqliteRows)

public:
    /// A file that cannot be read has no rows.
    explicit SqliteRows(const QString &path);

    using Take = std::function<void(qint64 rowid, const QVariantList &values)>;
    /// Every row with so many columns, of whichever table, as its page has it: invalid (NULL), qlonglong, double, QString or
    /// QByteArray. Pages in their order in the file.
    void each(int columns, const Take &take);

private:
    [[nodiscard]] QByteArray page(qint64 number);
    [[nodiscard]] std::optional<QByteArray> payload(const QByteArray &leaf, qsizetype from, qint64 size);
    void eachOf(const QByteArray &leaf, int columns, const Take &take);

    QFile m_file;
    qint64 m_pageSize = 0;
    qint64 m_pages = 0; ///< That are there whole.
    qint64 m_usable = 0; ///< Bytes of each.
};

} // namespace session
