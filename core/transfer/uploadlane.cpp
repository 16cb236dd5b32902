// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/uploadlane.h"

#include "core/transfer/nativepath.h"
#include "core/transfer/serverguard.h"
#include "core/transfer/stablefile.h"
#include "core/transfer/tusupload.h"
#include "core/transfer/uploadform.h"

#include <QCoreApplication>
#include <QNetworkReply>

#include <algorithm>

namespace transfer {
namespace {

using base::Error;
using base::ErrorKind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(transfer::UploadLane)
};

// Opening files may be slow, and thousands may have vanished: after so many the event loop gets its turn.
constexpr int startsAtOnce = 256;

Error addressTaken(const QUrl &address, const QString &other)
{
    return {
        ErrorKind::AddressTaken,
        Text::tr(
            "it was not sent: %1 is the address of another file already (%2), which it would replace there; "
            "give each an address of its own, by relative paths as names or by {n} or {uuid} in the address")
            .arg(address.toDisplayString(), printable(other)),
        0,
        {}};
}

} // namespace

UploadLane::UploadLane(UploadLine &line, QNetworkAccessManager &manager, base::Clock &clock)
    : m_line(line)
    , m_manager(manager)
    , m_clock(clock)
{
}

UploadLane::~UploadLane()
{
    for (const Attempt &attempt : m_running) {
        delete attempt.job;
        m_line.release();
    }
}

void UploadLane::schedulePump()
{
    if (std::exchange(m_isPumpScheduled, true))
        return;
    const auto run = [this] {
        m_isPumpScheduled = false;
        pump();
    };
    QMetaObject::invokeMethod(this, run, Qt::QueuedConnection);
}

void UploadLane::pump()
{
    if (std::exchange(m_isPumping, true))
        return;
    for (int started = 0;; ++started) {
        if (started == startsAtOnce) {
            schedulePump();
            break;
        }
        const std::optional<UploadLine::Taken> taken = m_line.take(static_cast<int>(m_running.size()));
        if (!taken)
            break;
        start(*taken);
    }
    m_isPumping = false;
}

void UploadLane::start(const UploadLine::Taken &taken)
{
    const auto &[upload, form] = taken;
    auto file = std::make_unique<StableFile>(upload.path);
    if (!file->open(QIODevice::ReadOnly)) {
        refuse(upload, file->failure());
        return;
    }
    const UploadLabel label{upload.name, upload.id.value, upload.key, upload.relativePath};
    if (form->method() == UploadMethod::Put) {
        const QUrl address = form->addressOf(label, file->nativePath());
        const QString other = m_line.addresses().claim(address, upload.id, upload.path);
        if (!other.isEmpty()) {
            refuse(upload, addressTaken(address, other));
            return;
        }
    }
    const Attempt attempt{upload.ticket, upload.id, UploadAttempt::make(*form, m_manager, m_clock).release(),
                          form, base::toUnixMs(m_clock.wallNow())};
    attempt.job->setParent(this);
    m_running.push_back(attempt);
    follow(attempt);
    attempt.job->setRateLimit(m_line.rate());
    AttemptEvent began = event(AttemptEvent::Kind::Began, attempt);
    began.timeMs = attempt.beganMs;
    began.bytes = file->size();
    began.file = file->stamp();
    began.form = form;
    attempt.job->start(*form, {std::move(file), label, upload.resume});
    Q_EMIT happened(began);
}

void UploadLane::refuse(const UploadLine::Waiting &upload, const Error &error)
{
    m_line.release();
    AttemptEvent ended = event(AttemptEvent::Kind::Ended, {upload.ticket, upload.id});
    UploadAttempt::Outcome outcome;
    outcome.error = error;
    ended.outcome = std::make_shared<const UploadAttempt::Outcome>(outcome);
    Q_EMIT happened(ended);
}

void UploadLane::follow(const Attempt &attempt)
{
    connect(attempt.job, &UploadAttempt::resumable, this,
            [this, attempt](const ResumePoint &point, qint64 bytes) {
                AttemptEvent resumable = event(AttemptEvent::Kind::Resumable, attempt);
                resumable.resume = point;
                resumable.bytes = bytes;
                Q_EMIT happened(resumable);
            });
    connect(attempt.job, &UploadAttempt::progressed, this, [this, attempt](qint64 sent) {
        AttemptEvent progressed = event(AttemptEvent::Kind::Progressed, attempt);
        progressed.bytes = sent;
        Q_EMIT happened(progressed);
    });
    connect(attempt.job, &UploadAttempt::bodySent, this,
            [this, ticket = attempt.ticket] { onBodySent(ticket); });
    connect(attempt.job, &UploadAttempt::finished, this,
            [this, attempt](const UploadAttempt::Outcome &outcome) { finish(attempt, outcome); });
}

void UploadLane::onBodySent(Ticket ticket)
{
    const auto attempt = std::ranges::find(m_running, ticket, &Attempt::ticket);
    attempt->isSent = true;
    Q_EMIT happened(event(AttemptEvent::Kind::BodySent, *attempt));
}

void UploadLane::finish(const Attempt &attempt, const UploadAttempt::Outcome &outcome)
{
    // A server that fails at once would see the whole line before anybody could hold it back: the queue says when to go on.
    const bool isStrained = ServerGuard::isStrain(outcome.error);
    if (isStrained)
        m_line.setStrained(true);
    if (outcome.error.kind == ErrorKind::None)
        m_line.noteAnswered(attempt.id, outcome.httpStatus, attempt.beganMs);
    remove(attempt.ticket);
    attempt.job->deleteLater();
    AttemptEvent ended = event(AttemptEvent::Kind::Ended, attempt);
    ended.outcome = std::make_shared<const UploadAttempt::Outcome>(outcome);
    ended.form = attempt.form;
    Q_EMIT happened(ended);
    if (!isStrained)
        pump();
}

void UploadLane::cancel(Ticket ticket)
{
    if (UploadAttempt *job = take(ticket))
        job->cancel();
}

void UploadLane::giveUp(Ticket ticket, Remains remains, const Farewell &farewell)
{
    const auto attempt = std::ranges::find(m_running, ticket, &Attempt::ticket);
    if (attempt == m_running.end())
        return;
    const Attempt givenUp = *attempt;
    UploadAttempt *job = take(ticket);
    if (remains == Remains::Kept)
        job->cancel();
    else
        hold(farewell, job->discard());
    if (!givenUp.isSent)
        m_line.addresses().release({givenUp.id});
}

void UploadLane::discard(const ResumePoint &remains, const Farewell &farewell)
{
    if (const auto form = m_line.form())
        hold(farewell, TusUpload::terminate(m_manager, *form, remains));
}

void UploadLane::hold(const Farewell &farewell, QNetworkReply *word)
{
    if (word)
        connect(word, &QNetworkReply::finished, this, [held = farewell]() mutable { held.reset(); });
}

UploadAttempt *UploadLane::take(Ticket ticket)
{
    const auto attempt = std::ranges::find(m_running, ticket, &Attempt::ticket);
    if (attempt == m_running.end())
        return nullptr;
    UploadAttempt *job = attempt->job;
    remove(ticket);
    job->disconnect(this);
    job->deleteLater();
    schedulePump();
    return job;
}

void UploadLane::remove(Ticket ticket)
{
    std::erase_if(m_running, [ticket](const Attempt &attempt) { return attempt.ticket == ticket; });
    m_line.release();
}

AttemptEvent UploadLane::event(AttemptEvent::Kind kind, const Attempt &attempt) const
{
    return {kind, attempt.ticket, attempt.id, m_clock.now(), base::toUnixMs(m_clock.wallNow()), 0, {}, {}, {},
            {}};
}

} // namespace transfer
