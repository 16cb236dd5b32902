// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/filepiece.h"
#include "tests/transfer/pattern.h"

#include <QTemporaryDir>
#include <QTest>

using transfer::FilePiece;
using transfer::StableFile;

class TestFilePiece : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(testing::writePattern(m_path, size));
        m_file = std::make_shared<StableFile>(m_path);
        QVERIFY(m_file->open(QIODevice::ReadOnly));
    }

    void isThatPart_data()
    {
        QTest::addColumn<qint64>("offset");
        QTest::addColumn<qint64>("bytes");
        QTest::newRow("all") << qint64(0) << size;
        QTest::newRow("the middle") << qint64(1000) << qint64(70'000);
        QTest::newRow("the end") << size - 1 << qint64(1);
        QTest::newRow("nothing") << size << qint64(0);
    }

    void isThatPart()
    {
        QFETCH(qint64, offset);
        QFETCH(qint64, bytes);
        FilePiece piece(m_file, offset, bytes);
        QCOMPARE(piece.size(), bytes);
        QCOMPARE(piece.readAll(), testing::pattern(offset, bytes));
        QVERIFY(piece.atEnd());
        QVERIFY(piece.seek(bytes / 2));
        QCOMPARE(piece.readAll(), testing::pattern(offset + bytes / 2, bytes - bytes / 2));
    }

    void twoDoNotDisturbEachOther()
    {
        FilePiece first(m_file, 0, 100);
        FilePiece second(m_file, 5000, 100);
        QCOMPARE(first.read(50), testing::pattern(0, 50));
        QCOMPARE(second.read(50), testing::pattern(5000, 50));
        QCOMPARE(first.read(50), testing::pattern(50, 50));
    }

    void shrunkFileIsAnError()
    {
        FilePiece piece(m_file, 50'000, 50'000);
        QVERIFY(QFile::resize(m_path, 60'000));
        QByteArray data(50'000, Qt::Uninitialized);
        QCOMPARE(piece.read(data.data(), data.size()), 10'000);
        QCOMPARE(piece.read(data.data(), data.size()), -1);
        QCOMPARE(m_file->failure().kind, base::ErrorKind::FileChanged);
    }

private:
    static constexpr qint64 size = 100'000;
    QTemporaryDir m_dir;
    const QString m_path = m_dir.filePath(QStringLiteral("file"));
    std::shared_ptr<StableFile> m_file;
};

QTEST_GUILESS_MAIN(TestFilePiece)
#include "tst_filepiece.moc"
