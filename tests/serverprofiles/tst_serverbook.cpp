// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/servers/keychain.h"
#include "core/servers/serverbook.h"
#include "tests/serverprofiles/memorykeychain.h"

#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using servers::MemoryKeychain;
using servers::ServerBook;
using servers::ServerProfile;

class TestServerBook final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsSurviveInTheKeychain();
    void nothingSecretIsInAnyFile();
    void withoutKeychainSecretsLastForNow();
    void lockedKeychainLosesNothing();
    void removedSecretsAreGone();
    void newerSecretsWin();
    void replacesByIdAndFindsByUrl();
    void destroyedWhileTheKeychainThinks();
    void systemKeychainAnswers();

private:
    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("servers.json")); }
    static ServerProfile secretive();
    static ServerProfile fetch(ServerBook &book, const QString &id, base::Error *error = nullptr);

    QTemporaryDir m_folder;
};

ServerProfile TestServerBook::secretive()
{
    ServerProfile profile = servers::newProfile();
    profile.name = QStringLiteral("Files");
    profile.url = QUrl(QStringLiteral("https://files.example/") + profile.id);
    profile.auth = servers::Auth::Basic;
    profile.user = QStringLiteral("ann");
    profile.password = QStringLiteral("HUSH-password");
    profile.proxyPassword = QStringLiteral("HUSH-proxy");
    profile.keyPassword = QStringLiteral("HUSH-key");
    profile.headers = {{QStringLiteral("X-Api-Key"), QStringLiteral("HUSH-header"), true}};
    return profile;
}

ServerProfile TestServerBook::fetch(ServerBook &book, const QString &id, base::Error *error)
{
    ServerProfile fetched;
    const auto connection = QObject::connect(&book, &ServerBook::fetched, &book,
                                             [&](const ServerProfile &profile, const base::Error &why) {
                                                 fetched = profile;
                                                 if (error)
                                                     *error = why;
                                             });
    book.fetch(id);
    if (!QTest::qWaitFor([&] { return !fetched.id.isEmpty(); }))
        qWarning("never fetched");
    QObject::disconnect(connection);
    return fetched;
}

void TestServerBook::secretsSurviveInTheKeychain()
{
    MemoryKeychain keychain;
    const ServerProfile profile = secretive();
    {
        ServerBook book(file(), keychain);
        QVERIFY(book.put(profile));
        QVERIFY(fetch(book, profile.id) == profile);
    }
    ServerBook again(file(), keychain);
    QCOMPARE(again.open(), QString());
    QVERIFY(*again.byId(profile.id) == servers::withoutSecrets(profile));
    QVERIFY(fetch(again, profile.id) == profile);
    QCOMPARE(keychain.entries.size(), 1); // it may ask for each
}

void TestServerBook::nothingSecretIsInAnyFile()
{
    MemoryKeychain keychain;
    ServerBook book(file(), keychain);
    QVERIFY(book.put(secretive()));
    int files = 0;
    QDirIterator all(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile written(all.next());
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY2(!written.readAll().contains("HUSH"), qPrintable(written.fileName()));
        ++files;
    }
    QVERIFY(files > 0);
}

void TestServerBook::withoutKeychainSecretsLastForNow()
{
    MemoryKeychain keychain;
    keychain.isLocked = true;
    const ServerProfile profile = secretive();
    ServerBook book(file(), keychain);
    QSignalSpy kept(&book, &ServerBook::keptForNow);
    QVERIFY(book.put(profile));
    QTRY_COMPARE(kept.size(), 1);
    QCOMPARE(kept.constFirst().constFirst().toString(), profile.name);
    QVERIFY(fetch(book, profile.id) == profile);

    ServerBook again(file(), keychain);
    QCOMPARE(again.open(), QString());
    base::Error error;
    QVERIFY(fetch(again, profile.id, &error) == servers::withoutSecrets(profile));
    QCOMPARE(error.kind, base::ErrorKind::NotFound);
}

void TestServerBook::lockedKeychainLosesNothing()
{
    MemoryKeychain keychain;
    const ServerProfile profile = secretive();
    {
        ServerBook book(file(), keychain);
        QVERIFY(book.put(profile));
    }
    keychain.isLocked = true;
    {
        ServerBook book(file(), keychain);
        QCOMPARE(book.open(), QString());
        ServerProfile seen = fetch(book, profile.id); // without secrets
        seen.name = QStringLiteral("Renamed");
        keychain.isLocked = false; // and only now it is opened
        QVERIFY(book.put(seen));
        QCoreApplication::processEvents();
    }
    ServerBook again(file(), keychain);
    QCOMPARE(again.open(), QString());
    QCOMPARE(fetch(again, profile.id).password, profile.password);
}

void TestServerBook::removedSecretsAreGone()
{
    MemoryKeychain keychain;
    const ServerProfile profile = secretive();
    {
        ServerBook book(file(), keychain);
        QVERIFY(book.put(profile));
    }
    ServerBook book(file(), keychain); // which never read them
    QCOMPARE(book.open(), QString());
    QVERIFY(book.remove(profile.id));
    QVERIFY(keychain.entries.isEmpty());
    QVERIFY(!book.byId(profile.id));
    QSignalSpy fetched(&book, &ServerBook::fetched);
    book.fetch(profile.id);
    QCoreApplication::processEvents();
    QVERIFY(fetched.isEmpty());
}

void TestServerBook::newerSecretsWin()
{
    MemoryKeychain keychain;
    ServerProfile profile = secretive();
    {
        ServerBook book(file(), keychain);
        QVERIFY(book.put(profile));
    }
    ServerBook book(file(), keychain);
    QCOMPARE(book.open(), QString());
    QSignalSpy fetched(&book, &ServerBook::fetched);
    book.fetch(profile.id); // the old ones are on their way …
    profile.password = QStringLiteral("HUSH-new");
    QVERIFY(book.put(profile)); // … when newer ones come
    QTRY_COMPARE(fetched.size(), 1);
    QCOMPARE(fetched.constFirst().constFirst().value<ServerProfile>().password, QStringLiteral("HUSH-new"));
}

void TestServerBook::replacesByIdAndFindsByUrl()
{
    MemoryKeychain keychain;
    ServerBook book(file(), keychain);
    QSignalSpy changed(&book, &ServerBook::changed);
    ServerProfile first = secretive(), second = secretive();
    QVERIFY(book.put(first) && book.put(second));
    first.name = QStringLiteral("Other");
    QVERIFY(book.put(first));
    QCOMPARE(changed.size(), 3);
    QCOMPARE(book.profiles().size(), 2);
    QCOMPARE(book.profiles().constFirst().name, QStringLiteral("Other"));
    QCOMPARE(book.byUrl(second.url)->id, second.id);
    QVERIFY(!book.byUrl(QUrl(QStringLiteral("https://files.example/"))));
}

void TestServerBook::destroyedWhileTheKeychainThinks()
{
    MemoryKeychain keychain;
    const ServerProfile profile = secretive();
    auto book = std::make_unique<ServerBook>(file(), keychain);
    QVERIFY(book->put(profile));
    book->fetch(profile.id);
    book.reset();
    QCoreApplication::processEvents(); // the answers find nobody
}

void TestServerBook::systemKeychainAnswers()
{
    // Whether there is one or not: it answers, once, and a secret that could not be kept is not claimed to be.
    servers::SystemKeychain keychain;
    QObject context;
    int answers = 0;
    bool isKept = false;
    const QString key = QStringLiteral("tidemark-test-entry");
    keychain.write(key, QStringLiteral("HUSH"), context, [&](const base::Result<QString> &done) {
        ++answers;
        isKept = done.ok();
        if (!done)
            QVERIFY(!done.error().message.isEmpty());
    });
    QTRY_COMPARE_WITH_TIMEOUT(answers, 1, 60'000);
    keychain.read(key, context, [&](const base::Result<QString> &text) {
        ++answers;
        QCOMPARE(text.ok() && *text == QStringLiteral("HUSH"), isKept);
    });
    QTRY_COMPARE_WITH_TIMEOUT(answers, 2, 60'000);
    if (isKept) {
        keychain.write(key, {}, context, [&](const base::Result<QString> &) { ++answers; });
        QTRY_COMPARE_WITH_TIMEOUT(answers, 3, 60'000);
    }
}

QTEST_GUILESS_MAIN(TestServerBook)
#include "tst_serverbook.moc"
