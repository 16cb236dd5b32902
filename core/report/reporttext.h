// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// The words of a report in the order in which they are read, the same in an issue and on paper. Pure functions, any thread.
namespace report {

struct ReportText
{
    QString opening; ///< Markdown: what came of it as a heading, then the notes on it as a list.
    QString details; ///< Markdown: tables, and what has to be said beside them.
    QStringList conditions; ///< Plain: how it was measured, and the program's version; a line each.
};

/// The opening of a sentence and notes that are plain text.
[[nodiscard]] QString openingText(const QString &sentence, const QStringList &notes);

/// All of it as one document, to paste in an issue or a merge request.
[[nodiscard]] QByteArray markdownOf(const ReportText &text);

} // namespace report
