// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/session/keptrun.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace session {

class History;

/// A part of the history, and how much there is besides.
struct RunList
{
    QList<KeptRun> runs; ///< Newest first.
    qint64 matching = 0; ///< To which the filter applies, but for its `limit` and `before`.
    qint64 all = 0;
    qint64 bytes = 0; ///< That all of them take up.
    QStringList tags; ///< Every one that a run has.
};

/// A run that was asked for with some of its documents.
struct OpenedRun
{
    KeptRun run;
    QStringList formats; ///< Of all documents that it has.
    RunDocuments documents; ///< Those that were asked for, as far as it has them.
};

/// The history for a window: History's calls block, so they are made in a thread of their own, one after the other in the
/// order in which they were asked for, and the answers come back later.
///
/// Thread: it lives in the one that makes it; keep() may be called from any. Ownership: the caller's. Its destructor waits
/// until all that was asked for is done, so that no run is lost at the end of the program; answers do not come any more then.
/// The file is opened when it is first needed: one that is damaged is moved aside only when there is a run to keep.
/// Answers come through the event loop, and only while their context is there. Errors: those of History.
class RunKeeper final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunKeeper)

public:
    /// Makes a run's documents, in the keeper's thread: that takes longer than a window may be kept waiting.
    using Make = std::function<RunToKeep()>;
    template <typename T>
    using Answer = std::function<void(const base::Result<T> &)>;

    /// `path`: of the file; empty: no history is kept, and no call does anything but list(), which finds nothing.
    explicit RunKeeper(QString path, QObject *parent = nullptr);
    ~RunKeeper() override;

    [[nodiscard]] bool isKeeping() const { return !m_path.isEmpty(); }
    [[nodiscard]] const QString &path() const { return m_path; }
    /// What the documents of all runs may take up from the next run on (see History::add()).
    void setRoom(qint64 room);

    /// `kept` or `notKept` follows.
    void keep(Make make);
    void list(const RunFilter &filter, QObject *context, Answer<RunList> answer);
    /// NotFound for a run that is not there any more.
    void open(qint64 id, const QStringList &formats, QObject *context, Answer<OpenedRun> answer);
    /// See History::removeForNow() and restore().
    void remove(const QList<qint64> &ids, QObject *context, Answer<base::Done> answer);
    void restore(QObject *context, Answer<base::Done> answer);
    void setTags(qint64 id, const QStringList &tags, QObject *context, Answer<base::Done> answer);
    void setNote(qint64 id, const QString &note, QObject *context, Answer<base::Done> answer);

Q_SIGNALS:
    void kept(const session::KeptRun &run);
    void notKept(const base::Error &error);
    /// The file was damaged: it is kept under this name, and a new one is begun with so many runs that could still be read.
    void movedAside(const QString &name, qint64 salvaged);

private:
    class Worker;
    template <typename T>
    void ask(std::function<base::Result<T>(Worker &)> work, QObject *context, Answer<T> answer);

    QString m_path;
    QThread m_thread;
    Worker *m_worker; ///< Lives in the thread, and goes with it.
};

} // namespace session
