// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/archivefile.h"

#include <QDir>
#include <QFile>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <cerrno>
#include <csignal>
#include <future>

#include <sys/file.h>
#include <sys/resource.h>

using base::ErrorKind;
using session::ArchiveFile;

namespace {

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write");
}

/// As QLockFile writes it.
QByteArray lockBy(const QByteArray &host, const QByteArray &boot)
{
    return "12345\ntidemark-cli\n" + host + "\n\n" + boot + '\n';
}

} // namespace

/// Whose an archive is: one program's at a time, and nobody's when that has ended, however it did.
class TestArchiveLock final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(QStringLiteral("a.sqlite"));
        m_lockPath = m_path + QStringLiteral("-lock");
    }

    void oneProgramAtATime();
    void lockOfAnotherHost();
    void lockOfAnEndedContainer();
    void killedBeforeItWasWritten();
    void heldUpBeforeItWasWritten();
    void folderInPlaceOfTheLock();
    void lockThatCannotBeMade();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path, m_lockPath;
};

void TestArchiveLock::oneProgramAtATime()
{
    auto first = std::make_unique<ArchiveFile>();
    QVERIFY(first->open(m_path).ok());
    {
        ArchiveFile second;
        const auto opened = second.open(m_path);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::InUse);
        QVERIFY2(opened.error().message.contains(QString::number(QCoreApplication::applicationPid())),
                 qPrintable(opened.error().message));
    }
    QVERIFY(first->beginRun(QStringLiteral("session"), 1).ok()); // not disturbed
    first.reset();
    ArchiveFile third;
    QVERIFY(third.open(m_path).ok());
}

void TestArchiveLock::lockOfAnotherHost()
{
    put(m_lockPath, lockBy("elsewhere", "another-start"));
    ArchiveFile file;
    const auto opened = file.open(m_path);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::InUse);
    const QStringList parts{QStringLiteral("elsewhere"), QStringLiteral("remove ") + m_lockPath};
    for (const QString &part : parts)
        QVERIFY2(opened.error().message.contains(part), qPrintable(opened.error().message));
    QVERIFY(QFile::exists(m_lockPath));
}

void TestArchiveLock::lockOfAnEndedContainer()
{
    const QByteArray boot = QSysInfo::bootUniqueId();
    QVERIFY2(!boot.isEmpty(), "this system does not tell one start from the next");
    QFile lock(m_lockPath);
    put(lock.fileName(), lockBy("container", boot));
    QVERIFY(lock.open(QIODevice::ReadOnly));
    QCOMPARE(::flock(lock.handle(), LOCK_EX), 0); // as long as its program runs
    {
        ArchiveFile file;
        const auto opened = file.open(m_path);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::InUse);
    }
    lock.close();
    ArchiveFile file;
    QVERIFY(file.open(m_path).ok());
}

void TestArchiveLock::killedBeforeItWasWritten()
{
    put(m_lockPath, {}); // and nobody has locked it
    ArchiveFile file;
    const auto opened = file.open(m_path);
    QVERIFY2(opened.ok(), opened ? "" : qPrintable(opened.error().message));
    ArchiveFile other;
    QCOMPARE(other.open(m_path).error().kind, ErrorKind::InUse);
}

void TestArchiveLock::heldUpBeforeItWasWritten()
{
    QFile lock(m_lockPath);
    QVERIFY(lock.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    // Made, but neither locked nor written when the other one comes.
    const auto writer = std::async(std::launch::async, [&lock] {
        QThread::msleep(200);
        lock.write(lockBy(QSysInfo::machineHostName().toUtf8(), QSysInfo::bootUniqueId()));
    });
    ArchiveFile file;
    const auto opened = file.open(m_path);
    writer.wait();
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::InUse);
    QVERIFY(QFile::exists(m_lockPath));
}

void TestArchiveLock::folderInPlaceOfTheLock()
{
    QVERIFY(QDir().mkpath(m_lockPath));
    ArchiveFile file;
    const auto opened = file.open(m_path);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::WriteFailed);
    QVERIFY2(
        opened.error().message.endsWith(QStringLiteral("-lock cannot be made: a folder is in its place")),
        qPrintable(opened.error().message));
}

void TestArchiveLock::lockThatCannotBeMade()
{
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit limit = before;
    limit.rlim_cur = 0;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
    ArchiveFile file;
    const auto opened = file.open(m_path);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::WriteFailed);
    QVERIFY2(
        opened.error().message.endsWith(QStringLiteral("-lock cannot be made: ") + qt_error_string(EFBIG)),
        qPrintable(opened.error().message));
}

QTEST_GUILESS_MAIN(TestArchiveLock)
#include "tst_archivelock.moc"
