// SPDX-License-Identifier: GPL-3.0-or-later
// /proc and folders, of this very process and of made-up ones.
#include "core/experiment/diskprobe.h"
#include "core/experiment/folderwalk.h"
#include "core/experiment/processprobe.h"

#include <QCoreApplication>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace experiment;

class TestProbes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void descriptorsByKind()
    {
        const qint64 pid = QCoreApplication::applicationPid();
        const base::Result<ProcessReading> before = readProcess(pid);
        QVERIFY(before.ok());

        QTemporaryDir folder;
        QFile kept(folder.filePath(QStringLiteral("kept"))),
            deleted(folder.filePath(QStringLiteral("deleted")));
        QVERIFY(kept.open(QIODevice::WriteOnly) && deleted.open(QIODevice::WriteOnly));
        QVERIFY(unlink(QFile::encodeName(deleted.fileName()).constData()) == 0);
        int pipes[2], sockets[2];
        QVERIFY(pipe(pipes) == 0 && socketpair(AF_UNIX, SOCK_STREAM, 0, sockets) == 0);
        const int event = eventfd(0, 0), null = open("/dev/null", O_RDONLY);

        const base::Result<ProcessReading> after = readProcess(pid);
        const base::Result<ProcessReading> counted
            = readProcess(pid, QStringLiteral("/proc"), experiment::DescriptorDetail::Number);
        for (const int fd : {pipes[0], pipes[1], sockets[0], sockets[1], event, null})
            close(fd);
        QVERIFY(after.ok());
        QCOMPARE(after->descriptors.files - before->descriptors.files, 1);
        QCOMPARE(after->descriptors.deleted - before->descriptors.deleted, 1);
        QCOMPARE(after->descriptors.pipes - before->descriptors.pipes, 2);
        QCOMPARE(after->descriptors.sockets - before->descriptors.sockets, 2);
        QCOMPARE(after->descriptors.anonymous - before->descriptors.anonymous, 1);
        QCOMPARE(after->descriptors.other - before->descriptors.other, 1);
        QCOMPARE(after->descriptors.all() - before->descriptors.all(), 8);
        QVERIFY(counted.ok());
        QCOMPARE(counted->descriptors, (DescriptorKinds{.other = after->descriptors.all()}));
        QCOMPARE(after->startTicks, before->startTicks);
        QVERIFY(after->startTicks > 0);
        QVERIFY(after->threads >= 1);
    }

    void ownMemoryIsTold()
    {
        QVERIFY(experiment::ownResidentBytes() > 1'000'000);
        QTemporaryDir root;
        QCOMPARE(experiment::ownResidentBytes(root.path()), 0);
        QVERIFY(QDir(root.path()).mkpath(QStringLiteral("self")));
        QFile file(root.filePath(QStringLiteral("self/statm")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("20516 256 128 1 0 2000 0\n") > 0);
        file.close();
        QCOMPARE(experiment::ownResidentBytes(root.path()), 256 * sysconf(_SC_PAGESIZE));
    }

    // As the kernel writes them: 1 listens on 8080 of IPv6, 2 and 3 were accepted there, one by IPv4 in another process's
    // table alone; 4 and 5 were made by the process, 6 is none of TCP, and 7 is somebody else's.
    void connectionsAreTheServersOwn()
    {
        QTemporaryDir root;
        const auto write = [&root](const QString &name, const QByteArray &content) {
            QFile file(root.filePath(QStringLiteral("7/") + name));
            return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
        };
        QVERIFY(QDir(root.path()).mkpath(QStringLiteral("7/fd"))
                && QDir(root.path()).mkpath(QStringLiteral("7/net")));
        QVERIFY(write(QStringLiteral("status"), "Name:\tx\nState:\tS (sleeping)\nThreads:\t1\n"));
        for (int i = 1; i <= 6; ++i)
            QVERIFY(QFile::link(QStringLiteral("socket:[%1]").arg(1000 + i),
                                root.filePath(QStringLiteral("7/fd/%1").arg(i))));
        const base::Result<ProcessReading> untold = readProcess(7, root.path());
        QVERIFY(untold.ok());
        QCOMPARE(untold->descriptors, (DescriptorKinds{.sockets = 6}));

        const QByteArray v4 = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   "
                              "uid  timeout inode\n"
                              "   0: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000   "
                              "  0        0 1003 1 "
                              "00000000e35a2434 20 4 30 10 -1\n"
                              "   1: 0100007F:C351 0100007F:1538 01 00000000:00000000 02:00000A1C 00000000   "
                              "  0        0 1004 2 "
                              "0000000000000000 20 4 30 10 -1\n"
                              "   2: 0100007F:C352 0100007F:1538 01 00000000:00000000 00:00000000 00000000   "
                              "  0        0 1007 1 "
                              "0000000000000000 20 4 30 10 -1\n"
                              "   3: 0100007F:C353 0100007F:1538 06 00000000:00000000 03:0000176F 00000000   "
                              "  0        0 0 3 "
                              "0000000000000000\n"
                              "   4: 0100";
        const QByteArray v6
            = "  sl  local_address                         remote_address                        st tx_queue "
              "rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
              "   0: 00000000000000000000000000000000:1F90 00000000000000000000000000000000:0000 0A "
              "00000000:00000000 00:00000000 00000000     0        0 1001 1 0000000000000000 100 0 0 10 0\n"
              "   1: 00000000000000000000000001000000:1F90 00000000000000000000000001000000:C360 08 "
              "00000000:00000000 00:00000000 00000000     0        0 1002 1 0000000000000000 20 4 30 10 -1\n"
              "   2: 00000000000000000000000001000000:C361 00000000000000000000000001000000:1538 08 "
              "00000000:00000000 00:00000000 00000000     0        0 1005 1 0000000000000000 20 4 30 10 -1\n";
        QVERIFY(write(QStringLiteral("net/tcp"), v4) && write(QStringLiteral("net/tcp6"), v6));
        const base::Result<ProcessReading> told = readProcess(7, root.path());
        QVERIFY(told.ok());
        QCOMPARE(told->descriptors, (DescriptorKinds{.sockets = 4, .outgoing = 2}));
        QCOMPARE(told->descriptors.all(), 6);
    }

    void ownConnectionsAreTold()
    {
        const qint64 pid = QCoreApplication::applicationPid();
        const base::Result<ProcessReading> before = readProcess(pid);
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const base::Result<ProcessReading> listening = readProcess(pid);
        QTcpSocket backend;
        backend.connectToHost(QHostAddress::LocalHost, server.serverPort());
        QVERIFY(backend.waitForConnected() && server.waitForNewConnection(5'000));
        const base::Result<ProcessReading> connected = readProcess(pid);
        backend.close();
        const base::Result<ProcessReading> closed = readProcess(pid);
        QVERIFY(before.ok() && listening.ok() && connected.ok() && closed.ok());
        QCOMPARE(listening->descriptors.sockets - before->descriptors.sockets, 1);
        QCOMPARE(listening->descriptors.outgoing, before->descriptors.outgoing);
        QCOMPARE(connected->descriptors.sockets - listening->descriptors.sockets, 1); // the accepted end
        QCOMPARE(connected->descriptors.outgoing - listening->descriptors.outgoing, 1);
        QCOMPARE(closed->descriptors.outgoing, before->descriptors.outgoing);
    }

    void anonymousMemoryIsSeen()
    {
        const qint64 pid = QCoreApplication::applicationPid();
        const base::Result<ProcessReading> before = readProcess(pid);
        QByteArray memory(64 << 20, 'x');
        const base::Result<ProcessReading> after = readProcess(pid);
        QVERIFY(before.ok() && after.ok());
        QVERIFY(memory.at(12345) == 'x');
        const qint64 grown = after->anonymousRss - before->anonymousRss;
        QVERIFY2(grown > (60 << 20) && grown < (80 << 20), qPrintable(QString::number(grown)));
    }

    void goneProcessIsTyped()
    {
        QTemporaryDir root;
        const base::Result<ProcessReading> none = readProcess(4'711, root.path());
        QVERIFY(!none.ok());
        QCOMPARE(none.error().kind, base::ErrorKind::NotFound);
    }

    void otherPeoplesProcessIsTyped()
    {
        QTemporaryDir root;
        QVERIFY(QDir(root.path()).mkpath(QStringLiteral("7")));
        QFile status(root.filePath(QStringLiteral("7/status")));
        QVERIFY(status.open(QIODevice::WriteOnly));
        status.write("Name:\tx\nRssAnon:\t     12 kB\nThreads:\t3\n");
        status.close();
        const base::Result<ProcessReading> ended = readProcess(7, root.path()); // between two looks
        QVERIFY(!ended.ok());
        QCOMPARE(ended.error().kind, base::ErrorKind::NotFound);
        QFile descriptors(root.filePath(QStringLiteral("7/fd"))); // no folder: even root may not look into it
        QVERIFY(descriptors.open(QIODevice::WriteOnly));
        const base::Result<ProcessReading> closed = readProcess(7, root.path());
        QVERIFY(!closed.ok());
        QCOMPARE(closed.error().kind, base::ErrorKind::FileUnreadable);
    }

    void endedProcessIsGone()
    {
        QTemporaryDir root;
        QVERIFY(QDir(root.path()).mkpath(QStringLiteral("7/fd")));
        QFile status(root.filePath(QStringLiteral("7/status")));
        QVERIFY(status.open(QIODevice::WriteOnly));
        status.write("Name:\tx\nState:\tZ (zombie)\nThreads:\t1\n");
        status.close();
        const base::Result<ProcessReading> zombie = readProcess(7, root.path());
        QVERIFY(!zombie.ok());
        QCOMPARE(zombie.error().kind, base::ErrorKind::NotFound);
        QCOMPARE(zombie.error().message, QStringLiteral("process 7 has ended"));
    }

    void oneFolderHasToBeThere()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("one")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("12345") == 5);
        file.close();
        const base::Result<DiskReading> counted = readFolder(folder.path());
        QVERIFY(counted.ok());
        QCOMPARE(*counted, (DiskReading{1, 5}));
        for (const QString &none : {folder.filePath(QStringLiteral("none")), file.fileName()}) {
            const base::Result<DiskReading> missing = readFolder(none);
            QVERIFY(!missing.ok());
            QCOMPARE(missing.error().kind, base::ErrorKind::NotFound);
            QVERIFY2(missing.error().message.contains(none), qPrintable(missing.error().message));
        }
    }

    void countingStopsWhenItShall()
    {
        std::stop_source source;
        source.request_stop();
        const base::Result<DiskReading> stopped = readFolder(QStringLiteral("/"), source.get_token());
        QVERIFY(!stopped.ok());
        QCOMPARE(stopped.error().kind, base::ErrorKind::Cancelled);
    }

    void filesAreCounted()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("a/b")));
        for (const auto &[name, bytes] :
             {std::pair("one", 10), std::pair("a/two", 200), std::pair("a/b/three", 0)}) {
            QFile file(folder.filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(bytes, 'x'));
        }
        QVERIFY(QFile::link(folder.filePath(QStringLiteral("one")), folder.filePath(QStringLiteral("link"))));
        QCOMPARE(readDisk({folder.path()}), (DiskReading{3, 210}));
        QCOMPARE(readDisk({folder.path(), QStringLiteral("/nonexistent")}), (DiskReading{3, 210}));
        QCOMPARE(readDisk({}), DiskReading());
    }

    void filesAreFoundByTheirContent()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("a/b")));
        for (const auto &[name, content] :
             {std::pair("one", "same"), std::pair("a/two", "else"), std::pair("a/b/three", "same"),
              std::pair("four", "same and more")}) {
            QFile file(folder.filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
        }
        QStringList found = filesThatHold({folder.path(), folder.filePath(QStringLiteral("a"))}, "same");
        found.sort();
        QCOMPARE(found,
                 (QStringList{folder.filePath(QStringLiteral("a/b/three")),
                              folder.filePath(QStringLiteral("one"))}));
        QCOMPARE(filesThatHold({folder.path()}, "none"), QStringList());
        std::stop_source stopped;
        stopped.request_stop();
        QCOMPARE(filesThatHold({folder.path()}, "same", stopped.get_token()), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestProbes)
#include "tst_probes.moc"
