// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/servers/serverprofile.h"

#include <optional>

/// What a person types as an address, and what it stands for: in the window's address bar and in the editor of known
/// servers alike. Pure functions.
namespace servers {

/// The address alone, not judged: without a scheme it is http, without a path "/". A fragment is left out: no server is sent
/// it, and what it holds would be kept and reported. Empty where nothing was typed; invalid where it is no address. User and
/// password stay in it, see endpointAsTyped().
[[nodiscard]] QUrl addressAsTyped(const QString &typed);
/// The same of a proxy, whose address has no path.
[[nodiscard]] QUrl proxyAsTyped(const QString &typed);
/// "***" stands where a secret was before it was remembered or reported: with that nobody is let in.
[[nodiscard]] bool lacksSecret(const QUrl &url);

/// The address as an endpoint. User and password are taken out of the URL, so that they are neither shown nor stored. Errors:
/// BadUrl, also where a secret is missing, and then with what to do as its detail; UnsupportedScheme.
[[nodiscard]] base::Result<net::Endpoint> endpointAsTyped(const QString &typed);

/// Where metrics are looked for when nothing else was typed: the server's origin, with the same credentials.
[[nodiscard]] net::Endpoint originOf(const net::Endpoint &endpoint);

/// Where uploads go and where metrics are looked for.
struct Server
{
    net::Endpoint upload;
    net::Endpoint watch;
    bool isSample = false; ///< Ours, with another port each time: not worth remembering.
    /// Where it is a known one; says all that the endpoints say, and more.
    std::optional<ServerProfile> profile{};
    Method method = Method::Post;
};

/// Both addresses as typed; an empty second one means the origin of the first.
[[nodiscard]] base::Result<Server> serverAsTyped(const QString &upload, const QString &watch);
[[nodiscard]] Server serverOf(const ServerProfile &profile);
/// The known one, or a new one of what was typed, with its secrets.
[[nodiscard]] ServerProfile profileOf(const Server &server);
/// Where and how files go there, with the fields of a known server.
[[nodiscard]] transfer::UploadTarget uploadTargetOf(const Server &server);

} // namespace servers
