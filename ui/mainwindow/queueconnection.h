// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"

#include <QObject>

namespace ui {

class MessageBar;
class ServerConnection;
class UploadsPage;

/// Between the uploads page and the session's queue: what the page asks for, what comes back from the last time, and what
/// is said of it. Thread: GUI; the session may live in another and is called by queued calls only. All of them outlive it.
class QueueConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueConnection)

public:
    QueueConnection(UploadsPage &page, session::Session &session, ServerConnection &server,
                    MessageBar &message, MessageBar &archiveMessage, QObject *parent = nullptr);

    /// Has the queue kept in that file, and brought back from it. Once, before anything is added.
    void keepIn(const QString &archive);

Q_SIGNALS:
    /// There are uploads again that are not over.
    void cameBack();

private:
    void connectPausing();
    void connectUploads();
    void tellArchiveFailed(const base::Error &error);
    void tellRestored(const session::RestoredQueue &queue);
    void tellHeldBack();
    void offerGoingOn();

    UploadsPage &m_page;
    session::Session &m_session;
    MessageBar &m_message;
    MessageBar &m_archiveMessage; ///< Of its own: what holds the queue must not go for any other news.
    bool m_isKept = false; ///< The archive could be opened.
    qint64 m_heldBack = 0; ///< To be told once more when what was found on the server has been told.
    QString m_heldBackFor; ///< The address for which they were.
};

} // namespace ui
