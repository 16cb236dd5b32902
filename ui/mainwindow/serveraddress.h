// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/net/endpoint.h"
#include "core/servers/serverprofile.h"
#include "core/transfer/uploadmethod.h"

#include <QString>

#include <optional>

namespace ui {

/// What a person types as a server's address, as an endpoint: "localhost:8080/upload" means http, and user
/// and password before the host are taken out of the URL, so that they are neither shown nor stored. Errors:
/// BadUrl, UnsupportedScheme.
[[nodiscard]] base::Result<net::Endpoint> parseServerAddress(const QString &typed);

/// Where metrics are looked for when nothing else was typed: the server's origin, with the same credentials.
[[nodiscard]] net::Endpoint originOf(const net::Endpoint &endpoint);

/// Where uploads go and where metrics are looked for.
struct Server
{
    net::Endpoint upload;
    net::Endpoint watch;
    bool isSample = false; ///< Ours, with another port each time: not worth remembering.
    std::optional<servers::ServerProfile>
        profile{}; ///< Where it is a known one; says all that the endpoints say, and more.
    transfer::UploadMethod method = transfer::UploadMethod::Post;
};

[[nodiscard]] Server serverOf(const servers::ServerProfile &profile);
/// Where and how files go there, with the fields of a known server.
[[nodiscard]] transfer::UploadTarget uploadTargetOf(const Server &server);

/// The same as texts, to be shown and stored: without passwords; `watch` is empty unless it is elsewhere.
struct RememberedServer
{
    QString upload;
    QString watch;
    transfer::UploadMethod method = transfer::UploadMethod::Post;

    bool operator==(const RememberedServer &) const = default;
};

[[nodiscard]] RememberedServer remembered(const Server &server);

/// Both addresses as typed; an empty second one means the origin of the first.
[[nodiscard]] base::Result<Server> parseServer(const QString &upload, const QString &watch);

} // namespace ui
