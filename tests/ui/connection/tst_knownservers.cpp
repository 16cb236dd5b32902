// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/servers/serverbook.h"
#include "tests/support/faultyserver.h"
#include "tests/support/nginxserver.h"
#include "tests/support/testcertificates.h"
#include "tests/support/testfiles.h"
#include "tests/ui/keyboard.h"
#include "tests/ui/mainwindow/windowfixture.h"
#include "ui/connection/serverconnection.h"
#include "ui/servers/serverdialog.h"
#include "ui/servers/trustnotice.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QTest>

using servers::ServerProfile;

/// Known servers in the window: connecting with all that is known, and certificates that are not trusted.
class TestKnownServers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void untrustedCertificateIsShownAndTrusted();
    void uploadsFailForTlsWhereMetricsAreElsewhere();
    void addressOfAKnownServerMeansTheServer();
    void typedUserMeansMoreThanTheKnownOne();
    void dialogProposesThePresentServer();
    void lateKeychainDoesNotLeadBack();
    void lockedKeychainIsSaid();
    void noSecretIsInTheSettings();

private:
    static bool isDistrusted(const WindowFixture &fixture)
    {
        return fixture.part<ui::TrustNotice>().isVisible();
    }

    support::TestCertificates m_certificates;
    support::TestFiles m_files;
};

void TestKnownServers::untrustedCertificateIsShownAndTrusted()
{
    const auto pair = m_certificates.selfSigned();
    support::FaultyServer server;
    QVERIFY2(server.startTls(pair.certificate, pair.key), qPrintable(server.failure()));
    WindowFixture fixture;
    fixture.show();
    const QString address = server.url(QStringLiteral("/ok")).toString();
    fixture.window().connectTo(address);
    QTRY_VERIFY_WITH_TIMEOUT(isDistrusted(fixture), 30'000);
    QVERIFY(fixture.shows(QStringLiteral("is self-signed")));
    QVERIFY2(fixture.message().isEmpty(), "one message is enough");
    QVERIFY(keyboard::tabTo(QStringLiteral("Trust this certificate")));
    keyboard::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.state(), QStringLiteral("no metrics"), 30'000); // reached
    QVERIFY(!isDistrusted(fixture));
    QCOMPARE(fixture.servers().profiles().size(), 1);
    QCOMPARE(fixture.servers().profiles().constFirst().trustedCertificate,
             QSslCertificate::fromPath(pair.certificate).constFirst().digest(QCryptographicHash::Sha256));

    // It is known from then on.
    fixture.restart();
    fixture.show();
    fixture.window().connectTo(address);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.state(), QStringLiteral("no metrics"), 30'000);
    QVERIFY(!isDistrusted(fixture));
}

void TestKnownServers::uploadsFailForTlsWhereMetricsAreElsewhere()
{
    const auto pair = m_certificates.otherSelfSigned();
    support::FaultyServer secure, plain;
    QVERIFY2(secure.startTls(pair.certificate, pair.key), qPrintable(secure.failure()));
    QVERIFY2(plain.start(), qPrintable(plain.failure()));
    WindowFixture fixture;
    fixture.show();
    fixture.window().connectTo(secure.url(QStringLiteral("/ok")).toString(),
                               plain.url(QStringLiteral("/metrics-fake/")).toString());
    fixture.window().addPaths({m_files.makeFile(QStringLiteral("a"), 10)});
    QTRY_VERIFY_WITH_TIMEOUT(isDistrusted(fixture), 30'000);
    QVERIFY(fixture.shows(QStringLiteral("is self-signed")));

    // What is said more loudly is closed first.
    fixture.window().connectTo(QStringLiteral("ftp://host/"));
    QVERIFY(!fixture.message().isEmpty());
    keyboard::press(Qt::Key_Escape);
    QCOMPARE(fixture.message(), QString());
    QVERIFY(isDistrusted(fixture));
    keyboard::press(Qt::Key_Escape);
    QVERIFY(!isDistrusted(fixture));
}

void TestKnownServers::addressOfAKnownServerMeansTheServer()
{
    support::FaultyServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    WindowFixture fixture;
    fixture.show();
    ServerProfile profile = servers::newProfile();
    profile.name = QStringLiteral("Known");
    profile.url = server.url(QStringLiteral("/auth?kind=digest&id=known"));
    profile.auth = servers::Auth::Digest;
    profile.user = QStringLiteral("ann");
    profile.password = QStringLiteral("sea");
    profile.field = QStringLiteral("photo");
    profile.limits.parallel = 7;
    QVERIFY(fixture.servers().put(profile));
    fixture.window().connectTo(profile.url.toString());
    fixture.window().addPaths({m_files.makeFile(QStringLiteral("known"), 1234)});
    QTRY_COMPARE_WITH_TIMEOUT(server.stats(QStringLiteral("known")).fileBytes, 1234, 30'000);
    QVERIFY(fixture.part<ui::ServerConnection>().server().profile.has_value());
    QVERIFY(!fixture.window().findChildren<QComboBox *>().isEmpty());
}

void TestKnownServers::typedUserMeansMoreThanTheKnownOne()
{
    WindowFixture fixture(WindowFixture::Network::Silent);
    fixture.show();
    ServerProfile profile = servers::newProfile();
    profile.url = QUrl(QStringLiteral("http://localhost:9/up"));
    QVERIFY(fixture.servers().put(profile));
    fixture.window().connectTo(QStringLiteral("http://bob:pw@localhost:9/up"));
    QCOMPARE(fixture.part<ui::ServerConnection>().server().upload.transport.user, QStringLiteral("bob"));
    QVERIFY(!fixture.part<ui::ServerConnection>().server().profile);
}

void TestKnownServers::dialogProposesThePresentServer()
{
    WindowFixture fixture(WindowFixture::Network::Silent);
    fixture.show();
    fixture.window().connectTo(QStringLiteral("http://localhost:9/up"));
    QTest::keyClick(&fixture.window(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    auto &dialog = fixture.part<ui::ServerDialog>();
    QTRY_VERIFY(dialog.isVisible());
    QVERIFY(!dialog.isModal());
    const auto edits = dialog.findChildren<QLineEdit *>();
    QVERIFY(std::any_of(edits.begin(), edits.end(), [](const QLineEdit *edit) {
        return edit->text() == QStringLiteral("http://localhost:9/up");
    }));
    QVERIFY(fixture.servers().profiles().isEmpty()); // not before it is saved
}

void TestKnownServers::lateKeychainDoesNotLeadBack()
{
    WindowFixture fixture(WindowFixture::Network::Silent);
    fixture.show();
    ServerProfile profile = servers::newProfile();
    profile.url = QUrl(QStringLiteral("http://localhost:9/up"));
    profile.auth = servers::Auth::Bearer;
    profile.token = QStringLiteral("HUSH");
    QVERIFY(fixture.servers().put(profile));
    fixture.restart(); // what was just put needs no keychain
    fixture.show();
    QSignalSpy fetched(&fixture.servers(), &servers::ServerBook::fetched);
    fixture.window().connectTo(profile.url.toString());
    fixture.window().connectTo(QStringLiteral("http://bob:pw@localhost:9/other"));
    QTRY_COMPARE(fetched.size(), 1);
    QCOMPARE(fixture.part<ui::ServerConnection>().server().upload.url.path(), QStringLiteral("/other"));
}

void TestKnownServers::lockedKeychainIsSaid()
{
    WindowFixture fixture(WindowFixture::Network::Silent);
    fixture.show();
    ServerProfile profile = servers::newProfile();
    profile.name = QStringLiteral("Known");
    profile.url = QUrl(QStringLiteral("http://localhost:9/up"));
    profile.auth = servers::Auth::Bearer;
    profile.token = QStringLiteral("HUSH");
    fixture.lockKeychain();
    QVERIFY(fixture.servers().put(profile));
    QTRY_VERIFY(fixture.message().contains(QStringLiteral("kept only until Tidemark ends")));
    fixture.restart();
    fixture.show();
    fixture.window().connectTo(profile.url.toString());
    QTRY_VERIFY(fixture.message().contains(QStringLiteral("The secrets of “Known” cannot be read")));
}

void TestKnownServers::noSecretIsInTheSettings()
{
    WindowFixture fixture(WindowFixture::Network::Silent);
    fixture.show();
    ServerProfile profile = servers::newProfile();
    profile.url = QUrl(QStringLiteral("http://localhost:9/up"));
    profile.auth = servers::Auth::Bearer;
    profile.token = QStringLiteral("HUSH-token");
    QVERIFY(fixture.servers().put(profile));
    fixture.window().connectTo(QStringLiteral("http://bob:HUSH-typed@localhost:9/other"));
    fixture.window().connectTo(profile.url.toString());
    fixture.window().close();
    fixture.restart();
    int files = 0;
    const QFileInfoList written = QDir(fixture.folder()).entryInfoList(QDir::Files);
    for (const QFileInfo &info : written) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("HUSH"), qPrintable(info.filePath()));
        ++files;
    }
    QVERIFY2(files >= 2, "settings and servers were expected");
}

QTEST_MAIN(TestKnownServers)
#include "tst_knownservers.moc"
