// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/uploadjob.h"

#include "core/net/curlaccessmanager.h"
#include "core/net/networkerror.h"
#include "core/net/retryafter.h"
#include "core/transfer/answertext.h"
#include "core/transfer/digestpass.h"
#include "core/transfer/formbody.h"
#include "core/transfer/nativepath.h"
#include "core/transfer/stablefile.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

//             start()                last byte is with the kernel
//    Idle ────────────► Sending ──────────────────────────────────► Answering
//                         │                                             │
//                         │ an early answer, a failure, cancel(),       │ an answer, a failure, cancel(),
//                         │ a file that could not be opened             │ an answer without an end
//                         ▼                                             ▼
//                      Finished ◄───────────────────────────────────────┘
//
// Each arrow into Finished goes through conclude(), which emits finished(). The destructor leaves from any
// state in silence.

namespace transfer {
namespace {

using base::Error;
using base::ErrorKind;
using namespace std::chrono_literals;

// Kept for its text: enough to find the title of a page that begins with its style sheet.
constexpr qint64 answerKept = 16 * 1024;
// An answer to an upload is a sentence, not a download. One that is longer than this, or says no and does not
// come to its end, is cut off; its status counts. A slow 2xx is waited for: the server may still be at work.
constexpr qint64 answerLimit = 1024 * 1024;
constexpr auto refusalTime = 5s;

} // namespace

UploadJob::UploadJob(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_manager(manager)
    , m_clock(clock)
{
}

UploadJob::~UploadJob()
{
    releaseReply();
}

void UploadJob::start(const MultipartForm &form, const QString &path, const QString &name)
{
    auto file = std::make_unique<StableFile>(path);
    if (file->open(QIODevice::ReadOnly)) {
        start(form, std::move(file), name);
        return;
    }
    Q_ASSERT_X(m_state == State::Idle, "UploadJob::start", "started twice");
    m_state = State::Sending;
    const auto conclusion = [this, error = file->failure()] {
        if (isRunning())
            conclude(error);
    };
    QMetaObject::invokeMethod(this, conclusion, Qt::QueuedConnection);
}

void UploadJob::start(const MultipartForm &form, std::unique_ptr<StableFile> file, const QString &name,
                      const QString &relativePath)
{
    Q_ASSERT_X(m_state == State::Idle, "UploadJob::start", "started twice");
    Q_ASSERT(file->isOpen());
    m_state = State::Sending;
    m_fileBytes = file->size();
    m_file = file.get();
    const QString shownName = name.isEmpty() ? fileNameOf(file->fileName()) : name;
    MultipartForm::Message message = form.message(std::move(file), shownName, m_key, relativePath);
    if (!form.wantsReprDigest()) {
        send(std::move(message));
        return;
    }
    m_message = std::make_unique<MultipartForm::Message>(std::move(message));
    m_pass = std::make_unique<DigestPass>(*m_message->body);
    connect(m_pass.get(), &DigestPass::finished, this, &UploadJob::onDigest);
    m_pass->start();
}

void UploadJob::onDigest(const QByteArray &digest)
{
    if (digest.isEmpty()) {
        Error error = m_file->failure();
        if (error.kind == ErrorKind::None)
            error = {ErrorKind::FileUnreadable, QStringLiteral("the file could not be read twice"), 0, {}};
        conclude(error);
        return;
    }
    m_message->request.setRawHeader("Repr-Digest", "sha-256=:" + digest.toBase64() + ':');
    send(std::move(*std::exchange(m_message, nullptr)));
}

void UploadJob::send(MultipartForm::Message message)
{
    m_body = message.body.get();
    m_trailerBytes = message.trailerBytes;
    m_bodyBytes = message.body->size();
    if (m_limit) {
        message.body->setRateLimit(*m_limit, m_clock);
        message.request.setHeader(QNetworkRequest::ContentLengthHeader, message.body->size());
    }
    m_reply = net::CurlAccessManager::send(m_manager, QNetworkAccessManager::PostOperation, message.request,
                                           message.body.get());
    message.body.release()->setParent(m_reply);
    connectReply();
}

void UploadJob::connectReply()
{
    connect(m_reply, &QNetworkReply::uploadProgress, this, &UploadJob::onProgress);
    connect(m_reply, &QIODevice::readyRead, this, &UploadJob::onAnswerData);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &UploadJob::onAnswerData);
    connect(m_reply, &QNetworkReply::finished, this, [this] {
        readAnswer();
        conclude(judge(net::errorOf(*m_reply)));
    });
}

void UploadJob::onProgress(qint64 sent, qint64 total)
{
    if (total <= 0) // Qt's own engine ends with (0, 0)
        return;
    const qint64 before = total - m_fileBytes - m_trailerBytes;
    const qint64 ofFile = std::clamp<qint64>(sent - before, 0, m_fileBytes);
    const bool isWhole = sent == total && m_state == State::Sending;
    if (isWhole)
        m_state = State::Answering;
    const QPointer<UploadJob> self(this);
    if (ofFile > m_sent) {
        m_sent = ofFile;
        Q_EMIT progressed(ofFile);
    }
    if (isWhole && self && m_state == State::Answering)
        Q_EMIT bodySent();
}

int UploadJob::status() const
{
    return m_reply ? m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
}

void UploadJob::readAnswer()
{
    const QByteArray data = m_reply->readAll();
    m_answerBytes += data.size();
    m_answer += QByteArrayView(data).first(std::min(data.size(), answerKept - m_answer.size()));
}

void UploadJob::onAnswerData()
{
    readAnswer();
    const bool isRefusal = status() >= 300;
    const bool mayEnd = isRefusal || m_state == State::Answering;
    if (mayEnd && m_answerBytes > answerLimit) {
        cutOff();
    } else if (isRefusal && !m_cutOffTimer) {
        m_cutOffTimer = m_clock.makeTimer([this] { cutOff(); });
        m_cutOffTimer->start(refusalTime);
    }
}

void UploadJob::cutOff()
{
    m_reply->disconnect(this);
    m_reply->abort(); // now it has its timings
    conclude(judge({}));
}

Error UploadJob::refusal(int status) const
{
    const QString reason = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString();
    const QUrl target = m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (status < 400 && !target.isEmpty()) {
        return {
            ErrorKind::RedirectRefused,
            QStringLiteral("the server redirects to %1 (%2); an upload is not sent twice: use that address")
                .arg(m_reply->url().resolved(target).toString(QUrl::RemoveUserInfo))
                .arg(status),
            status,
            {}};
    }
    return {ErrorKind::HttpStatus,
            QStringLiteral("the server answered %1 %2").arg(status).arg(reason).trimmed(),
            status,
            {}};
}

// The order of what Outcome::error documents.
Error UploadJob::judge(const Error &transportError) const
{
    const int code = status();
    const auto withStatus = [code](Error error) {
        error.httpStatus = error.kind == ErrorKind::None ? 0 : code;
        return error;
    };
    if (m_file->failure().kind != ErrorKind::None)
        return withStatus(m_file->failure());
    const bool isRedirectError = transportError.kind == ErrorKind::RedirectRefused
        || transportError.kind == ErrorKind::TooManyRedirects;
    if (code >= 300 && !isRedirectError)
        return refusal(code);
    if (transportError.kind != ErrorKind::None)
        return withStatus(transportError);
    if (m_reply->operation() != QNetworkAccessManager::PostOperation)
        return {
            ErrorKind::RedirectRefused, QStringLiteral("a redirect turned the upload into a GET"), code, {}};
    return withStatus(m_file->verifyUnchanged());
}

void UploadJob::cancel()
{
    if (isRunning())
        conclude({ErrorKind::Cancelled, QStringLiteral("the upload was cancelled"), 0, {}});
}

void UploadJob::conclude(const Error &error)
{
    Q_ASSERT_X(isRunning(), "UploadJob", "finished twice");
    m_state = State::Finished;
    Outcome outcome;
    outcome.error = error;
    if (m_body)
        outcome.sha256 = m_body->contentDigest();
    outcome.bytesSent = error.kind == ErrorKind::None ? m_fileBytes : m_sent;
    if (m_reply) {
        outcome.httpStatus = status();
        outcome.timings = m_reply->attribute(net::phaseTimingsAttribute).value<net::PhaseTimings>();
        outcome.retryAfter = net::parseRetryAfter(m_reply->rawHeader("Retry-After"), m_clock.wallNow());
        outcome.request = net::requestHeadOf(*m_reply, m_bodyBytes);
        outcome.answerHeaders = m_reply->rawHeaderPairs();
        outcome.serverMessage = answerText(m_answer, m_reply->rawHeader("Content-Type"));
        if (outcome.serverMessage.isEmpty())
            outcome.serverMessage = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString();
    }
    if (error.kind == ErrorKind::HttpStatus)
        outcome.error.detail = outcome.serverMessage;
    releaseReply();
    Q_EMIT finished(outcome);
}

void UploadJob::releaseReply()
{
    if (m_cutOffTimer)
        m_cutOffTimer->stop();
    if (m_pass) { // this may be within its signal
        m_pass->disconnect(this);
        if (m_message)
            m_message->body.release()->setParent(m_pass.get());
        m_message.reset();
        m_pass.release()->deleteLater();
    }
    if (!m_reply) {
        m_file = nullptr;
        return;
    }
    // Not deleted here: this may be within one of its signals. The body and the file go with it.
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    m_file = nullptr;
    m_body = nullptr;
    reply->disconnect(this);
    if (!reply->isFinished())
        reply->abort();
    reply->deleteLater();
}

} // namespace transfer
