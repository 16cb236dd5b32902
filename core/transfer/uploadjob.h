// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/net/phasetimings.h"
#include "core/net/requesthead.h"
#include "core/transfer/multipartform.h"

#include <QByteArray>
#include <QObject>

#include <memory>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

namespace transfer {

class DigestPass;
class FormBody;
class RateLimit;
class StableFile;

/// One attempt to upload one file: a multipart/form-data POST that streams it from disk in constant memory.
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
/// What counts as success: the server answered 2xx, and the file at the path still is what was sent. Nothing
/// is retried; for that make another job. A redirect is an error, unless TransportOptions::resendBodyOnRedirect.
///
/// Any QNetworkAccessManager will do. Qt's own, though, never sees an answer that is given before the whole
/// body was sent, and may send a body again without being asked; net::CurlAccessManager does neither.
///
/// Thread: that of the manager and the clock, with an event loop. Both must outlive the job.
/// Ownership: the caller's. Destroying a running job stops it in silence; in slots connected to the job's own
/// signals use deleteLater().
class UploadJob final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UploadJob)

public:
    struct Outcome
    {
        /// Kind None: success. Otherwise the first of these that applies:
        ///   FileMissing, FileUnreadable, NotAFile - it could not be opened: no request was made
        ///   FileChanged, FileUnreadable - it could not be read to its end: the request was broken off
        ///   RedirectRefused, TooManyRedirects - a 3xx with a new address
        ///   HttpStatus - any other answer but a 2xx, even if its text broke off; `detail` has the text
        ///   Cancelled - by cancel()
        ///   those of net::errorOf() - no answer, or only a part of a 2xx
        ///   FileChanged - a 2xx, but the file grew, was written to or was replaced meanwhile
        base::Error error;
        int httpStatus = 0; ///< 0: no answer.
        QString serverMessage; ///< The answer as readable text of at most 2 KiB, or its reason phrase.
        std::optional<std::chrono::seconds> retryAfter; ///< How long the server asks to be left alone.
        net::PhaseTimings timings; ///< Zero with a manager that does not measure them.
        qint64 bytesSent = 0; ///< Of the file; all of it on success.
        QByteArray sha256; ///< Of the file, in binary; empty unless UploadTarget::digestField asked for it.
        net::RequestHead request; ///< Without an operation: no request was made.
        net::HeaderList answerHeaders;
    };

    UploadJob(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent = nullptr);
    ~UploadJob() override;

    /// For the bytes of its body; before start(). It must outlive the job.
    void setRateLimit(RateLimit &limit) { m_limit = &limit; }
    /// For UploadTarget::sendsIdempotencyKey; before start().
    void setIdempotencyKey(const QUuid &key) { m_key = key; }

    /// Begins the attempt; once per job, emits nothing. `name` is what the server is told (empty: the path's
    /// last part). A target does for a form; for many files give them the same form, it is built only once.
    void start(const MultipartForm &form, const QString &path, const QString &name = {});
    /// The same with a file that is open, at its start. `relativePath`: see MultipartForm.
    void start(const MultipartForm &form, std::unique_ptr<StableFile> file, const QString &name = {},
               const QString &relativePath = {});

    /// Ends a running attempt: emits `finished` with Cancelled before it returns. Otherwise does nothing.
    void cancel();

    /// As it was when opened; -1 before start() and for a file that could not be opened.
    [[nodiscard]] qint64 fileBytes() const { return m_fileBytes; }

Q_SIGNALS:
    /// Bytes of the file given to the kernel so far: more each time, at most all. About ten times a second.
    void progressed(qint64 fileBytesSent);
    /// Everything is with the kernel, the answer is still to come. At most once; not after an early answer.
    void bodySent();
    /// Exactly once per start(): from the event loop, or from within cancel(). The last signal of a job.
    void finished(const transfer::UploadJob::Outcome &outcome);

private:
    enum class State { Idle, Sending, Answering, Finished };

    [[nodiscard]] bool isRunning() const { return m_state == State::Sending || m_state == State::Answering; }
    void onDigest(const QByteArray &digest);
    void send(MultipartForm::Message message);
    void connectReply();
    void onProgress(qint64 sent, qint64 total);
    void onAnswerData();
    void readAnswer();
    void cutOff();
    [[nodiscard]] int status() const;
    [[nodiscard]] base::Error judge(const base::Error &transportError) const;
    [[nodiscard]] base::Error refusal(int status) const;
    void conclude(const base::Error &error);
    void releaseReply();

    QNetworkAccessManager &m_manager;
    base::Clock &m_clock;
    QNetworkReply *m_reply = nullptr; ///< Owns the body, which owns m_file.
    StableFile *m_file = nullptr;
    FormBody *m_body = nullptr;
    RateLimit *m_limit = nullptr;
    std::unique_ptr<DigestPass> m_pass; ///< Before there is a reply.
    std::unique_ptr<MultipartForm::Message> m_message; ///< While m_pass reads it.
    QUuid m_key;
    std::unique_ptr<base::ClockTimer> m_cutOffTimer;
    QByteArray m_answer; ///< Its beginning.
    qint64 m_answerBytes = 0; ///< Of all that arrived.
    qint64 m_fileBytes = -1;
    qint64 m_sent = 0;
    qint64 m_trailerBytes = 0;
    qint64 m_bodyBytes = -1;
    State m_state = State::Idle;
};

} // namespace transfer
