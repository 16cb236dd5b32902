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
    const Attempt attempt{upload.ticket, upload.id, jobFor(*form), form, base::toUnixMs(m_clock.wallNow())};
    m_running.push_back(attempt);
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

UploadAttempt *UploadLane::jobFor(const UploadForm &form)
{
    while (!m_idle.empty()) {
        UploadAttempt *idle = m_idle.back();
        m_idle.pop_back();
        if (idle->suits(form))
            return idle;
        idle->deleteLater(); // this may be within its signal, too
    }
    UploadAttempt *job = UploadAttempt::make(form, m_manager, m_clock).release();
    job->setParent(this);
    job->setRateLimit(m_line.rate());
    follow(job);
    return job;
}

void UploadLane::follow(UploadAttempt *job)
{
    connect(job, &UploadAttempt::resumable, this, [this, job](const ResumePoint &point, qint64 bytes) {
        AttemptEvent resumable = event(AttemptEvent::Kind::Resumable, attemptOf(job));
        resumable.resume = point;
        resumable.bytes = bytes;
        Q_EMIT happened(resumable);
    });
    connect(job, &UploadAttempt::progressed, this, [this, job](qint64 sent) {
        AttemptEvent progressed = event(AttemptEvent::Kind::Progressed, attemptOf(job));
        progressed.bytes = sent;
        Q_EMIT happened(progressed);
    });
    connect(job, &UploadAttempt::bodySent, this, [this, job] {
        Attempt &attempt = attemptOf(job);
        attempt.isSent = true;
        Q_EMIT happened(event(AttemptEvent::Kind::BodySent, attempt));
    });
    connect(job, &UploadAttempt::finished, this,
            [this, job](const UploadAttempt::Outcome &outcome) { finish(job, outcome); });
}

UploadLane::Attempt &UploadLane::attemptOf(const UploadAttempt *job)
{
    return *std::ranges::find(m_running, job, &Attempt::job);
}

void UploadLane::finish(UploadAttempt *job, const UploadAttempt::Outcome &outcome)
{
    // A server that fails at once would see the whole line before anybody could hold it back: the queue says when to go on.
    const bool isStrained = ServerGuard::isStrain(outcome.error);
    if (isStrained)
        m_line.setStrained(true);
    if (outcome.error.kind == ErrorKind::None) {
        const Attempt &attempt = attemptOf(job);
        m_line.noteAnswered(attempt.id, outcome.httpStatus, attempt.beganMs);
    }
    const Attempt attempt = remove(job);
    if (job->suits(*attempt.form))
        m_idle.push_back(job);
    else
        job->deleteLater(); // this is its signal
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
    UploadAttempt *job = remove(attempt->job).job;
    job->disconnect(this);
    job->deleteLater();
    schedulePump();
    return job;
}

UploadLane::Attempt UploadLane::remove(const UploadAttempt *job)
{
    const auto at = std::ranges::find(m_running, job, &Attempt::job);
    Attempt removed = std::move(*at);
    m_running.erase(at);
    m_line.release();
    return removed;
}

AttemptEvent UploadLane::event(AttemptEvent::Kind kind, const Attempt &attempt) const
{
    return {kind, attempt.ticket, attempt.id, m_clock.now(), base::toUnixMs(m_clock.wallNow()), 0, {}, {}, {},
            {}};
}

} // namespace transfer
