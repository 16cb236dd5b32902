// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/serveraddress.h"

#include <QUrlQuery>

#include <algorithm>

namespace ui {
namespace {

/// "***" stands where it was a secret, see WindowSettings::servers(): with that nobody is let in.
bool lacksSecret(const QUrl &url)
{
    const auto items = QUrlQuery(url).queryItems();
    return std::ranges::any_of(items, [](const auto &item) { return item.second == QLatin1String("***"); });
}

} // namespace

base::Result<net::Endpoint> parseServerAddress(const QString &typed)
{
    QString text = typed.trimmed();
    if (text.isEmpty())
        return base::Error{base::ErrorKind::BadUrl, QStringLiteral("no address was given"), 0, {}};
    // QUrl alone would take "localhost:8080" for a scheme and a path.
    if (!text.contains(QLatin1String("://")))
        text.prepend(QLatin1String("http://"));
    QUrl url(text, QUrl::StrictMode);
    if (!url.isValid())
        url = QUrl(text, QUrl::TolerantMode);
    if (!url.isValid())
        return base::Error{base::ErrorKind::BadUrl, url.errorString(), 0, {}};
    if (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https"))
        return base::Error{base::ErrorKind::UnsupportedScheme, url.scheme() + QStringLiteral("://"), 0, {}};
    if (url.host().isEmpty())
        return base::Error{base::ErrorKind::BadUrl, QStringLiteral("no host in it"), 0, {}};
    if (lacksSecret(url))
        return base::Error{base::ErrorKind::BadUrl,
                           QStringLiteral("*** stands for a secret, which is not remembered: type it again"),
                           0,
                           {}};

    net::Endpoint endpoint;
    endpoint.transport.user = url.userName(QUrl::FullyDecoded);
    endpoint.transport.password = url.password(QUrl::FullyDecoded);
    url.setUserInfo({});
    url.setFragment({}); // no server is sent it, and what it holds would be kept and reported
    if (url.path().isEmpty())
        url.setPath(QStringLiteral("/"));
    endpoint.url = url;
    return endpoint;
}

net::Endpoint originOf(const net::Endpoint &endpoint)
{
    net::Endpoint origin = endpoint;
    origin.url = endpoint.origin();
    return origin;
}

Server serverOf(const servers::ServerProfile &profile)
{
    return {servers::targetOf(profile).endpoint, servers::watchOf(profile), false, profile, profile.method};
}

transfer::UploadTarget uploadTargetOf(const Server &server)
{
    transfer::UploadTarget target;
    target.endpoint = server.upload;
    if (server.profile)
        target = servers::targetOf(*server.profile);
    target.method = server.method;
    return target;
}

RememberedServer remembered(const Server &server)
{
    const bool isElsewhere = server.watch.url != server.upload.origin();
    return {server.upload.url.toString(), isElsewhere ? server.watch.url.toString() : QString(),
            server.method};
}

base::Result<Server> parseServer(const QString &upload, const QString &watch)
{
    base::Result<net::Endpoint> to = parseServerAddress(upload);
    if (!to)
        return to.error();
    if (watch.trimmed().isEmpty())
        return Server{*to, originOf(*to)};
    base::Result<net::Endpoint> from = parseServerAddress(watch);
    if (!from)
        return from.error();
    return Server{*to, *from};
}

} // namespace ui
