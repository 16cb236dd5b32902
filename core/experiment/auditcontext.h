// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/auditresult.h"
#include "core/experiment/floorreader.h"
#include "core/experiment/rawupload.h"
#include "core/net/rawanswer.h"
#include "core/net/sentsecrets.h"

#include <QCoroTask>

namespace experiment {

/// What became of one request.
struct Exchanged
{
    base::Error error; ///< Of connecting, or of a bound that forbids it; kind None: it was made.
    std::optional<net::RawAnswer> answer;
    bool isTakenByRedirect = false; ///< It says so like the first upload's.
    bool hasEnded = false; ///< By the server; without an answer it gave none.
    qint64 sent = 0; ///< Head included.
    std::chrono::microseconds took{0};

    [[nodiscard]] int status() const { return answer ? answer->status() : 0; }
    /// Web forms answer with a redirect to a page (POST, redirect, GET), see AuditContext::takeRedirectsLike().
    [[nodiscard]] bool isTaken() const { return answer && (answer->isSuccess() || isTakenByRedirect); }
    /// Led elsewhere than a form that was taken: to a page that may say anything, also why it was refused.
    [[nodiscard]] bool isUnclear() const { return status() >= 300 && status() < 400 && !isTakenByRedirect; }
    /// With an answer that is about the request. What came too slowly (408), or is one too many (429), may be right.
    [[nodiscard]] bool isRefused() const
    {
        return status() >= 400 && status() < 500 && status() != 408 && !asksForLess();
    }
    /// Of a limit of requests, or of a server that has no time: nginx' limit_req and many a proxy say so with 503.
    [[nodiscard]] bool asksForLess() const { return status() == 429 || status() == 503; }
    /// "201 Created", "no answer, and the connection ended", "no answer in 10 s".
    [[nodiscard]] QString text() const;
    /// What the server says with its answer: " (“a request may have 8 MiB”)"; empty for nothing.
    [[nodiscard]] QString words(const net::SentSecrets &secrets) const;
};

/// What can be seen of a server at rest. NaN: it cannot.
struct Sight
{
    static constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

    double memory = unknown; ///< Bytes; the heap in use after a collection, else the process's own memory.
    bool isExact = false; ///< The former: garbage is no part of it.
    double goroutines = unknown;
    double descriptors = unknown;
    double files = unknown; ///< Below the plan's folders, new since AuditContext::lookAfresh().
};

/// What was seen of a server while it held all but the last byte of a request.
struct Held
{
    Exchanged exchanged; ///< Of the whole request.
    bool isEarly = false; ///< Answer, or the connection's end, came without the last byte.
    double rise = Sight::unknown; ///< Of memory, while it was held.
    double fall = Sight::unknown; ///< From there to when it was over.
    bool isExact = false;

    /// Whether the server's memory held what it was sent. Memory of a process holds garbage, too, so that only what comes
    /// and goes with the request is told from it. Nothing: it cannot be seen.
    [[nodiscard]] std::optional<bool> isInMemory(qint64 bytes) const;
};

/// Why a request could not be made, or what it says is worth nothing.
struct Obstacle
{
    enum class Kind { None, Bound, NoConnection, SendLess };

    Kind kind = Kind::None;
    QString text;
};

/// Whether a request that is not over is seen at the service that is watched; see seekReach().
enum class Reach {
    Seen,
    Unseen, ///< Something between keeps what it is sent until it is whole, or another service is watched.
    NotCounted, ///< Nothing is told in which it would show.
    NotHeld, ///< It was over too soon to tell.
};

/// What the checks of an audit work with: requests within the plan's bounds, what is seen of the server, and what an earlier
/// check found out.
///
/// Thread: that of the stage, which outlives it.
class AuditContext final
{
    Q_DISABLE_COPY_MOVE(AuditContext)

public:
    /// Of body sizes, as far as they were tried.
    struct Limit
    {
        qint64 taken = 0; ///< The largest that was taken.
        qint64 refused = 0; ///< The smallest that was refused (4xx); 0: none was.
        /// The smallest that was neither: answered with an error of the server, or with the connection's end alone. That is
        /// no limit: a service that runs out of memory or disk does so as well. 0: there was none.
        qint64 broken = 0;
        Exchanged breaking; ///< What became of that one.
        /// One that was refused (4xx), but perhaps for the time that it took, see isRefusedForSize(). 0: there was none, or a
        /// limit of size is known all the same.
        qint64 late = 0;
        Exchanged lateness; ///< What became of that one.
        std::chrono::microseconds tolerated{0}; ///< A small body that took so long was taken.
        bool isSought = false;

        /// The smallest that was not taken, for whatever reason; 0: all were.
        [[nodiscard]] qint64 ceiling() const
        {
            return refused == 0 || broken == 0 ? std::max(refused, broken) : std::min(refused, broken);
        }
    };

    AuditContext(Stage &stage, AuditPlan plan);

    [[nodiscard]] const AuditPlan &plan() const { return m_plan; }
    [[nodiscard]] const net::Endpoint &endpoint() const { return m_plan.target.endpoint; }
    [[nodiscard]] Stage &stage() { return m_stage; }
    [[nodiscard]] RawUploads &uploads() { return m_uploads; }
    [[nodiscard]] const net::SentSecrets &secrets() const { return m_secrets; }
    [[nodiscard]] const metrics::DiscoveryReport &found() const { return m_found; }
    [[nodiscard]] int requests() const { return m_requests; }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] bool isLocal() const { return net::isLoopback(endpoint().url.host()); }
    Limit limit;
    std::optional<Reach> reach; ///< Once it was sought.

    /// Counts a request with so many bytes of body. False: a bound forbids it; obstacle() says which.
    [[nodiscard]] bool begin(qint64 bodyBytes);
    /// Bytes that were announced to begin(), and not sent after all.
    void giveBack(qint64 bytes) { m_bytes -= bytes; }
    /// Since it was last taken: why a request could not be made. What a check says of such ones is worth nothing.
    [[nodiscard]] Obstacle takeObstacle() { return std::exchange(m_obstacle, {}); }

    /// From here on a redirect like this answer's says that an upload was taken.
    void takeRedirectsLike(const Exchanged &taken);
    /// On a connection of its own. Answers are read while sending. `endsSending`: with a FIN after it. Made again where the
    /// server asks to send less.
    QCoro::Task<Exchanged> exchange(RawUpload upload, bool endsSending = false);
    /// The same, looking at the server before and when it has all but the last byte.
    QCoro::Task<Held> hold(RawUpload upload);
    /// Waits for an answer, or the end of the connection, as long as bytes move. Whether there is one of both.
    QCoro::Task<bool> awaitAnswer(net::RawConnection &connection);
    /// Of a connection whose answer was awaited.
    [[nodiscard]] Exchanged resultOf(net::RawConnection &connection, base::Steady begun);
    /// After a request's attempt, from 0: waits as long as the server asks for. Whether it did, and the request is to be
    /// made again; after some attempts, or asked for longer than is waited here, it is not.
    QCoro::Task<bool> waitToTryAgain(Exchanged made, int attempt);
    /// A small, right upload, up to three times: whether the server still takes it.
    QCoro::Task<bool> isAlive();

    /// Looks for metrics.
    QCoro::Task<> discover();
    QCoro::Task<Sight> look();
    /// The same; files are counted from here on, those that are there already left out for good.
    QCoro::Task<Sight> lookAfresh();
    /// What can be counted at this moment, files left out; all unknown where nothing is watched.
    QCoro::Task<Counts> counts();
    /// Why it cannot be seen what the server's memory does: ", for …".
    [[nodiscard]] QString blindness() const;

private:
    QCoro::Task<Exchanged> exchangeOnce(RawUpload upload, bool endsSending);
    QCoro::Task<Held> holdOnce(RawUpload upload);
    QCoro::Task<Sight> lookAtService();
    /// Until the condition holds, as long as bytes move. Whether it does.
    QCoro::Task<bool> whileMoving(net::RawConnection &connection, std::function<bool()> condition);

    Stage &m_stage;
    AuditPlan m_plan;
    RawUploads m_uploads;
    net::SentSecrets m_secrets;
    metrics::DiscoveryReport m_found;
    std::unique_ptr<FloorReader> m_reader;
    WatchedFiles m_oldFiles; ///< At the last lookAfresh().
    QByteArray m_takenRedirect; ///< Its redirectShape(); empty: no redirect means that.
    base::Error m_unseen; ///< Of the last look.
    Obstacle m_obstacle;
    base::Steady m_begun;
    int m_requests = 0;
    qint64 m_bytes = 0;
};

[[nodiscard]] AuditFinding passed(const QString &evidence);
[[nodiscard]] AuditFinding failed(const QString &evidence);
[[nodiscard]] AuditFinding undecided(const QString &evidence);

} // namespace experiment
