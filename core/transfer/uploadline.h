// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/attemptjournal.h"
#include "core/transfer/claimedaddresses.h"
#include "core/transfer/ratelimit.h"

#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <vector>

namespace transfer {

class UploadForm;

/// One attempt at one upload, from the moment at which it joins the line. A retry is another one.
using Ticket = quint64;

/// The line in which uploads wait for a lane of their UploadQueue, and how many may be under way in all lanes together.
///
/// Thread-safe: the queue fills it, and every lane takes from it whenever it has room, without asking the queue.
class UploadLine final
{
public:
    struct Waiting
    {
        Ticket ticket = 0; ///< Given by the line; never 0 for one that waits.
        UploadId id;
        QString path;
        QString name;
        QUuid key;
        int attempt = 1; ///< Of this upload, from 1.
        ResumePoint resume = {}; ///< Of a broken-off attempt.
        QString relativePath = {};
        qint64 bytes = -1; ///< As it was when it joined.
    };
    struct Taken
    {
        Waiting upload;
        std::shared_ptr<const UploadForm> form;
    };

    /// The clock must outlive it.
    explicit UploadLine(const base::Clock &clock);

    /// Joins the end of the line; the end of its beginning, if `first`: before all that did not say so.
    Ticket append(UploadId id, const QString &path, const QString &name, const QUuid &key = {},
                  int attempt = 1, const ResumePoint &resume = {}, const QString &relativePath = {},
                  bool first = false, qint64 bytes = -1);
    /// Leaves the line. False: it is not in it any more; a lane has it, or it is back in a moment, because it could not be
    /// noted.
    bool withdraw(Ticket ticket);
    /// After that: in the second case it does not come back.
    void forsake(Ticket ticket);

    /// What uploads are sent with that are taken from now on; before the first one none is.
    void setForm(std::shared_ptr<const UploadForm> form);
    [[nodiscard]] std::shared_ptr<const UploadForm> form() const;
    /// Under way at once, in all lanes; at least 1, at first 4.
    void setLimit(int limit);
    [[nodiscard]] int limit() const;
    /// While held, none is taken.
    void setHeld(bool on);
    /// The same, by a lane that has seen a sign of strain (ServerGuard), until the queue has heard of it.
    void setStrained(bool on);
    /// While probing, the next one is the server's trial (ServerGuard): of those with the fewest attempts the smallest. None
    /// of them is one for ever then. Those at the beginning of the line stay before all others.
    void setProbing(bool on);
    /// Of those that take from it; at first 1. Each gets an equal share of the limit at most, so that none has all the work.
    void setLanes(int lanes);
    [[nodiscard]] qsizetype size() const;
    /// Under way in all lanes, told or not.
    [[nodiscard]] int running() const;
    /// Hears of every upload that is taken, before it is handed out; nullptr: nobody does. It must outlive the line, or be
    /// taken back before it goes.
    void setJournal(AttemptJournal *journal);
    /// The last id of which the archive knows, if there is one: what comes behind is not taken, because a journal that names
    /// what nobody knows would be of no use. At first every id counts as known.
    void setKept(UploadId last);
    /// Lets the journal forget if nothing is under way and as many wait as `waiting`, so that none was taken of which the
    /// caller does not know.
    void settleJournal(qsizetype waiting);
    /// Of all uploads together, those that are under way when it is set included.
    [[nodiscard]] RateLimit &rate() { return m_rate; }
    /// Of the uploads that were taken, or have been stored before, and are not forgotten.
    [[nodiscard]] ClaimedAddresses &addresses() { return m_addresses; }

    /// The journal hears that the server has taken it, in an attempt that began then, in Unix milliseconds. Before release().
    void noteAnswered(UploadId id, int httpStatus, qint64 startedAtMs);
    /// The first one, for a lane that has `running` under way; nothing if there is none, or no room. Whoever takes one says
    /// release() at its end.
    [[nodiscard]] std::optional<Taken> take(int running);
    void release();

private:
    [[nodiscard]] bool hasRoom(int running) const;
    [[nodiscard]] std::map<Ticket, Waiting>::iterator next();

    RateLimit m_rate;
    ClaimedAddresses m_addresses;
    mutable std::mutex m_mutex; ///< Of all that follows but the journal.
    using Row = std::map<Ticket, Waiting>; ///< Tickets rise: the first one has waited longest.
    Row m_first; ///< Before m_line.
    Row m_line;
    std::vector<Ticket> m_beingNoted; ///< Taken, and back in their row if they cannot be noted.
    std::shared_ptr<const UploadForm> m_form;
    UploadId m_kept{std::numeric_limits<quint64>::max()};
    Ticket m_last = 0;
    int m_limit = 4;
    int m_lanes = 1;
    int m_running = 0; ///< In all lanes.
    bool m_isHeld = false;
    bool m_isStrained = false;
    bool m_isProbing = false;
    /// Of the journal, shared by those who write into it. They do not hold m_mutex: writing is a system call, at whose end a
    /// thread may lose its core, and every lane would wait until it has one again.
    std::shared_mutex m_journalMutex;
    AttemptJournal *m_journal = nullptr;
};

} // namespace transfer
