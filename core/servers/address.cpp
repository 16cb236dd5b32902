// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/servers/address.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>

namespace servers {

using base::Error;
using base::ErrorKind;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(servers::Address)
};

Error unusable(const QString &why, ErrorKind kind = ErrorKind::BadUrl)
{
    return {kind, why, 0, {}};
}

/// QUrl alone would take "localhost:8080" for a scheme and a path. "htp:/host" is a scheme, if one that nobody speaks: no
/// port begins with a slash.
QUrl withScheme(const QString &typed)
{
    QString text = typed.trimmed();
    if (text.isEmpty())
        return {};
    static const QRegularExpression scheme(QStringLiteral("^[A-Za-z][A-Za-z0-9+.-]*:/"));
    if (!scheme.match(text).hasMatch())
        text.prepend(QLatin1String("http://"));
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() ? url : QUrl(text, QUrl::TolerantMode);
}

} // namespace

QUrl addressAsTyped(const QString &typed)
{
    QUrl url = withScheme(typed);
    if (!url.isValid())
        return url; // with what it says of its mistake
    url.setFragment({});
    if (url.path().isEmpty())
        url.setPath(QStringLiteral("/"));
    return url;
}

QUrl proxyAsTyped(const QString &typed)
{
    return withScheme(typed);
}

bool lacksSecret(const QUrl &url)
{
    const auto items = QUrlQuery(url).queryItems();
    return std::ranges::any_of(items, [](const auto &item) { return item.second == QLatin1String("***"); });
}

base::Result<net::Endpoint> endpointAsTyped(const QString &typed)
{
    QUrl url = addressAsTyped(typed);
    if (typed.trimmed().isEmpty())
        return unusable(Text::tr("no address was given"));
    if (!url.isValid())
        return unusable(Text::tr("its host or its port cannot be read")); // what QUrl says is English
    if (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https"))
        return unusable(url.scheme() + QStringLiteral("://"), ErrorKind::UnsupportedScheme);
    if (url.host().isEmpty())
        return unusable(Text::tr("there is no host in it"));
    if (lacksSecret(url))
        return Error{ErrorKind::BadUrl, Text::tr("*** stands for a secret, which is not remembered"), 0,
                     Text::tr("Write the secret in its place.")};

    net::Endpoint endpoint;
    endpoint.transport.user = url.userName(QUrl::FullyDecoded);
    endpoint.transport.password = url.password(QUrl::FullyDecoded);
    url.setUserInfo({});
    endpoint.url = url;
    return endpoint;
}

net::Endpoint originOf(const net::Endpoint &endpoint)
{
    net::Endpoint origin = endpoint;
    origin.url = endpoint.origin();
    return origin;
}

base::Result<Server> serverAsTyped(const QString &upload, const QString &watch)
{
    base::Result<net::Endpoint> to = endpointAsTyped(upload);
    if (!to)
        return to.error();
    if (watch.trimmed().isEmpty())
        return Server{*to, originOf(*to)};
    base::Result<net::Endpoint> from = endpointAsTyped(watch);
    if (!from)
        return from.error();
    return Server{*to, *from};
}

Server serverOf(const ServerProfile &profile)
{
    return {targetOf(profile).endpoint, watchOf(profile), false, profile, profile.method};
}

ServerProfile profileOf(const Server &server)
{
    if (server.profile)
        return *server.profile;
    ServerProfile profile = newProfile();
    profile.name = server.upload.url.host();
    profile.url = server.upload.url;
    if (server.watch.url != server.upload.origin())
        profile.watch = server.watch.url;
    profile.method = server.method;
    profile.user = server.upload.transport.user;
    profile.password = server.upload.transport.password;
    profile.auth = profile.user.isEmpty() ? Auth::None : Auth::Basic;
    return profile;
}

transfer::UploadTarget uploadTargetOf(const Server &server)
{
    transfer::UploadTarget target;
    target.endpoint = server.upload;
    if (server.profile)
        target = targetOf(*server.profile);
    target.method = server.method;
    return target;
}

} // namespace servers
