// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/database.h"
#include "core/session/keptrun.h"

#include <functional>

namespace session {

/// The history: every run with its result, in an SQLite file in WAL mode, beside the archive and apart from it. Several
/// programs may have it open and write at once. Nobody but the owner may read it (see privatefiles.h), and no secret is in it:
/// what is given to it must hold none.
///
/// What add() has added survives the end of this program at any instant; a power cut may take the last run, never the file's
/// integrity.
///
/// Thread: one, in which it is made, used and destroyed; every call blocks for as long as the disk takes. One of a file at a
/// time in a program: SQLite's locks are the process's. Errors of all calls: Malformed, where the file turns out to be
/// damaged, and WriteFailed.
class History final
{
    Q_DISABLE_COPY_MOVE(History)

public:
    /// What the documents of all runs take up at most, unless told otherwise.
    static constexpr qint64 usualRoom = 512LL * 1024 * 1024;
    /// What a person may set it to at least: a run or two.
    static constexpr qint64 leastRoom = 1024LL * 1024;

    enum class Use {
        /// To look and to tidy: there must be a file. One that is damaged stays as it is, and what can still be read of it is
        /// what there is to look at; one that cannot be written is there to look at, too. See isFixed().
        Existing,
        Making, ///< To add: makes what is not there, moves a damaged file aside, and keeps of it what can still be read.
    };

    explicit History(qint64 room = usualRoom);

    /// Once only. Checks the file as far as lists read it (documents are checked when they are read) and brings it up to date.
    /// The result says where a damaged file was moved, or is empty.
    /// Further errors: NotFound, there is no file; NewerVersion, NotAFile, FileUnreadable and InUse, which leave it as it is.
    [[nodiscard]] base::Result<QString> open(const QString &path, Use use);
    /// Nothing can be changed: every call that would gives the error that says why, and nothing of the file is touched.
    [[nodiscard]] bool isFixed() const { return m_whyFixed.kind != base::ErrorKind::None; }
    /// How many runs could still be read of a damaged file; see Salvage.
    [[nodiscard]] qint64 salvaged() const { return m_salvaged; }

    /// Keeps a run with its documents, all or nothing, and gives its id. Its `id` and `bytes` do not matter. Then the oldest
    /// runs without tag and note go, until what stays has room; never this one.
    [[nodiscard]] base::Result<qint64> add(const KeptRun &run, const RunDocuments &documents);

    /// Newest first, one after another: as many as there are take no more memory than one. `take` must not use the history.
    [[nodiscard]] base::Result<base::Done> each(const RunFilter &filter,
                                                const std::function<void(const KeptRun &)> &take);
    /// How many those are, but for the limit.
    [[nodiscard]] base::Result<qint64> count(const RunFilter &filter);
    /// NotFound: there is none with that id.
    [[nodiscard]] base::Result<KeptRun> find(qint64 id);
    /// The newest run's id; 0: there is none.
    [[nodiscard]] base::Result<qint64> last();
    /// NotFound: the run has none of that format, or is not there.
    [[nodiscard]] base::Result<QByteArray> document(qint64 id, const QString &format);
    /// In which formats the run has documents.
    [[nodiscard]] base::Result<QStringList> formats(qint64 id);
    /// Every tag that a run has, in the order of the alphabet.
    [[nodiscard]] base::Result<QStringList> tags();
    /// What the documents of all runs take up.
    [[nodiscard]] base::Result<qint64> bytesUsed();
    /// For add() from now on.
    void setRoom(qint64 room) { m_room = room; }

    /// All of them or, where one is not there (NotFound), none.
    [[nodiscard]] base::Result<base::Done> remove(const QList<qint64> &ids);
    /// The same, but restore() brings them back, until it is called once more or the history is closed: what is removed lies in
    /// a temporary file of SQLite's until then, which nobody else can open and which goes with this program.
    [[nodiscard]] base::Result<base::Done> removeForNow(const QList<qint64> &ids);
    /// What was removed for now the last time is there again, as it was. NotFound: there is nothing to bring back.
    [[nodiscard]] base::Result<base::Done> restore();
    /// Words without spaces, instead of those that it has. NotFound.
    [[nodiscard]] base::Result<base::Done> setTags(qint64 id, const QStringList &tags);
    /// NotFound.
    [[nodiscard]] base::Result<base::Done> setNote(qint64 id, const QString &note);

private:
    [[nodiscard]] base::Result<base::Done> openDatabase(Use use);
    [[nodiscard]] base::Result<QString> openToRead(const base::Error &why);
    [[nodiscard]] base::Result<QString> openCopy(const base::Error &damage);
    [[nodiscard]] base::Result<base::Done> check();
    /// The database's, once more where its log could not grow.
    [[nodiscard]] base::Result<base::Done> transact(const std::function<base::Result<base::Done>()> &body);
    [[nodiscard]] base::Result<base::Done> makeRoom(qint64 besides);
    [[nodiscard]] base::Result<base::Done> removeRows(const QList<qint64> &ids);
    [[nodiscard]] base::Result<base::Done> putAside(const QList<qint64> &ids);
    [[nodiscard]] base::Result<base::Done> update(const QByteArray &column, const QString &value, qint64 id);
    [[nodiscard]] base::Error noSuchRun(qint64 id) const;

    QString m_path;
    qint64 m_room;
    qint64 m_salvaged = 0;
    base::Error m_whyFixed; ///< Kind None: it is not.
    Database m_database;
};

/// "history.sqlite" in the user's data folder, where both programs keep their runs unless told otherwise.
[[nodiscard]] QString defaultHistoryPath();

} // namespace session
