// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"
#include "ui/frame/rememberedserver.h"

#include <QObject>

namespace servers {
class ServerBook;
}

namespace ui {

class ServerConnection;
class ServerDialog;
class TrustNotice;

/// Brings the known servers and the window together: connects to one with all that is known of it, opens their dialog, and
/// shows in the window why a certificate is not trusted - where trusting it makes the server a known one.
///
/// Thread: GUI. Ownership: the collaborators outlive it; the dialog is the window's.
class KnownServers final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KnownServers)

public:
    KnownServers(servers::ServerBook &book, session::Session &session, ServerConnection &connection,
                 TrustNotice &notice, QWidget &window);

    /// Connects, as soon as the keychain has answered, if this address is a known server's. False: it is not.
    bool connectTo(const QUrl &upload);
    /// Their addresses, and then those of `others` that are none of theirs.
    [[nodiscard]] QList<RememberedServer> before(const QList<RememberedServer> &others) const;
    /// With the present server selected; one that is not known yet is proposed.
    void openDialog();

Q_SIGNALS:
    /// The book was changed.
    void changed();
    /// It is about to be connected to: the window may take over its limits.
    void connecting(const servers::ServerProfile &profile);
    /// Secrets could not be read or kept; the window says so.
    void complained(const QString &headline, const QString &detail);
    /// The notice says why the present server is not trusted.
    void distrusted();

private:
    void use(const servers::ServerProfile &profile);
    void useFetched(const servers::ServerProfile &profile, const base::Error &error);
    void inspect(const net::Endpoint &endpoint);
    void lookForTlsFailure(const metrics::DiscoveryReport &found);
    void lookForFailedUploads(const session::UploadBatch &batch);
    void showFailure(const net::TlsFailure &failure);
    void trust(const QByteArray &sha256);

    servers::ServerBook &m_book;
    session::Session &m_session;
    ServerConnection &m_connection;
    TrustNotice &m_notice;
    ServerDialog *m_dialog;
    QString m_wanted; ///< The id of the profile that is being fetched to be connected to.
    bool m_isInspected = false; ///< Once for each connection is enough.
};

} // namespace ui
