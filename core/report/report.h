// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/format.h"
#include "core/report/paper.h"
#include "core/session/sessionsnapshot.h"

#include <QByteArray>
#include <QJsonObject>

/// A snapshot as a document. Pure functions, callable from any thread.
namespace report {

/// Self-contained HTML: inline SVG charts with upload bands and hover values, no script, no network; light
/// and dark follow the reader's system.
[[nodiscard]] QByteArray toHtml(const session::SessionSnapshot &snapshot);
/// The JSON contract of tidemark-cli (schema "tidemark.upload/1", "tidemark.watch/1", "tidemark.session/1").
/// Unknown values are null, never 0.
[[nodiscard]] QByteArray toJson(const session::SessionSnapshot &snapshot);
/// One table: uploads, then readings, with the name of their source if more than the server was watched. The first column,
/// "table", says which a row is, "upload" or "reading"; the columns of the other kind are empty. RFC 4180, UTF-8, CRLF.
/// Cells that a spreadsheet would take for a formula are prefixed with an apostrophe.
[[nodiscard]] QByteArray toCsv(const session::SessionSnapshot &snapshot);

/// What is said in sentences and tables, without the single uploads; for issues and merge requests.
[[nodiscard]] QByteArray toMarkdown(const session::SessionSnapshot &snapshot);
[[nodiscard]] ReportText sessionText(const session::SessionSnapshot &snapshot);
/// The same with charts, and with the uploads, failed ones first; beyond 500 they are only counted.
[[nodiscard]] Paper sessionPaper(const session::SessionSnapshot &snapshot);

/// In any format; Format::Paper gives paperToJson() of sessionPaper().
[[nodiscard]] QByteArray render(const session::SessionSnapshot &snapshot, Format format);

/// Reads back what toJson() wrote, for `tidemark-cli report`. Errors: FileMissing, FileUnreadable, Malformed.
[[nodiscard]] base::Result<session::SharedSnapshot> readJson(const QString &fileName);
/// The same of what is read already. Error Malformed calls it by `name`.
[[nodiscard]] base::Result<session::SharedSnapshot> snapshotFrom(const QJsonObject &json,
                                                                 const QString &name);

} // namespace report
