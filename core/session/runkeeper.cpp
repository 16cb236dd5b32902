// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/runkeeper.h"

#include "core/base/handover.h"
#include "core/session/history.h"

#include <QFileInfo>
#include <QPointer>

namespace session {

using base::Done;
using base::Error;
using base::ErrorKind;
using base::Result;

// ---- In the thread ---------------------------------------------------------------------------------------

class RunKeeper::Worker final : public QObject
{
public:
    explicit Worker(QString path)
        : m_path(std::move(path))
    {
    }

    void setRoom(qint64 room)
    {
        m_room = room;
        if (m_history)
            m_history->setRoom(room);
    }
    struct Moved
    {
        QString name; ///< Where a damaged file was moved to; empty: there was none.
        qint64 salvaged = 0; ///< Runs of it that are in the new one.
    };
    Result<KeptRun> keep(const RunToKeep &run, Moved &moved);
    Result<RunList> list(const RunFilter &filter);
    Result<OpenedRun> open(qint64 id, const QStringList &formats);
    Result<Done> change(const std::function<Result<Done>(History &)> &what);

private:
    Result<QString> openHistory(History::Use use);

    QString m_path;
    qint64 m_room = History::usualRoom;
    std::unique_ptr<History> m_history; ///< Nullptr: not opened yet, or it could not be.
};

Result<QString> RunKeeper::Worker::openHistory(History::Use use)
{
    if (m_history && use == History::Use::Making && m_history->isFixed())
        m_history.reset(); // what is added to it would be lost
    if (m_history)
        return QString();
    auto history = std::make_unique<History>(m_room);
    const Result<QString> opened = history->open(m_path, use);
    if (opened)
        m_history = std::move(history);
    return opened;
}

Result<KeptRun> RunKeeper::Worker::keep(const RunToKeep &run, Moved &moved)
{
    const Result<QString> opened = openHistory(History::Use::Making);
    if (!opened)
        return opened.error();
    if (!opened->isEmpty())
        moved = {*opened, m_history->salvaged()};
    const Result<qint64> id = m_history->add(run.run, run.documents);
    return id ? m_history->find(*id) : id.error();
}

Result<RunList> RunKeeper::Worker::list(const RunFilter &filter)
{
    RunList list;
    if (!m_history && (m_path.isEmpty() || !QFileInfo::exists(m_path)))
        return list; // before the first run
    if (const auto opened = openHistory(History::Use::Existing); !opened)
        return opened.error();
    const auto read = m_history->each(filter, [&list](const KeptRun &run) { list.runs += run; });
    if (!read)
        return read.error();
    RunFilter whole = filter;
    whole.before = 0;
    const auto matching = m_history->count(whole);
    const auto all = m_history->count({});
    const auto bytes = m_history->bytesUsed();
    const auto tags = m_history->tags();
    for (const Error *error : {matching ? nullptr : &matching.error(), all ? nullptr : &all.error(),
                               bytes ? nullptr : &bytes.error(), tags ? nullptr : &tags.error()}) {
        if (error)
            return *error;
    }
    list.matching = *matching;
    list.all = *all;
    list.bytes = *bytes;
    list.tags = *tags;
    return list;
}

Result<OpenedRun> RunKeeper::Worker::open(qint64 id, const QStringList &formats)
{
    if (const auto opened = openHistory(History::Use::Existing); !opened)
        return opened.error();
    const auto run = m_history->find(id);
    if (!run)
        return run.error();
    const auto all = m_history->formats(id);
    if (!all)
        return all.error();
    OpenedRun opened{*run, *all, {}};
    for (const QString &format : formats) {
        if (!all->contains(format))
            continue;
        const auto document = m_history->document(id, format);
        if (!document)
            return document.error();
        opened.documents.emplace_back(format, *document);
    }
    return opened;
}

Result<Done> RunKeeper::Worker::change(const std::function<Result<Done>(History &)> &what)
{
    if (m_history && m_history->isFixed())
        m_history.reset(); // perhaps it is not any more
    const auto opened = openHistory(History::Use::Existing);
    return opened ? what(*m_history) : opened.error();
}

// ---- In the window's -------------------------------------------------------------------------------------

RunKeeper::RunKeeper(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_worker(new Worker(m_path))
{
    m_thread.setObjectName(QStringLiteral("history"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

RunKeeper::~RunKeeper()
{
    // Behind all that was asked for.
    base::post(m_worker, [this] { m_thread.quit(); });
    m_thread.wait();
}

/// `work` is done in the thread.
template <typename T>
void RunKeeper::ask(std::function<Result<T>(Worker &)> work, QObject *context, Answer<T> answer)
{
    base::post(
        m_worker,
        [this, work = std::move(work), context = QPointer<QObject>(context), answer = std::move(answer)] {
            base::post(this, [context, answer, result = work(*m_worker)] {
                if (context)
                    answer(result);
            });
        });
}

void RunKeeper::setRoom(qint64 room)
{
    base::post(m_worker, [this, room] { m_worker->setRoom(room); });
}

void RunKeeper::keep(Make make)
{
    if (!isKeeping())
        return;
    base::post(m_worker, [this, make = std::move(make)] {
        Worker::Moved moved;
        const Result<KeptRun> run = m_worker->keep(make(), moved);
        base::post(this, [this, run, moved] {
            if (!moved.name.isEmpty())
                Q_EMIT movedAside(moved.name, moved.salvaged);
            if (run)
                Q_EMIT kept(*run);
            else
                Q_EMIT notKept(run.error());
        });
    });
}

void RunKeeper::list(const RunFilter &filter, QObject *context, Answer<RunList> answer)
{
    ask<RunList>([filter](Worker &worker) { return worker.list(filter); }, context, std::move(answer));
}

void RunKeeper::open(qint64 id, const QStringList &formats, QObject *context, Answer<OpenedRun> answer)
{
    ask<OpenedRun>([id, formats](Worker &worker) { return worker.open(id, formats); }, context,
                   std::move(answer));
}

void RunKeeper::remove(const QList<qint64> &ids, QObject *context, Answer<Done> answer)
{
    ask<Done>(
        [ids](Worker &worker) {
            return worker.change([&ids](History &history) { return history.removeForNow(ids); });
        },
        context, std::move(answer));
}

void RunKeeper::restore(QObject *context, Answer<Done> answer)
{
    ask<Done>(
        [](Worker &worker) { return worker.change([](History &history) { return history.restore(); }); },
        context, std::move(answer));
}

void RunKeeper::setTags(qint64 id, const QStringList &tags, QObject *context, Answer<Done> answer)
{
    ask<Done>(
        [id, tags](Worker &worker) {
            return worker.change([&](History &history) { return history.setTags(id, tags); });
        },
        context, std::move(answer));
}

void RunKeeper::setNote(qint64 id, const QString &note, QObject *context, Answer<Done> answer)
{
    ask<Done>(
        [id, note](Worker &worker) {
            return worker.change([&](History &history) { return history.setNote(id, note); });
        },
        context, std::move(answer));
}

} // namespace session
