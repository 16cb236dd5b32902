// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/nativepath.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

using transfer::fromNativePath;
using transfer::printable;
using transfer::toNativePath;

class TestNativePath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void findsLossyNames_data();
    void findsLossyNames();
    void namesForServers_data();
    void namesForServers();
    void nativeNames_data();
    void nativeNames();
    void oneSpelling_data();
    void oneSpelling();
    void relativeOnesBeginInTheFolder();
};

void TestNativePath::oneSpelling_data()
{
    QTest::addColumn<QByteArray>("given"); // below the root
    QTest::addColumn<QByteArray>("spelt");
    const auto row = [](const char *name, const QByteArray &given, const QByteArray &spelt) {
        QTest::newRow(name) << given << spelt;
    };
    row("clean", "/d/f", "/d/f");
    row("double slashes", "//d///f", "/d/f");
    row("itself", "/./d/./f", "/d/f");
    row("a slash at the end", "/d/f/", "/d/f");
    row("a point at the end", "/d/.", "/d");
    row("points in names", "/d/.f/..g/h./i..", "/d/.f/..g/h./i..");
    row("up", "/d/../d/f", "/d/f");
    row("up at the end", "/d/e/..", "/d");
    row("up twice", "/d/e/../../d/f", "/d/f");
    row("up behind a link", "/link/../f", "/d/f"); // it leads to d/e
    row("a link stays", "/d/../link/f", "/link/f");
    row("up below a link", "/link/deep/../f", "/link/f");
    row("up behind nothing", "/none/..//d", "/none/../d");
    row("up behind a file", "/d/f/../f", "/d/f/../f");
    row("any bytes", "/d//m\xe4rz/../m\xe4rz/", "/d/m\xe4rz");
    row("up behind a link to any bytes", "/other/../f", "/d/m\xe4rz/f");
}

void TestNativePath::oneSpelling()
{
    QFETCH(const QByteArray, given);
    QFETCH(const QByteArray, spelt);
    const QTemporaryDir dir;
    const auto cleanUp = qScopeGuard([&] { std::filesystem::remove_all(dir.path().toStdString()); });
    const QByteArray root = QByteArray::fromStdString(std::filesystem::canonical(dir.path().toStdString()));
    for (const char *folder : {"/d", "/d/e", "/d/e/deep", "/d/m\xe4rz", "/d/m\xe4rz/sub"})
        QCOMPARE(::mkdir(QByteArray(root + folder).constData(), 0700), 0);
    QCOMPARE(::mknod(QByteArray(root + "/d/f").constData(), S_IFREG | 0600, 0), 0);
    QCOMPARE(::symlink("d/e", QByteArray(root + "/link").constData()), 0);
    QCOMPARE(::symlink("d/m\xe4rz/sub", QByteArray(root + "/other").constData()), 0);
    const QString path = transfer::absolutePath(fromNativePath(root + given));
    QCOMPARE(toNativePath(path), root + spelt);
    QCOMPARE(transfer::absolutePath(path), path);
}

void TestNativePath::relativeOnesBeginInTheFolder()
{
    const QTemporaryDir dir;
    const auto cleanUp = qScopeGuard([before = QDir::currentPath()] { QDir::setCurrent(before); });
    const QByteArray folder
        = QByteArray::fromStdString(std::filesystem::canonical(dir.path().toStdString())) + "/m\xe4rz";
    QVERIFY(::mkdir(folder.constData(), 0700) == 0 && ::chdir(folder.constData()) == 0);
    for (const QByteArray given : {"f", "./f", "f/", ".//f", "../m\xe4rz/f"})
        QCOMPARE(toNativePath(transfer::absolutePath(fromNativePath(given))), folder + "/f");
    QCOMPARE(toNativePath(transfer::absolutePath(QStringLiteral("."))), folder);
    QCOMPARE(transfer::absolutePath({}), QString());
    QCOMPARE(transfer::absolutePath(QStringLiteral("/")), QStringLiteral("/"));
    QCOMPARE(transfer::absolutePath(QStringLiteral("/../..")), QStringLiteral("/"));
    QVERIFY(QDir::setCurrent(QStringLiteral("/")));
    QCOMPARE(transfer::absolutePath(QStringLiteral("f")), QStringLiteral("/f"));
    std::filesystem::remove(folder.toStdString());
}

void TestNativePath::nativeNames_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray path("/d\xff/m\xe4rz.txt");
    QTest::newRow("its own") << path << QStringLiteral("m\ufffdrz.txt") << QByteArray("m\xe4rz.txt");
    QTest::newRow("with its folder") << path << QStringLiteral("d\ufffd/m\ufffdrz.txt")
                                     << QByteArray("d\xff/m\xe4rz.txt");
    QTest::newRow("from the root on") << path << QStringLiteral("/d\ufffd/m\ufffdrz.txt") << path;
    QTest::newRow("more than there is") << path << QStringLiteral("x//d\ufffd/m\ufffdrz.txt")
                                        << QByteArray("x//d\xef\xbf\xbd/m\xef\xbf\xbdrz.txt");
    QTest::newRow("another one") << path << QStringLiteral("\ufffd") << QByteArray("\xef\xbf\xbd");
    QTest::newRow("valid") << QByteArray("/d/\xc3\xa4") << QStringLiteral("ä") << QByteArray("\xc3\xa4");
    QTest::newRow("another valid one") << path << QStringLiteral("given") << QByteArray("given");
    QTest::newRow("none") << path << QString() << QByteArray();
}

void TestNativePath::nativeNames()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QString, name);
    QTEST(transfer::nativeName(path, name), "bytes");
}

void TestNativePath::roundTrip_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("shown");
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("ASCII") << QByteArray("/a/b.txt") << QStringLiteral("/a/b.txt");
    QTest::newRow("UTF-8") << QByteArray("/\xc3\xa4/\xf0\x9f\x98\x80") << QStringLiteral("/ä/😀");
    QTest::newRow("Latin-1") << QByteArray("/m\xe4rz.txt") << QStringLiteral("/m\ufffdrz.txt");
    QTest::newRow("only bad bytes") << QByteArray("\xff\xfe\x80") << QStringLiteral("\ufffd\ufffd\ufffd");
    QTest::newRow("cut sequence at the end")
        << QByteArray("a\xf0\x9f\x98") << QStringLiteral("a\ufffd\ufffd\ufffd");
    QTest::newRow("bad byte before a good character")
        << QByteArray("\xff\xc3\xa4") << QStringLiteral("\ufffdä");
    QTest::newRow("overlong") << QByteArray("\xc0\xaf") << QStringLiteral("\ufffd\ufffd");
    QTest::newRow("surrogate in UTF-8") << QByteArray("\xed\xb2\x80") << QStringLiteral("\ufffd\ufffd\ufffd");
    QTest::newRow("real U+FFFD") << QByteArray("/nowhere-at-all/\xef\xbf\xbd")
                                 << QStringLiteral("/nowhere-at-all/\ufffd");
}

void TestNativePath::roundTrip()
{
    QFETCH(QByteArray, bytes);
    const QString text = fromNativePath(bytes);
    QCOMPARE(toNativePath(text), bytes);
    QTEST(printable(text), "shown");
    QVERIFY(printable(text).toUtf8().isValidUtf8());
}

void TestNativePath::findsLossyNames_data()
{
    QTest::addColumn<QByteArrayList>("entries");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("found");
    const QString lossy = QStringLiteral("m\ufffdrz/\ufffd.bin");
    const QByteArray literal = lossy.toUtf8();
    QTest::newRow("file and folder") << QByteArrayList{"m\xe4rz/", "m\xe4rz/\xff.bin", "m\xe4rz/other.bin"}
                                     << lossy << QByteArray("m\xe4rz/\xff.bin");
    QTest::newRow("truly so named") << QByteArrayList{"m\xef\xbf\xbdrz/", "m\xef\xbf\xbdrz/\xef\xbf\xbd.bin"}
                                    << lossy << literal;
    QTest::newRow("a true name wins")
        << QByteArrayList{"\xef\xbf\xbd", "\xff"} << QStringLiteral("\ufffd") << QByteArray("\xef\xbf\xbd");
    QTest::newRow("two fit") << QByteArrayList{"\xfe", "\xff"} << QStringLiteral("\ufffd")
                             << QByteArray("\xef\xbf\xbd");
    QTest::newRow("none fits") << QByteArrayList{"\xff\xff"} << QStringLiteral("\ufffd")
                               << QByteArray("\xef\xbf\xbd");
    QTest::newRow("no such folder") << QByteArrayList{} << lossy << literal;
}

void TestNativePath::findsLossyNames()
{
    QFETCH(QByteArrayList, entries);
    QFETCH(QString, path);
    QFETCH(QByteArray, found);
    const QTemporaryDir dir;
    // QTemporaryDir cannot name what it should remove.
    const auto cleanUp = qScopeGuard([&] { std::filesystem::remove_all(dir.path().toStdString()); });
    const QByteArray root = QFile::encodeName(dir.path()) + '/';
    for (const QByteArray &entry : entries) {
        const QByteArray full = root + entry;
        const bool isFolder = entry.endsWith('/');
        QVERIFY((isFolder ? ::mkdir(full.constData(), 0700) : ::mknod(full.constData(), S_IFREG | 0600, 0))
                == 0);
    }
    QCOMPARE(toNativePath(dir.path() + QLatin1Char('/') + path), root + found);
}

void TestNativePath::namesForServers_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("name");
    QTest::newRow("path") << QStringLiteral("/a/b c.txt") << QStringLiteral("b c.txt");
    QTest::newRow("bare") << QStringLiteral("b.txt") << QStringLiteral("b.txt");
    QTest::newRow("pair kept") << QStringLiteral("/😀") << QStringLiteral("😀");
    QTest::newRow("NUL") << QStringLiteral("/a") + QChar(0) + QLatin1Char('b') << QStringLiteral("a\ufffdb");
    QTest::newRow("high surrogate alone") << QStringLiteral("a") + QChar(0xd83d) << QStringLiteral("a\ufffd");
    QTest::newRow("swapped pair") << QString(QChar(0xde00)) + QChar(0xd83d) << QStringLiteral("\ufffd\ufffd");
    QTest::newRow("ends with a slash") << QStringLiteral("/a/") << QString();
}

void TestNativePath::namesForServers()
{
    QFETCH(QString, path);
    QTEST(transfer::fileNameOf(path), "name");
}

QTEST_GUILESS_MAIN(TestNativePath)
#include "tst_nativepath.moc"
