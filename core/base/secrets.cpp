// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secrets.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

namespace base {
namespace {

bool isSecretEncoded(const QString &name)
{
    return isSecretItem(QUrl::fromPercentEncoding(name.toUtf8()));
}

/// Where the value that begins at `from` ends.
qsizetype endOfValue(const QString &text, qsizetype from)
{
    // An apostrophe is one of quotation where nothing of a value follows. Stops and brackets before a blank are of the sentence
    // around an address; at the end of all they are the value's, for it may be an address alone.
    static const QRegularExpression end(
        QStringLiteral("[&#\\s\"<>]|'(?=[\\s.,;:)\\]]|$)|[.,;:!?)\\]]+(?=\\s)"));
    const qsizetype at = text.indexOf(end, from);
    return at < 0 ? text.size() : at;
}

QString withoutSecretItems(const QString &text)
{
    static const QRegularExpression item(QStringLiteral("[?&;#]([\\w.~%-]+)="));
    QString result;
    qsizetype taken = 0;
    for (auto match = item.match(text); match.hasMatch(); match = item.match(text, taken)) {
        const qsizetype value = match.capturedEnd();
        result += QStringView(text).sliced(taken, value - taken);
        taken = value;
        if (!isSecretEncoded(match.captured(1)))
            continue;
        result += QLatin1String("***");
        taken = endOfValue(text, value);
    }
    return result + QStringView(text).sliced(taken);
}

/// Of a query or a fragment, as it is encoded.
QString withoutSecretValues(const QString &items)
{
    QStringList kept = items.split(QLatin1Char('&'));
    for (QString &item : kept) {
        const qsizetype equals = item.indexOf(QLatin1Char('='));
        if (equals >= 0 && isSecretEncoded(item.first(equals)))
            item = item.first(equals + 1) + QLatin1String("***");
    }
    return kept.join(QLatin1Char('&'));
}

} // namespace

bool isSecretName(QStringView name)
{
    static constexpr std::array signs{"auth",      "cookie",     "-key",      "_key",   "apikey",
                                      "accesskey", "privatekey", "token",     "secret", "passw",
                                      "pwd",       "credential", "signature", "session"};
    static constexpr std::array names{"key", "sig", "jwt", "sas", "sid", "pass", "pw"};
    const auto isIt
        = [name](const char *other) { return name.compare(QLatin1String(other), Qt::CaseInsensitive) == 0; };
    return std::ranges::any_of(names, isIt) || std::ranges::any_of(signs, [name](const char *sign) {
               return name.contains(QLatin1String(sign), Qt::CaseInsensitive);
           });
}

bool isSecretItem(QStringView name)
{
    return isSecretName(name) || name.compare(QLatin1String("code"), Qt::CaseInsensitive) == 0;
}

QString withoutSecrets(const QString &text)
{
    static const QRegularExpression userInfo(QStringLiteral("([A-Za-z][A-Za-z0-9+.-]*://)[^/?#\\s]*@"));
    QString result = text;
    if (result.contains(QLatin1Char('@')))
        result.replace(userInfo, QStringLiteral("\\1"));
    return result.contains(QLatin1Char('=')) ? withoutSecretItems(result) : result;
}

QUrl withoutSecrets(const QUrl &url)
{
    QUrl result = url.adjusted(QUrl::RemoveUserInfo);
    if (result.hasQuery())
        result.setQuery(withoutSecretValues(result.query(QUrl::FullyEncoded)));
    if (result.hasFragment())
        result.setFragment(withoutSecretValues(result.fragment(QUrl::FullyEncoded)));
    return result;
}

} // namespace base
