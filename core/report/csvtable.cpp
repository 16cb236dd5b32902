// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/csvtable.h"

#include "core/base/format.h"
#include "core/report/safetext.h"

#include <QLocale>

#include <cmath>

namespace report {
namespace {

/// What a spreadsheet takes for the beginning of a formula, full-width forms included, once leading blanks
/// are skipped.
bool looksLikeFormula(const QString &text)
{
    static const QString starts = QStringLiteral("=+-@\uff1d\uff0b\uff0d\uff20");
    for (const QChar c : text) {
        if (c == QLatin1Char('\t') || c == QLatin1Char('\r') || c == QLatin1Char('\n'))
            return true;
        if (!c.isSpace())
            return starts.contains(c);
    }
    return false;
}

/// Line breaks are a cell's own, between quotation marks; of all other characters that are not seen something is.
QString shownInCell(const QString &text)
{
    QString shown;
    qsizetype begin = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != QLatin1Char('\n') && text[i] != QLatin1Char('\r'))
            continue;
        shown += printable(text.sliced(begin, i - begin)) + text[i];
        begin = i + 1;
    }
    return shown + printable(text.sliced(begin));
}

} // namespace

void CsvTable::text(const QString &foreign)
{
    const QString shown = shownInCell(foreign);
    // A tab that became a blank still begins a formula for who pastes the file.
    write(looksLikeFormula(foreign) ? QString(QLatin1Char('\'') + shown) : shown);
}

void CsvTable::header(std::initializer_list<const char *> titles)
{
    for (const char *title : titles)
        write(QLatin1StringView(title));
    endRow();
}

void CsvTable::number(double value)
{
    write(std::isfinite(value) ? QString::number(value, 'g', QLocale::FloatingPointShortest) : QString());
}

void CsvTable::time(qint64 unixMs)
{
    write(unixMs ? base::formatUtc(unixMs) : QString());
}

void CsvTable::empty(qsizetype cells)
{
    for (qsizetype i = 0; i < cells; ++i)
        write(QString());
}

void CsvTable::endRow()
{
    m_content += "\r\n";
    m_isFirst = true;
}

void CsvTable::write(const QString &cell)
{
    if (!m_isFirst)
        m_content += ',';
    m_isFirst = false;
    const bool quote = cell.contains(QLatin1Char('"')) || cell.contains(QLatin1Char(','))
        || cell.contains(QLatin1Char('\n')) || cell.contains(QLatin1Char('\r'));
    QByteArray bytes = cell.toUtf8();
    m_content += quote ? QByteArray('"' + bytes.replace("\"", "\"\"") + '"') : bytes;
}

} // namespace report
