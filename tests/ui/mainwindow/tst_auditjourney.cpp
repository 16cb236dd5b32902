// SPDX-License-Identifier: GPL-3.0-or-later
// Audits from the window: a real engine on a real server with known faults, few checks at a time.
#include "core/experiment/auditcheck.h"
#include "core/report/auditwording.h"
#include "tests/support/specimenserver.h"
#include "tests/ui/mainwindow/windowfixture.h"
#include "ui/audit/auditcard.h"
#include "ui/audit/auditpage.h"
#include "ui/audit/findingdetails.h"
#include "ui/frame/navigation.h"
#include "ui/leak/leakpage.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QSignalSpy>

using namespace ui;
using experiment::AuditOutcome;

namespace {

constexpr int patience = 60'000; // Sanitizers and other tests beside this one.
constexpr qint64 mib = 1024 * 1024;
const QKeySequence startKey(Qt::CTRL | Qt::ALT | Qt::Key_Return);

/// Saved settings in which only these checks are ticked, and bodies are small.
QVariantMap setupOf(const QStringList &checks)
{
    QStringList left;
    for (const experiment::AuditCheck &check : experiment::auditChecks()) {
        if (!checks.contains(QLatin1StringView(check.id)))
            left += QString::fromUtf8(check.id);
    }
    return {{QStringLiteral("left"), left}, {QStringLiteral("body"), 16 * mib}};
}

} // namespace

class TestAuditJourney final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), qPrintable(m_server.failure())); }
    void init()
    {
        qputenv("TIDEMARK_SPECIMENS", QFile::encodeName(support::SpecimenServer::program()));
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->show();
    }
    void cleanup() { m_fixture.reset(); }

    void findsAMissingLimit()
    {
        connectTo(m_server.uploadUrl(QStringLiteral("body-limit"), QStringLiteral("leaking")));
        QSignalSpy marked(&m_fixture->session(), &session::Session::marked);
        page().restore(setupOf({QStringLiteral("body-limit"), QStringLiteral("boundary")}));
        QTest::keySequence(&window(), startKey);
        QVERIFY(page().isRunning());
        QVERIFY(page().isVisible());
        QVERIFY(!m_fixture->part<LeakPage>().startAction()->isEnabled()); // One at a time.
        awaitEnd();
        const experiment::AuditResult result = *page().result();
        QCOMPARE(result.findings.size(), size_t(2));
        QCOMPARE(outcomeOf(QStringLiteral("body-limit")), AuditOutcome::Fail);
        QCOMPARE(outcomeOf(QStringLiteral("boundary")), AuditOutcome::Pass);
        QCOMPARE(result.plan.bounds.body, 16 * mib);
        QVERIFY(result.found.found()); // It was watched.
        QCOMPARE(m_fixture->part<AuditCard>().card().sentence(), QStringLiteral("1 of 2 checks failed"));
        QVERIFY(m_fixture->part<FindingDetails>().text().contains(
            QStringLiteral("A body of 16.0 MiB was taken")));
        QTRY_COMPARE_WITH_TIMEOUT(marked.size(), 2, patience); // Its begin and its end on the timeline.
        QVERIFY(m_fixture->part<LeakPage>().startAction()->isEnabled());
        QTest::keySequence(&window(), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C));
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("### 1 of 2 checks failed")));
    }

    void theCureHasOne()
    {
        connectTo(m_server.uploadUrl(QStringLiteral("body-limit"), QStringLiteral("cured")));
        page().restore(setupOf({QStringLiteral("body-limit"), QStringLiteral("limit-answer")}));
        QTest::keySequence(&window(), startKey);
        awaitEnd();
        QCOMPARE(m_fixture->part<AuditCard>().card().sentence(), QStringLiteral("No check failed"));
        QCOMPARE(outcomeOf(QStringLiteral("limit-answer")), AuditOutcome::Pass);
    }

    // Where its files are is known without being typed.
    void findsAWayOutOfTheSampleServersFolder()
    {
        m_fixture->button(QStringLiteral("Start the sample server"))->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->state(), QStringLiteral("connected"), patience);
        const auto *addresses = window().findChild<QComboBox *>(QStringLiteral("address"));
        const int place = addresses->findText(QStringLiteral("/upload/path-traversal"), Qt::MatchEndsWith);
        QVERIFY(place >= 0);
        window().connectTo(addresses->itemText(place));
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->state(), QStringLiteral("connected"), patience);
        page().restore(setupOf({QStringLiteral("path-traversal")}));
        QTest::keySequence(&window(), startKey);
        awaitEnd();
        QCOMPARE(outcomeOf(QStringLiteral("path-traversal")), AuditOutcome::Fail);
        QVERIFY(page().result()->findings.front().evidence.contains(QStringLiteral("was stored as")));
        QVERIFY(page().result()->plan.pid > 0);
    }

    void isStoppedByKey()
    {
        connectTo(m_server.url(QStringLiteral("/upload/read-all/cured")));
        page().restore(setupOf({QStringLiteral("boundary"), QStringLiteral("slow-body")}));
        QSignalSpy progressed(&m_fixture->session(), &session::Session::auditProgressed);
        QTest::keySequence(&window(), startKey);
        QTRY_VERIFY_WITH_TIMEOUT(
            !progressed.isEmpty() && progressed.last().first().value<experiment::AuditProgress>().number == 1,
            patience);
        QTest::keyClick(window().focusWidget(), Qt::Key_Escape);
        awaitEnd();
        QCOMPARE(page().result()->end, experiment::AuditEnd::Cancelled);
        QVERIFY(
            m_fixture->part<AuditCard>().card().sentence().endsWith(QStringLiteral("the audit was stopped")));
    }

    void movingOnEndsIt()
    {
        connectTo(m_server.url(QStringLiteral("/upload/read-all/cured")));
        page().restore(setupOf({QStringLiteral("slow-body")}));
        QTest::keySequence(&window(), startKey);
        QVERIFY(page().isRunning());
        window().connectTo(m_server.url(QStringLiteral("/upload/read-all")).toString());
        awaitEnd();
        QVERIFY(!page().result()); // Nothing was found by then.
        QCOMPARE(m_fixture->part<AuditCard>().card().sentence(), QStringLiteral("Not audited yet"));
    }

    // The name can belong to nobody (RFC 6761), so nothing is sent.
    void whatMayBeSomebodyElsesIsAskedFor()
    {
        window().connectTo(QStringLiteral("http://upload.invalid/in"));
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->state(), QStringLiteral("not reachable"), patience);
        page().startAction()->trigger();
        QVERIFY(m_fixture->shows(QStringLiteral("yours to try")));
        QVERIFY(!page().isRunning());
        m_fixture->button(QStringLiteral("Audit it all the same"))->click();
        QVERIFY(page().isRunning());
        awaitEnd();
        QCOMPARE(page().result()->end, experiment::AuditEnd::Unusable);
        QVERIFY(!page().result()->plan.sendsOddNames);
        QCOMPARE(m_fixture->part<AuditCard>().card().sentence(), QStringLiteral("Not audited"));
    }

    void setUpComesBack()
    {
        connectTo(m_server.url(QStringLiteral("/upload/read-all")));
        const QVariantMap setup = setupOf({QStringLiteral("tls")});
        page().restore(setup);
        QTest::keySequence(&window(), QKeySequence(Qt::CTRL | Qt::Key_4));
        m_fixture->restart();
        window().show();
        QCOMPARE(m_fixture->part<Navigation>().current(), QStringLiteral("audit"));
        QCOMPARE(page().plan().only, QStringList{QStringLiteral("tls")});
        QCOMPARE(page().plan().bounds.body, 16 * mib);
    }

private:
    void connectTo(const QUrl &url)
    {
        window().connectTo(url.toString());
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->state(), QStringLiteral("connected"), patience);
    }

    void awaitEnd() { QTRY_VERIFY_WITH_TIMEOUT(!page().isRunning(), patience); }

    [[nodiscard]] AuditOutcome outcomeOf(const QString &id) const
    {
        const std::vector<experiment::AuditFinding> &findings = page().result()->findings;
        const auto found = std::ranges::find(findings, id, &experiment::AuditFinding::id);
        return found == findings.end() ? AuditOutcome::Unknown : found->outcome;
    }

    MainWindow &window() { return m_fixture->window(); }
    [[nodiscard]] AuditPage &page() const { return m_fixture->part<AuditPage>(); }

    support::SpecimenServer m_server;
    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestAuditJourney)
#include "tst_auditjourney.moc"
