// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRectF>
#include <QString>
#include <QVariantMap>

#include <vector>

/// Documents as the programs see them that people read them with. All of it blocks. What a tool cannot do is an empty answer,
/// and the test fails with what the tool said.
namespace support {

struct PrintedWord
{
    QString text;
    int page = 0; ///< From 0.
    QRectF box; ///< In points, from the page's top left.
    QSizeF paper; ///< The page's size, in points.
};

struct PrintedPage
{
    QString pdf; ///< The file.
    QByteArray complaints; ///< What the page had written to the browser's console.
};

/// As Chromium prints it, without a display and without a network.
[[nodiscard]] PrintedPage printedByBrowser(const QString &html, const QString &pdf);

/// All its text; runs of blanks are one.
[[nodiscard]] QString textOfPdf(const QString &pdf);
[[nodiscard]] std::vector<PrintedWord> wordsOfPdf(const QString &pdf);
/// The names of fonts that are not embedded.
[[nodiscard]] QStringList fontsOutside(const QString &pdf);
/// How many pictures made of dots are in it.
[[nodiscard]] int picturesIn(const QString &pdf);

/// Why an XML document does not follow that schema; empty if it does.
[[nodiscard]] QByteArray schemaComplaints(const QString &xml, const QString &xsd);
/// The rows that Python's csv module reads, strictly.
[[nodiscard]] std::vector<QStringList> csvRows(const QString &csv);
/// What its csv.DictReader makes of them: for each row what stands in the columns of the head. Cells that a row lacks are null,
/// those that it has too many are a list.
[[nodiscard]] std::vector<QVariantMap> csvRecords(const QString &csv);

} // namespace support
