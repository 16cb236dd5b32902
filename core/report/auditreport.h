// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/format.h"
#include "core/report/paper.h"

namespace experiment {
struct AuditResult;
}

/// An audit as a document. Pure functions, callable from any thread. They give nothing away that base::withoutSecrets()
/// takes out, and what a server said stays text.
namespace report {

/// In any format; Format::Paper gives paperToJson() of auditPaper().
[[nodiscard]] QByteArray renderAudit(const experiment::AuditResult &result, Format format);

/// The JSON contract of `tidemark-cli audit` (schema "tidemark.audit/1").
[[nodiscard]] QByteArray auditToJson(const experiment::AuditResult &result);
/// What is said of it, for an issue and for paper.
[[nodiscard]] ReportText auditText(const experiment::AuditResult &result);
[[nodiscard]] Paper auditPaper(const experiment::AuditResult &result);
/// A header line and a row for each check. RFC 4180, UTF-8, CRLF.
[[nodiscard]] QByteArray auditToCsv(const experiment::AuditResult &result);
/// One suite, "tidemark audit", with a test case for each check: its title, and its id within the address as the class. A
/// failed one is a failure of the type "audit", an undecided one is skipped.
[[nodiscard]] QByteArray auditToJUnit(const experiment::AuditResult &result);
/// Self-contained HTML: no script, no network; light and dark follow the reader's system.
[[nodiscard]] QByteArray auditToHtml(const experiment::AuditResult &result);

} // namespace report
