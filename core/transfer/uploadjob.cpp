// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/uploadjob.h"

#include "core/net/redirect.h"
#include "core/transfer/digestpass.h"
#include "core/transfer/formbody.h"
#include "core/transfer/nativepath.h"
#include "core/transfer/stablefile.h"

#include <QPointer>

//             start()                last byte is with the kernel
//    Idle ────────────► Sending ──────────────────────────────────► Answering
//                         │                                             │
//                         │ an early answer, a failure, cancel(),       │ an answer, a failure, cancel(),
//                         │ a file that could not be opened             │ an answer without an end
//                         ▼                                             ▼
//                      Finished ◄───────────────────────────────────────┘
//
// Each arrow into Finished goes through conclude(), which emits finished(). From there start() leads to Sending again, for
// another upload. The destructor leaves from any state in silence.

namespace transfer {

using base::Error;
using base::ErrorKind;

UploadJob::UploadJob(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent)
    : UploadAttempt(parent)
    , m_exchange(manager, clock)
{
    connect(&m_exchange, &Exchange::progressed, this, &UploadJob::onProgress);
    connect(&m_exchange, &Exchange::finished, this, &UploadJob::onAnswer);
}

UploadJob::~UploadJob() = default;

void UploadJob::start(const UploadForm &form, const QString &path, const QString &name, const QUuid &key)
{
    auto file = std::make_unique<StableFile>(path);
    if (file->open(QIODevice::ReadOnly)) {
        start(form, {std::move(file), {name.isEmpty() ? fileNameOf(path) : name, 0, key}, {}});
        return;
    }
    Q_ASSERT_X(m_state == State::Idle || suits(form), "UploadJob::start", "started twice");
    m_state = State::Sending;
    m_sent = 0;
    m_fileBytes = -1;
    const auto conclusion = [this, error = file->failure()] {
        if (isRunning())
            conclude(error, {});
    };
    QMetaObject::invokeMethod(this, conclusion, Qt::QueuedConnection);
}

void UploadJob::start(const UploadForm &form, Source source)
{
    Q_ASSERT_X(m_state == State::Idle || suits(form), "UploadJob::start", "started twice");
    Q_ASSERT(source.file->isOpen());
    m_state = State::Sending;
    m_sent = 0;
    m_fileBytes = source.file->size();
    m_exchange.setSecrets(form.secrets());
    m_file = source.file.get();
    m_message = std::make_unique<UploadForm::Message>(form.message(std::move(source.file), source.label));
    m_body = m_message->body.get();
    m_trailerBytes = m_message->trailerBytes;
    if (!form.wantsReprDigest()) {
        send();
        return;
    }
    m_pass = std::make_unique<DigestPass>(*m_body);
    connect(m_pass.get(), &DigestPass::finished, this, &UploadJob::onDigest);
    m_pass->start();
}

// One that had a pass over its file may be within a signal of that.
bool UploadJob::suits(const UploadForm &form) const
{
    return m_state == State::Finished && !m_pass && form.method() != UploadMethod::Tus;
}

void UploadJob::onDigest(const QByteArray &digest)
{
    if (digest.isEmpty()) {
        Error error = m_file->failure();
        if (error.kind == ErrorKind::None)
            error = {ErrorKind::FileUnreadable, tr("the file could not be read twice"), 0, {}};
        conclude(error, {});
        return;
    }
    m_message->request.setRawHeader("Repr-Digest", "sha-256=:" + digest.toBase64() + ':');
    send();
}

void UploadJob::send()
{
    m_exchange.send(m_message->verb, m_message->request, std::move(m_message->body));
    m_message.reset();
}

void UploadJob::onProgress(qint64 sent, qint64 total)
{
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

void UploadJob::onAnswer(const Exchange::Answer &answer)
{
    const bool isWhole = m_state == State::Answering || m_body->size() == 0;
    if (answer.error.kind != ErrorKind::RedirectRefused || !isWhole) {
        conclude(judge(answer), answer);
        return;
    }
    const QUrl asked = answer.request.url;
    const QUrl target = asked.resolved(QUrl::fromEncoded(answer.header("Location")));
    Exchange::Answer meant = answer;
    if (net::tellsOfResult(answer.status, asked, target)) {
        meant.error = {};
        meant.message
            = answer.secrets.struckFrom(tr("the result is at %1").arg(target.toString(QUrl::RemoveUserInfo)));
    }
    conclude(judge(meant), meant);
}

Error UploadJob::judge(const Exchange::Answer &answer) const
{
    Error error = m_file->failure();
    if (error.kind == ErrorKind::None)
        error = answer.error;
    if (error.kind == ErrorKind::None)
        error = m_file->verifyUnchanged();
    if (error.kind == ErrorKind::AnsweredEarly) {
        error.message = tr("the server answered %1 before the file was sent (%2 of %3 bytes)")
                            .arg(answer.status)
                            .arg(m_sent)
                            .arg(m_fileBytes);
    }
    if (error.kind == ErrorKind::ConnectionReset && answer.status == 0 && m_sent > 0) {
        error.message = tr("%1 (%2 of %3 bytes of the file were sent)")
                            .arg(error.message, QString::number(m_sent), QString::number(m_fileBytes));
    }
    if (error.kind == ErrorKind::None || answer.status > 0)
        error.httpStatus = error.kind == ErrorKind::None ? 0 : answer.status;
    return error;
}

void UploadJob::cancel()
{
    if (!isRunning())
        return;
    const Error error{ErrorKind::Cancelled, tr("the upload was cancelled"), 0, {}};
    conclude(error, m_exchange.abort(error));
}

void UploadJob::conclude(const Error &error, const Exchange::Answer &answer)
{
    Q_ASSERT_X(isRunning(), "UploadJob", "finished twice");
    m_state = State::Finished;
    Outcome outcome = outcomeOf(error, answer, error.kind == ErrorKind::None ? m_fileBytes : m_sent);
    if (m_body)
        outcome.sha256 = m_body->contentDigest();
    m_file = nullptr;
    m_body = nullptr;
    if (m_pass) // it would go on reading; this may be within its signal
        m_pass->disconnect(this);
    Q_EMIT finished(outcome); // in which the next one may begin
}

} // namespace transfer
