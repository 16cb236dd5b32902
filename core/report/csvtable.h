// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <initializer_list>
#include <optional>

namespace report {

/// Rows of cells, quoted as RFC 4180 asks; CRLF, UTF-8. What a spreadsheet would take for a formula gets an apostrophe, and
/// every line of a text is printable(): a name or an answer may neither reorder a row nor hide a part of itself. Who needs a
/// text to the byte reads the JSON.
class CsvTable final
{
public:
    /// Of files and servers; its line breaks stay.
    void text(const QString &foreign);
    /// A row of this program's own words.
    void header(std::initializer_list<const char *> titles);
    /// Empty where the value is not known.
    void number(double value);
    void number(const std::optional<double> &value) { value ? number(*value) : empty(); }
    void whole(qint64 value) { write(QString::number(value)); }
    void time(qint64 unixMs); ///< 0: not known.
    void empty(qsizetype cells = 1);
    void endRow();

    [[nodiscard]] QByteArray content() const { return m_content; }

private:
    void write(const QString &cell);

    QByteArray m_content;
    bool m_isFirst = true;
};

} // namespace report
