// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/history.h"

#include "core/session/damagedfile.h"
#include "core/session/folderlock.h"
#include "core/session/historyschema.h"
#include "core/session/packing.h"
#include "core/session/privatefiles.h"
#include "core/session/salvage.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <limits>

namespace session {
namespace {

using base::Done;
using base::Error;
using base::ErrorKind;
using base::Result;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(session::History)
};

QString storeName()
{
    return Text::tr("history");
}

constexpr auto columns = "id, command, server, startedAtMs, seconds, verdict, sentence, tags, note, bytes";
constexpr auto filtered = " FROM runs WHERE (?1 = '' OR instr(server, ?1) > 0) AND (?2 = '' OR command = ?2)"
                          " AND (?3 = '' OR instr(tags, ?3) > 0) AND id < ?4 AND startedAtMs <> ?5";

/// As the table has them: each is found between two spaces.
QString tagsKept(const QStringList &tags)
{
    return tags.isEmpty() ? QString() : u' ' + tags.join(u' ') + u' ';
}

KeptRun runOf(const Statement &row)
{
    KeptRun run;
    run.id = row.number(0);
    run.command = row.text(1);
    run.server = row.text(2);
    run.startedAtMs = row.number(3);
    run.seconds = row.real(4);
    run.verdict = row.text(5);
    run.sentence = row.text(6);
    run.tags = row.text(7).split(u' ', Qt::SkipEmptyParts);
    run.note = row.text(8);
    run.bytes = row.number(9);
    return run;
}

void addFilter(Statement &statement, const RunFilter &filter)
{
    statement.add(filter.server).add(filter.command);
    statement.add(filter.tag.isEmpty() ? QString() : tagsKept({filter.tag}));
    statement.add(filter.before > 0 ? filter.before : std::numeric_limits<qint64>::max());
    statement.add(filter.exceptStartedAtMs > 0 ? filter.exceptStartedAtMs : -1);
}

} // namespace

History::History(qint64 room)
    : m_room(room)
    , m_database(storeName())
{
}

// ---- Opening ---------------------------------------------------------------------------------------------

Result<QString> History::open(const QString &path, Use use)
{
    m_path = path;
    const QString folder = QFileInfo(path).absolutePath();
    if (use == Use::Existing && !QFileInfo::exists(path))
        return Error{ErrorKind::NotFound, Text::tr("there is no history %1").arg(path), 0, {}};
    if (use == Use::Making && !QDir().mkpath(folder))
        return Error{ErrorKind::WriteFailed, Text::tr("the folder %1 cannot be made").arg(folder), 0, {}};
    FolderLock lock;
    if (const auto taken = lock.take(folder); !taken)
        return taken.error();
    if (const auto done = refuseForeignFile(path, storeName()); !done)
        return done.error();
    const bool hasLog = QFileInfo(path + QStringLiteral("-wal")).size() > 0;
    Result<Done> opened = openDatabase(use);
    if (opened)
        return QString();
    if (use == Use::Existing && opened.error().kind == ErrorKind::WriteFailed)
        return openToRead(opened.error());
    if (opened.error().kind != ErrorKind::Malformed)
        return opened.error();
    if (use == Use::Making || hasLog)
        m_database.leaveAsItIs(); // or closing would write what is in the log into the damaged file
    m_database.close();
    if (use == Use::Existing)
        return openCopy(opened.error());
    makePrivate(path);
    Result<QString> moved = setAside(path, storeName());
    if (!moved)
        return moved;
    opened = openDatabase(use);
    if (!opened)
        return opened.error();
    // Where that fails, the disk being full, say, all of it is still in the file that was moved.
    const Result<qint64> salvaged = Salvage(*moved, m_database).run();
    m_salvaged = salvaged ? *salvaged : 0;
    return moved;
}

/// Where nothing can be written, the disk being full, say, all that there is can be looked at.
Result<QString> History::openToRead(const Error &why)
{
    m_database.close();
    Result<Done> opened = m_database.openToRead(m_path);
    if (opened)
        opened = check();
    const auto version = opened ? m_database.number("PRAGMA user_version") : opened.error();
    if (!version || *version != static_cast<qint64>(historyschema::migrations().size()))
        return why; // an earlier one would have to be brought up to date
    m_whyFixed = why;
    return QString();
}

/// What can still be read of the damaged file, in one of SQLite's own that goes with this object.
Result<QString> History::openCopy(const Error &damage)
{
    Result<Done> made = m_database.open(QString());
    if (made)
        made = schema::migrate(m_database, historyschema::migrations());
    const Result<qint64> salvaged = made ? Salvage(m_path, m_database).run() : made.error();
    if (!salvaged || *salvaged == 0) {
        m_database.close();
        return damage;
    }
    m_salvaged = *salvaged;
    m_whyFixed = damage;
    m_whyFixed.message
        = Text::tr(
              "the history %1 is damaged: what can still be read of it is shown, and nothing of it can be "
              "changed before the next run that is kept sets it aside")
              .arg(m_path);
    return QString();
}

Result<Done> History::openDatabase(Use use)
{
    if (use == Use::Making)
        makePrivately(m_path);
    Result<Done> done = m_database.open(m_path);
    if (done)
        done = check();
    if (done)
        makePrivate(m_path); // not before it is known to be a history
    for (const char *statement :
         {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA foreign_keys = ON"}) {
        if (done)
            done = m_database.run(statement);
    }
    if (done)
        done = schema::migrate(m_database, historyschema::migrations());
    if (done || done.error().kind != ErrorKind::WriteFailed)
        return done;
    Error error = done.error(); // be it of the "-shm", without which nothing can be read either
    error.message = Text::tr("%1 (%2)", "why; the file").arg(error.message, m_path);
    const QString folder = QFileInfo(m_path).absolutePath();
    if (!QFileInfo(folder).isWritable())
        error.message = Text::tr("%1; the folder %2 takes no files").arg(error.message, folder);
    return error;
}

// Nothing of it writes into a file that is not a history, or not one of this version.
Result<Done> History::check()
{
    const auto application = m_database.number("PRAGMA application_id");
    if (!application)
        return application.error();
    const auto tables = m_database.number("SELECT count(*) FROM sqlite_schema");
    if (!tables)
        return tables.error();
    if (*tables == 0) {
        // Before anything else is written: what is removed later gives its room back.
        const auto done = m_database.run("PRAGMA auto_vacuum = INCREMENTAL");
        return done
            ? m_database.run("PRAGMA application_id = " + QByteArray::number(historyschema::applicationId))
            : done;
    }
    if (*application != historyschema::applicationId) // not damaged: healthy, and somebody else's
        return Error{ErrorKind::NotAFile,
                     Text::tr("%1 is a database of another kind; name another file").arg(m_path),
                     0,
                     {}};
    const auto version = m_database.number("PRAGMA user_version");
    if (version && *version > static_cast<qint64>(historyschema::migrations().size()))
        return schema::migrate(m_database, historyschema::migrations()); // says so
    // Of the documents zlib's checksums tell, when they are read: here all of them would be.
    Statement quick(m_database, "PRAGMA quick_check(runs)");
    if (const auto row = quick.next(); !row)
        return row.error();
    if (const QString said = quick.text(0); said != QLatin1StringView("ok"))
        return damageOf(storeName(), said);
    return Done();
}

Result<Done> History::transact(const std::function<Result<Done>()> &body)
{
    if (isFixed())
        return m_whyFixed;
    const Result<Done> done = m_database.transact(body);
    if (done || done.error().kind != ErrorKind::WriteFailed)
        return done;
    // A "-wal" that cannot grow any more begins anew when all of it is in the file.
    return m_database.run("PRAGMA wal_checkpoint(RESTART)") ? m_database.transact(body) : done;
}

// ---- Writing ---------------------------------------------------------------------------------------------

Result<qint64> History::add(const KeptRun &run, const RunDocuments &documents)
{
    RunDocuments packed; // before others have to wait
    qint64 bytes = 0;
    for (const auto &[format, content] : documents) {
        packed.emplace_back(format, pack(content));
        bytes += packed.back().second.size();
    }
    qint64 id = 0;
    const auto done = transact([&]() -> Result<Done> {
        Statement insertion(m_database,
                            "INSERT INTO runs (command, server, startedAtMs, seconds, verdict, sentence, "
                            "tags, note, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insertion.add(run.command).add(run.server).add(run.startedAtMs).add(run.seconds);
        insertion.add(run.verdict).add(run.sentence).add(tagsKept(run.tags)).add(run.note).add(bytes);
        if (const auto inserted = insertion.execute(); !inserted)
            return inserted;
        id = m_database.lastRow();
        Statement document(m_database,
                           "INSERT INTO documents (run, format, size, content) VALUES (?, ?, ?, ?)");
        for (size_t i = 0; i < packed.size(); ++i) {
            document.add(id).add(packed[i].first).add(qint64{documents[i].second.size()});
            if (const auto inserted = document.add(packed[i].second).execute(); !inserted)
                return inserted;
        }
        return makeRoom(id);
    });
    if (!done)
        return done.error();
    (void)m_database.run("PRAGMA incremental_vacuum"); // what went is room on the disk again
    return id;
}

/// The oldest go until the rest has room.
Result<Done> History::makeRoom(qint64 besides)
{
    const auto all = bytesUsed();
    if (!all)
        return all.error();
    qint64 tooMany = *all - m_room;
    QList<qint64> ids;
    Statement oldest(m_database,
                     "SELECT id, bytes FROM runs WHERE tags = '' AND note = '' AND id <> ? ORDER BY id");
    oldest.add(besides);
    while (tooMany > 0) {
        const auto row = oldest.next();
        if (!row)
            return row.error();
        if (!*row)
            break;
        ids += oldest.number(0);
        tooMany -= oldest.number(1);
    }
    Statement deletion(m_database, "DELETE FROM runs WHERE id = ?");
    for (const qint64 id : std::as_const(ids)) {
        if (const auto gone = deletion.add(id).execute(); !gone)
            return gone;
    }
    return Done();
}

Result<Done> History::remove(const QList<qint64> &ids)
{
    const auto done = transact([&] { return removeRows(ids); });
    if (done)
        (void)m_database.run("PRAGMA incremental_vacuum");
    return done;
}

Result<Done> History::removeRows(const QList<qint64> &ids)
{
    Statement deletion(m_database, "DELETE FROM main.runs WHERE id = ?");
    for (const qint64 id : ids) {
        if (const auto gone = deletion.add(id).execute(); !gone)
            return gone;
        if (m_database.rowsChanged() == 0)
            return noSuchRun(id);
    }
    return Done();
}

Result<Done> History::removeForNow(const QList<qint64> &ids)
{
    const auto done = transact([&] {
        const auto aside = putAside(ids);
        return aside ? removeRows(ids) : aside;
    });
    if (done)
        (void)m_database.run("PRAGMA incremental_vacuum");
    return done;
}

/// Copies them, documents included, in the place of those that were put aside before.
Result<Done> History::putAside(const QList<qint64> &ids)
{
    for (const char *statement :
         {"CREATE TEMP TABLE IF NOT EXISTS asideRuns AS SELECT * FROM main.runs WHERE 0",
          "CREATE TEMP TABLE IF NOT EXISTS asideDocuments AS SELECT * FROM main.documents WHERE 0",
          "DELETE FROM asideRuns", "DELETE FROM asideDocuments"}) {
        if (const auto done = m_database.run(statement); !done)
            return done;
    }
    Statement runs(m_database, "INSERT INTO asideRuns SELECT * FROM main.runs WHERE id = ?");
    Statement documents(m_database, "INSERT INTO asideDocuments SELECT * FROM main.documents WHERE run = ?");
    for (const qint64 id : ids) {
        if (const auto copied = runs.add(id).execute(); !copied)
            return copied;
        if (const auto copied = documents.add(id).execute(); !copied)
            return copied;
    }
    return Done();
}

Result<Done> History::restore()
{
    const auto there = m_database.number("SELECT count(*) FROM temp.sqlite_schema WHERE name = 'asideRuns'");
    if (!there)
        return there.error();
    return transact([&]() -> Result<Done> {
        const auto aside = *there > 0 ? m_database.number("SELECT count(*) FROM asideRuns") : there;
        if (!aside)
            return aside.error();
        if (*aside == 0)
            return Error{ErrorKind::NotFound, Text::tr("no run was removed for now"), 0, {}};
        for (const char *statement : {"INSERT INTO main.runs SELECT * FROM asideRuns",
                                      "INSERT INTO main.documents SELECT * FROM asideDocuments",
                                      "DELETE FROM asideRuns", "DELETE FROM asideDocuments"}) {
            if (const auto done = m_database.run(statement); !done)
                return done;
        }
        return Done();
    });
}

Result<Done> History::setTags(qint64 id, const QStringList &tags)
{
    return update("tags", tagsKept(tags), id);
}

Result<Done> History::setNote(qint64 id, const QString &note)
{
    return update("note", note, id);
}

Result<Done> History::update(const QByteArray &column, const QString &value, qint64 id)
{
    if (isFixed())
        return m_whyFixed;
    Statement update(m_database, "UPDATE runs SET " + column + " = ? WHERE id = ?");
    if (const auto done = update.add(value).add(id).execute(); !done)
        return done;
    return m_database.rowsChanged() > 0 ? Result<Done>(Done()) : noSuchRun(id);
}

// ---- Reading ---------------------------------------------------------------------------------------------

Result<Done> History::each(const RunFilter &filter, const std::function<void(const KeptRun &)> &take)
{
    Statement query(m_database, QByteArray("SELECT ") + columns + filtered + " ORDER BY id DESC LIMIT ?");
    addFilter(query, filter);
    query.add(filter.limit > 0 ? filter.limit : qint64{-1});
    for (;;) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            return Done();
        take(runOf(query));
    }
}

Result<qint64> History::count(const RunFilter &filter)
{
    Statement query(m_database, QByteArray("SELECT count(*)") + filtered);
    addFilter(query, filter);
    if (const auto row = query.next(); !row)
        return row.error();
    return query.number(0);
}

Result<KeptRun> History::find(qint64 id)
{
    Statement query(m_database, QByteArray("SELECT ") + columns + " FROM runs WHERE id = ?");
    const auto row = query.add(id).next();
    if (!row)
        return row.error();
    return *row ? Result<KeptRun>(runOf(query)) : noSuchRun(id);
}

Result<qint64> History::last()
{
    return m_database.number("SELECT max(id) FROM runs");
}

Result<QByteArray> History::document(qint64 id, const QString &format)
{
    Statement query(m_database, "SELECT size, content FROM documents WHERE run = ? AND format = ?");
    const auto row = query.add(id).add(format).next();
    if (!row)
        return row.error();
    if (!*row)
        return Error{
            ErrorKind::NotFound, Text::tr("no %1 is kept of run %2").arg(format, QString::number(id)), 0, {}};
    const auto content = unpack(query.bytes(1), query.number(0));
    if (!content)
        return Error{ErrorKind::Malformed,
                     Text::tr("what is kept of run %1 is damaged (%2)").arg(QString::number(id), format),
                     0,
                     {}};
    return *content;
}

Result<QStringList> History::formats(qint64 id)
{
    Statement query(m_database, "SELECT format FROM documents WHERE run = ? ORDER BY format");
    query.add(id);
    QStringList formats;
    for (;;) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            return formats;
        formats += query.text(0);
    }
}

Result<QStringList> History::tags()
{
    Statement query(m_database, "SELECT DISTINCT tags FROM runs WHERE tags <> ''");
    QStringList tags;
    for (;;) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            break;
        tags += query.text(0).split(u' ', Qt::SkipEmptyParts);
    }
    tags.sort(Qt::CaseInsensitive);
    tags.removeDuplicates();
    return tags;
}

Result<qint64> History::bytesUsed()
{
    return m_database.number("SELECT coalesce(sum(bytes), 0) FROM runs");
}

Error History::noSuchRun(qint64 id) const
{
    return {
        ErrorKind::NotFound, Text::tr("there is no run %1 in %2").arg(QString::number(id), m_path), 0, {}};
}

QString defaultHistoryPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
        + QStringLiteral("/history.sqlite");
}

} // namespace session
