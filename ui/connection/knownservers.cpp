// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/knownservers.h"

#include "core/base/secrets.h"
#include "core/report/watchability.h"
#include "core/servers/serverbook.h"
#include "ui/connection/connectionstate.h"
#include "ui/connection/serverconnection.h"
#include "ui/servers/serverdialog.h"
#include "ui/servers/trustnotice.h"

#include <QWidget>

namespace ui {

using servers::ServerProfile;
using session::Session;

KnownServers::KnownServers(servers::ServerBook &book, Session &session, ServerConnection &connection,
                           TrustNotice &notice, QWidget &window)
    : QObject(&window)
    , m_book(book)
    , m_session(session)
    , m_connection(connection)
    , m_notice(notice)
    , m_dialog(new ServerDialog(book, &window))
{
    m_notice.hide();
    connect(&book, &servers::ServerBook::changed, this, &KnownServers::changed);
    connect(&book, &servers::ServerBook::fetched, this, &KnownServers::useFetched);
    connect(&book, &servers::ServerBook::keptForNow, this,
            [this](const QString &name, const base::Error &error) {
                if (!m_dialog->isVisible()) // which says it by itself
                    Q_EMIT complained(tr("The secrets of “%1” are kept only until Tidemark ends.").arg(name),
                                      tr("They belong into a keychain, and %1.").arg(error.message));
            });
    connect(m_dialog, &ServerDialog::connectRequested, this, &KnownServers::use);
    connect(&connection, &ServerConnection::serverChanged, this, [this] {
        m_notice.hide();
        m_isInspected = false;
        m_wanted.clear(); // a keychain that answers late must not lead back
    });
    connect(&connection, &ServerConnection::discovered, this, &KnownServers::lookForTlsFailure);
    connect(&session, &Session::uploadsChanged, this, &KnownServers::lookForFailedUploads,
            Qt::QueuedConnection);
    connect(&session, &Session::tlsInspected, this, &KnownServers::showFailure, Qt::QueuedConnection);
    connect(&m_notice, &TrustNotice::trusted, this, &KnownServers::trust);
    connect(&m_notice, &TrustNotice::settingsRequested, this, &KnownServers::openDialog);
    connect(&m_notice, &TrustNotice::closed, &m_notice, &QWidget::hide);
}

bool KnownServers::connectTo(const QUrl &upload)
{
    const ServerProfile *profile = m_book.byUrl(upload);
    m_wanted = profile ? profile->id : QString();
    if (profile)
        m_book.fetch(m_wanted);
    return profile != nullptr;
}

QList<RememberedServer> KnownServers::before(const QList<RememberedServer> &others) const
{
    QList<RememberedServer> addresses;
    for (const ServerProfile &profile : m_book.profiles())
        addresses.append(remembered(serverOf(profile)));
    for (const RememberedServer &other : others) {
        const bool isKnown
            = std::any_of(addresses.cbegin(), addresses.cend(), [&](const RememberedServer &known) {
                  return base::withoutSecrets(known.upload) == other.upload;
              });
        if (!isKnown)
            addresses.append(other);
    }
    return addresses;
}

void KnownServers::openDialog()
{
    const QUrl present = m_connection.server().upload.url;
    const ServerProfile *known = m_book.byUrl(present);
    if (!known && !present.isEmpty() && !m_connection.server().isSample)
        m_dialog->open(profileOf(m_connection.server()));
    else
        m_dialog->open(known ? known->id : QString());
}

void KnownServers::use(const ServerProfile &profile)
{
    m_wanted.clear();
    Q_EMIT connecting(profile);
    m_connection.connectTo(serverOf(profile));
}

void KnownServers::useFetched(const ServerProfile &profile, const base::Error &error)
{
    if (profile.id != m_wanted)
        return;
    use(profile);
    if (error.kind != base::ErrorKind::None && servers::isSecretMissing(profile))
        Q_EMIT complained(tr("The secrets of “%1” cannot be read.").arg(profile.name),
                          tr("%1. Type them again under Servers (Ctrl+Shift+S).").arg(error.message));
}

void KnownServers::lookForTlsFailure(const metrics::DiscoveryReport &found)
{
    if (m_connection.state() == ConnectionState::Unreachable
        && report::mainReason(found).kind == base::ErrorKind::TlsFailed)
        inspect(m_connection.server().watch);
}

void KnownServers::lookForFailedUploads(const session::UploadBatch &batch)
{
    const bool isAny
        = std::any_of(batch.records.begin(), batch.records.end(), [](const transfer::UploadRecord &record) {
              return record.state == transfer::UploadState::Failed
                  && record.error.kind == base::ErrorKind::TlsFailed;
          });
    if (isAny)
        inspect(m_connection.server().upload);
}

void KnownServers::inspect(const net::Endpoint &endpoint)
{
    if (std::exchange(m_isInspected, true))
        return;
    auto *session = &m_session;
    QMetaObject::invokeMethod(
        session, [session, endpoint] { session->inspectTls(endpoint); }, Qt::QueuedConnection);
}

void KnownServers::showFailure(const net::TlsFailure &failure)
{
    const servers::Server &server = m_connection.server();
    const bool isOfPresent = failure.host == server.upload.url.host(QUrl::FullyEncoded)
        || failure.host == server.watch.url.host(QUrl::FullyEncoded);
    if (failure.problem == net::TlsProblem::None || !isOfPresent)
        return;
    Q_EMIT distrusted(); // first: with what goes away for it, the window would have to grow
    m_notice.showFailure(failure);
    m_notice.show();
}

void KnownServers::trust(const QByteArray &sha256)
{
    ServerProfile profile = profileOf(m_connection.server());
    profile.trustedCertificate = sha256;
    m_notice.hide();
    const auto saved = m_book.put(profile);
    use(profile);
    if (!saved)
        Q_EMIT complained(tr("The exception lasts only until Tidemark ends."), saved.error().message);
}

} // namespace ui
