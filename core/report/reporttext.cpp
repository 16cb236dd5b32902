// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reporttext.h"

#include "core/report/markdowntext.h"

namespace report {

QString openingText(const QString &sentence, const QStringList &notes)
{
    return QStringLiteral("### %1\n\n").arg(markdownWords(sentence)) + markdownList(notes);
}

QByteArray markdownOf(const ReportText &text)
{
    return (text.opening + text.details + markdownLines(text.conditions)).toUtf8();
}

} // namespace report
