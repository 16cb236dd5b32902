// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/exchange.h"
#include "core/transfer/resumepoint.h"
#include "core/transfer/uploadtemplate.h"

namespace transfer {

class StableFile;
class UploadForm;

/// One attempt to upload one file, whatever the method: what a queue and its lanes know of it. UploadJob is one of a
/// single request, TusUpload one that goes on where an earlier one was broken off.
///
/// Nothing is retried; for that make another attempt. The server's answer and the file decide on success: a 2xx, and the
/// file at the path still is what was sent.
///
/// Thread: that of the manager and the clock, with an event loop. Both must outlive the attempt.
/// Ownership: the caller's. Destroying a running attempt stops it in silence; in slots connected to its own signals use
/// deleteLater().
class UploadAttempt : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UploadAttempt)

public:
    /// What is to be sent.
    struct Source
    {
        std::unique_ptr<StableFile> file; ///< Open, at its start.
        UploadLabel label; ///< With a name.
        ResumePoint resume = {}; ///< Where an earlier attempt was broken off; ignored where it does not fit.
    };

    struct Outcome
    {
        /// Kind None: success. Otherwise the first of these that applies:
        ///   FileMissing, FileUnreadable, NotAFile - it could not be opened: no request was made
        ///   FileChanged, FileUnreadable - it could not be read to its end: the request was broken off
        ///   RedirectRefused, TooManyRedirects - a 3xx with a new address
        ///   HttpStatus - any other answer but a 2xx, even if its text broke off; `detail` has the text
        ///   Cancelled - by cancel()
        ///   those of net::errorOf() - no answer, or a 2xx that came before the file was sent (AnsweredEarly)
        ///   Malformed - a 2xx that breaks the rules of the method's protocol
        ///   FileChanged - a 2xx, but the file grew, was written to or was replaced meanwhile
        base::Error error;
        int httpStatus = 0; ///< 0: no answer.
        QString serverMessage; ///< The answer as readable text of at most 2 KiB, or its reason phrase.
        std::optional<std::chrono::seconds> retryAfter; ///< How long the server asks to be left alone.
        net::PhaseTimings timings; ///< Of the last request; zero with a manager that does not measure them.
        qint64 bytesSent = 0; ///< Of the file; all of it on success.
        QByteArray sha256; ///< Of the file, in binary; empty unless UploadTarget::digestField asked for it.
        net::RequestHead request; ///< The last one; without an operation: none was made.
        net::HeaderList answerHeaders; ///< Of the answer to it, without what the request had of secrets.
        qint64 given = -1; ///< Of a resumable upload: see ResumePoint.
    };

    /// The kind of attempt that the form's method asks for.
    [[nodiscard]] static std::unique_ptr<UploadAttempt>
    make(const UploadForm &form, QNetworkAccessManager &manager, base::Clock &clock);

    /// For the bytes of bodies; before start(). It must outlive the attempt.
    virtual void setRateLimit(RateLimit &limit) = 0;

    /// Begins the attempt, emits nothing: once, or again where suits() says so. The form need not outlive the call.
    virtual void start(const UploadForm &form, Source source) = 0;
    /// Whether it is over and can make another attempt, at another upload with that form; from within `finished`, too. What
    /// was connected stays so: of many small uploads that is what costs.
    [[nodiscard]] virtual bool suits(const UploadForm &form) const
    {
        Q_UNUSED(form)
        return false;
    }

    /// Ends a running attempt: emits `finished` with Cancelled before it returns. Otherwise does nothing. What the server
    /// has got of a resumable upload stays there.
    virtual void cancel() = 0;
    /// The same for good: a server that keeps what it has got is told that nobody will come back for it. Returns what tells
    /// it, which deletes itself after its `finished`; nullptr: there is nothing to tell.
    virtual QNetworkReply *discard()
    {
        cancel();
        return nullptr;
    }

Q_SIGNALS:
    /// The attempt can be broken off from now on and continued at `point`, and the server has this much of the file
    /// already. Not of every method; more than once where the server loses what it had.
    void resumable(const transfer::ResumePoint &point, qint64 fileBytes);
    /// Bytes of the file given to the kernel so far, those included that the server had already: more each time, at most
    /// all. About ten times a second.
    void progressed(qint64 fileBytesSent);
    /// Everything is with the kernel, the answer is still to come. At most once; not after an early answer.
    void bodySent();
    /// Exactly once per start(): from the event loop, or from within cancel(). The last signal of an attempt.
    void finished(const transfer::UploadAttempt::Outcome &outcome);

protected:
    explicit UploadAttempt(QObject *parent)
        : QObject(parent)
    {
    }

    [[nodiscard]] static Outcome outcomeOf(const base::Error &error, const Exchange::Answer &answer,
                                           qint64 bytesSent);
};

} // namespace transfer
