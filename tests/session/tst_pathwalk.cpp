// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/pathwalk.h"
#include "core/transfer/nativepath.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <filesystem>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using session::FolderOptions;
using session::WalkedFile;

class TestPathWalk final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void filesStandForThemselves_data();
    void filesStandForThemselves();
    void foldersAreWalkedInOrder();
    void keepsTheOrderOfThePaths();
    void relativePathsBecomeAbsolute();
    void emptyFoldersStandForNothing();
    void followsLinksOnlyWhenNamed();
    void aLoopOfLinksEnds();
    void passesOverWhatIsNoFile();
    void countsWhatItPassesOver();
    void whatTheRunWritesIsLeftOut();
    void aFileNamedTwiceComesOnce_data();
    void aFileNamedTwiceComesOnce();
    void whatIsNamedStandsForItselfEvenIfNoFile();
    void namesOfAnyBytes();
    void unreadableFoldersStandForThemselves();
    void aVeryDeepTree();
    void leavesHiddenOnesOutOnRequest();
    void followsLinksOnRequest();
    void walksEachFolderOnce();
    void aWebOfLinksEnds();
    void tellsTheirPlace_data();
    void tellsTheirPlace();
    void tellsHowFarItIs();
    void batchesAreBounded();
    void stopsWhenCancelled();

private:
    void makeFile(const QByteArray &name) const;
    void makeFolder(const QByteArray &name) const;
    [[nodiscard]] QByteArray native(const QByteArray &name) const { return m_root + '/' + name; }
    [[nodiscard]] QString path(const QByteArray &name) const
    {
        return transfer::fromNativePath(native(name));
    }
    void makeLink(const QByteArray &name, const QByteArray &target) const;
    /// What `names` (below the root) stand for, relative to the root, joined by '|'.
    [[nodiscard]] QByteArray walked(const QList<QByteArray> &names, const FolderOptions &options = {}) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    QByteArray m_root;
};

/// Root may read everything; for the test of what may not be read we are nobody.
class Unprivileged final
{
    Q_DISABLE_COPY_MOVE(Unprivileged)

public:
    Unprivileged()
    {
        if (::geteuid() == 0 && ::seteuid(65534) != 0)
            qFatal("cannot give up root's rights");
    }
    ~Unprivileged()
    {
        if (::getuid() == 0 && ::seteuid(0) != 0)
            qFatal("cannot take back root's rights");
    }
};

static void toNobody(const session::WalkProgress &) { }

static QList<WalkedFile> filesOf(const QStringList &paths, const FolderOptions &options)
{
    QList<WalkedFile> all;
    const std::atomic<bool> cancelled = false;
    session::walkPaths(
        {paths, options}, [&all](QList<WalkedFile> &&batch) { all += batch; }, toNobody, cancelled);
    return all;
}

static QStringList allOf(const QStringList &paths, const FolderOptions &options = {})
{
    QStringList all;
    const QList<WalkedFile> files = filesOf(paths, options);
    for (const WalkedFile &file : files)
        all << file.path;
    return all;
}

void TestPathWalk::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    m_root = QFile::encodeName(m_dir->path());
    QCOMPARE(::chmod(m_root.constData(), 0755), 0);
}

void TestPathWalk::cleanup()
{
    // QTemporaryDir cannot name all that is in it.
    std::error_code ignored;
    std::filesystem::remove_all(m_root.constData(), ignored);
    m_dir.reset();
}

void TestPathWalk::makeFile(const QByteArray &name) const
{
    const int fd = ::open(native(name).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    QVERIFY2(fd >= 0, name.constData());
    ::close(fd);
}

void TestPathWalk::makeFolder(const QByteArray &name) const
{
    QVERIFY2(::mkdir(native(name).constData(), 0755) == 0, name.constData());
}

void TestPathWalk::makeLink(const QByteArray &name, const QByteArray &target) const
{
    QVERIFY2(::symlink(target.constData(), native(name).constData()) == 0, name.constData());
}

QByteArray TestPathWalk::walked(const QList<QByteArray> &names, const FolderOptions &options) const
{
    QStringList paths;
    for (const QByteArray &name : names)
        paths << path(name);
    QByteArrayList found;
    const QStringList all = allOf(paths, options);
    for (const QString &one : all) {
        const QByteArray bytes = transfer::toNativePath(one);
        found << (bytes.startsWith(m_root) ? bytes.mid(m_root.size() + 1) : bytes);
    }
    return found.join('|');
}

void TestPathWalk::filesStandForThemselves_data()
{
    QTest::addColumn<QString>("given");

    QTest::newRow("missing") << QStringLiteral("/no/such/file");
    QTest::newRow("empty") << QString();
    QTest::newRow("a device") << QStringLiteral("/dev/null");
    QTest::newRow("with a NUL") << QStringLiteral("/tmp") + QChar::Null + QStringLiteral("x");
    QTest::newRow("below a file") << QStringLiteral("/dev/null/x");
    QTest::newRow("longer than any path may be") << QLatin1Char('/') + QString(10'000, QLatin1Char('x'));
}

void TestPathWalk::filesStandForThemselves()
{
    QFETCH(QString, given);
    QCOMPARE(allOf({given}), QStringList{given});
}

void TestPathWalk::foldersAreWalkedInOrder()
{
    makeFolder("d");
    makeFolder("d/b");
    makeFolder("d/b/deep");
    makeFolder("d/.hidden");
    for (const char *name : {"d/c", "d/a", "d/B", "d/b/2", "d/b/10", "d/b/deep/x", "d/.hidden/y", "d/.dot"})
        makeFile(name);
    const QByteArray expected = "d/.dot|d/.hidden/y|d/B|d/a|d/b/10|d/b/2|d/b/deep/x|d/c";
    QCOMPARE(walked({"d"}), expected);
    QCOMPARE(walked({"d/"}), expected);
}

void TestPathWalk::keepsTheOrderOfThePaths()
{
    makeFolder("z");
    makeFolder("a");
    for (const char *name : {"z/1", "a/1", "m"})
        makeFile(name);
    QCOMPARE(walked({"z", "m", "a", "missing"}), "z/1|m|a/1|missing");
}

void TestPathWalk::relativePathsBecomeAbsolute()
{
    makeFolder("d");
    makeFile("d/x");
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_dir->path()));
    const QStringList found = allOf({QStringLiteral("d"), QStringLiteral("missing")});
    QVERIFY(QDir::setCurrent(before));
    QCOMPARE(found, (QStringList{path("d/x"), path("missing")}));
}

void TestPathWalk::emptyFoldersStandForNothing()
{
    makeFolder("d");
    makeFolder("d/e");
    QCOMPARE(walked({"d"}), "");
}

void TestPathWalk::followsLinksOnlyWhenNamed()
{
    makeFolder("d");
    makeFile("d/x");
    makeFile("f");
    QCOMPARE(::symlink("../f", native("d/to-file").constData()), 0);
    QCOMPARE(::symlink("/", native("d/to-root").constData()), 0);
    QCOMPARE(::symlink("d", native("to-d").constData()), 0);
    QCOMPARE(::symlink("nowhere", native("d/broken").constData()), 0);
    QCOMPARE(walked({"d"}), "d/x");
    QCOMPARE(walked({"to-d", "d/to-file", "d/broken"}), "to-d/x|d/to-file|d/broken");
}

void TestPathWalk::aLoopOfLinksEnds()
{
    makeFolder("d");
    makeFile("d/x");
    QCOMPARE(::symlink("..", native("d/up").constData()), 0);
    QCOMPARE(::symlink("self", native("d/self").constData()), 0);
    QCOMPARE(walked({"d", "d/self"}), "d/x|d/self");
}

void TestPathWalk::passesOverWhatIsNoFile()
{
    makeFolder("d");
    makeFile("d/file");
    QCOMPARE(::mkfifo(native("d/fifo").constData(), 0644), 0);
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray name = native("d/socket");
    QVERIFY(static_cast<size_t>(name.size()) < sizeof(address.sun_path));
    std::copy_n(name.constData(), name.size(), address.sun_path);
    QCOMPARE(::bind(fd, reinterpret_cast<const sockaddr *>(&address), sizeof(address)), 0);
    ::close(fd);
    QCOMPARE(walked({"d"}), "d/file");
}

void TestPathWalk::countsWhatItPassesOver()
{
    makeFolder("d");
    makeFolder("d/e");
    makeFile("d/file");
    makeFile("d/e/other");
    makeLink("d/link", "file");
    makeLink("d/e/link", "nowhere");
    QCOMPARE(::mkfifo(native("d/e/fifo").constData(), 0644), 0);
    const std::atomic<bool> cancelled = false;
    const auto passedOver = [&](const QStringList &paths, bool followsLinks) {
        FolderOptions options;
        options.followsLinks = followsLinks;
        return session::walkPaths(
            {paths, options}, [](QList<WalkedFile> &&) {}, toNobody, cancelled);
    };
    QCOMPARE(passedOver({path("d")}, false), (session::PassedOver{0, 2, 1}));
    QCOMPARE(passedOver({path("d")}, true), (session::PassedOver{0, 1, 1}));
    QCOMPARE(passedOver({path("d/file"), path("d")}, false), (session::PassedOver{1, 2, 1}));
    QVERIFY(passedOver({path("d/file")}, false).isEmpty());
}

void TestPathWalk::whatTheRunWritesIsLeftOut()
{
    makeFolder("d");
    makeFolder("d/e");
    makeFile("d/file");
    makeFile("d/result.json");
    makeFile("d/e/result.json"); // another one
    makeLink("way", "d");
    const std::atomic<bool> cancelled = false;
    QByteArrayList found;
    const auto walk = [&](const char *start, const QStringList &own) {
        FolderOptions options;
        options.own = own;
        found.clear();
        const auto sink = [&](QList<WalkedFile> &&files) {
            for (const WalkedFile &file : files)
                found.append(transfer::toNativePath(file.path).sliced(native(start).size()));
        };
        return session::walkPaths({{path(start)}, options}, sink, toNobody, cancelled);
    };
    const QByteArrayList others{"/e/result.json", "/file"};
    QCOMPARE(walk("d", {path("d/result.json"), path("d/none.json")}), (session::PassedOver{0, 0, 0, 1}));
    QCOMPARE(found, others);
    // By whatever way either of them is named.
    QCOMPARE(walk("way", {path("d/e/../result.json")}), (session::PassedOver{0, 0, 0, 1}));
    QCOMPARE(found, others);
    // Who names it means it.
    QVERIFY(walk("d/result.json", {path("d/result.json")}).isEmpty());
    QCOMPARE(found.size(), 1);
}

void TestPathWalk::aFileNamedTwiceComesOnce_data()
{
    QTest::addColumn<QList<QByteArray>>("names");
    QTest::addColumn<QByteArray>("found");
    QTest::newRow("a file") << QList<QByteArray>{"f", "g", "f", "f"} << QByteArray("f|g");
    QTest::newRow("a folder") << QList<QByteArray>{"d", "d"} << QByteArray("d/e/y|d/x");
    QTest::newRow("a folder in one") << QList<QByteArray>{"d", "d/e", "d"} << QByteArray("d/e/y|d/x");
    QTest::newRow("the inner one first") << QList<QByteArray>{"d/e", "d"} << QByteArray("d/e/y|d/x");
    QTest::newRow("a file of one") << QList<QByteArray>{"d/x", "d"} << QByteArray("d/x|d/e/y");
    QTest::newRow("in other words") << QList<QByteArray>{"d/", "./d//e/./y"} << QByteArray("d/e/y|d/x");
    QTest::newRow("by way of another")
        << QList<QByteArray>{"d/e/../x", "d", "d/../d/e/y"} << QByteArray("d/x|d/e/y");
    QTest::newRow("a file with a slash") << QList<QByteArray>{"f/", "f"} << QByteArray("f");
    QTest::newRow("alike is not the same")
        << QList<QByteArray>{"f", "f0", "d", "d-/x"} << QByteArray("f|f0|d/e/y|d/x|d-/x");
}

void TestPathWalk::aFileNamedTwiceComesOnce()
{
    QFETCH(QList<QByteArray>, names);
    QFETCH(QByteArray, found);
    for (const char *folder : {"d", "d/e", "d-"})
        makeFolder(folder);
    for (const char *file : {"f", "f0", "g", "d/x", "d/e/y", "d-/x"})
        makeFile(file);
    QCOMPARE(walked(names).replace("//", "/"), found);
}

void TestPathWalk::whatIsNamedStandsForItselfEvenIfNoFile()
{
    QCOMPARE(::mkfifo(native("fifo").constData(), 0644), 0);
    QCOMPARE(walked({"fifo"}), "fifo");
}

void TestPathWalk::namesOfAnyBytes()
{
    makeFolder("d");
    makeFolder("d/f\xff");
    const QList<QByteArray> names{"d/ two  words ", "d/a\nb",        "d/caf\xc3\xa9",
                                  "d/caf\xe9",      "d/f\xff/x\xc3", "d/\xf0\x9f\x8c\x8a",
                                  "d/\xed\xb3\xbf", "d/\xef\xbf\xbd"};
    for (const QByteArray &name : names)
        makeFile(name);
    QByteArrayList sorted = names;
    std::sort(sorted.begin(), sorted.end());
    QCOMPARE(walked({"d"}), sorted.join('|'));
    const QStringList all = allOf({path("d")});
    for (const QString &one : all)
        QCOMPARE(::access(transfer::toNativePath(one).constData(), F_OK), 0);
}

void TestPathWalk::unreadableFoldersStandForThemselves()
{
    makeFolder("d");
    makeFolder("d/shut");
    makeFile("d/shut/x");
    makeFile("d/y");
    QCOMPARE(::chmod(native("d/shut").constData(), 0), 0);
    QByteArray inside;
    QByteArray itself;
    {
        const Unprivileged nobody;
        inside = walked({"d"});
        itself = walked({"d/shut"});
    }
    QCOMPARE(::chmod(native("d/shut").constData(), 0755), 0);
    QCOMPARE(inside, "d/shut|d/y");
    QCOMPARE(itself, "d/shut");
    QCOMPARE(walked({"d"}), "d/shut/x|d/y");
}

void TestPathWalk::aVeryDeepTree()
{
    constexpr int depth = 300;
    QByteArray name = "d";
    makeFolder(name);
    for (int i = 0; i < depth; ++i) {
        name += "/d";
        makeFolder(name);
    }
    makeFile(name + "/x");
    QCOMPARE(walked({"d"}), name + "/x");
}

void TestPathWalk::leavesHiddenOnesOutOnRequest()
{
    makeFolder("d");
    makeFolder("d/.git");
    makeFolder("d/sub");
    makeFolder(".home");
    for (const char *name : {"d/a", "d/.env", "d/.git/config", "d/sub/.x", "d/sub/y", ".home/z"})
        makeFile(name);
    FolderOptions options;
    options.takesHidden = false;
    QCOMPARE(walked({"d"}, options), "d/a|d/sub/y");
    // Who names a hidden one means it.
    QCOMPARE(walked({"d/.env", "d/.git", ".home"}, options), "d/.env|d/.git/config|.home/z");
}

void TestPathWalk::followsLinksOnRequest()
{
    for (const char *name : {"d", "d/own", "other", "other/deep"})
        makeFolder(name);
    for (const char *name : {"d/x", "d/own/y", "other/1", "other/deep/2", "f"})
        makeFile(name);
    makeLink("d/a-folder", "../other");
    makeLink("d/b-file", "../f");
    makeLink("d/c-broken", "nowhere");
    makeLink("d/d-fifo", "../fifo");
    QCOMPARE(::mkfifo(native("fifo").constData(), 0644), 0);
    FolderOptions options;
    QCOMPARE(walked({"d"}, options), "d/own/y|d/x");
    options.followsLinks = true;
    // What is in the folder itself comes first, so that it keeps its own path.
    QCOMPARE(walked({"d"}, options), "d/b-file|d/own/y|d/x|d/a-folder/1|d/a-folder/deep/2");
}

void TestPathWalk::walksEachFolderOnce()
{
    for (const char *name : {"d", "d/z"})
        makeFolder(name);
    for (const char *name : {"d/x", "d/z/y"})
        makeFile(name);
    makeLink("d/a", "z"); // Before it by name.
    makeLink("d/self", ".");
    makeLink("d/up", "..");
    makeLink("d/loop", "loop");
    makeFile("beside");
    FolderOptions options;
    options.followsLinks = true;
    QCOMPARE(walked({"d"}, options), "d/x|d/z/y|d/up/beside");
    // Of another path they are files of their own.
    QCOMPARE(walked({"d/z", "d/a"}, options), "d/z/y|d/a/y");
}

// Each of 40 folders leads to all others: there are more ways through them than anyone could walk.
void TestPathWalk::aWebOfLinksEnds()
{
    constexpr int folders = 40;
    makeFolder("d");
    for (int i = 0; i < folders; ++i) {
        const QByteArray folder = "d/" + QByteArray::number(i);
        makeFolder(folder);
        makeFile(folder + "/file");
        for (int k = 0; k < folders; ++k)
            makeLink(folder + "/to-" + QByteArray::number(k), "../" + QByteArray::number(k));
    }
    FolderOptions options;
    options.followsLinks = true;
    const QStringList all = allOf({path("d")}, options);
    QCOMPARE(all.size(), folders);
    QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), folders);
}

void TestPathWalk::tellsTheirPlace_data()
{
    QTest::addColumn<QString>("below");
    QTest::addColumn<QString>("expected");

    QTest::newRow("a folder") << QStringLiteral("/photos") << QStringLiteral("photos/2024/a.jpg");
    QTest::newRow("with a slash") << QStringLiteral("/photos/") << QStringLiteral("photos/2024/a.jpg");
    QTest::newRow("with two") << QStringLiteral("//photos//") << QStringLiteral("photos/2024/a.jpg");
    QTest::newRow("by way of another")
        << QStringLiteral("/photos/2024/..") << QStringLiteral("photos/2024/a.jpg");
    QTest::newRow("itself") << QStringLiteral("/photos/.") << QStringLiteral("photos/2024/a.jpg");
    QTest::newRow("one below") << QStringLiteral("/photos/2024") << QStringLiteral("2024/a.jpg");
    QTest::newRow("a file alone") << QStringLiteral("/photos/2024/a.jpg") << QString();
    QTest::newRow("by a link that was named") << QStringLiteral("/link") << QStringLiteral("link/2024/a.jpg");
}

void TestPathWalk::tellsTheirPlace()
{
    QFETCH(QString, below);
    QFETCH(QString, expected);
    makeFolder("photos");
    makeFolder("photos/2024");
    makeFile("photos/2024/a.jpg");
    makeLink("link", "photos");
    const QStringList paths{m_dir->path() + below};
    FolderOptions options;
    QList<WalkedFile> files = filesOf(paths, options);
    QCOMPARE(files.size(), 1);
    QVERIFY(files.first().name.isEmpty() && files.first().relativePath.isEmpty());
    options.relativePath = FolderOptions::RelativePath::InName;
    files = filesOf(paths, options);
    QCOMPARE(files.first().name, expected);
    QVERIFY(files.first().relativePath.isEmpty());
    options.relativePath = FolderOptions::RelativePath::InField;
    files = filesOf(paths, options);
    QCOMPARE(files.first().relativePath, expected);
    QVERIFY(files.first().name.isEmpty());
}

void TestPathWalk::tellsHowFarItIs()
{
    makeFolder("d");
    makeFolder("d/sub");
    for (const char *name : {"d/1", "d/2", "d/sub/3"})
        makeFile(name);
    QStringList told;
    const std::atomic<bool> cancelled = false;
    session::walkPaths(
        {{path("d/1"), path("d")}, {}, 1'000}, [](QList<WalkedFile> &&) {},
        [&](const session::WalkProgress &progress) {
            told << QFileInfo(progress.folder).fileName() + QLatin1Char(' ')
                    + QString::number(progress.files);
        },
        cancelled);
    QCOMPARE(told, (QStringList{QStringLiteral("d 1"), QStringLiteral("sub 2"), QStringLiteral("sub 3")}));
}

void TestPathWalk::batchesAreBounded()
{
    makeFolder("d");
    for (int i = 0; i < 25; ++i)
        makeFile("d/" + QByteArray::number(i));
    QList<qsizetype> sizes;
    const std::atomic<bool> cancelled = false;
    const auto note = [&](QList<WalkedFile> &&batch) { sizes << batch.size(); };
    session::walkPaths({{path("d")}, {}, 10}, note, toNobody, cancelled);
    QCOMPARE(sizes, (QList<qsizetype>{10, 10, 5}));
    sizes.clear();
    session::walkPaths({{path("d/1"), path("d"), path("d/2")}, {}, 24}, note, toNobody, cancelled);
    QCOMPARE(sizes, (QList<qsizetype>{24, 1}));
}

void TestPathWalk::stopsWhenCancelled()
{
    makeFolder("d");
    for (int i = 0; i < 25; ++i)
        makeFile("d/" + QByteArray::number(i));
    std::atomic<bool> cancelled = false;
    int batches = 0;
    session::walkPaths(
        {{path("d"), path("d/1")}, {}, 10},
        [&](QList<WalkedFile> &&) {
            ++batches;
            cancelled = true;
        },
        toNobody, cancelled);
    QCOMPARE(batches, 1);
}

QTEST_APPLESS_MAIN(TestPathWalk)
#include "tst_pathwalk.moc"
