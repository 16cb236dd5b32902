// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/auditcontext.h"

#include "core/base/format.h"
#include "core/experiment/auditredirect.h"
#include "core/experiment/auditsetting.h"
#include "core/net/rawconnection.h"
#include "core/net/retryafter.h"
#include "core/transfer/answertext.h"

#include <QCoreApplication>

#include <cmath>

namespace experiment {
namespace {

using namespace std::chrono_literals;
using base::Error;
using base::ErrorKind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(experiment::AuditContext)
};

constexpr auto earlyWait = 1s; // for an answer to a body that lacks its last byte
constexpr int tries = 3;
constexpr auto gap = 300ms;
constexpr int attemptsAskedForLess = 4;
constexpr auto firstWait = 1s; // where the server does not say for how long; twice as long each time
constexpr auto longestWait = 10s;
// Of what is held: a buffer that grows holds up to twice what is in it, so less than half is none.
constexpr double surelyHeld = 0.5;
constexpr double surelyNot = 0.25;
constexpr qsizetype mostWords = 120;

} // namespace

AuditFinding passed(const QString &evidence)
{
    return {{}, AuditOutcome::Pass, evidence, {}};
}

AuditFinding failed(const QString &evidence)
{
    return {{}, AuditOutcome::Fail, evidence, {}};
}

AuditFinding undecided(const QString &evidence)
{
    return {{}, AuditOutcome::Unknown, evidence, {}};
}

QString Exchanged::text() const
{
    if (error.kind != ErrorKind::None)
        return error.message;
    if (answer) {
        const QString reason = QString::fromUtf8(answer->head.reason());
        return QString::number(answer->status()) + (reason.isEmpty() ? QString() : u' ' + reason);
    }
    if (hasEnded)
        return Text::tr("no answer, and the connection ended");
    return Text::tr("no answer in %1").arg(base::formatDuration(took));
}

QString Exchanged::words(const net::SentSecrets &secrets) const
{
    if (!answer)
        return {};
    QString said = transfer::answerText(answer->body, answer->head.value("Content-Type"), secrets);
    if (said == text()) // as nginx's and Go's own pages do
        return {};
    if (said.size() > mostWords)
        said = said.left(mostWords) + u'…';
    return said.isEmpty() ? QString()
                          : Text::tr(" (“%1”)", "the server's words, behind its status").arg(said);
}

std::optional<bool> Held::isInMemory(qint64 bytes) const
{
    const double share = rise / static_cast<double>(bytes);
    if (isExact && share <= surelyNot)
        return false;
    const bool comesAndGoes = isExact || fall / static_cast<double>(bytes) >= surelyHeld;
    if (share >= surelyHeld && comesAndGoes)
        return true;
    return {};
}

AuditContext::AuditContext(Stage &stage, AuditPlan plan)
    : m_stage(stage)
    , m_plan(std::move(plan))
    , m_uploads(m_plan)
    , m_secrets(m_plan.target.endpoint.request())
    , m_begun(stage.clock().now())
{
}

bool AuditContext::begin(qint64 bodyBytes)
{
    const AuditBounds &bounds = m_plan.bounds;
    QString reached;
    if (m_requests + 1 > bounds.requests)
        reached = Text::tr("the bound of %1 requests is reached").arg(bounds.requests);
    else if (bodyBytes > bounds.body)
        reached = Text::tr("it takes more than the bound of %1 for a request")
                      .arg(base::formatBytes(static_cast<double>(bounds.body)));
    else if (m_bytes + bodyBytes > bounds.bytes)
        reached = Text::tr("the bound of %1 for all requests is reached")
                      .arg(base::formatBytes(static_cast<double>(bounds.bytes)));
    else if (m_stage.clock().now() - m_begun > bounds.time)
        reached = Text::tr("the bound of %1 for the audit is reached").arg(base::formatDuration(bounds.time));
    if (!reached.isEmpty())
        m_obstacle = {Obstacle::Kind::Bound, reached};
    if (m_obstacle.kind != Obstacle::Kind::None)
        return false;
    ++m_requests;
    m_bytes += bodyBytes;
    m_stage.addRequests(1);
    return true;
}

QCoro::Task<bool> AuditContext::whileMoving(net::RawConnection &connection, std::function<bool()> condition)
{
    qint64 sent = -1;
    bool holds = condition();
    const base::Steady until = m_begun + m_plan.bounds.time + m_plan.bounds.patience;
    while (!holds && connection.sent() > sent && !m_stage.isCancelled() && m_stage.clock().now() < until) {
        sent = connection.sent();
        holds = co_await m_stage.until(connection, condition, m_plan.bounds.patience);
    }
    co_return holds;
}

QCoro::Task<bool> AuditContext::awaitAnswer(net::RawConnection &connection)
{
    std::function<bool()> isOver = [&connection] { return connection.hasAnswer() || connection.hasEnded(); };
    const bool over = co_await whileMoving(connection, isOver);
    co_return over;
}

Exchanged AuditContext::resultOf(net::RawConnection &connection, base::Steady begun)
{
    Exchanged result;
    result.error = connection.error();
    if (result.error.kind != ErrorKind::None && m_obstacle.kind == Obstacle::Kind::None)
        m_obstacle = {Obstacle::Kind::NoConnection, Text::tr("no connection: %1").arg(result.error.message)};
    result.answer = connection.takeAnswer();
    result.isTakenByRedirect = !m_takenRedirect.isEmpty() && redirectShape(result.answer) == m_takenRedirect;
    if (result.asksForLess() && m_obstacle.kind == Obstacle::Kind::None) // says nothing of the request itself
        m_obstacle
            = {Obstacle::Kind::SendLess, Text::tr("the server asked to send less: %1").arg(result.text())};
    result.hasEnded = connection.hasEnded();
    result.sent = connection.sent();
    result.took = std::chrono::duration_cast<std::chrono::microseconds>(m_stage.clock().now() - begun);
    return result;
}

void AuditContext::takeRedirectsLike(const Exchanged &taken)
{
    m_takenRedirect = redirectShape(taken.answer);
}

QCoro::Task<bool> AuditContext::waitToTryAgain(Exchanged made, int attempt)
{
    if (!made.asksForLess() || attempt + 1 >= attemptsAskedForLess || m_stage.isCancelled()
        || m_obstacle.kind != Obstacle::Kind::SendLess)
        co_return false;
    const std::optional<std::chrono::seconds> asked = net::parseRetryAfter(
        made.answer->head.value("Retry-After"), made.answer->head.value("Date"), m_stage.clock().wallNow());
    const std::chrono::seconds wait = std::max(asked.value_or(firstWait * (1 << attempt)), firstWait);
    if (wait > longestWait)
        co_return false;
    co_await m_stage.pause(wait);
    m_obstacle = {};
    co_return !m_stage.isCancelled();
}

QCoro::Task<Exchanged> AuditContext::exchange(RawUpload upload, bool endsSending)
{
    for (int attempt = 0;; ++attempt) {
        const Exchanged made = co_await exchangeOnce(upload, endsSending);
        const bool isAgain = co_await waitToTryAgain(made, attempt);
        if (!isAgain)
            co_return made;
    }
}

QCoro::Task<Exchanged> AuditContext::exchangeOnce(RawUpload upload, bool endsSending)
{
    Exchanged none;
    none.error = {ErrorKind::TooLarge, Text::tr("not sent"), 0, {}};
    if (m_stage.isCancelled() || !begin(upload.bodyBytes()))
        co_return none;
    const base::Steady begun = m_stage.clock().now();
    net::RawConnection connection(endpoint());
    connection.open();
    upload.sendOn(connection);
    if (endsSending)
        connection.endSending();
    co_await awaitAnswer(connection);
    const Exchanged result = resultOf(connection, begun);
    giveBack(std::max<qint64>(0, upload.bodyBytes() - result.sent));
    co_return result;
}

QCoro::Task<Held> AuditContext::hold(RawUpload upload)
{
    for (int attempt = 0;; ++attempt) {
        const Held held = co_await holdOnce(upload);
        const bool isAgain = co_await waitToTryAgain(held.exchanged, attempt);
        if (!isAgain)
            co_return held;
    }
}

QCoro::Task<Held> AuditContext::holdOnce(RawUpload upload)
{
    Held held;
    held.exchanged.error = {ErrorKind::TooLarge, Text::tr("not sent"), 0, {}};
    const Sight before = co_await look();
    if (m_stage.isCancelled() || !begin(upload.bodyBytes()))
        co_return held;
    const base::Steady begun = m_stage.clock().now();
    net::RawConnection connection(endpoint());
    connection.open();
    upload.sendOn(connection, 1);
    std::function<bool()> isSent = [&connection] {
        return connection.hasAnswer() || connection.hasEnded() || connection.hasSentAll();
    };
    co_await whileMoving(connection, isSent);
    std::function<bool()> isOver = [&connection] { return connection.hasAnswer() || connection.hasEnded(); };
    held.isEarly = co_await m_stage.until(connection, isOver, earlyWait);
    if (!held.isEarly) {
        const Sight during = co_await look();
        held.rise = during.memory - before.memory;
        held.isExact = during.isExact;
        // A server that has given up meanwhile may have held it before.
        if (isOver() && held.rise < surelyHeld * static_cast<double>(upload.bodyBytes()))
            held.rise = Sight::unknown;
        connection.send(upload.after.last(1));
        co_await awaitAnswer(connection);
        held.exchanged = resultOf(connection, begun);
        const Sight afterwards = co_await look();
        held.fall = during.memory - afterwards.memory;
        co_return held;
    }
    held.exchanged = resultOf(connection, begun);
    giveBack(std::max<qint64>(0, upload.bodyBytes() - held.exchanged.sent));
    co_return held;
}

QCoro::Task<bool> AuditContext::isAlive()
{
    bool isTaken = false;
    for (int attempt = 0; attempt < tries && !isTaken && !m_stage.isCancelled(); ++attempt) {
        if (attempt > 0)
            co_await m_stage.pause(gap);
        const RawUpload upload = m_uploads.small();
        const Exchanged made = co_await exchange(upload);
        isTaken = made.isTaken();
    }
    co_return isTaken;
}

QCoro::Task<> AuditContext::discover()
{
    m_found = co_await m_stage.discover(m_plan.watch);
    if (m_found.found())
        m_reader = std::make_unique<FloorReader>(m_stage,
                                                 FloorReader::Target{m_plan.watch, m_found, m_plan.pid, {}});
}

QCoro::Task<Sight> AuditContext::lookAtService()
{
    Sight sight;
    if (m_reader) {
        const base::Result<FloorReading> floor = co_await m_reader->read();
        m_unseen = floor.ok() ? Error() : floor.error();
        if (!floor.ok())
            co_return sight;
        sight.isExact = m_reader->kind() == analysis::Reading::GoExact;
        const double own = std::isfinite(floor->rss) ? floor->rss : floor->heap;
        sight.memory = sight.isExact ? floor->heap : own;
        sight.goroutines = floor->afterGc.goroutines;
        sight.descriptors = floor->afterGc.descriptors;
        co_return sight;
    }
    if (m_plan.pid != 0) {
        const base::Result<ProcessReading> process = readProcess(m_plan.pid);
        m_unseen = process.ok() ? Error() : process.error();
        if (process.ok()) {
            sight.memory = static_cast<double>(process->anonymousRss - process->lazyFree);
            sight.descriptors = process->descriptors.all();
        }
    }
    co_return sight;
}

QCoro::Task<Sight> AuditContext::look()
{
    Sight sight = co_await lookAtService();
    if (!m_plan.folders.isEmpty()) {
        const WatchedFiles files = co_await m_stage.listFiles(m_plan.folders);
        sight.files = static_cast<double>(newFiles(files, m_oldFiles).size());
    }
    co_return sight;
}

QCoro::Task<Sight> AuditContext::lookAfresh()
{
    Sight sight = co_await lookAtService();
    if (!m_plan.folders.isEmpty()) {
        m_oldFiles = co_await m_stage.listFiles(m_plan.folders);
        sight.files = 0;
    }
    co_return sight;
}

QCoro::Task<Counts> AuditContext::counts()
{
    Counts told;
    if (m_reader) {
        const base::Result<Counts> read = co_await m_reader->counts();
        if (read.ok())
            told = *read;
        co_return told;
    }
    const base::Result<ProcessReading> process = readProcess(m_plan.pid);
    if (m_plan.pid != 0 && process.ok()) {
        told.descriptors = process->descriptors.all();
        told.threads = process->threads;
    }
    co_return told;
}

QString AuditContext::blindness() const
{
    if (m_unseen.kind != ErrorKind::None)
        return m_unseen.message;
    if (!m_reader && m_plan.pid == 0)
        return Text::tr("its memory is not watched%1", "how to set that, in brackets")
            .arg(markOf(AuditSetting::Metrics));
    return Text::tr("its memory does not show it: without collections on demand garbage is part of it");
}

} // namespace experiment
