// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/writefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <future>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using base::ErrorKind;

namespace {

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

/// No file of this process may grow beyond that: the nearest to a full disk that needs no other one.
class FullDisk final
{
public:
    explicit FullDisk(rlim_t room)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = room;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before{};
};

} // namespace

/// Files as they land on disk, or do not.
class TestWriteFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writtenWhole_data();
    void writtenWhole();
    void toldBefore();
    void replacesOnlyWhenComplete();
    void fullDiskKeepsTheOldFile_data();
    void fullDiskKeepsTheOldFile();
    void permissionsAsAsked();
    void writesIntoAFifo();
    void writesIntoADevice();
    void deviceThatTakesNothing();
    void unwritablePlaces_data();
    void unwritablePlaces();

private:
    QTemporaryDir m_folder;
};

void TestWriteFile::writtenWhole_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("nothing") << 0;
    QTest::newRow("less than a buffer") << 5'000;
    QTest::newRow("many buffers") << 3'000'000;
}

void TestWriteFile::writtenWhole()
{
    QFETCH(int, size);
    const QString name = m_folder.filePath(QStringLiteral("größe \u65e5.html"));
    const QByteArray content(size, 'c');
    QVERIFY(base::writeFile(name, content).ok());
    QCOMPARE(contentOf(name), content);
}

// QSaveFile would hold up to 16 KiB back until its end, and not look whether they were taken then.
void TestWriteFile::fullDiskKeepsTheOldFile_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("within the buffer") << 5'000;
    QTest::newRow("one more than the buffer") << 16 * 1024 + 1;
    QTest::newRow("many buffers") << 300'000;
}

void TestWriteFile::fullDiskKeepsTheOldFile()
{
    QFETCH(int, size);
    const QString folder = m_folder.filePath(QStringLiteral("full"));
    QVERIFY(QDir().mkpath(folder));
    const QString name = folder + QStringLiteral("/r.json");
    QVERIFY(base::writeFile(name, "the old one").ok());
    base::Result<base::Done> written = base::Done();
    {
        const FullDisk disk(4'000);
        written = base::writeFile(name, QByteArray(size, 'n'));
    }
    QVERIFY(!written.ok());
    QCOMPARE(written.error().kind, ErrorKind::WriteFailed);
    QVERIFY2(written.error().message.contains(name), qPrintable(written.error().message));
    QVERIFY2(written.error().message.endsWith(qt_error_string(EFBIG)), qPrintable(written.error().message));
    QCOMPARE(contentOf(name), QByteArray("the old one"));
    QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList{QStringLiteral("r.json")});
}

void TestWriteFile::permissionsAsAsked()
{
    const QString name = m_folder.filePath(QStringLiteral("private"));
    const auto mode = [&name] {
        struct stat found
        {
        };
        return ::stat(QFile::encodeName(name).constData(), &found) == 0 ? found.st_mode & 0777 : 0;
    };
    QVERIFY(base::writeFile(name, "x", QFileDevice::ReadOwner | QFileDevice::WriteOwner).ok());
    QCOMPARE(mode(), 0600U);
    QVERIFY(base::writeFile(name, "y").ok()); // as it was
    QCOMPARE(mode(), 0600U);
}

void TestWriteFile::deviceThatTakesNothing()
{
    const auto written = base::writeFile(QStringLiteral("/dev/full"), "x");
    QVERIFY(!written.ok());
    QCOMPARE(written.error().kind, ErrorKind::WriteFailed);
}

void TestWriteFile::toldBefore()
{
    QTemporaryDir folder;
    const QString kept = folder.filePath(QStringLiteral("kept")),
                  fifo = folder.filePath(QStringLiteral("fifo"));
    QVERIFY(base::writeFile(kept, "old"));
    QVERIFY(::mkfifo(QFile::encodeName(fifo).constData(), 0600) == 0);
    const QStringList there
        = QDir(folder.path()).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    for (const QString &name :
         {kept, fifo, folder.filePath(QStringLiteral("new")), QStringLiteral("/dev/null")})
        QVERIFY2(base::couldWriteFile(name), qPrintable(name));
    const QStringList refused{folder.path(), folder.filePath(QStringLiteral("none/new")),
                              kept + QStringLiteral("/new"), QStringLiteral("/proc/new")};
    for (const QString &name : refused) {
        const auto could = base::couldWriteFile(name);
        QVERIFY2(!could, qPrintable(name));
        QCOMPARE(could.error().kind, ErrorKind::WriteFailed);
        QVERIFY2(could.error().message.startsWith(name + QStringLiteral(" cannot be written: ")),
                 qPrintable(could.error().message));
    }
    QCOMPARE(contentOf(kept), QByteArray("old"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot), there);
}

void TestWriteFile::replacesOnlyWhenComplete()
{
    const QString folder = m_folder.filePath(QStringLiteral("replace"));
    QVERIFY(QDir().mkpath(folder));
    const QString name = folder + QStringLiteral("/r.json");
    QVERIFY(base::writeFile(name, QByteArray(100'000, 'a')).ok());
    QVERIFY(base::writeFile(name, "short").ok());
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("short"));
    // No temporary file is left beside it.
    QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList{QStringLiteral("r.json")});
}

void TestWriteFile::writesIntoAFifo()
{
    const QString name = m_folder.filePath(QStringLiteral("fifo"));
    QCOMPARE(::mkfifo(QFile::encodeName(name).constData(), 0600), 0);
    auto reader = std::async(std::launch::async, [name] {
        QFile fifo(name);
        return fifo.open(QIODevice::ReadOnly) ? fifo.readAll() : QByteArray("not opened");
    });
    const QByteArray content(300'000, 'r'); // more than a pipe holds
    const bool isWritten = base::writeFile(name, content).ok();
    struct stat found
    {
    };
    const bool isStillAFifo
        = ::stat(QFile::encodeName(name).constData(), &found) == 0 && S_ISFIFO(found.st_mode);
    if (!isStillAFifo)
        qFatal("the FIFO was replaced, and its reader waits for ever");
    QCOMPARE(reader.get().size(), content.size());
    QVERIFY(isWritten);
}

// Behind a link, as /dev/stdout is one. A terminal of its own: a mistake here would destroy one of the system's nodes.
void TestWriteFile::writesIntoADevice()
{
    const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    QVERIFY(terminal >= 0 && ::grantpt(terminal) == 0 && ::unlockpt(terminal) == 0);
    const auto closing = qScopeGuard([terminal] { ::close(terminal); });
    const QString device = QFile::decodeName(::ptsname(terminal));
    const QString link = m_folder.filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(device, link));
    for (const QString &name : {device, link})
        QVERIFY(base::writeFile(name, "r").ok());
    struct stat found
    {
    };
    QCOMPARE(::stat(QFile::encodeName(device).constData(), &found), 0);
    QVERIFY(S_ISCHR(found.st_mode));
    QVERIFY(QFileInfo(link).isSymLink());
}

void TestWriteFile::unwritablePlaces_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("no such folder") << m_folder.filePath(QStringLiteral("none/r.json"));
    QTest::newRow("a folder") << m_folder.path();
    QTest::newRow("below a file") << QStringLiteral("/proc/version/r.json");
    QTest::newRow("no files there") << QStringLiteral("/proc/r.json");
    QTest::newRow("no name") << QString();
}

void TestWriteFile::unwritablePlaces()
{
    QFETCH(QString, name);
    const auto result = base::writeFile(name, "x");
    QVERIFY(!result.ok());
    QCOMPARE(result.error().kind, ErrorKind::WriteFailed);
    QVERIFY(result.error().message.contains(name));
    QVERIFY2(!result.error().message.endsWith(QLatin1String(": ")), qPrintable(result.error().message));
}

QTEST_GUILESS_MAIN(TestWriteFile)
#include "tst_writefile.moc"
