// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secrets.h"

#include <QRegularExpression>

namespace base {

QString withoutSecrets(const QString &text)
{
    static const QRegularExpression userInfo(QStringLiteral("([A-Za-z][A-Za-z0-9+.-]*://)[^/?#\\s]*@"));
    static const QRegularExpression secretItem(
        QStringLiteral("([?&;](?:[\\w.~-]*(?:token|secret|passw|pwd|signature|credential|auth|api[_-]?key|"
                       "access[_-]?key)"
                       "[\\w.~-]*|key|sig|code|jwt|sas)=)[^&#\\s\"'<>]*"),
        QRegularExpression::CaseInsensitiveOption);
    QString result = text;
    if (result.contains(QLatin1Char('@')))
        result.replace(userInfo, QStringLiteral("\\1"));
    if (result.contains(QLatin1Char('=')))
        result.replace(secretItem, QStringLiteral("\\1***"));
    return result;
}

} // namespace base
