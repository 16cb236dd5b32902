// SPDX-License-Identifier: GPL-3.0-or-later
// What the window keeps, and what can be done with it later: on a real engine, a real server, and a real file.
#include "core/report/checkwording.h"
#include "core/report/comparisontext.h"
#include "core/report/runtokeep.h"
#include "tests/support/specimenserver.h"
#include "tests/support/testfiles.h"
#include "tests/ui/keyboard.h"
#include "tests/ui/leak/checkexamples.h"
#include "tests/ui/mainwindow/windowfixture.h"
#include "ui/compare/comparepage.h"
#include "ui/frame/navigation.h"
#include "ui/history/historyactions.h"
#include "ui/history/historypage.h"
#include "ui/history/runtable.h"
#include "ui/leak/leakpage.h"
#include "ui/models/runmodel.h"
#include "ui/models/uploadmodel.h"
#include "ui/uploads/uploadspage.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QSignalSpy>

using namespace ui;
using session::KeptRun;

namespace {
constexpr int patience = 20'000;
constexpr int checkPatience = 60'000;
} // namespace

class TestHistoryJourney : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void takeUrl(const QUrl &url) { m_opened = url; }

private Q_SLOTS:
    void init()
    {
        qputenv("TIDEMARK_SPECIMENS", QFile::encodeName(support::SpecimenServer::program()));
        m_fixture = std::make_unique<WindowFixture>();
        m_opened.clear();
        QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "takeUrl");
    }
    void cleanup()
    {
        QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
        m_fixture.reset();
    }

    void aLeakAndItsCureAreComparedAsFixed()
    {
        support::SpecimenServer server;
        QVERIFY2(server.start(), qPrintable(server.failure()));
        m_fixture->show();
        check(server, QStringLiteral("leaking"));
        check(server, QStringLiteral("cured"));
        openHistory(2);
        const RunModel &runs = history().model();
        const bool isCuredClear = runs.run(0).verdict == QLatin1StringView("stable");
        QVERIFY(isCuredClear
                || runs.run(0).verdict == QLatin1StringView("inconclusive")); // on a busy machine
        QCOMPARE(runs.run(1).verdict, QStringLiteral("leaks"));
        QVERIFY(runs.run(1).sentence.startsWith(QStringLiteral("Leaks 1.0")));

        table().selectAll();
        history().actions().compare->trigger();
        auto &page = m_fixture->part<ComparePage>();
        QTRY_VERIFY_WITH_TIMEOUT(page.isVisible() && page.comparison(), patience);
        const QString sentence = report::comparisonSentence(*page.comparison());
        QVERIFY2(sentence.startsWith(isCuredClear ? QStringLiteral("Fixed: heap +1.0")
                                                  : QStringLiteral("Cannot tell: ")),
                 qPrintable(sentence));
        QVERIFY(page.comparison()->before.latency);

        // Nothing grew in the cured one, so it has no profile of its end to lay over the other's.
        QVERIFY(!isCuredClear || !m_fixture->button(QStringLiteral("Flame graph"))->isEnabled());

        // And an earlier check is opened where it was made, and says of when it is.
        openHistory(2);
        QVERIFY(!page.isVisible() || page.comparison());
        Q_EMIT history().openRequested(runs.run(1));
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->part<LeakPage>().isVisible(), patience);
        QVERIFY(m_fixture->shows(QStringLiteral("From the history")));
        const auto &result = m_fixture->part<LeakPage>().result();
        QCOMPARE(report::checkSentence(*result), runs.run(1).sentence);
        QVERIFY(!result->profiles.heapAfter.isEmpty());
    }

    void uploadsAreKeptWhenTheWindowMovesOnAndCloses()
    {
        support::SpecimenServer server;
        QVERIFY2(server.start(), qPrintable(server.failure()));
        m_fixture->show();
        connectTo(server, QStringLiteral("leaking"));
        upload(QStringLiteral("a.bin"), 1);
        window().connectTo(server.uploadUrl(QStringLiteral("read-all"), QStringLiteral("cured")).toString());
        upload(QStringLiteral("b.bin"), 2);
        upload(QStringLiteral("c.bin"), 3);
        m_fixture->restart();
        m_fixture->show();
        openHistory(2);
        const KeptRun later = history().model().run(0);
        const KeptRun earlier = history().model().run(1);
        QCOMPARE(later.command, QStringLiteral("session"));
        QVERIFY(later.server.endsWith(QStringLiteral("cured")));
        QVERIFY2(later.sentence.contains(QStringLiteral("2 ")), qPrintable(later.sentence));
        QVERIFY(!earlier.server.endsWith(QStringLiteral("cured")));

        // Its page is made of what is kept, and opened in the browser; it goes with the program.
        Q_EMIT history().openRequested(later);
        QTRY_VERIFY_WITH_TIMEOUT(!m_opened.isEmpty(), patience);
        QFile page(m_opened.toLocalFile());
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QByteArray html = page.readAll();
        QVERIFY(html.contains("b.bin") && html.contains("c.bin") && !html.contains("a.bin"));
        m_fixture.reset();
        QVERIFY(!page.exists());
        m_fixture = std::make_unique<WindowFixture>();
    }

    void whatWasClearedIsKept()
    {
        support::SpecimenServer server;
        QVERIFY2(server.start(), qPrintable(server.failure()));
        m_fixture->show();
        connectTo(server, QStringLiteral("leaking"));
        upload(QStringLiteral("a.bin"), 1);
        upload(QStringLiteral("b.bin"), 2);
        Q_EMIT m_fixture->part<UploadsPage>().clearFinishedRequested();
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->part<UploadModel>().rowCount(), 0, patience);
        upload(QStringLiteral("c.bin"), 1);
        m_fixture->restart();
        m_fixture->show();
        openHistory(1);
        const KeptRun run = history().model().run(0);
        QVERIFY2(run.sentence.contains(QStringLiteral("3 ")), qPrintable(run.sentence));
        Q_EMIT history().openRequested(run);
        QTRY_VERIFY_WITH_TIMEOUT(!m_opened.isEmpty(), patience);
        QFile page(m_opened.toLocalFile());
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QByteArray html = page.readAll();
        for (const char *name : {"a.bin", "b.bin", "c.bin"})
            QVERIFY2(html.contains(name), name);
    }

    void withoutUploadsNothingIsKept()
    {
        support::SpecimenServer server;
        QVERIFY2(server.start(), qPrintable(server.failure()));
        m_fixture->show();
        connectTo(server, QStringLiteral("leaking"));
        m_fixture->restart();
        m_fixture->show();
        openHistory(0);
        QTRY_VERIFY_WITH_TIMEOUT(history().model().isKnown(), patience);
        QCOMPARE(history().model().rowCount(), 0);
    }

    void theResultInSightIsComparedWithOneOfTheHistory()
    {
        experiment::CheckResult before = examples::leaking();
        before.startedMs = 1'795'975'140'000;
        m_fixture->keeper().keep([before] { return report::checkToKeep(before); });
        m_fixture->show();
        m_fixture->part<Navigation>().showPage(QStringLiteral("leak"));
        experiment::CheckResult now = examples::stable();
        now.startedMs = before.startedMs + 60'000;
        m_fixture->part<LeakPage>().showResult(now);
        Q_EMIT m_fixture->part<Navigation>().chosen(
            QStringLiteral("leak")); // the work instead of the start page
        QAbstractButton *compare = m_fixture->button(QStringLiteral("Compare with"));
        QVERIFY(compare);
        compare->click();
        QTRY_VERIFY_WITH_TIMEOUT(history().isVisible() && history().model().rowCount() == 1, patience);
        QVERIFY(m_fixture->shows(QStringLiteral("With which check")));
        QTRY_VERIFY(table().hasFocus());
        keyboard::press(Qt::Key_Return);
        auto &page = m_fixture->part<ComparePage>();
        QTRY_VERIFY_WITH_TIMEOUT(page.isVisible(), patience);
        QCOMPARE(page.comparison()->change, analysis::Change::Fixed);
        keyboard::press(Qt::Key_Escape);
        QVERIFY(history().isVisible());
    }

    void deletedRunsComeBack()
    {
        keepTwo();
        m_fixture->show();
        openHistory(2);
        Q_EMIT history().removeRequested({1, 2});
        QTRY_COMPARE_WITH_TIMEOUT(history().model().totals().all, 0, patience);
        history().actions().undo->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(history().model().rowCount(), 2, patience);
    }

    void marksAreKept()
    {
        keepTwo();
        m_fixture->show();
        openHistory(2);
        table().setFocus();
        keyboard::press(Qt::Key_F2);
        keyboard::typeAnew(QStringLiteral("fix-1"));
        keyboard::press(Qt::Key_Return);
        keyboard::press(history().actions().editNote->shortcut());
        keyboard::typeAnew(QStringLiteral("with the cure"));
        keyboard::press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(history().model().totals().tags, QStringList{QStringLiteral("fix-1")},
                                  patience);
        m_fixture->restart();
        m_fixture->show();
        openHistory(2);
        QCOMPARE(history().model().run(0).note, QStringLiteral("with the cure"));
    }

    void aHistoryThatCannotBeKeptIsOneMessage()
    {
        // A folder in the place of the file.
        QVERIFY(QDir(m_fixture->folder()).mkpath(QStringLiteral("runs/history.sqlite")));
        m_fixture->show();
        keepTwo();
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->message(), QStringLiteral("Runs are not kept in the history."),
                                  patience);
    }

private:
    ui::MainWindow &window() { return m_fixture->window(); }
    HistoryPage &history() const { return m_fixture->part<HistoryPage>(); }
    RunTable &table() const { return m_fixture->part<RunTable>(); }

    void keepTwo()
    {
        for (const experiment::CheckResult &result : {examples::leaking(), examples::stable()})
            m_fixture->keeper().keep([result] { return report::checkToKeep(result); });
    }
    void openHistory(int runs)
    {
        Q_EMIT m_fixture->part<Navigation>().chosen({});
        m_fixture->part<Navigation>().showPage(QStringLiteral("history"));
        if (!history().isVisible())
            Q_EMIT m_fixture->part<ComparePage>().closeRequested();
        QTRY_COMPARE_WITH_TIMEOUT(history().model().rowCount(), runs, patience);
    }
    void connectTo(const support::SpecimenServer &server, const QString &form)
    {
        window().connectTo(server.uploadUrl(QStringLiteral("read-all"), form).toString());
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->state(), QStringLiteral("connected"), patience);
    }
    void upload(const QString &name, int done)
    {
        window().addPaths({m_files.makeFile(name, 100'000)});
        const auto &model = m_fixture->part<UploadModel>();
        QTRY_COMPARE_WITH_TIMEOUT(model.count(transfer::UploadState::Done), done, patience);
    }
    /// A quick one, from its start to its result.
    void check(const support::SpecimenServer &server, const QString &form)
    {
        connectTo(server, form);
        auto &page = m_fixture->part<LeakPage>();
        CheckSettings settings = page.settings();
        settings.speed = CheckSettings::Speed::Quick;
        page.setSettings(settings);
        QSignalSpy kept(&m_fixture->keeper(), &session::RunKeeper::kept);
        page.startAction()->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(kept.size(), 1, checkPatience);
        QVERIFY(page.result());
    }

    support::TestFiles m_files;
    QUrl m_opened;
    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestHistoryJourney)
#include "tst_historyjourney.moc"
