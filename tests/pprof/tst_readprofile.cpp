// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pprof/readprofile.h"

#include "core/pprof/decode.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

class TestReadProfile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsThere()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("a.pb")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("profile") == 7);
        file.close();
        const auto content = pprof::readProfile(file.fileName());
        QVERIFY(content.ok());
        QCOMPARE(*content, QByteArray("profile"));
    }

    void saysWhyNot()
    {
        QTemporaryDir folder;
        QCOMPARE(kindOf(folder.filePath(QStringLiteral("none"))), base::ErrorKind::FileMissing);
        QCOMPARE(kindOf(folder.path()), base::ErrorKind::NotAFile);
        QFile large(folder.filePath(QStringLiteral("large")));
        QVERIFY(large.open(QIODevice::WriteOnly)
                && large.resize(pprof::Limits().inflatedBytes + 1)); // a hole
        QCOMPARE(kindOf(large.fileName()), base::ErrorKind::TooLarge);
    }

private:
    static base::ErrorKind kindOf(const QString &path)
    {
        const auto content = pprof::readProfile(path);
        return content ? base::ErrorKind::None : content.error().kind;
    }
};

QTEST_GUILESS_MAIN(TestReadProfile)
#include "tst_readprofile.moc"
