// SPDX-License-Identifier: GPL-3.0-or-later
// The page, a session and a real Go server: fetch, take a base, upload, compare.
#include "core/base/clock.h"
#include "core/net/curlaccessmanager.h"
#include "core/session/session.h"
#include "tests/support/specimenserver.h"
#include "ui/profile/flameview.h"
#include "ui/profile/functiontable.h"
#include "ui/profile/profileactions.h"
#include "ui/profile/profilepage.h"
#include "ui/profile/profilepane.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ui;

class TestProfileFetch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void namesOnTheIndex();
    void whatGrewIsFound();
    void goroutines();
    void noPprof();
    void unknownKind();
    void neverShowsCredentials();

private:
    support::SpecimenServer m_server;
    base::SystemClock m_clock;
    net::CurlAccessManager m_manager;
};

void TestProfileFetch::initTestCase()
{
    session::registerMetaTypes();
    QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
}

namespace {

/// As the window connects them.
void wire(ProfilePage &page, session::Session &session)
{
    using session::Session;
    QObject::connect(&page, &ProfilePage::offersWanted, &session, &Session::listProfiles);
    QObject::connect(&page, &ProfilePage::fetchRequested, &session, &Session::fetchProfile);
    QObject::connect(&page, &ProfilePage::fetchCancelled, &session, &Session::cancelProfile);
    QObject::connect(&session, &Session::profilesListed, &page, &ProfilePage::setOffered);
    QObject::connect(&session, &Session::profileFetched, &page, &ProfilePage::takeFetched);
    QObject::connect(&session, &Session::discovered, &page, [&page](const metrics::DiscoveryReport &report) {
        page.setServer(QStringLiteral("http://localhost"), report.canFetchProfiles);
    });
    QObject::connect(&session, &Session::uploadsChanged, &page,
                     [&page](const session::UploadBatch &batch) { page.setUploadsDone(batch.totals.done); });
}

constexpr int patience = 30'000;

} // namespace

void TestProfileFetch::namesOnTheIndex()
{
    session::Session session(m_manager, m_clock);
    QSignalSpy found(&session, &session::Session::discovered);
    QSignalSpy listed(&session, &session::Session::profilesListed);
    session.listProfiles(); // before there is a server
    QCOMPARE(listed.count(), 1);
    QVERIFY(listed.takeFirst().constFirst().toStringList().isEmpty());
    session.watch({m_server.url(QStringLiteral("/")), {}, {}});
    QTRY_COMPARE_WITH_TIMEOUT(found.count(), 1, patience);
    session.listProfiles();
    QTRY_COMPARE_WITH_TIMEOUT(listed.count(), 1, patience);
    const QStringList names = listed.constFirst().constFirst().toStringList();
    for (const char *name : {"heap", "goroutine", "allocs"})
        QVERIFY2(names.contains(QLatin1StringView(name)), name);
}

void TestProfileFetch::whatGrewIsFound()
{
    session::Session session(m_manager, m_clock);
    ProfilePage page;
    wire(page, session);
    QSignalSpy shown(&page, &ProfilePage::shown);
    page.show();
    session.watch({m_server.url(QStringLiteral("/")), {}, {}});
    transfer::UploadTarget target;
    target.endpoint.url = m_server.uploadUrl(QStringLiteral("read-all"), QStringLiteral("leaking"));
    session.setTarget(target);
    QTRY_VERIFY_WITH_TIMEOUT(page.actions().fetch->isEnabled(), patience);
    page.actions().fetch->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(shown.count(), 1, patience);
    page.actions().takeBase->trigger();

    QTemporaryDir folder;
    QStringList paths;
    for (int i = 0; i < 20; ++i) {
        paths << folder.filePath(QStringLiteral("%1.bin").arg(i));
        QFile file(paths.constLast());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(QByteArray(1024 * 1024, static_cast<char>('a' + i))), 1024 * 1024);
    }
    QSignalSpy drained(&session, &session::Session::drained);
    session.addPaths(paths);
    QTRY_COMPARE_WITH_TIMEOUT(drained.count(), 1, patience);

    page.actions().compare->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(shown.count(), 2, patience);
    const pprof::ProfileContent &content = *page.pane().flame().content();
    QVERIFY(content.isDifference);
    QCOMPARE(content.uploads, 20.0);
    QVERIFY(content.net > 10 * 1024 * 1024);
    QVERIFY(content.guiltyRow >= 0);
    QCOMPARE(content.rows[static_cast<size_t>(content.guiltyRow)].function, QStringLiteral("main.readAll"));
    QCOMPARE(page.pane().table().selectedRow(), content.guiltyRow);
}

void TestProfileFetch::goroutines()
{
    session::Session session(m_manager, m_clock);
    QSignalSpy found(&session, &session::Session::discovered);
    QSignalSpy fetched(&session, &session::Session::profileFetched);
    session.watch({m_server.url(QStringLiteral("/")), {}, {}});
    QTRY_COMPARE_WITH_TIMEOUT(found.count(), 1, patience);
    session.fetchProfile(QStringLiteral("heap")); // replaced by the next
    session.fetchProfile(QStringLiteral("goroutine"));
    QTRY_COMPARE_WITH_TIMEOUT(fetched.count(), 1, patience);
    const auto profile = fetched.constFirst().constFirst().value<session::FetchedProfile>();
    QCOMPARE(profile.name, QStringLiteral("goroutine"));
    QCOMPARE(profile.error.kind, base::ErrorKind::None);
    QVERIFY(profile.bytes.startsWith(QByteArrayLiteral("\x1f\x8b"))); // gzip
    session.fetchProfile(QStringLiteral("heap"));
    session.cancelProfile();
    QTest::qWait(200);
    QCOMPARE(fetched.count(), 1);
}

void TestProfileFetch::noPprof()
{
    session::Session session(m_manager, m_clock);
    QSignalSpy fetched(&session, &session::Session::profileFetched);
    session.fetchProfile(QStringLiteral("heap"));
    QCOMPARE(fetched.count(), 1);
    const auto profile = fetched.constFirst().constFirst().value<session::FetchedProfile>();
    QCOMPARE(profile.error.kind, base::ErrorKind::NotFound);
    QVERIFY(profile.bytes.isEmpty());
}

void TestProfileFetch::unknownKind()
{
    session::Session session(m_manager, m_clock);
    QSignalSpy found(&session, &session::Session::discovered);
    QSignalSpy fetched(&session, &session::Session::profileFetched);
    session.watch({m_server.url(QStringLiteral("/")), {}, {}});
    QTRY_COMPARE_WITH_TIMEOUT(found.count(), 1, patience);
    session.fetchProfile(QStringLiteral("no-such-profile"));
    QTRY_COMPARE_WITH_TIMEOUT(fetched.count(), 1, patience);
    const auto profile = fetched.constFirst().constFirst().value<session::FetchedProfile>();
    QCOMPARE(profile.error.kind, base::ErrorKind::HttpStatus);
    QCOMPARE(profile.error.httpStatus, 404);
}

void TestProfileFetch::neverShowsCredentials()
{
    session::Session session(m_manager, m_clock);
    QSignalSpy found(&session, &session::Session::discovered);
    QSignalSpy fetched(&session, &session::Session::profileFetched);
    QUrl url = m_server.url(QStringLiteral("/"));
    url.setUserName(QStringLiteral("ann"));
    url.setPassword(QStringLiteral("secret"));
    session.watch({url, {}, {}});
    QTRY_COMPARE_WITH_TIMEOUT(found.count(), 1, patience);
    session.fetchProfile(QStringLiteral("heap"));
    QTRY_COMPARE_WITH_TIMEOUT(fetched.count(), 1, patience);
    const auto profile = fetched.constFirst().constFirst().value<session::FetchedProfile>();
    QCOMPARE(profile.error.kind, base::ErrorKind::None);
    QVERIFY(!profile.url.toString().contains(QLatin1StringView("secret")));
}

QTEST_MAIN(TestProfileFetch)
#include "tst_profilefetch.moc"
