// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/servers/serverprofile.h"

#include "core/net/redirect.h"
#include "core/net/secretheader.h"
#include "core/servers/address.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>
#include <array>

namespace servers {
namespace {

using base::Done;
using base::Error;
using base::ErrorKind;
using base::Result;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(servers::ServerProfile)
};

/// Each secret's name and place, once for reading and writing.
template <typename Profile, typename Visit>
void visitSecrets(Profile &profile, Visit visit)
{
    visit(QStringLiteral("password"), profile.password);
    visit(QStringLiteral("token"), profile.token);
    visit(QStringLiteral("proxyPassword"), profile.proxyPassword);
    visit(QStringLiteral("keyPassword"), profile.keyPassword);
    for (auto &header : profile.headers) {
        if (header.isSecret)
            visit(QStringLiteral("header:") + header.name, header.value);
    }
    for (auto &field : profile.form) {
        if (field.isSecret)
            visit(QStringLiteral("field:") + field.name, field.value);
    }
}

Error wrong(const QString &message, ErrorKind kind = ErrorKind::Malformed)
{
    return {kind, message, 0, {}};
}

Result<Done> checkAddress(const QString &what, const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return wrong(Text::tr("%1 is not complete; write it as https://host/path").arg(what),
                     ErrorKind::BadUrl);
    if (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https"))
        return wrong(Text::tr("%1 begins with %2://; only http:// and https:// are spoken here")
                         .arg(what, url.scheme()),
                     ErrorKind::UnsupportedScheme);
    if (!url.userInfo().isEmpty())
        return wrong(Text::tr("%1 holds a user or a password; they have fields of their own").arg(what));
    if (lacksSecret(url))
        return wrong(Text::tr("%1 holds *** where a secret was left out; write the secret").arg(what),
                     ErrorKind::BadUrl);
    return Done();
}

/// The tokens of RFC 9110 section 5.6.2; anything else would let a header smuggle another one in.
bool isToken(const QString &name)
{
    static const QString marks = QStringLiteral("!#$%&'*+-.^_`|~");
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || marks.contains(c));
    });
}

bool hasLineBreak(const QString &text)
{
    return text.contains(u'\n') || text.contains(u'\r') || text.contains(QChar(u'\0'));
}

Result<Done> checkValues(const ServerProfile &profile)
{
    for (const NamedValue &header : profile.headers) {
        if (!isToken(header.name))
            return wrong(Text::tr("“%1” is not the name of a header").arg(header.name));
        if (hasLineBreak(header.value))
            return wrong(Text::tr("the header %1 holds a line break").arg(header.name));
    }
    for (const NamedValue &field : profile.form) {
        if (field.name.isEmpty())
            return wrong(Text::tr("a form field has no name"));
    }
    if (profile.method == Method::Post && profile.field.isEmpty())
        return wrong(Text::tr("the form field of the file has no name"));
    return Done();
}

Result<Done> checkCredentials(const ServerProfile &profile)
{
    if (profile.auth == Auth::Basic && profile.user.contains(u':'))
        return wrong(Text::tr("the user's name holds a colon, which Basic authentication cannot say"));
    if ((profile.auth == Auth::Basic || profile.auth == Auth::Digest) && profile.user.isEmpty())
        return wrong(Text::tr("the user's name is missing"));
    if (hasLineBreak(profile.token) || hasLineBreak(profile.user))
        return wrong(Text::tr("the user's name or the token holds a line break"));
    if (!profile.keyFile.isEmpty() && profile.certFile.isEmpty())
        return wrong(Text::tr("there is a key, but no client certificate for it"));
    return Done();
}

Result<Done> checkProxy(const QUrl &proxy)
{
    if (proxy.isEmpty())
        return Done();
    static constexpr std::array schemes{"http", "https", "socks4", "socks4a", "socks5", "socks5h"};
    const bool isKnown = std::any_of(schemes.begin(), schemes.end(), [&](const char *scheme) {
        return proxy.scheme() == QLatin1String(scheme);
    });
    if (!isKnown || proxy.host().isEmpty())
        return wrong(Text::tr("the proxy's address is not one; write it as http://host:port or "
                              "socks5://host:port"));
    if (!proxy.userInfo().isEmpty())
        return wrong(
            Text::tr("the proxy's address holds a user or a password; they have fields of their own"));
    return Done();
}

net::Endpoint endpointOf(const ServerProfile &profile)
{
    net::Endpoint endpoint;
    endpoint.url = profile.url;
    net::TransportOptions &transport = endpoint.transport;
    for (const NamedValue &header : profile.headers) {
        endpoint.headers.append({header.name.toLatin1(), header.value.toUtf8()});
        if (header.isSecret && !isSecretName(header.name))
            transport.secretHeaders.append(header.name.toLatin1());
    }
    transport.caFile = profile.caFile;
    transport.crlFile = profile.crlFile;
    transport.certFile = profile.certFile;
    transport.keyFile = profile.keyFile;
    transport.keyPassword = profile.keyPassword;
    transport.trustedCertificate = profile.trustedCertificate;
    transport.proxy = profile.proxy;
    transport.proxyUser = profile.proxyUser;
    transport.proxyPassword = profile.proxyPassword;
    if (profile.auth == Auth::Bearer)
        transport.token = profile.token;
    if (profile.auth == Auth::Basic || profile.auth == Auth::Digest) {
        transport.user = profile.user;
        transport.password = profile.password;
    }
    if (profile.auth == Auth::Digest)
        transport.auth = net::TransportOptions::Auth::Digest;
    transport.connectTimeout = profile.limits.connectTimeout;
    transport.stallTimeout = profile.limits.stallTimeout;
    transport.totalTimeout = profile.limits.totalTimeout;
    transport.resendBodyOnRedirect = profile.followsRedirects;
    return endpoint;
}

} // namespace

ServerProfile newProfile()
{
    ServerProfile profile;
    profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return profile;
}

bool isSecretName(const QString &name)
{
    return net::isSecretName(name.toUtf8());
}

Secrets secretsOf(const ServerProfile &profile)
{
    Secrets secrets;
    visitSecrets(profile, [&](const QString &key, const QString &value) {
        if (!value.isEmpty())
            secrets.insert(key, value);
    });
    return secrets;
}

void putSecrets(ServerProfile &profile, const Secrets &secrets)
{
    visitSecrets(profile, [&](const QString &key, QString &value) {
        if (const auto found = secrets.constFind(key); found != secrets.cend())
            value = *found;
    });
}

ServerProfile withoutSecrets(ServerProfile profile)
{
    visitSecrets(profile, [](const QString &, QString &value) { value.clear(); });
    return profile;
}

bool isSecretMissing(const ServerProfile &profile)
{
    const bool needsPassword = profile.auth == Auth::Basic || profile.auth == Auth::Digest;
    const auto isMissing = [](const NamedValue &value) { return value.isSecret && value.value.isEmpty(); };
    return (needsPassword && profile.password.isEmpty())
        || (profile.auth == Auth::Bearer && profile.token.isEmpty())
        || std::any_of(profile.headers.begin(), profile.headers.end(), isMissing)
        || std::any_of(profile.form.begin(), profile.form.end(), isMissing);
}

Result<Done> check(const ServerProfile &profile)
{
    if (const auto done = checkAddress(Text::tr("the address"), profile.url); !done)
        return done;
    if (!profile.watch.isEmpty()) {
        if (const auto done = checkAddress(Text::tr("the address of the metrics"), profile.watch); !done)
            return done;
    }
    if (const auto done = checkValues(profile); !done)
        return done;
    if (const auto done = checkCredentials(profile); !done)
        return done;
    return checkProxy(profile.proxy);
}

transfer::UploadTarget targetOf(const ServerProfile &profile)
{
    transfer::UploadTarget target;
    target.endpoint = endpointOf(profile);
    target.method = profile.method;
    target.field = profile.field;
    for (const NamedValue &field : profile.form) {
        target.form.append({field.name, field.value});
        if (field.isSecret && !isSecretName(field.name))
            target.secretFields.append(field.name);
    }
    if (profile.method == Method::Post)
        target.digestField = profile.digestField;
    target.sendsReprDigest = profile.sendsReprDigest && profile.method != Method::Tus;
    target.sendsIdempotencyKey = profile.sendsIdempotencyKey;
    return target;
}

net::Endpoint watchOf(const ServerProfile &profile)
{
    net::Endpoint endpoint = endpointOf(profile);
    if (profile.watch.isEmpty()) {
        endpoint.url = endpoint.origin();
        return endpoint;
    }
    endpoint.url = profile.watch;
    if (net::isSameOrigin(profile.url, profile.watch))
        return endpoint;
    net::TransportOptions &transport = endpoint.transport;
    endpoint.headers.removeIf(
        [&](const auto &header) { return net::isSecretHeader(header.first, transport); });
    transport.user.clear();
    transport.password.clear();
    transport.token.clear();
    transport.certFile.clear();
    transport.keyFile.clear();
    transport.keyPassword.clear();
    transport.trustedCertificate.clear();
    return endpoint;
}

} // namespace servers
