// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/killedjob.h"

#include "core/session/archivefile.h"
#include "core/session/database.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QTemporaryDir>

#include <csignal>

#include <unistd.h>

using support::UploadStats;
using transfer::UploadRecord;
using transfer::UploadState;

namespace {

constexpr quint8 seed = 7;
constexpr int glance = 500; // µs

qint64 sizeOf(int file)
{
    if (file % 40 == 7)
        return 3 * 1024 * 1024 + file; // some that take a while
    return 512 + 977 * (file % 50);
}

/// PRAGMA integrity_check, the thorough one.
QString integrityOf(const QString &path)
{
    session::Database db;
    if (const auto opened = db.open(path); !opened)
        return opened.error().message;
    const auto damages
        = db.number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'");
    if (!damages)
        return damages.error().message;
    return *damages > 0 ? QStringLiteral("%1 damages").arg(*damages) : QString();
}

} // namespace

QString KilledJob::prepare(int files)
{
    if (!m_server.start())
        return m_server.failure();
    for (int i = 0; i < files; ++i) {
        m_names << QStringLiteral("%1.bin").arg(i, 4, 10, QLatin1Char('0'));
        m_files.makeFile(QStringLiteral("files/") + m_names.last(), sizeOf(i), seed);
    }
    return {};
}

bool KilledJob::runUntil(std::chrono::microseconds instant)
{
    m_cli.start({QStringLiteral("upload"), QStringLiteral("--resume"), QStringLiteral("--archive"),
                 m_files.path(QStringLiteral("archive.sqlite")), QStringLiteral("--to"),
                 m_server.url(QStringLiteral("/pattern?seed=%1&delay=5").arg(seed)).toString(),
                 m_files.path(QStringLiteral("files"))});
    const QDeadlineTimer deadline(instant, Qt::PreciseTimer);
    while (m_cli.isRunning() && !deadline.hasExpired())
        m_cli.waitABit(std::chrono::microseconds(glance));
    const bool wasRunning = m_cli.isRunning();
    if (wasRunning)
        m_cli.send(SIGKILL);
    m_result = m_cli.finish();
    // What the kernel had of its connections is read by the server even now.
    comesTrue([this] { return m_server.stats().open == 0; });
    return wasRunning && m_result.exitCode == -1;
}

session::ArchivedRun KilledJob::readArchive(QStringList &complaints) const
{
    const QString path = m_files.path(QStringLiteral("archive.sqlite"));
    if (!QFile::exists(path)) // it was killed before it made one
        return {};
    const QTemporaryDir copies;
    const QString copy = copies.filePath(QStringLiteral("archive.sqlite"));
    for (const char *part : {"", "-wal", "-begun"})
        QFile::copy(path + QLatin1StringView(part), copy + QLatin1StringView(part));
    if (const QString damage = integrityOf(copy); !damage.isEmpty())
        complaints << QStringLiteral("the archive is not sound: ") + damage;
    session::ArchiveFile file;
    const auto opened = file.open(copy);
    if (!opened || !opened->isEmpty()) {
        complaints << (opened ? QStringLiteral("the archive was set aside") : opened.error().message);
        return {};
    }
    const auto run = file.takeUp(QStringLiteral("upload"));
    if (!run)
        complaints << run.error().message;
    return run ? *run : session::ArchivedRun();
}

QHash<QString, UploadStats> KilledJob::seen() const
{
    QHash<QString, UploadStats> all;
    for (const QString &name : m_names)
        all.insert(name, {});
    const QHash<QString, UploadStats> told = m_server.allStats();
    for (auto it = told.begin(); it != told.end(); ++it) {
        if (all.contains(it.key()))
            all[it.key()] = it.value();
    }
    return all;
}

void KilledJob::compare(const UploadRecord &record, int requests, QStringList &complaints)
{
    Book &book = m_books[record.name];
    const bool isDone = record.state == UploadState::Done;
    if (record.isInterrupted()) {
        ++book.interruptions;
        ++m_interrupted;
    }
    // Each request but the one that ended well is one that was interrupted: what the archive says waits has never begun since.
    const int explained = book.interruptions + (isDone ? 1 : 0);
    if (requests > explained)
        complaints << QStringLiteral("%1 is %2, and the server saw it %3 times, of which %4 are explained")
                          .arg(record.name, transfer::toKey(record.state))
                          .arg(requests)
                          .arg(explained);
    if (isDone && book.requestsWhenDone < 0)
        book.requestsWhenDone = requests;
    if (isDone && requests < 1)
        complaints << QStringLiteral("%1 is done, and the server has not seen it").arg(record.name);
    if (!isDone && book.requestsWhenDone >= 0)
        complaints
            << QStringLiteral("%1 was done, and is %2 now").arg(record.name, transfer::toKey(record.state));
    if (book.requestsWhenDone >= 0 && requests != book.requestsWhenDone)
        complaints << QStringLiteral("%1 was sent again after it was done").arg(record.name);
}

QStringList KilledJob::contradictions()
{
    QStringList complaints;
    const session::ArchivedRun run = readArchive(complaints);
    QHash<QString, UploadStats> stats = seen();
    for (const UploadRecord &record : run.uploads)
        compare(record, stats.take(record.name).requests, complaints);
    for (auto it = stats.begin(); it != stats.end(); ++it) { // those that the archive does not hold
        if (it->requests > 0)
            complaints << QStringLiteral("%1 was sent, and the archive does not know it").arg(it.key());
    }
    return complaints;
}

QStringList KilledJob::missing()
{
    QStringList complaints = contradictions();
    const session::ArchivedRun run = readArchive(complaints);
    const QHash<QString, UploadStats> stats = seen();
    if (run.uploads.size() != m_names.size())
        complaints << QStringLiteral("%1 of %2 files are in the archive")
                          .arg(run.uploads.size())
                          .arg(m_names.size());
    for (const UploadRecord &record : run.uploads) {
        const UploadStats &its = stats[record.name];
        if (record.state != UploadState::Done)
            complaints
                << QStringLiteral("%1 is %2 at the end").arg(record.name, transfer::toKey(record.state));
        if (its.complete < 1 || its.firstForeign >= 0 || its.fileBytes < record.bytes)
            complaints << QStringLiteral("%1 is not whole on the server").arg(record.name);
    }
    return complaints;
}

int KilledJob::repeated()
{
    int count = 0;
    const QHash<QString, UploadStats> stats = seen();
    for (const UploadStats &its : stats)
        count += its.complete > 1 ? 1 : 0;
    return count;
}
