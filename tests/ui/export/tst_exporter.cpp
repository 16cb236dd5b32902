// SPDX-License-Identifier: GPL-3.0-or-later
// Reports that need a snapshot: who gets which, when nobody waits, when nothing can be written, and when nobody is left to
// be told.
#include "tests/report/samplesnapshot.h"
#include "ui/export/exporter.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using base::ErrorKind;
using session::SharedSnapshot;
using transfer::FailureReason;
using ui::Exporter;

namespace {

/// In which `path` was refused as too large, and /data/broken found no server.
SharedSnapshot snapshotWith(const QString &path)
{
    session::SessionSnapshot snapshot;
    snapshot.uploads
        = {sample::done(QStringLiteral("/data/well"), 10, sample::startMs, 5),
           sample::failed(path, 10, ErrorKind::HttpStatus, 413, QStringLiteral("too large")),
           sample::failed(QStringLiteral("/data/broken"), 10, ErrorKind::ConnectionRefused, 0, {})};
    return std::make_shared<const session::SessionSnapshot>(snapshot);
}

} // namespace

class TestExporter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_exporter = std::make_unique<Exporter>();
        m_asked = 0;
        m_told.clear();
        connect(m_exporter.get(), &Exporter::snapshotNeeded, this, [this] { ++m_asked; });
        connect(m_exporter.get(), &Exporter::exported, this, [this](const QString &name) { m_told << name; });
        connect(m_exporter.get(), &Exporter::failed, this,
                [this](const QString &name, const base::Error &error) {
                    m_told << QStringLiteral("failed: ") + name;
                    m_error = error.kind;
                });
    }
    void cleanup() { m_exporter.reset(); }

    void theEndingTellsPathsFromATable()
    {
        const QString paths = file("failed.TXT");
        m_exporter->exportFailed({}, paths);
        m_exporter->take(snapshotWith(QStringLiteral("/data/large")));
        QTRY_COMPARE(m_told, QStringList{paths});
        QCOMPARE(read(paths), QByteArrayLiteral("/data/large\n/data/broken\n"));

        const QString table = file("failed.csv");
        m_exporter->exportFailed({ErrorKind::HttpStatus, 413, {}}, table);
        m_exporter->take(snapshotWith(QStringLiteral("/data/large")));
        QTRY_COMPARE(m_told, (QStringList{paths, table}));
        QVERIFY(read(table).startsWith("file,errorKind,httpStatus"));
        QVERIFY(read(table).contains("/data/large,http-status,413"));
        QVERIFY(!read(table).contains("/data/broken")); // of another reason
    }

    void eachGetsTheSnapshotOfItsTurn()
    {
        m_exporter->exportFailed({}, file("one.txt"));
        m_exporter->exportFailed({}, file("two.txt"));
        QCOMPARE(m_asked, 2);
        m_exporter->take(snapshotWith(QStringLiteral("/data/first")));
        m_exporter->take(snapshotWith(QStringLiteral("/data/second")));
        QTRY_COMPARE(m_told.size(), 2);
        QVERIFY(read(file("one.txt")).startsWith("/data/first\n"));
        QVERIFY(read(file("two.txt")).startsWith("/data/second\n"));
    }

    /// Others ask the session for snapshots, too.
    void aSnapshotThatNobodyWaitsForIsIgnored()
    {
        m_exporter->take(snapshotWith(QStringLiteral("/data/others")));
        m_exporter->exportFailed({}, file("mine.txt"));
        m_exporter->take(snapshotWith(QStringLiteral("/data/mine")));
        m_exporter->take(snapshotWith(QStringLiteral("/data/others")));
        QTRY_COMPARE(m_told, QStringList{file("mine.txt")});
        settle();
        QCOMPARE(m_told.size(), 1);
        QVERIFY(read(file("mine.txt")).startsWith("/data/mine\n"));
    }

    void whatCannotBeWrittenFailsOnce()
    {
        const QString nowhere = file("no/such/folder/failed.txt");
        m_exporter->exportFailed({}, nowhere);
        m_exporter->take(snapshotWith(QStringLiteral("/data/large")));
        QTRY_COMPARE(m_told, QStringList{QStringLiteral("failed: ") + nowhere});
        QCOMPARE(m_error, ErrorKind::WriteFailed);
        settle();
        QCOMPARE(m_told.size(), 1);
    }

    void whoIsGoneIsNotTold()
    {
        m_exporter->exportFailed({}, file("late.txt"));
        m_exporter->take(snapshotWith(QStringLiteral("/data/large")));
        m_exporter.reset();
        settle();
        QVERIFY(QFile::exists(file("late.txt"))); // What was begun is written all the same.
        QVERIFY(m_told.isEmpty());
    }

private:
    [[nodiscard]] QString file(const char *name) const { return m_folder->filePath(QLatin1StringView(name)); }
    static QByteArray read(const QString &name)
    {
        QFile opened(name);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
    /// All that was begun is over, and told.
    static void settle()
    {
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Exporter> m_exporter;
    int m_asked = 0;
    QStringList m_told; ///< In the order in which it was.
    ErrorKind m_error = ErrorKind::None;
};

QTEST_GUILESS_MAIN(TestExporter)
#include "tst_exporter.moc"
