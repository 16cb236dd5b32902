// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/secretheader.h"

#include "core/base/secrets.h"

#include <algorithm>
#include <array>

namespace net {
namespace {

bool isNamed(QByteArrayView name, const char *other)
{
    return name.compare(other, Qt::CaseInsensitive) == 0;
}

bool isAuthorization(QByteArrayView name)
{
    return isNamed(name, "Authorization") || isNamed(name, "Proxy-Authorization");
}

/// "name=•••" of each that has a value. Only of a cookie are the attributes behind the first ";" no secrets.
QByteArray maskedCookies(const QByteArray &value, bool areAllSecret, const QByteArray &mask)
{
    QByteArrayList parts = value.split(';');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const qsizetype equals = parts[i].indexOf('=');
        if (i == 0 || areAllSecret)
            parts[i] = equals < 0 ? mask : parts[i].first(equals + 1) + mask;
    }
    return parts.join(';');
}

} // namespace

bool isSecretName(QByteArrayView name)
{
    // The server's questions and what says nothing but a scheme.
    static constexpr std::array harmless{"WWW-Authenticate", "Proxy-Authenticate", "Authentication-Info",
                                         "Idempotency-Key",  "Sec-WebSocket-Key",  ":authority"};
    if (std::ranges::any_of(harmless, [name](const char *other) { return isNamed(name, other); }))
        return false;
    return base::isSecretName(QString::fromUtf8(name));
}

QByteArray maskedValue(const Header &header, const QByteArray &mask)
{
    const auto &[name, value] = header;
    if (value.isEmpty() || !isSecretName(name))
        return value;
    if (isNamed(name, "Cookie") || isNamed(name, "Set-Cookie"))
        return maskedCookies(value, isNamed(name, "Cookie"), mask);
    const qsizetype blank = value.indexOf(' ');
    return isAuthorization(name) && blank > 0 ? value.first(blank + 1) + mask : mask;
}

HeaderList masked(const HeaderList &headers)
{
    HeaderList shown;
    shown.reserve(headers.size());
    for (const Header &header : headers)
        shown.emplaceBack(header.first, maskedValue(header));
    return shown;
}

} // namespace net
