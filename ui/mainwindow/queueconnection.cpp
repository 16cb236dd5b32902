// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/queueconnection.h"

#include "core/base/format.h"
#include "ui/connection/serverconnection.h"
#include "ui/frame/messagebar.h"
#include "ui/uploads/uploadspage.h"

namespace ui {

using session::RestoredQueue;
using session::Session;

namespace {
constexpr auto queued = Qt::QueuedConnection;
} // namespace

QueueConnection::QueueConnection(UploadsPage &page, Session &session, ServerConnection &server,
                                 MessageBar &message, MessageBar &archiveMessage, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_session(session)
    , m_message(message)
    , m_archiveMessage(archiveMessage)
{
    connectPausing();
    connectUploads();
    connect(&session, &Session::restored, this, &QueueConnection::tellRestored, queued);
    connect(
        &session, &Session::uploadsHeldBack, this,
        [this](qint64 files, const QString &address) {
            m_heldBack = files;
            m_heldBackFor = address;
            tellHeldBack();
        },
        queued);
    // Queued: behind what the window says of it.
    connect(
        &server, &ServerConnection::discovered, this,
        [this] {
            if (m_heldBack > 0)
                tellHeldBack();
            m_heldBack = 0;
        },
        queued);
    connect(&session, &Session::archiveFailed, this, &QueueConnection::tellArchiveFailed, queued);
    connect(
        &session, &Session::archiveRecovered, this,
        [this] {
            m_archiveMessage.closeMessage();
            m_message.showMessage(Tone::Good, tr("The queue is kept again."));
        },
        queued);
}

void QueueConnection::connectPausing()
{
    connect(&m_page, &UploadsPage::pauseQueueRequested, &m_session, &Session::setPaused, queued);
    connect(&m_page, &UploadsPage::pauseRequested, &m_session, &Session::pause, queued);
    connect(&m_page, &UploadsPage::resumeRequested, &m_session, &Session::resume, queued);
    connect(&m_page, &UploadsPage::retryInterruptedRequested, &m_session, &Session::retryInterrupted, queued);
    connect(&m_session, &Session::pausedChanged, &m_page, &UploadsPage::setQueuePaused, queued);
}

void QueueConnection::connectUploads()
{
    connect(&m_page, &UploadsPage::cancelRequested, &m_session, &Session::cancel, queued);
    connect(&m_page, &UploadsPage::cancelAllRequested, &m_session, &Session::cancelAll, queued);
    connect(&m_page, &UploadsPage::retryRequested, &m_session, &Session::retry, queued);
    connect(&m_page, &UploadsPage::retryAllFailedRequested, &m_session, &Session::retryAllFailed, queued);
    connect(&m_page, &UploadsPage::clearFinishedRequested, &m_session, &Session::clearFinished, queued);
    connect(&m_page, &UploadsPage::parallelLimitChanged, &m_session, &Session::setParallelLimit, queued);
    connect(&m_page, &UploadsPage::folderOptionsChanged, &m_session, &Session::setFolderOptions, queued);
    connect(&m_page, &UploadsPage::stopWalkRequested, &m_session, &Session::cancelWalk, queued);
    connect(&m_page, &UploadsPage::detailsRequested, &m_session, &Session::requestDetails, queued);
    connect(&m_session, &Session::detailsReady, &m_page, &UploadsPage::setDetails, queued);
    connect(&m_session, &Session::walking, &m_page, &UploadsPage::setWalk, queued);
    connect(&m_session, &Session::passedOver, &m_page, &UploadsPage::setPassedOver, queued);
    connect(&m_page, &UploadsPage::addressesRefused, this, [this](const QStringList &addresses) {
        m_message.showMessage(
            Tone::Warn, tr("“%1” is not on this computer, so it cannot be uploaded.").arg(addresses.first()),
            {tr("Save it to a folder, then drop it from there.")});
    });
}

void QueueConnection::keepIn(const QString &archive)
{
    auto *session = &m_session;
    const session::ArchivePlan plan{archive, QStringLiteral("session"), true, false};
    QMetaObject::invokeMethod(
        session, [session, plan] { session->keepIn(plan); }, queued);
}

void QueueConnection::tellArchiveFailed(const base::Error &error)
{
    const ErrorText text = errorText(error, Task::Archive);
    if (!m_isKept) {
        m_archiveMessage.showError(text);
        return;
    }
    m_archiveMessage.showMessage(
        Tone::Bad, tr("Nothing more is uploaded: the queue’s archive cannot be written."),
        {text.why,
         tr("What is under way comes to its end. Free some disk space, and all goes on by itself. "
            "What is uploaded without being kept may be uploaded again after the next start.")});
    m_archiveMessage.offer(tr("Go on without keeping"),
                           [this] { QMetaObject::invokeMethod(&m_session, &Session::goOnUnkept, queued); });
}

void QueueConnection::tellRestored(const RestoredQueue &queue)
{
    m_isKept = true;
    QStringList details;
    const auto number = [](qint64 n) { return base::formatCount(static_cast<double>(n)); };
    if (queue.waiting > 0 && queue.server.isEmpty())
        details << tr("Waiting for an address: %1.").arg(number(queue.waiting));
    else if (queue.waiting > 0)
        details << tr("Waiting until %2 is the address again: %1.").arg(number(queue.waiting), queue.server);
    if (queue.paused > 0)
        details << tr("Paused: %1.").arg(number(queue.paused));
    if (queue.interrupted > 0)
        details << tr("Under way when Tidemark ended: %1. The server may have them or not; only you can say "
                      "whether they are to be sent again.")
                       .arg(number(queue.interrupted));
    if (queue.isPartial)
        details << tr(
            "Tidemark ended while it looked through folders: what it had not found yet is missing here.");
    if (!queue.setAside.isEmpty())
        m_message.showMessage(Tone::Warn, tr("The archive of the queue was damaged. A new one is begun."),
                              {tr("The damaged file is kept as %1.").arg(queue.setAside)});
    else if (queue.wasEmptyFile)
        m_message.showMessage(Tone::Warn, tr("The archive of the queue was an empty file."),
                              {tr("If it held uploads once, they are not known any more.")});
    else if (!details.isEmpty())
        m_message.showMessage(Tone::Accent, tr("The uploads of the last time are back."), details);
    if (details.isEmpty())
        return;
    if (queue.interrupted > 0)
        offerGoingOn();
    Q_EMIT cameBack();
}

void QueueConnection::offerGoingOn()
{
    m_message.offer(tr("Go on with the interrupted"), [this] { Q_EMIT m_page.retryInterruptedRequested(); });
}

void QueueConnection::tellHeldBack()
{
    m_message.showMessage(Tone::Warn,
                          tr("Uploads of the last time were meant for another address, and are paused: %1.")
                              .arg(base::formatCount(static_cast<double>(m_heldBack))),
                          {tr("That was %1, perhaps with another query, method or form. Resume them to send "
                              "them to the present one, "
                              "or cancel them.")
                               .arg(m_heldBackFor)});
    m_message.offer(tr("Resume them all"),
                    [this] { QMetaObject::invokeMethod(&m_session, &Session::resumePaused, queued); });
}

} // namespace ui
