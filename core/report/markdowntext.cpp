// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/markdowntext.h"

#include "core/report/safetext.h"

namespace report {

QString markdownWords(const QString &text)
{
    static constexpr QStringView meaning(u"\\`*_[]<>#|~&");
    QString words;
    for (const QChar c : printable(text)) {
        if (meaning.contains(c))
            words += u'\\';
        words += c;
    }
    return words;
}

QString markdownList(const QStringList &lines)
{
    QString text;
    for (const QString &line : lines)
        text += QStringLiteral("- %1\n").arg(markdownWords(line));
    return text;
}

QString markdownLines(const QStringList &lines)
{
    QString text(u'\n');
    for (const QString &line : lines)
        text += markdownWords(line) + QStringLiteral("  \n");
    return text;
}

QString markdownTable(const QList<Column> &columns, const QList<QStringList> &rows)
{
    QString text(QStringLiteral("\n|"));
    for (const Column &column : columns)
        text += QStringLiteral(" %1 |").arg(markdownWords(column.title));
    text += QStringLiteral("\n|");
    for (const Column &column : columns)
        text += column.cells == Cells::Numbers ? QStringLiteral("---:|") : QStringLiteral("---|");
    for (const QStringList &row : rows) {
        text += QStringLiteral("\n|");
        for (const QString &cell : row)
            text += QStringLiteral(" %1 |").arg(markdownWords(cell));
    }
    return text + u'\n';
}

} // namespace report
