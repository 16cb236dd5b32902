// SPDX-License-Identifier: GPL-3.0-or-later
// Kept runs in the window, where something is in the way: a run that is gone or holds no page, a check that is under way, a
// history that is damaged; and two checks that were chosen the wrong way round. What goes well is tst_historyjourney's.
#include "core/report/runtokeep.h"
#include "tests/ui/leak/checkexamples.h"
#include "tests/ui/mainwindow/windowfixture.h"
#include "ui/compare/comparepage.h"
#include "ui/frame/messagebar.h"
#include "ui/frame/navigation.h"
#include "ui/history/historypage.h"
#include "ui/history/runtextview.h"
#include "ui/leak/leakpage.h"
#include "ui/models/runmodel.h"
#include "ui/profile/profilepage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>

using namespace ui;
using session::KeptRun;

namespace {

constexpr int patience = 20'000;
constexpr qint64 earlierMs = 1'795'975'140'000;
constexpr qint64 laterMs = earlierMs + 3'600'000;

experiment::CheckResult at(qint64 startedMs, experiment::CheckResult result)
{
    result.startedMs = startedMs;
    return result;
}

} // namespace

class TestPastRuns final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>(WindowFixture::Network::Silent);
        m_fixture->show();
    }
    void cleanup() { m_fixture.reset(); }

    void aRunThatIsGoneCannotBeOpened()
    {
        openHistory(0);
        KeptRun gone;
        gone.id = 99;
        Q_EMIT history().openRequested(gone);
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->shows(QStringLiteral("The run cannot be opened.")), patience);
    }

    /// A measurement that was kept without one.
    void aRunWithoutAPageIsShownAsItsText()
    {
        session::RunToKeep run;
        run.run.command = QStringLiteral("audit");
        run.run.sentence = QStringLiteral("in short");
        run.documents = {{QStringLiteral("text"), "all of it\n"}, {QStringLiteral("md"), "# marked up\n"}};
        keep(run);
        openHistory(1);
        Q_EMIT history().openRequested(history().model().run(0));
        auto &view = m_fixture->part<RunTextView>();
        QTRY_VERIFY_WITH_TIMEOUT(view.isVisible(), patience);
        QCOMPARE(view.findChild<QPlainTextEdit *>()->toPlainText().trimmed(), QStringLiteral("all of it"));
    }

    void anEarlierCheckWaitsUntilTheRunningOneIsOver()
    {
        keep(report::checkToKeep(at(earlierMs, examples::leaking())));
        openHistory(1);
        auto &leak = m_fixture->part<LeakPage>();
        leak.showStarted();
        Q_EMIT history().openRequested(history().model().run(0));
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->message(), QStringLiteral("A leak check is under way."),
                                  patience);
        QVERIFY(!leak.result());
        QVERIFY(history().isVisible());
    }

    void thatRunsAreNotKeptIsSaidOnce()
    {
        const base::Error full{base::ErrorKind::WriteFailed, QStringLiteral("disk full"), 0, {}};
        Q_EMIT m_fixture->keeper().notKept(full);
        QCOMPARE(m_fixture->message(), QStringLiteral("Runs are not kept in the history."));
        QVERIFY(m_fixture->shows(QStringLiteral("disk full")));
        for (MessageBar *bar : m_fixture->window().findChildren<MessageBar *>())
            bar->closeMessage();
        Q_EMIT m_fixture->keeper().notKept(full);
        QCOMPARE(m_fixture->message(), QString());
    }

    void aDamagedHistoryNamesWhatBecameOfIt()
    {
        Q_EMIT m_fixture->keeper().movedAside(QStringLiteral("history.damaged"), 7);
        QCOMPARE(m_fixture->message(), QStringLiteral("The history was damaged, and a new one is begun."));
        QVERIFY(m_fixture->shows(QStringLiteral("history.damaged")));
        QVERIFY(m_fixture->shows(QStringLiteral("7 run")));
        Q_EMIT m_fixture->keeper().movedAside(QStringLiteral("history.damaged-2"), 0);
        QVERIFY(m_fixture->shows(QStringLiteral("history.damaged-2")));
        QVERIFY(!m_fixture->shows(QStringLiteral("0 run"))); // nothing could be read: nothing to count
    }

    void theEarlierOfTwoChecksIsBefore()
    {
        compareLaterWithEarlier(examples::stable());
        const report::CheckComparison &comparison = *page().comparison();
        QCOMPARE(comparison.before.startedMs, earlierMs);
        QCOMPARE(comparison.after.startedMs, laterMs);
        QCOMPARE(comparison.change, analysis::Change::Fixed);

        QGuiApplication::clipboard()->clear();
        Q_EMIT page().copyRequested();
        QVERIFY2(QGuiApplication::clipboard()->text().contains(QStringLiteral("Fixed: ")),
                 qPrintable(QGuiApplication::clipboard()->text()));
    }

    void aCheckThatIsGoneIsNotCompared()
    {
        keep(report::checkToKeep(at(earlierMs, examples::leaking())));
        openHistory(1);
        KeptRun gone = history().model().run(0);
        gone.id = 99;
        Q_EMIT history().compareRequested(history().model().run(0), gone);
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->shows(QStringLiteral("The checks cannot be compared.")),
                                 patience);
        QVERIFY(!page().isVisible() && !page().comparison());
    }

    void flameGraphsOfBothAreShownOnThePageOfProfiles()
    {
        compareLaterWithEarlier(examples::leaking()); // which has profiles, as a stable one has not
        Q_EMIT page().flameGraphRequested();
        QVERIFY(m_fixture->part<ProfilePage>().isVisible());
    }

private:
    [[nodiscard]] HistoryPage &history() const { return m_fixture->part<HistoryPage>(); }
    [[nodiscard]] ComparePage &page() const { return m_fixture->part<ComparePage>(); }

    void keep(const session::RunToKeep &run)
    {
        m_fixture->keeper().keep([run] { return run; });
    }
    void openHistory(int runs)
    {
        Q_EMIT m_fixture->part<Navigation>().chosen({}); // the work instead of the start page
        m_fixture->part<Navigation>().showPage(QStringLiteral("history"));
        QTRY_VERIFY_WITH_TIMEOUT(history().model().isKnown(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(history().model().rowCount(), runs, patience);
    }
    void compareLaterWithEarlier(const experiment::CheckResult &result)
    {
        keep(report::checkToKeep(at(laterMs, result)));
        keep(report::checkToKeep(at(earlierMs, examples::leaking())));
        openHistory(2);
        KeptRun later = history().model().run(0);
        KeptRun earlier = history().model().run(1);
        if (later.startedAtMs < earlier.startedAtMs)
            std::swap(later, earlier);
        Q_EMIT history().compareRequested(later, earlier);
        QTRY_VERIFY_WITH_TIMEOUT(page().isVisible() && page().comparison(), patience);
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestPastRuns)
#include "tst_pastruns.moc"
