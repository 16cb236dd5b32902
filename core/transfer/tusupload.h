// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/tusserver.h"
#include "core/transfer/uploadattempt.h"

#include <QPointer>

namespace transfer {

/// One attempt to upload one file by tus 1.0.0 (https://tus.io/protocols/resumable-upload): creates the upload, or asks how
/// much of it the server has, and sends the rest. Uses the extensions creation, termination and, where the server offers
/// it, checksum: then in pieces of 8 MiB, each with its proof; otherwise the rest goes in one request.
///
/// Whatever breaks it off, the next attempt goes on where the server says, if it is given the point that `resumable` told.
/// That is so of a refused piece, too: one for which the upload is locked (423), which does not begin where the server has
/// got to (409), or whose checksum is wrong (460). When to make the next attempt is for the RetryPolicy to say.
/// The upload begins anew where the file is not the same any more, the server does not know the upload, or says that it has
/// more of it than can have been sent: that is somebody else's, or none. The last can be seen only where all attempts were
/// this program run's (ResumePoint::given); after a restart the server is believed, because answers, and with them what is
/// known of the past, get lost, and what it has is what a resumed upload saves.
///
/// Signals, thread and ownership: see UploadAttempt. Errors beyond those of a single request: Malformed, where the server's
/// answers are not those of tus 1.0.0.
///
/// What proves who we are goes to the target's own origin alone, wherever the server sends the upload.
class TusUpload final : public UploadAttempt
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TusUpload)

public:
    TusUpload(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent = nullptr);

    void setRateLimit(RateLimit &limit) override { m_exchange.setRateLimit(limit); }
    void start(const UploadForm &form, Source source) override;
    void cancel() override;
    QNetworkReply *discard() override;

    /// Tells the server in the background that nobody will come back for what it keeps there, if `form` is of the same
    /// target and the server is known to offer that. Returns as discard().
    static QNetworkReply *terminate(QNetworkAccessManager &manager, const UploadForm &form,
                                    const ResumePoint &remains);

private:
    using Answer = Exchange::Answer;
    enum class Step { Idle, Exploring, Creating, Locating, Sending, Finished };

    [[nodiscard]] bool isRunning() const { return m_step != Step::Idle && m_step != Step::Finished; }
    void send(Step step, const QByteArray &verb, const QNetworkRequest &request,
              std::unique_ptr<FormBody> body = {});
    void proceed();
    void create();
    void locate();
    /// The rest, or its first piece; `answer` told how much there is already.
    void sendRest(const Answer &answer);
    void sendPiece();
    void onAnswer(const Answer &answer);
    void onExplored(const Answer &answer);
    void onCreated(const Answer &answer);
    void onLocated(const Answer &answer);
    void onPieceSent(const Answer &answer);
    void onPieceRefused(const Answer &answer);
    void onProgress(qint64 sent, qint64 total);
    void noteGiven();
    /// The server does not know the upload any more.
    void startOver(const Answer &answer);
    void fail(base::ErrorKind kind, const QString &message, const Answer &answer);
    void conclude(base::Error error, const Answer &answer);

    QNetworkAccessManager &m_manager;
    base::Clock &m_clock;
    Exchange m_exchange;
    std::shared_ptr<StableFile> m_file; ///< Shared with the body that is being sent.
    QNetworkRequest m_creation; ///< Where it is created, with what all its requests have.
    QNetworkRequest m_create; ///< The same with what only creating needs.
    std::shared_ptr<TusServer> m_server;
    TusFeatures m_features;
    ResumePoint m_place;
    QUrl m_outdated; ///< An upload of the file as it was before.
    qint64 m_offset = 0; ///< What the server has.
    qint64 m_pieceBytes = 0; ///< What is being sent.
    qint64 m_pieceBegin = 0; ///< Where in the file.
    QPointer<FormBody> m_piece;
    qint64 m_given = -1; ///< See ResumePoint.
    qint64 m_beganMs = 0; ///< Unix milliseconds.
    qint64 m_sent = 0; ///< What was told.
    int m_parts = 0; ///< In a row that were not taken whole.
    int m_losses = 0;
    bool m_isBodySent = false;
    Step m_step = Step::Idle;
};

} // namespace transfer
