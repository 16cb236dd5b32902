// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/stablefile.h"
#include "tests/transfer/pattern.h"

#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using base::ErrorKind;
using transfer::StableFile;

namespace {

constexpr qint64 fileSize = 100'000;

/// Runs a scope as an ordinary user where the tests run as root, whom no permission stops.
class OrdinaryUser
{
public:
    OrdinaryUser()
        : m_wasRoot(::geteuid() == 0)
    {
        if (m_wasRoot && ::seteuid(65534) != 0)
            qFatal("seteuid");
    }
    ~OrdinaryUser()
    {
        if (m_wasRoot && ::seteuid(0) != 0)
            qFatal("seteuid");
    }
    Q_DISABLE_COPY_MOVE(OrdinaryUser)

private:
    bool m_wasRoot;
};

bool append(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::Append) && file.write(bytes) == bytes.size();
}

// The kernel's clock for files ticks every few milliseconds: a change is made visible, not waited for.
bool setModified(const QString &path, qint64 seconds)
{
    const timespec times[2] = {{0, UTIME_OMIT}, {seconds, 0}};
    return ::utimensat(AT_FDCWD, QFile::encodeName(path).constData(), times, 0) == 0;
}

} // namespace

class TestStableFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void readsWhatIsThere();
    void readsAreClippedToTheSizeAtOpen();
    void seeksAndResets();
    void emptyFileIsAtItsEnd();
    void refusesToOpen_data();
    void refusesToOpen();
    void refusesWhatTheKernelMakesUp_data();
    void refusesWhatTheKernelMakesUp();
    void refusesWithoutPermission();
    void opensOnlyForReading();
    void shrunkFileFailsInsteadOfEnding_data();
    void shrunkFileFailsInsteadOfEnding();
    void failureIsForGood();
    void verifies_data();
    void verifies();
    void verifiesAnUnreadableReplacement();
    void canBeOpenedAgain();
    void holesAreRead();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

void TestStableFile::initTestCase()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestStableFile::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    m_path = m_dir->filePath(QStringLiteral("file.bin"));
    QVERIFY(testing::writePattern(m_path, fileSize));
}

void TestStableFile::readsWhatIsThere()
{
    StableFile file(m_path);
    QCOMPARE(file.size(), -1);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.size(), fileSize);
    QCOMPARE(file.fileName(), m_path);
    QVERIFY(!file.isSequential());
    QVERIFY(!file.atEnd());
    QCOMPARE(file.bytesAvailable(), fileSize);
    QCOMPARE(file.read(1000), testing::pattern(0, 1000));
    QCOMPARE(file.pos(), 1000);
    QCOMPARE(file.bytesAvailable(), fileSize - 1000);
    QCOMPARE(file.readAll(), testing::pattern(1000, fileSize - 1000));
    QVERIFY(file.atEnd());
    char byte = 0;
    QCOMPARE(file.read(&byte, 1), 0); // the end is no error: engines read there
    QCOMPARE(file.failure().kind, ErrorKind::None);
    QCOMPARE(file.verifyUnchanged().kind, ErrorKind::None);
}

void TestStableFile::readsAreClippedToTheSizeAtOpen()
{
    StableFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(append(m_path, "and more"));
    QCOMPARE(file.size(), fileSize);
    QCOMPARE(file.readAll(), testing::pattern(0, fileSize));
    QVERIFY(file.atEnd());
    QCOMPARE(file.bytesAvailable(), 0);
}

void TestStableFile::seeksAndResets()
{
    StableFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.seek(70'000));
    QCOMPARE(file.read(10), testing::pattern(70'000, 10));
    QVERIFY(file.reset());
    QCOMPARE(file.pos(), 0);
    QCOMPARE(file.read(10), testing::pattern(0, 10));
    QVERIFY(file.seek(fileSize));
    QVERIFY(file.atEnd());
    QVERIFY(!file.seek(fileSize + 1));
    QVERIFY(file.seek(5));
    QCOMPARE(file.read(1), testing::pattern(5, 1));
}

void TestStableFile::emptyFileIsAtItsEnd()
{
    QVERIFY(testing::writePattern(m_path, 0));
    StableFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.size(), 0);
    QVERIFY(file.atEnd());
    QCOMPARE(file.readAll(), QByteArray());
    QCOMPARE(file.failure().kind, ErrorKind::None);
    QCOMPARE(file.verifyUnchanged().kind, ErrorKind::None);
}

void TestStableFile::refusesToOpen_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("nothing there") << QStringLiteral("missing") << ErrorKind::FileMissing;
    QTest::newRow("below a file") << QStringLiteral("file.bin/x") << ErrorKind::FileMissing;
    QTest::newRow("empty path") << QString() << ErrorKind::FileMissing;
    QTest::newRow("NUL in the path") << QStringLiteral("file.bin") + QChar(0) << ErrorKind::FileMissing;
    QTest::newRow("folder") << QStringLiteral("folder") << ErrorKind::NotAFile;
    QTest::newRow("FIFO without a writer") << QStringLiteral("fifo") << ErrorKind::NotAFile;
    QTest::newRow("socket") << QStringLiteral("socket") << ErrorKind::NotAFile;
    QTest::newRow("endless device") << QStringLiteral("/dev/zero") << ErrorKind::NotAFile;
    QTest::newRow("link to itself") << QStringLiteral("loop") << ErrorKind::FileUnreadable;
    QTest::newRow("link to nowhere") << QStringLiteral("dangling") << ErrorKind::FileMissing;
}

void TestStableFile::refusesToOpen()
{
    QFETCH(QString, path);
    QFETCH(ErrorKind, kind);
    const auto name
        = [this](const char *part) { return QFile::encodeName(m_dir->filePath(QLatin1String(part))); };
    QVERIFY(::mkdir(name("folder").constData(), 0700) == 0);
    QVERIFY(::mkfifo(name("fifo").constData(), 0600) == 0);
    QVERIFY(::symlink(name("loop").constData(), name("loop").constData()) == 0);
    QVERIFY(::symlink("nowhere", name("dangling").constData()) == 0);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto closeSocket = qScopeGuard([socket] { ::close(socket); });
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, name("socket").constData(), sizeof address.sun_path);
    QVERIFY(::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0);

    const QString full = path.isEmpty() || path.startsWith(QLatin1Char('/')) ? path : m_dir->filePath(path);
    StableFile file(full);
    QVERIFY(!file.open(QIODevice::ReadOnly));
    QVERIFY(!file.isOpen());
    QCOMPARE(file.failure().kind, kind);
    QVERIFY(!file.failure().message.isEmpty());
    QCOMPARE(file.errorString(), file.failure().message);
    QCOMPARE(file.size(), -1);

    const auto stamp = transfer::stampAt(QFile::encodeName(full));
    QVERIFY(!stamp.ok());
    QCOMPARE(stamp.error().kind, kind);
}

void TestStableFile::refusesWhatTheKernelMakesUp_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("says nothing of its size") << QStringLiteral("/proc/self/status");
    QTest::newRow("says a page") << QStringLiteral("/sys/class/net/lo/mtu");
}

void TestStableFile::refusesWhatTheKernelMakesUp()
{
    QFETCH(QString, path);
    QVERIFY2(QFile::exists(path), qPrintable(path)); // every kernel with a loopback has both
    StableFile file(path);
    QVERIFY(!file.open(QIODevice::ReadOnly));
    QCOMPARE(file.failure().kind, ErrorKind::NotAFile);
    QVERIFY2(file.failure().message.contains(QStringLiteral("/proc and /sys")),
             qPrintable(file.failure().message));
}

void TestStableFile::refusesWithoutPermission()
{
    const QByteArray native = QFile::encodeName(m_path);
    QVERIFY(::chmod(QFile::encodeName(m_dir->path()).constData(), 0755) == 0);
    QVERIFY(::chmod(native.constData(), 0000) == 0);
    const OrdinaryUser user;
    StableFile file(m_path);
    QVERIFY(!file.open(QIODevice::ReadOnly));
    QCOMPARE(file.failure().kind, ErrorKind::FileUnreadable);
    const auto stamp = transfer::stampAt(native);
    QVERIFY(!stamp.ok());
    QCOMPARE(stamp.error().kind, ErrorKind::FileUnreadable);
}

void TestStableFile::opensOnlyForReading()
{
    StableFile file(m_path);
    QVERIFY(!file.open(QIODevice::ReadWrite));
    QCOMPARE(file.failure().kind, ErrorKind::Internal);
    QVERIFY(!file.open(QIODevice::NotOpen));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.open(QIODevice::ReadOnly));
    QVERIFY(file.isOpen());
}

void TestStableFile::shrunkFileFailsInsteadOfEnding_data()
{
    QTest::addColumn<qint64>("newSize");
    QTest::addColumn<qint64>("readBefore");
    QTest::newRow("behind the reader") << qint64(10'000) << qint64(50'000);
    QTest::newRow("at the reader") << qint64(50'000) << qint64(50'000);
    QTest::newRow("ahead of the reader") << qint64(80'000) << qint64(50'000);
    QTest::newRow("by one byte") << fileSize - 1 << qint64(0);
    QTest::newRow("to nothing") << qint64(0) << qint64(0);
}

void TestStableFile::shrunkFileFailsInsteadOfEnding()
{
    QFETCH(qint64, newSize);
    QFETCH(qint64, readBefore);
    StableFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray all = file.read(readBefore);
    QVERIFY(QFile::resize(m_path, newSize));

    QByteArray block(4096, Qt::Uninitialized);
    qint64 bytes = 0;
    while ((bytes = file.read(block.data(), block.size())) > 0)
        all += block.first(bytes);
    QCOMPARE(bytes, -1);
    QVERIFY(!file.atEnd());
    QCOMPARE(all.size(), std::max(newSize, readBefore));
    QCOMPARE(all, testing::pattern(0, all.size()));
    QCOMPARE(file.size(), fileSize);
    QCOMPARE(file.failure().kind, ErrorKind::FileChanged);
    QCOMPARE(file.verifyUnchanged().kind, ErrorKind::FileChanged);
}

void TestStableFile::failureIsForGood()
{
    StableFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(QFile::resize(m_path, 0));
    char byte = 0;
    QCOMPARE(file.read(&byte, 1), -1);
    QVERIFY(testing::writePattern(m_path, fileSize));
    QCOMPARE(file.read(&byte, 1), -1);
    QVERIFY(file.reset());
    QCOMPARE(file.read(&byte, 1), -1);
    QCOMPARE(file.verifyUnchanged().kind, ErrorKind::FileChanged);
}

void TestStableFile::verifies_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *change, ErrorKind kind, const char *message) {
        QTest::newRow(change) << QString::fromLatin1(change) << kind << QString::fromLatin1(message);
    };
    row("none", ErrorKind::None, "");
    row("grown", ErrorKind::FileChanged, "the file grew while it was being sent");
    row("shrunk", ErrorKind::FileChanged, "the file shrank while it was being sent");
    row("same size, written", ErrorKind::FileChanged, "the file was written to while it was being sent");
    row("same size and time, another file", ErrorKind::FileChanged,
        "the file was replaced while it was being sent");
    row("a folder in its place", ErrorKind::FileChanged, "the file was replaced while it was being sent");
    row("deleted", ErrorKind::None, "");
    row("moved away", ErrorKind::None, "");
    row("grown, then deleted", ErrorKind::FileChanged, "the file grew while it was being sent");
    row("permissions only", ErrorKind::None, "");
}

void TestStableFile::verifies()
{
    QFETCH(QString, change);
    QVERIFY(setModified(m_path, 1'000'000));
    StableFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().size(), fileSize);

    if (change == QLatin1String("grown")) {
        QVERIFY(append(m_path, "x"));
    } else if (change == QLatin1String("shrunk")) {
        QVERIFY(QFile::resize(m_path, 10));
    } else if (change == QLatin1String("same size, written")) {
        QVERIFY(setModified(m_path, 1'000'001));
    } else if (change == QLatin1String("same size and time, another file")) {
        const QString other = m_dir->filePath(QStringLiteral("other"));
        QVERIFY(testing::writePattern(other, fileSize));
        QVERIFY(setModified(other, 1'000'000));
        QVERIFY(::rename(QFile::encodeName(other).constData(), QFile::encodeName(m_path).constData()) == 0);
    } else if (change == QLatin1String("a folder in its place")) {
        QVERIFY(QFile::remove(m_path));
        QVERIFY(QDir().mkdir(m_path));
    } else if (change == QLatin1String("deleted")) {
        QVERIFY(QFile::remove(m_path));
    } else if (change == QLatin1String("moved away")) {
        QVERIFY(QFile::rename(m_path, m_dir->filePath(QStringLiteral("elsewhere"))));
    } else if (change == QLatin1String("grown, then deleted")) {
        QVERIFY(append(m_path, "x"));
        QVERIFY(QFile::remove(m_path));
    } else if (change == QLatin1String("permissions only")) {
        QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner));
    }
    const base::Error error = file.verifyUnchanged();
    QTEST(error.kind, "kind");
    QTEST(error.message, "message");
}

void TestStableFile::verifiesAnUnreadableReplacement()
{
    StableFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(QFile::remove(m_path));
    QVERIFY(::mkfifo(QFile::encodeName(m_path).constData(), 0600) == 0);
    QCOMPARE(file.verifyUnchanged().kind, ErrorKind::FileChanged);
}

void TestStableFile::canBeOpenedAgain()
{
    StableFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(QFile::resize(m_path, 10));
    QVERIFY(file.read(100).size() == 10);
    QCOMPARE(file.read(100), QByteArray());
    QCOMPARE(file.failure().kind, ErrorKind::FileChanged);
    file.close();
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.failure().kind, ErrorKind::None);
    QCOMPARE(file.size(), 10);
    QCOMPARE(file.readAll(), testing::pattern(0, 10));
}

void TestStableFile::holesAreRead()
{
    constexpr qint64 huge = 5LL * 1024 * 1024 * 1024;
    QVERIFY(QFile::resize(m_path, huge));
    QVERIFY(append(m_path, "end"));
    StableFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.size(), huge + 3);
    QVERIFY(file.seek(huge - 2));
    QCOMPARE(file.read(100), QByteArray("\0\0end", 5));
    QVERIFY(file.atEnd());
}

QTEST_GUILESS_MAIN(TestStableFile)
#include "tst_stablefile.moc"
