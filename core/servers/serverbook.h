// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/servers/profilestore.h"
#include "core/servers/secretstore.h"

#include <QObject>

namespace servers {

/// The known servers: in a file, their secrets in the keychain. What it hands out at once has no secrets; fetch() brings
/// them, because the keychain may have to ask.
///
/// Thread: GUI, and the keychain's. The keychain outlives it.
class ServerBook final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerBook)

public:
    ServerBook(const QString &fileName, Keychain &keychain, QObject *parent = nullptr);

    /// Reads the file. The result is what could not be used of it, in one sentence; empty: all is well.
    [[nodiscard]] QString open();
    [[nodiscard]] const QList<ServerProfile> &profiles() const { return m_profiles; }
    [[nodiscard]] const ServerProfile *byId(const QString &id) const;
    /// The first for exactly this upload address.
    [[nodiscard]] const ServerProfile *byUrl(const QUrl &url) const;

    /// A new one, or one of the same id instead of the old one. Secrets are those in it.
    base::Result<base::Done> put(const ServerProfile &profile);
    /// With its secrets.
    base::Result<base::Done> remove(const QString &id);
    /// `fetched` follows, once for each call, unless there is no such profile.
    void fetch(const QString &id);

Q_SIGNALS:
    void changed();
    /// `error`: why secrets may be missing; kind None otherwise.
    void fetched(const servers::ServerProfile &profile, const base::Error &error);
    /// Its secrets last for this run only, for this reason.
    void keptForNow(const QString &name, const base::Error &error);

private:
    ProfileStore m_store;
    SecretStore m_secrets;
    QList<ServerProfile> m_profiles; ///< Without secrets.
};

} // namespace servers
