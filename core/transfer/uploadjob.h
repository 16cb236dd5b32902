// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/uploadattempt.h"
#include "core/transfer/uploadform.h"

namespace transfer {

class DigestPass;

/// One attempt to upload one file by a single request that streams it from disk in constant memory: a
/// multipart/form-data POST, or a PUT of the bare content. When that is over, it can make another one (suits()).
///
///     net::CurlAccessManager manager;
///     base::SystemClock clock;
///     transfer::UploadTarget target;
///     target.endpoint.url = QUrl(QStringLiteral("http://localhost:8080/upload"));
///
///     transfer::UploadJob job(manager, clock);
///     QObject::connect(&job, &transfer::UploadJob::finished, &app, [](const auto &outcome) {
///         const bool isStored = outcome.error.kind == base::ErrorKind::None;
///         qInfo() << (isStored ? outcome.serverMessage : outcome.error.message);
///     });
///     job.start(target, QStringLiteral("/home/me/holiday.mp4"));
///
/// Signals, ownership and what counts as success: see UploadAttempt. A redirect is an error, unless
/// TransportOptions::resendBodyOnRedirect; but a 303 behind the whole body is success, see net::tellsOfResult().
///
/// Any QNetworkAccessManager will do. Qt's own, though, never sees an answer that is given before the whole
/// body was sent, and may send a body again without being asked; net::CurlAccessManager does neither.
class UploadJob final : public UploadAttempt
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UploadJob)

public:
    UploadJob(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent = nullptr);
    ~UploadJob() override;

    void setRateLimit(RateLimit &limit) override { m_exchange.setRateLimit(limit); }

    /// `name` is what the server is told (empty: the path's last part), `key` what tells the upload from others. A target
    /// does for a form; for many files give them the same form, it is built only once.
    void start(const UploadForm &form, const QString &path, const QString &name = {}, const QUuid &key = {});
    void start(const UploadForm &form, Source source) override;
    [[nodiscard]] bool suits(const UploadForm &form) const override;
    void cancel() override;

    /// As it was when opened; -1 before start() and for a file that could not be opened.
    [[nodiscard]] qint64 fileBytes() const { return m_fileBytes; }

private:
    enum class State { Idle, Sending, Answering, Finished };

    [[nodiscard]] bool isRunning() const { return m_state == State::Sending || m_state == State::Answering; }
    void onDigest(const QByteArray &digest);
    void send();
    void onProgress(qint64 sent, qint64 total);
    void onAnswer(const Exchange::Answer &answer);
    [[nodiscard]] base::Error judge(const Exchange::Answer &answer) const;
    void conclude(const base::Error &error, const Exchange::Answer &answer);

    std::unique_ptr<UploadForm::Message> m_message; ///< Until it is sent; owns the body, which owns m_file.
    std::unique_ptr<DigestPass> m_pass; ///< Reads m_message before.
    Exchange m_exchange; ///< Owns the body from then on.
    FormBody *m_body = nullptr;
    StableFile *m_file = nullptr;
    qint64 m_fileBytes = -1;
    qint64 m_sent = 0;
    qint64 m_trailerBytes = 0;
    State m_state = State::Idle;
};

} // namespace transfer
