// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/auditreference.h"

#include "core/experiment/auditcheck.h"

#include <QRegularExpression>

namespace report {
namespace {

/// A kind of reference, and how its parts make an address.
struct Kind
{
    const char *pattern;
    const char *address;
};

constexpr Kind kinds[] = {
    {"^CWE-(\\d+)$", "https://cwe.mitre.org/data/definitions/%1.html"},
    {"^(CVE-\\d+-\\d+)$", "https://nvd.nist.gov/vuln/detail/%1"},
    {"^RFC (\\d+) sections? ([\\d.]+)", "https://www.rfc-editor.org/rfc/rfc%1.html#section-%2"},
    {"^RFC (\\d+)$", "https://www.rfc-editor.org/rfc/rfc%1.html"},
    {"^OWASP API4:2023$",
     "https://owasp.org/API-Security/editions/2023/en/0xa4-unrestricted-resource-consumption/"},
    {"^OWASP A01:2021$", "https://owasp.org/Top10/A01_2021-Broken_Access_Control/"},
};

QUrl addressOf(const QString &text)
{
    for (const Kind &kind : kinds) {
        const auto match = QRegularExpression(QLatin1StringView(kind.pattern)).match(text);
        if (!match.hasMatch())
            continue;
        QString address = QLatin1StringView(kind.address);
        for (int part = 1; part <= match.lastCapturedIndex(); ++part)
            address = address.arg(match.captured(part));
        return QUrl(address);
    }
    return {};
}

} // namespace

std::vector<AuditReference> auditReferences(const experiment::AuditCheck &check)
{
    std::vector<AuditReference> references;
    const QStringList texts = QString::fromUtf8(check.reference).split(QStringLiteral("; "));
    for (const QString &text : texts)
        references.push_back({text, addressOf(text)});
    return references;
}

} // namespace report
