// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/session/session.h"
#include "core/transfer/nativepath.h"

#include <QNetworkAccessManager>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

using session::Session;
using transfer::UploadRecord;
using transfer::UploadState;

/// Real folders on the real clock, without a target: what becomes of what is in them.
class TestSessionFolders final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void rowsOfAMixedFolder();
    void anUnreadableFolderIsARow();
    void aHundredThousandFiles();

private:
    void makeFile(const QByteArray &name, qint64 bytes = 0) const;
    [[nodiscard]] QByteArray native(const QByteArray &name) const { return m_root + '/' + name; }
    [[nodiscard]] QString path(const QByteArray &name) const
    {
        return transfer::fromNativePath(native(name));
    }

    static constexpr int patience = 90'000;

    base::SystemClock m_clock;
    QNetworkAccessManager m_manager;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<QTemporaryDir> m_dir;
    QByteArray m_root;
    QList<UploadRecord> m_rows;
};

void TestSessionFolders::init()
{
    m_session = std::make_unique<Session>(m_manager, m_clock);
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    m_root = QFile::encodeName(m_dir->path());
    m_rows.clear();
    connect(m_session.get(), &Session::uploadsChanged, this,
            [this](const session::UploadBatch &batch) { m_rows += batch.records; });
}

void TestSessionFolders::cleanup()
{
    m_session.reset();
    // QTemporaryDir cannot name all that is in it.
    std::error_code ignored;
    std::filesystem::remove_all(m_root.constData(), ignored);
    m_dir.reset();
}

void TestSessionFolders::makeFile(const QByteArray &name, qint64 bytes) const
{
    const int fd = ::open(native(name).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    QVERIFY2(fd >= 0, name.constData());
    QCOMPARE(::ftruncate(fd, bytes), 0);
    ::close(fd);
}

void TestSessionFolders::rowsOfAMixedFolder()
{
    QCOMPARE(::mkdir(native("d").constData(), 0755), 0);
    QCOMPARE(::mkdir(native("d/nested").constData(), 0755), 0);
    const QList<QByteArray> names{"d/ a b ", "d/line\nbreak", "d/nested/\xf0\x9f\x8c\x8a", "d/x\xff"};
    for (const QByteArray &name : names)
        makeFile(name, 10);
    QCOMPARE(::mkfifo(native("d/fifo").constData(), 0644), 0);
    QCOMPARE(::symlink("..", native("d/loop").constData()), 0);

    m_session->addPaths({path("d"), path("d/fifo"), path("missing"), path("d/x\xff")});
    QTRY_COMPARE_WITH_TIMEOUT(m_rows.size(), 6, patience); // the last path was met in the folder already
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(transfer::toNativePath(m_rows[i].path), native(names[i]));
        QCOMPARE(m_rows[i].state, UploadState::Waiting);
        QCOMPARE(m_rows[i].bytes, 10);
    }
    QCOMPARE(m_rows[2].name, QStringLiteral("\U0001F30A"));
    QCOMPARE(m_rows[3].name, QStringLiteral("x\uFFFD"));
    QCOMPARE(m_rows[4].error.kind, base::ErrorKind::NotAFile);
    QCOMPARE(m_rows[5].error.kind, base::ErrorKind::FileMissing);
}

void TestSessionFolders::anUnreadableFolderIsARow()
{
    QCOMPARE(::chmod(m_root.constData(), 0755), 0);
    QCOMPARE(::mkdir(native("d").constData(), 0755), 0);
    QCOMPARE(::mkdir(native("d/shut").constData(), 0), 0);
    makeFile("d/y");
    // Root may read everything; for this we are nobody.
    const bool isRoot = ::geteuid() == 0;
    QVERIFY(!isRoot || ::seteuid(65534) == 0);
    m_session->addPaths({path("d")});
    [this] { QTRY_COMPARE_WITH_TIMEOUT(m_rows.size(), 2, patience); }();
    QVERIFY(!isRoot || ::seteuid(0) == 0);
    QCOMPARE(m_rows.size(), 2);
    QCOMPARE(m_rows[0].path, path("d/shut"));
    QCOMPARE(m_rows[0].state, UploadState::Failed);
    QCOMPARE(m_rows[0].error.kind, base::ErrorKind::FileUnreadable);
    QCOMPARE(m_rows[1].state, UploadState::Waiting);
}

void TestSessionFolders::aHundredThousandFiles()
{
    constexpr int files = 1'000;
    constexpr int times
        = 100; // The same folder again and again: making as many files would take the test's time.
    QStringList expected;
    for (int i = 0; i < files; ++i) {
        const QByteArray name = QByteArray::number(i).rightJustified(4, '0');
        makeFile(name);
        expected << path(name);
    }
    qsizetype largest = 0;
    connect(m_session.get(), &Session::uploadsChanged, this,
            [&](const session::UploadBatch &batch) { largest = std::max(largest, batch.records.size()); });
    // A timer without delay fires once a turn of the event loop: others had their turn in between.
    int turns = 0;
    QTimer turn;
    turn.callOnTimeout(this, [&turns] { ++turns; });
    turn.start(0);

    for (int i = 0; i < times; ++i) // several times in one call would be once
        m_session->addPaths({m_dir->path()});
    QCOMPARE(turns, 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_rows.size(), times * files, patience);
    QVERIFY2(largest <= 12'500, qPrintable(QString::number(largest)));
    QVERIFY(turns >= times * files / 1'000);
    for (int i = 0; i < m_rows.size(); ++i) {
        QCOMPARE(m_rows[i].id.value, quint64(i + 1));
        QCOMPARE(m_rows[i].path, expected[i % files]);
    }
}

QTEST_GUILESS_MAIN(TestSessionFolders)
#include "tst_sessionfolders.moc"
