// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/servers/profilestore.h"
#include "tests/support/testfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using servers::ProfileStore;
using servers::ServerProfile;

class TestProfileStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingYet();
    void keepsOrderAndContent();
    void isReadableByItsOwnerAlone();
    void damagedFilesAreSetAside_data();
    void damagedFilesAreSetAside();
    void goodServersOfADamagedFileAreKept();
    void newerVersionIsLeftAlone();
    void unwritableFolderIsTold();
    void fullDiskLosesNoServer();

private:
    [[nodiscard]] QString file() const { return m_files->path(QStringLiteral("config/servers.json")); }
    [[nodiscard]] QStringList names() const { return QFileInfo(file()).dir().entryList(QDir::Files); }
    void write(const QByteArray &content) const;
    static QByteArray contentOf(const QString &name);
    static ServerProfile named(const char *name);

    std::unique_ptr<support::TestFiles> m_files;
};

void TestProfileStore::init()
{
    m_files = std::make_unique<support::TestFiles>();
}

void TestProfileStore::write(const QByteArray &content) const
{
    QDir().mkpath(QFileInfo(file()).path());
    QFile out(file());
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write(content) == content.size());
}

QByteArray TestProfileStore::contentOf(const QString &name)
{
    QFile in(name);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

ServerProfile TestProfileStore::named(const char *name)
{
    ServerProfile profile = servers::newProfile();
    profile.name = QString::fromUtf8(name);
    profile.url = QUrl(QStringLiteral("https://h/"));
    return profile;
}

void TestProfileStore::nothingYet()
{
    ProfileStore store(file());
    const auto loaded = store.load();
    QVERIFY(loaded.profiles.isEmpty() && loaded.complaint.isEmpty());
}

void TestProfileStore::keepsOrderAndContent()
{
    const QList<ServerProfile> profiles{named("b"), named("a"), named("ö 🌊")};
    const ProfileStore store(file());
    QVERIFY(store.save(profiles));
    ProfileStore again(file());
    const auto loaded = again.load();
    QCOMPARE(loaded.complaint, QString());
    QVERIFY(loaded.profiles == profiles);
    QCOMPARE(names(), QStringList(QStringLiteral("servers.json"))); // nothing temporary is left
}

void TestProfileStore::isReadableByItsOwnerAlone()
{
    QVERIFY(ProfileStore(file()).save({named("a")}));
    const QFile::Permissions others
        = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(file()) & others));
}

void TestProfileStore::damagedFilesAreSetAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << QByteArray(R"({"schema":"tidemark.servers/1","servers":[{"id")");
    QTest::newRow("no JSON") << QByteArray("\0\1\2 noise", 9);
    QTest::newRow("something else") << QByteArray(R"({"schema":"other/1"})");
    QTest::newRow("a list") << QByteArray("[1,2]");
}

void TestProfileStore::damagedFilesAreSetAside()
{
    QFETCH(QByteArray, content);
    write(content);
    ProfileStore store(file());
    const auto loaded = store.load();
    QVERIFY(loaded.profiles.isEmpty());
    QVERIFY2(loaded.complaint.contains(QStringLiteral("set aside as ")), qPrintable(loaded.complaint));
    const QString aside = loaded.complaint.section(QStringLiteral("set aside as "), 1);
    QCOMPARE(contentOf(aside), content);
    QVERIFY(store.save({named("new")}));
    QCOMPARE(contentOf(aside), content);
    QCOMPARE(ProfileStore(file()).load().complaint, QString());
    QCOMPARE(names().size(), 2);
}

void TestProfileStore::goodServersOfADamagedFileAreKept()
{
    write(R"({"schema":"tidemark.servers/1","servers":[{"id":"1","name":"good","url":"http://h/"},)"
          R"({"id":"2","name":"bad","url":7}]})");
    ProfileStore store(file());
    const auto loaded = store.load();
    QCOMPARE(loaded.profiles.size(), 1);
    QVERIFY2(loaded.complaint.contains(QStringLiteral("“bad”")), qPrintable(loaded.complaint));
    QCOMPARE(names().size(), 2);
    const auto again = ProfileStore(file()).load();
    QCOMPARE(again.profiles.size(), 1);
    QVERIFY(again.complaint.isEmpty());
    QCOMPARE(names().size(), 2);
}

void TestProfileStore::newerVersionIsLeftAlone()
{
    const QByteArray content = R"({"schema":"tidemark.servers/2","servers":"elsewhere"})";
    write(content);
    ProfileStore store(file());
    QVERIFY(store.load().complaint.contains(QStringLiteral("newer version")));
    const auto saved = store.save({named("a")});
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, base::ErrorKind::WriteFailed);
    QCOMPARE(contentOf(file()), content);
}

void TestProfileStore::unwritableFolderIsTold()
{
    m_files->makeText(QStringLiteral("config"), "a file in the place of the folder");
    const auto saved = ProfileStore(file()).save({named("a")});
    QVERIFY(!saved);
    QVERIFY2(saved.error().message.contains(file()), qPrintable(saved.error().message));
}

void TestProfileStore::fullDiskLosesNoServer()
{
    QVERIFY(ProfileStore(file()).save({named("a")}));
    const QByteArray before = contentOf(file());
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit usual{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &usual), 0);
    rlimit full = usual;
    full.rlim_cur = 64; // of this process no file may grow beyond that
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &full), 0);
    const auto saved = ProfileStore(file()).save({named("a"), named("b")});
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &usual), 0);
    QVERIFY(!saved);
    QCOMPARE(contentOf(file()), before);
}

QTEST_GUILESS_MAIN(TestProfileStore)
#include "tst_profilestore.moc"
