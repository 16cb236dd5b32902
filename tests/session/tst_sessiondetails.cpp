// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/net/curlaccessmanager.h"
#include "core/session/session.h"
#include "tests/support/faultyserver.h"
#include "tests/support/testfiles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using session::FolderOptions;
using session::Session;
using transfer::UploadDetails;
using transfer::UploadId;
using transfer::UploadRecord;
using transfer::UploadState;

/// What is known of one upload, and what the server gets to know of a file's place: on the real transport.
class TestSessionDetails final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void headsOfADoneUpload();
    void attemptsOfOneThatWasTriedAgain();
    void ofOneThatNeverReachedAServer();
    void ofOneThatWaitsAndOfNone();
    void theQueueTellsHowLongItWaited();
    void thePlaceArrives_data();
    void thePlaceArrives();
    void theFieldFollowsTheOptions();
    void aWalkIsToldAndStopped();

private:
    void upload(const QString &target, const QStringList &paths);
    [[nodiscard]] UploadDetails detailsOf(quint64 id);
    [[nodiscard]] QJsonObject receiptOf(quint64 id) const;

    static constexpr int patience = 60'000;

    support::TestFiles m_files;
    support::FaultyServer m_server;
    base::SystemClock m_clock;
    std::unique_ptr<net::CurlAccessManager> m_manager;
    std::unique_ptr<Session> m_session;
    QMap<UploadId, UploadRecord> m_rows;
    bool m_isDrained = false;
};

void TestSessionDetails::initTestCase()
{
    session::registerMetaTypes();
    QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
}

void TestSessionDetails::init()
{
    m_session.reset();
    m_manager = std::make_unique<net::CurlAccessManager>();
    m_session = std::make_unique<Session>(*m_manager, m_clock);
    m_rows.clear();
    m_isDrained = false;
    connect(m_session.get(), &Session::uploadsChanged, this, [this](const session::UploadBatch &batch) {
        for (const UploadRecord &record : batch.records)
            m_rows.insert(record.id, record);
    });
    connect(m_session.get(), &Session::drained, this, [this] { m_isDrained = true; });
}

void TestSessionDetails::upload(const QString &target, const QStringList &paths)
{
    transfer::UploadTarget where;
    where.endpoint.url = m_server.url(target);
    where.endpoint.headers = {{"Authorization", "Bearer hidden"}, {"X-Plain", "seen"}};
    m_isDrained = false;
    m_session->setTarget(where);
    m_session->addPaths(paths);
    QTRY_VERIFY_WITH_TIMEOUT(m_isDrained, patience);
}

UploadDetails TestSessionDetails::detailsOf(quint64 id)
{
    UploadDetails found;
    connect(
        m_session.get(), &Session::detailsReady, this,
        [&found](const UploadDetails &details) { found = details; }, Qt::SingleShotConnection);
    m_session->requestDetails(UploadId{id});
    return found;
}

QJsonObject TestSessionDetails::receiptOf(quint64 id) const
{
    return QJsonDocument::fromJson(m_rows.value(UploadId{id}).serverMessage.toUtf8()).object();
}

void TestSessionDetails::headsOfADoneUpload()
{
    upload(QStringLiteral("/ok?id=done"), {m_files.makeFile(QStringLiteral("a.bin"), 1'000)});
    const UploadDetails details = detailsOf(1);
    QCOMPARE(details.id, UploadId{1});
    QVERIFY2(details.requestLine.startsWith(QStringLiteral("POST http://127.0.0.1:"))
                 && details.requestLine.endsWith(QStringLiteral("/ok?id=done")),
             qPrintable(details.requestLine));
    QVERIFY(details.requestHeaders.contains(net::Header("X-Plain", "seen")));
    QCOMPARE(net::masked(details.requestHeaders), details.requestHeaders);
    bool hasLength = false;
    for (const auto &[name, value] : details.requestHeaders) {
        QVERIFY(!value.contains("hidden"));
        hasLength = hasLength || (name == "Content-Length" && value.toInt() > 1'000);
    }
    QVERIFY(hasLength);
    QVERIFY(!details.answerHeaders.isEmpty());
    QCOMPARE(details.attempts.size(), 1);
    QCOMPARE(details.attempts.first().httpStatus, 201);
    QCOMPARE(details.attempts.first().error.kind, base::ErrorKind::None);
    QVERIFY(details.curl.contains(m_files.path(QStringLiteral("a.bin"))));
    QVERIFY(!details.curl.contains(QStringLiteral("hidden")));
    QCOMPARE(m_rows.first().server, m_server.url(QStringLiteral("/")).toString(QUrl::RemovePath));
}

void TestSessionDetails::attemptsOfOneThatWasTriedAgain()
{
    transfer::RetryPolicy policy;
    policy.attempts = 5;
    policy.step = std::chrono::milliseconds(1);
    m_session->setRetryPolicy(policy);
    QStringList paths; // Enough of them for the budget of repetitions.
    for (int i = 0; i < 15; ++i)
        paths << m_files.makeFile(QStringLiteral("flaky-%1").arg(i), 10);
    upload(QStringLiteral("/flaky?times=2&code=503&id=flaky"), paths);
    const auto tried = std::ranges::find_if(m_rows, [](const UploadRecord &r) { return r.attempts > 1; });
    QVERIFY(tried != m_rows.end());
    QCOMPARE(tried->state, UploadState::Done);
    const UploadDetails details = detailsOf(tried->id.value);
    QCOMPARE(details.attempts.size(), tried->attempts);
    QCOMPARE(details.attempts.first().number, 1);
    QCOMPARE(details.attempts.first().httpStatus, 503);
    QCOMPARE(details.attempts.first().error.detail, QStringLiteral("not now"));
    QVERIFY(details.attempts.first().finishedAtMs >= details.attempts.first().startedAtMs);
    QCOMPARE(details.attempts.last().httpStatus, 201);

    m_session->clearFinished();
    QVERIFY(detailsOf(tried->id.value).attempts.isEmpty());
}

void TestSessionDetails::ofOneThatNeverReachedAServer()
{
    upload(QStringLiteral("/ok"), {m_files.path(QStringLiteral("missing"))});
    const UploadDetails details = detailsOf(1);
    QVERIFY(details.attempts.isEmpty() && details.requestLine.isEmpty());
    QVERIFY(!details.curl.isEmpty());
    QCOMPARE(m_rows.first().server, QString());
}

void TestSessionDetails::ofOneThatWaitsAndOfNone()
{
    m_session->addPaths({m_files.makeFile(QStringLiteral("waits"), 1)});
    QTRY_COMPARE_WITH_TIMEOUT(m_rows.size(), 1, patience);
    QVERIFY(!detailsOf(1).curl.isEmpty());
    const UploadDetails unknown = detailsOf(7);
    QCOMPARE(unknown.id, UploadId{7});
    QVERIFY(unknown.curl.isEmpty());
}

void TestSessionDetails::theQueueTellsHowLongItWaited()
{
    const qint64 before = base::toUnixMs(m_clock.wallNow());
    upload(QStringLiteral("/ok"), {m_files.makeFile(QStringLiteral("queued"), 1)});
    const UploadRecord &record = m_rows.first();
    QVERIFY(record.queuedAtMs >= before);
    QVERIFY(record.startedAtMs >= record.queuedAtMs);
    QVERIFY(record.finishedAtMs >= record.startedAtMs);
}

void TestSessionDetails::thePlaceArrives_data()
{
    QTest::addColumn<FolderOptions>("options");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("field");
    FolderOptions options;
    QTest::newRow("not told") << options << QStringLiteral("b.jpg") << QString();
    options.relativePath = FolderOptions::RelativePath::InName;
    QTest::newRow("in the name") << options << QStringLiteral("photos/2024/b.jpg") << QString();
    options.relativePath = FolderOptions::RelativePath::InField;
    options.field = QStringLiteral("where");
    QTest::newRow("in a field") << options << QStringLiteral("b.jpg") << QStringLiteral("photos/2024/b.jpg");
}

void TestSessionDetails::thePlaceArrives()
{
    QFETCH(FolderOptions, options);
    QFETCH(QString, name);
    QFETCH(QString, field);
    m_files.makeFile(QStringLiteral("photos/2024/b.jpg"), 10);
    const QString alone = m_files.makeFile(QStringLiteral("alone.jpg"), 10);
    m_session->setFolderOptions(options);
    upload(QStringLiteral("/ok"), {m_files.path(QStringLiteral("photos")), alone});
    QCOMPARE(m_rows.size(), 2);
    const QJsonObject receipt = receiptOf(1);
    const QString disposition = receipt[QStringLiteral("files")][0][QStringLiteral("disposition")].toString();
    QVERIFY2(disposition.endsWith(QStringLiteral("filename=\"%1\"").arg(name)), qPrintable(disposition));
    const QString told = receipt[QStringLiteral("fields")][QStringLiteral("where")].toString();
    QCOMPARE(told, field);
    const QJsonValue ofTheOther = receiptOf(2)[QStringLiteral("fields")][QStringLiteral("where")];
    QCOMPARE(ofTheOther.toString(), field.isEmpty() ? QString() : QStringLiteral("alone.jpg"));
    // A second time it is sent as the first time.
    m_session->retry({UploadId{1}});
    QCOMPARE(m_rows.first().name, name);
}

void TestSessionDetails::theFieldFollowsTheOptions()
{
    m_files.makeFile(QStringLiteral("album/c.jpg"), 10);
    FolderOptions options;
    options.relativePath = FolderOptions::RelativePath::InField;
    upload(QStringLiteral("/ok"), {});
    m_session->setFolderOptions(options); // After the target.
    m_isDrained = false;
    m_session->addPaths({m_files.path(QStringLiteral("album"))});
    QTRY_VERIFY_WITH_TIMEOUT(m_isDrained, patience);
    QCOMPARE(receiptOf(1)[QStringLiteral("fields")][QStringLiteral("path")].toString(),
             QStringLiteral("album/c.jpg"));
}

void TestSessionDetails::aWalkIsToldAndStopped()
{
    QList<session::WalkProgress> told;
    connect(m_session.get(), &Session::walking, this, [&](const session::WalkProgress &walk) {
        told << walk;
        if (!walk.isOver())
            m_session->cancelWalk();
    });
    // So many that their walk is not over before it is told of.
    const QString empty = m_files.makeFolder(QStringLiteral("empty"));
    m_session->addPaths(QStringList(1'000'000, empty));
    QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty() && told.last().isOver(), patience);
    QCOMPARE(told.size(), 2);
    QCOMPARE(told.first(), (session::WalkProgress{empty, 0}));
    QTRY_VERIFY_WITH_TIMEOUT(m_isDrained, patience);
    QVERIFY(m_rows.isEmpty());
}

QTEST_GUILESS_MAIN(TestSessionDetails)
#include "tst_sessiondetails.moc"
