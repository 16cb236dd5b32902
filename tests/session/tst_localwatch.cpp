// SPDX-License-Identifier: GPL-3.0-or-later
// Processes and folders of this machine: real ones, and a made-up /proc for what cannot be had at will.
#include "core/base/fakeclock.h"
#include "core/session/localwatch.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace std::chrono_literals;
using base::ErrorKind;
using metrics::Role;
using session::LocalProbe;
using session::LocalSource;
using session::LocalWatch;

namespace {

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly)
        || file.write(content) != content.size())
        qFatal("cannot write a test's file");
}

/// A process as /proc shows it, with one descriptor.
void makeProcess(const QString &root, int pid, int startTicks)
{
    const QString folder = QStringLiteral("%1/%2").arg(root).arg(pid);
    write(folder + QStringLiteral("/status"),
          "Name:\tx\nState:\tS (sleeping)\nRssAnon:\t 12 kB\nThreads:\t3\n");
    write(folder + QStringLiteral("/stat"),
          QByteArray::number(pid) + " (x) S" + QByteArray(" 0").repeated(18) + ' '
              + QByteArray::number(startTicks) + " 0 0\n");
    QDir().mkpath(folder + QStringLiteral("/fd"));
    QFile::link(QStringLiteral("socket:[1]"), folder + QStringLiteral("/fd/0"));
}

} // namespace

class TestLocalWatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void processIsRead();
    void folderIsRead();
    void readsAtTheBeat();
    void readNowIsNotOlderThanTheCall();
    void endedProcessIsAGap();
    void anotherProcessIsNotTheSame();
    void folderGoesAndComesBack();
    void whatNeverWasIsLostOnce();
    void slowReadingIsToldOnceAndKeepsNobodyWaiting();
    void stoppedIsSilent();
    void destroyedWhileReading();

private:
    void watch(LocalProbe probe);
    void readNext();
    [[nodiscard]] QString log() const { return m_log.join(QStringLiteral(" | ")); }
    [[nodiscard]] const session::WatchedBeside &watched() const { return m_watch->watched(); }

    std::unique_ptr<QTemporaryDir> m_root;
    std::unique_ptr<base::FakeClock> m_clock;
    std::unique_ptr<LocalWatch> m_watch;
    QStringList m_log;
};

void TestLocalWatch::init()
{
    m_watch.reset();
    m_clock = std::make_unique<base::FakeClock>();
    m_root = std::make_unique<QTemporaryDir>();
    m_log.clear();
}

void TestLocalWatch::watch(LocalProbe probe)
{
    m_watch = std::make_unique<LocalWatch>(*m_clock, std::move(probe));
    connect(m_watch.get(), &LocalWatch::read, this, [this](const metrics::Reading &reading) {
        const Role role = reading.has(Role::DiskFiles) ? Role::DiskFiles : Role::Threads;
        m_log << QStringLiteral("%1 %2").arg(metrics::toKey(role)).arg(reading.value(role));
    });
    connect(m_watch.get(), &LocalWatch::missed, this,
            [this](qint64, const QString &reason) { m_log << QStringLiteral("missed: ") + reason; });
    connect(m_watch.get(), &LocalWatch::marked, this, [this](const session::Mark &mark) {
        m_log << session::toKey(mark.kind);
        QCOMPARE(mark.source, watched().name);
    });
    m_watch->start(1s);
}

/// A beat, and what it brings.
void TestLocalWatch::readNext()
{
    const qint64 before = watched().readings + watched().missed;
    m_clock->advance(1s);
    QTRY_COMPARE(watched().readings + watched().missed, before + 1);
}

void TestLocalWatch::processIsRead()
{
    const qint64 pid = QCoreApplication::applicationPid();
    QFile open(m_root->filePath(QStringLiteral("open")));
    QVERIFY(open.open(QIODevice::WriteOnly));
    watch(LocalProbe({pid, {}}));
    QTRY_COMPARE(watched().readings, 1);
    QCOMPARE(watched().kind, session::WatchedBeside::Kind::Process);
    QCOMPARE(watched().name, QStringLiteral("process %1").arg(pid));
    const auto latest = [this](Role role) { return watched().series.latest(role); };
    QVERIFY(latest(Role::AnonymousRss) > 1e6);
    QVERIFY(latest(Role::Threads) >= 2); // the watch has one of its own
    QVERIFY(latest(Role::OpenFiles) >= 1);
    QVERIFY(latest(Role::Descriptors)
            >= latest(Role::OpenFiles) + latest(Role::Sockets) + latest(Role::Pipes));
    QCOMPARE(latest(Role::DeletedFiles), 0.0);
    QVERIFY(open.remove()); // which closes it
    const int kept = ::open(QFile::encodeName(m_root->path()).constData(), O_TMPFILE | O_RDWR, 0600);
    QVERIFY(kept >= 0);
    readNext();
    ::close(kept);
    QCOMPARE(latest(Role::DeletedFiles), 1.0);
}

void TestLocalWatch::folderIsRead()
{
    write(m_root->filePath(QStringLiteral("a/b/one")), QByteArray(100, 'x'));
    write(m_root->filePath(QStringLiteral("two")), QByteArray(11, 'x'));
    watch(LocalProbe({0, m_root->path()}));
    QTRY_COMPARE(watched().readings, 1);
    QCOMPARE(watched().kind, session::WatchedBeside::Kind::Folder);
    QCOMPARE(watched().name, QString(QStringLiteral("folder ") + m_root->path()));
    QCOMPARE(watched().series.latest(Role::DiskFiles), 2.0);
    QCOMPARE(watched().series.latest(Role::DiskBytes), 111.0);
    QVERIFY(!watched().series.has(Role::Threads));
}

void TestLocalWatch::readsAtTheBeat()
{
    watch(LocalProbe({0, m_root->path()}));
    QTRY_COMPARE(watched().readings, 1);
    write(m_root->filePath(QStringLiteral("one")), "x");
    readNext();
    readNext();
    QCOMPARE(log(), QStringLiteral("disk 0 | disk 1 | disk 1"));
    QCOMPARE(watched().series.lastMs() - watched().series.firstMs(), 2000);
}

void TestLocalWatch::readNowIsNotOlderThanTheCall()
{
    watch(LocalProbe({0, m_root->path()}));
    write(m_root->filePath(QStringLiteral("one")), "x");
    m_watch->readNow(); // the first reading may be under way still: what it brings does not count
    QTRY_COMPARE(watched().readings, 1);
    QCOMPARE(log(), QStringLiteral("disk 1"));
}

void TestLocalWatch::endedProcessIsAGap()
{
    QProcess process;
    process.start(QStringLiteral("sleep"), {QStringLiteral("600")});
    QVERIFY(process.waitForStarted());
    const qint64 pid = process.processId();
    watch(LocalProbe({pid, {}}));
    QTRY_COMPARE(watched().readings, 1);
    process.kill();
    QVERIFY(process.waitForFinished());
    readNext();
    readNext();
    const QString ended = QStringLiteral("missed: process %1 has ended").arg(pid);
    QCOMPARE(log(), QStringLiteral("threads 1 | lost | %1 | %1").arg(ended));
    QCOMPARE(watched().missed, 2);
    QVERIFY(std::isnan(watched().series.latest(Role::Threads)));
}

void TestLocalWatch::anotherProcessIsNotTheSame()
{
    makeProcess(m_root->path(), 7, 1000);
    watch(LocalProbe({7, {}}, m_root->path()));
    QTRY_COMPARE(watched().readings, 1);
    QCOMPARE(watched().series.latest(Role::Sockets), 1.0);
    QCOMPARE(watched().series.latest(Role::AnonymousRss), 12288.0);
    makeProcess(m_root->path(), 7, 2000);
    readNext();
    QCOMPARE(
        log(),
        QStringLiteral("threads 3 | lost | missed: process 7 has ended; another process has its number now"));
}

void TestLocalWatch::folderGoesAndComesBack()
{
    const QString folder = m_root->filePath(QStringLiteral("uploads"));
    QVERIFY(QDir().mkpath(folder));
    watch(LocalProbe({0, folder}));
    QTRY_COMPARE(watched().readings, 1);
    QVERIFY(QDir().rmdir(folder));
    readNext();
    QVERIFY(QDir().mkpath(folder));
    readNext();
    QCOMPARE(
        log(),
        QStringLiteral("disk 0 | lost | missed: there is no folder %1 | recovered | disk 0").arg(folder));
    QCOMPARE(watched().lastMissReason, QStringLiteral("there is no folder ") + folder);
}

void TestLocalWatch::whatNeverWasIsLostOnce()
{
    watch(LocalProbe({4711, {}}, m_root->path()));
    QTRY_COMPARE(watched().missed, 1);
    readNext();
    const QString none = QStringLiteral("missed: there is no process 4711");
    QCOMPARE(log(), QStringLiteral("lost | %1 | %1").arg(none));
    QVERIFY(watched().series.isEmpty());
}

void TestLocalWatch::slowReadingIsToldOnceAndKeepsNobodyWaiting()
{
    const QString folder = m_root->filePath(QStringLiteral("7"));
    const QString fifo = folder + QStringLiteral("/status"); // who opens it waits for a writer
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(mkfifo(QFile::encodeName(fifo).constData(), 0600) == 0);
    watch(LocalProbe({7, {}}, m_root->path()));
    for (int i = 0; i < 70; ++i)
        m_clock->advance(1s);
    QCOMPARE(log(), QStringLiteral("lost | missed: process 7 could not be read within 30 s"));

    QFile writer(fifo);
    QVERIFY(writer.open(QIODevice::WriteOnly)); // waits for the thread, which has it open then
    writer.close();
    QTRY_COMPARE(watched().missed, 2);
    QVERIFY2(log().endsWith(QStringLiteral("missed: there is no process 7")), qPrintable(log()));
}

void TestLocalWatch::stoppedIsSilent()
{
    watch(LocalProbe({0, m_root->path()}));
    QTRY_COMPARE(watched().readings, 1);
    m_clock->advance(1s); // asks
    m_watch->stop();
    m_clock->advance(10s);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(log(), QStringLiteral("disk 0"));
    QCOMPARE(watched().series.latest(Role::DiskFiles), 0.0);
}

void TestLocalWatch::destroyedWhileReading()
{
    for (int i = 0; i < 50; ++i)
        write(m_root->filePath(QStringLiteral("%1/file").arg(i)), "x");
    for (int i = 0; i < 20; ++i) {
        watch(LocalProbe({0, m_root->path()}));
        m_watch.reset();
    }
    QCoreApplication::sendPostedEvents();
    QCOMPARE(log(), QString());
}

QTEST_GUILESS_MAIN(TestLocalWatch)
#include "tst_localwatch.moc"
