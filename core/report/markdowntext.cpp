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

QString markdownTable(const QList<QStringList> &rows, Cells cells)
{
    const QString rule = cells == Cells::Numbers ? QStringLiteral("---:|") : QStringLiteral("---|");
    QString text;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        text += QStringLiteral("\n|");
        for (const QString &cell : rows[i])
            text += QStringLiteral(" %1 |").arg(markdownWords(cell));
        if (i == 0)
            text += QStringLiteral("\n|---|") + rule.repeated(rows[i].size() - 1);
    }
    return text + u'\n';
}

} // namespace report
