// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

#include <vector>

namespace experiment {
struct AuditCheck;
}

namespace report {

/// Where more is said about what a check looks at.
struct AuditReference
{
    QString text; ///< "RFC 9110 section 15.5.14".
    QUrl url; ///< Where that is read; empty: it has no address of its own.
};

/// Of the check's reference, in its order. Pure.
[[nodiscard]] std::vector<AuditReference> auditReferences(const experiment::AuditCheck &check);

} // namespace report
