// SPDX-License-Identifier: GPL-3.0-or-later
// The Leak page in each of its states, with keys, in narrow windows, and as it is read aloud.
#include "core/report/checkbounds.h"
#include "core/report/checkwording.h"
#include "core/report/exportfile.h"
#include "core/report/namedsuspects.h"
#include "tests/ui/leak/checkexamples.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/theme.h"
#include "ui/common/verdictbox.h"
#include "ui/leak/checksetup.h"
#include "ui/leak/floorcard.h"
#include "ui/leak/floorplot.h"
#include "ui/leak/leakpage.h"
#include "ui/leak/resourcerows.h"
#include "ui/leak/stacklist.h"
#include "ui/leak/verdictcard.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace ui;
using experiment::CheckPlan;
using experiment::CheckResult;

namespace {
using Example = CheckResult (*)();
const QUrl someServer(QStringLiteral("http://localhost:8080/upload/read-all")); // The examples'.
} // namespace

Q_DECLARE_METATYPE(Example)

class TestLeakPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Light); }
    void cleanupTestCase() { m_theme.reset(); }
    void init()
    {
        m_page = std::make_unique<LeakPage>();
        m_page->resize(1100, 420);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup() { m_page.reset(); }

    void withoutAServer()
    {
        QSignalSpy started(m_page.get(), &LeakPage::startRequested);
        QSignalSpy sample(m_page.get(), &LeakPage::sampleRequested);
        QCOMPARE(sentence(), QStringLiteral("No server yet"));
        QVERIFY(!button(QStringLiteral("Start"))->isEnabled());
        QTest::keySequence(m_page.get(), QKeySequence(Qt::CTRL | Qt::Key_Return));
        QCOMPARE(started.size(), 0);
        button(QStringLiteral("Start the sample server"))->click();
        QCOMPARE(sample.size(), 1);
    }

    void startsWithWhatIsSetUp()
    {
        QSignalSpy started(m_page.get(), &LeakPage::startRequested);
        m_page->setServer(someServer);
        QCOMPARE(sentence(), QStringLiteral("Not checked yet"));
        QVERIFY(!button(QStringLiteral("Start the sample server")));
        CheckSettings settings;
        settings.bytes = 64 * 1024;
        settings.perRound = 33;
        settings.connections = 7;
        settings.speed = CheckSettings::Speed::Thorough;
        settings.aborts = false;
        m_page->setSettings(settings);
        button(QStringLiteral("Start"))->click();
        QCOMPARE(started.size(), 1);
        const auto plan = started.first().first().value<CheckPlan>();
        QCOMPARE(plan.uploads.bytes, qint64(64 * 1024));
        QCOMPARE(plan.perRound, 33);
        QCOMPARE(plan.uploads.connections, 7);
        QCOMPARE(plan.speed, CheckPlan::Speed::Thorough);
        QVERIFY(!plan.aborts);
        QVERIFY(plan.uploads.files.isEmpty());
    }

    void settingsBeginWithTheMethods()
    {
        const CheckPlan usual, plan = CheckSettings().plan();
        QCOMPARE(plan.uploads.bytes, usual.uploads.bytes);
        QCOMPARE(plan.uploads.connections, usual.uploads.connections);
        QCOMPARE(plan.perRound, usual.perRound);
        QCOMPARE(plan.speed, usual.speed);
        QCOMPARE(plan.aborts, usual.aborts);
        CheckSettings settings;
        for (const CheckPlan::Speed speed :
             {CheckPlan::Speed::Quick, CheckPlan::Speed::Standard, CheckPlan::Speed::Thorough}) {
            settings.speed = speed;
            m_page->setSettings(settings);
            QVERIFY(shows(report::checkBoundsText(settings.plan())));
        }
    }

    void filesInsteadOfGeneratedOnes()
    {
        CheckSettings settings;
        settings.files = {QStringLiteral("/tmp/a.bin"), QStringLiteral("/tmp/b.bin")};
        m_page->setSettings(settings);
        QCOMPARE(m_page->settings().files, settings.files);
        QVERIFY(
            field<QComboBox>(QStringLiteral("Payload"))->currentText().startsWith(QStringLiteral("2 file")));
        // "Files…" itself is no payload: until files are chosen the last one stays.
        auto *payload = field<QComboBox>(QStringLiteral("Payload"));
        payload->setCurrentIndex(2);
        Q_EMIT payload->activated(2);
        QVERIFY(m_page->settings().files.isEmpty());
        QCOMPARE(m_page->settings().bytes, qint64(256 * 1024));
    }

    void keysStartAndStop()
    {
        QSignalSpy started(m_page.get(), &LeakPage::startRequested);
        QSignalSpy cancelled(m_page.get(), &LeakPage::cancelRequested);
        m_page->setServer(someServer);
        QTest::keyClick(m_page.get(), Qt::Key_Escape);
        QCOMPARE(cancelled.size(), 0);
        QTest::keySequence(m_page.get(), QKeySequence(Qt::CTRL | Qt::Key_Return));
        QCOMPARE(started.size(), 1);
        m_page->showStarted();
        QTest::keySequence(m_page.get(), QKeySequence(Qt::CTRL | Qt::Key_Return)); // One at a time.
        QCOMPARE(started.size(), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(cancelled.size(), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(cancelled.size(), 1);
        QVERIFY(!button(QStringLiteral("Stopping"))->isEnabled());
    }

    void runs()
    {
        m_page->setServer(someServer);
        m_page->showStarted();
        QVERIFY(m_page->isRunning());
        QVERIFY(button(QStringLiteral("Stop"))->isEnabled());
        QVERIFY(!field<QSpinBox>(QStringLiteral("Per round"))->isEnabled());
        QCOMPARE(sentence(), QStringLiteral("No verdict yet"));
        m_page->showProgress(examples::running(3));
        QVERIFY(shows(QStringLiteral("Round 3 of 10")));
        QCOMPARE(plot().chart().floors.size(), size_t(3));
        QCOMPARE(plot().chart().expected, 200.0);
        auto *bar = m_page->findChild<QProgressBar *>();
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->value(), 240);
        m_page->showProgress(examples::running(7));
        QCOMPARE(plot().chart().floors.size(), size_t(7));
        QCOMPARE(sentence(), QStringLiteral("So far: leaks"));
        QVERIFY(!rows().empty());
        QVERIFY(!button(QStringLiteral("Export report")));
    }

    void waitsForAnotherExperiment()
    {
        QSignalSpy started(m_page.get(), &LeakPage::startRequested);
        m_page->setServer(someServer);
        m_page->setObstacle(QStringLiteral("A sweep is running."));
        QVERIFY(shows(QStringLiteral("A sweep is running.")));
        QVERIFY(!button(QStringLiteral("Start"))->isEnabled());
        QTest::keySequence(m_page.get(), QKeySequence(Qt::CTRL | Qt::Key_Return));
        QCOMPARE(started.size(), 0);
        m_page->setObstacle({});
        QVERIFY(!shows(QStringLiteral("A sweep is running.")));
        button(QStringLiteral("Start"))->click();
        QCOMPARE(started.size(), 1);
    }

    void queueAndCheckWaitForEachOther()
    {
        m_page->setServer(someServer);
        m_page->setUploads(5, 2);
        m_page->showStarted();
        QCOMPARE(sentence(), QStringLiteral("Waiting for 2 upload(s) to end"));
        m_page->showProgress({});
        QCOMPARE(sentence(), QStringLiteral("Waiting for 2 upload(s) to end"));
        QVERIFY(shows(QStringLiteral("5 upload(s) in the queue wait until the check is over.")));
        m_page->setUploads(5, 1);
        QCOMPARE(sentence(), QStringLiteral("Waiting for 1 upload(s) to end"));
        m_page->setUploads(5, 0);
        QCOMPARE(sentence(), QStringLiteral("No verdict yet"));
        m_page->showProgress(examples::running(7));
        m_page->setUploads(5, 1); // Too late to wait for.
        QCOMPARE(sentence(), QStringLiteral("So far: leaks"));
        m_page->showResult(examples::stable());
        QVERIFY(!shows(QStringLiteral("in the queue")));
    }

    void results_data()
    {
        QTest::addColumn<Example>("example");
        QTest::addColumn<bool>("hasFlames");
        QTest::newRow("leaks") << Example(&examples::leaking) << true;
        QTest::newRow("leaks when aborted") << Example(&examples::leakingWhenAborted) << false;
        QTest::newRow("leaks when crowded") << Example(&examples::leakingWhenCrowded) << false;
        QTest::newRow("leaks when large") << Example(&examples::leakingWhenLarge) << false;
        QTest::newRow("stable") << Example(&examples::stable) << false;
        QTest::newRow("inconclusive") << Example(&examples::noisy) << false;
        QTest::newRow("cancelled") << Example([] {
            return examples::interrupted(experiment::Interruption::Cancelled, 4);
        }) << false;
        QTest::newRow("no metrics") << Example([] {
            return examples::interrupted(experiment::Interruption::NoMetrics);
        }) << false;
    }

    void results()
    {
        QFETCH(Example, example);
        QFETCH(bool, hasFlames);
        const CheckResult result = example();
        m_page->setServer(someServer);
        m_page->showStarted();
        m_page->showResult(result);
        QVERIFY(!m_page->isRunning());
        QVERIFY(m_page->result());
        QCOMPARE(sentence(), report::checkSentence(result));
        QCOMPARE(m_page->findChild<VerdictBox *>()->accessibleName(), report::checkSentence(result));
        QCOMPARE(button(QStringLiteral("Flame graph")) != nullptr, hasFlames);
        QVERIFY(button(QStringLiteral("Export report")));
        QVERIFY(button(QStringLiteral("Run again"))->isEnabled());
        QCOMPARE(rows().empty(), result.resources.empty());
        QCOMPARE(plot().chart().isEmpty(), result.rounds.empty());
        QVERIFY(!m_page->findChild<QProgressBar *>()->isVisible());
        QCOMPARE(m_page->findChild<StackList *>()->isVisible(), result.guilt.has_value());
    }

    void theGuiltyFunctionIsNamed()
    {
        m_page->setServer(someServer);
        m_page->showResult(examples::leaking());
        const auto labels = m_page->findChild<StackList *>()->findChildren<ElidedLabel *>();
        QCOMPARE(labels.size(), 3); // What it called, itself, and who called it.
        QCOMPARE(labels[1]->text(), QStringLiteral("main.readAll (specimens/read_all.go:27)"));
        QVERIFY(labels[1]->font().bold());
        QVERIFY(!labels[0]->font().bold());
    }

    void everyAcceptedSuspectIsNamed()
    {
        CheckResult result = examples::leaking();
        QList<pprof::Suspect> &suspects = result.guilt->attribution.suspects;
        pprof::Suspect other = suspects.first();
        other.own->function = QStringLiteral("main.cache");
        other.share = 0.3;
        suspects.append(other);
        other.own->function = QStringLiteral("main.innocent");
        other.accepted = false;
        suspects.append(other);
        m_page->setServer(someServer);
        m_page->showResult(result);
        QTRY_VERIFY(shows(QStringLiteral("Allocated in")));
        QTRY_VERIFY(shows(QStringLiteral("212 MiB, 99 % of the growth")));
        QVERIFY(shows(QStringLiteral("main.cache")));
        QVERIFY(shows(QStringLiteral("30 % of the growth")));
        QVERIFY(!shows(QStringLiteral("main.innocent")));
        result.guilt->unit = QStringLiteral("goroutines");
        m_page->showResult(result);
        QTRY_VERIFY(shows(QStringLiteral("Blocked in")));
        QVERIFY(!shows(QStringLiteral("Allocated in")));
    }

    void theHeapBesideAnotherResourceHasItsOwnTitle()
    {
        const CheckResult result = examples::leakingBeside();
        m_page->setServer(someServer);
        m_page->showResult(result);
        QTRY_VERIFY(shows(QStringLiteral("Blocked in")));
        QTRY_VERIFY(shows(QStringLiteral("200 goroutines, ")));
        for (const report::NamedSuspect &named : report::namedSuspects(result)) // As in reports.
            QVERIFY2(shows(named.amount()), qPrintable(named.amount()));
        QVERIFY(shows(QStringLiteral("main.watch (app/watch.go:12)")));
        QTRY_VERIFY(shows(QStringLiteral("Allocated in")));
        QVERIFY(shows(QStringLiteral("main.keep (app/keep.go:42)")));
    }

    void whoIsToBlameComesBeforeTheResources()
    {
        m_page->setServer(someServer);
        m_page->showResult(examples::leaking());
        QTest::qWait(0);
        QVERIFY(m_page->findChild<StackList *>()->geometry().bottom()
                < m_page->findChild<ResourceRows *>()->geometry().top());
    }

    void thePlotShowsTheUploadsThatLeak_data()
    {
        QTest::addColumn<Example>("example");
        QTest::addColumn<QString>("title");
        QTest::addColumn<double>("uploads");
        QTest::newRow("aborted") << Example(&examples::leakingWhenAborted)
                                 << QStringLiteral("Goroutines left after aborted uploads") << 100.0;
        QTest::newRow("many at once") << Example(&examples::leakingWhenCrowded)
                                      << QStringLiteral("Goroutines left after uploads, 16 at once") << 320.0;
        QTest::newRow("large") << Example(&examples::leakingWhenLarge)
                               << QStringLiteral("Files left after large uploads") << 3.0;
    }

    void thePlotShowsTheUploadsThatLeak()
    {
        QFETCH(Example, example);
        QFETCH(QString, title);
        m_page->setServer(someServer);
        m_page->showResult(example());
        QVERIFY(shows(title));
        QTEST(plot().chart().floors.back().x(), "uploads");
        QVERIFY(plot().chart().floors.back().y() > plot().chart().floors.front().y());
        QVERIFY(plot().chart().earlier.empty()); // The warm-up was of other uploads.
    }

    void longNamesFitTheNarrowestCard()
    {
        CheckResult result = examples::leaking();
        result.guilt->attribution.suspects.first().own->function
            = QStringLiteral("storage.(*DiskMetricStore).processWriteRequestAndKeepIt_Once");
        QCOMPARE(result.guilt->attribution.suspects.first().guilty().function.size(), 60);
        m_page->resize(m_page->minimumSizeHint().width(), 600);
        m_page->setServer(someServer);
        m_page->showResult(result);
        const auto *card = m_page->findChild<VerdictCard *>();
        const auto *box = m_page->findChild<VerdictBox *>();
        const auto reaches
            = [card](const QWidget *part) { return part->mapTo(card, QPoint(part->width(), 0)).x(); };
        QTRY_VERIFY(reaches(box) <= card->width());
        QVERIFY(reaches(m_page->findChild<ResourceRows *>()) <= card->width());
        for (const QLabel *label : box->findChildren<QLabel *>())
            QVERIFY2(label->minimumSizeHint().width() <= label->width(), qPrintable(label->text()));
    }

    void theSentenceIsCopiedAsItReads()
    {
        CheckResult result = examples::leaking();
        result.guilt->attribution.suspects.first().own->function
            = QStringLiteral("storage.(*DiskMetricStore).processWriteRequestAndKeepIt_Once");
        m_page->setServer(someServer);
        m_page->showResult(result);
        auto *box = m_page->findChild<VerdictBox *>();
        auto *label = box->findChildren<QLabel *>().constFirst();
        QTest::mouseClick(label, Qt::LeftButton);
        QCOMPARE(QApplication::focusWidget(), label);
        QTest::keySequence(label, QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), sentence());
        label->setSelection(0, static_cast<int>(label->text().size()));
        QGuiApplication::clipboard()->clear();
        QTest::keySequence(label, QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), sentence());
    }

    void noMnemonicMeansTwoThings_data()
    {
        QTest::addColumn<bool>("hasServer");
        QTest::addColumn<bool>("hasResult");
        QTest::newRow("no server") << false << false;
        QTest::newRow("ready") << true << false;
        QTest::newRow("result") << true << true;
    }

    void noMnemonicMeansTwoThings()
    {
        QFETCH(bool, hasServer);
        QFETCH(bool, hasResult);
        if (hasServer)
            m_page->setServer(someServer);
        if (hasResult)
            m_page->showResult(examples::leaking());
        QStringList texts;
        for (const QAbstractButton *button : m_page->findChildren<QAbstractButton *>())
            texts << (button->isVisible() ? button->text() : QString());
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            texts << (label->isVisible() && label->buddy() ? label->text() : QString());
        QSet<QKeySequence> seen;
        for (const QString &text : std::as_const(texts)) {
            const QKeySequence key = QKeySequence::mnemonic(text);
            QVERIFY2(key.isEmpty() || !seen.contains(key), qPrintable(text));
            seen.insert(key);
        }
        QVERIFY(seen.size() > 5);
    }

    void flameGraphCarriesTheProfiles()
    {
        QSignalSpy asked(m_page.get(), &LeakPage::flameGraphRequested);
        m_page->setServer(someServer);
        m_page->showResult(examples::leaking());
        button(QStringLiteral("Flame graph"))->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<experiment::CheckProfiles>().heapAfter,
                 QByteArrayLiteral("after"));
        QCOMPARE(asked.first().last().toDouble(), 200.0);
    }

    void exportsAndCopies()
    {
        QSignalSpy exported(m_page.get(), &LeakPage::exportRequested);
        QSignalSpy copied(m_page.get(), &LeakPage::copyRequested);
        m_page->setServer(someServer);
        m_page->showResult(examples::stable());
        const auto *menu = static_cast<QPushButton *>(button(QStringLiteral("Export report")))->menu();
        for (QAction *action : menu->actions())
            action->trigger();
        QStringList endings;
        for (const QList<QVariant> &arguments : exported)
            endings += report::endingOf(arguments.first().value<report::Format>());
        QCOMPARE(endings.join(u' '), QStringLiteral("html pdf md json csv xml"));
        QCOMPARE(copied.size(), 1);
    }

    void aCheckThatFoundNothingLeavesNothing()
    {
        m_page->setServer(someServer);
        m_page->showStarted();
        m_page->showDropped();
        QCOMPARE(sentence(), QStringLiteral("Not checked yet"));
        QVERIFY(!m_page->isRunning());
    }

    void theLeadingResourceIsDrawnUntilAnotherIsChosen()
    {
        m_page->setServer(someServer);
        m_page->showResult(examples::leaking());
        QCOMPARE(plot().chart().resource, analysis::Resource::Heap);
        auto *choice = field<QComboBox>(QStringLiteral("Resource in the plot"));
        const int goroutines = choice->findText(QStringLiteral("Goroutines"));
        QVERIFY(goroutines > 0);
        choice->setCurrentIndex(goroutines);
        Q_EMIT choice->activated(goroutines);
        QCOMPARE(plot().chart().resource, analysis::Resource::Goroutines);
        QVERIFY(shows(QStringLiteral("Goroutines left after each round")));
        m_page->showResult(examples::leaking());
        QCOMPARE(plot().chart().resource, analysis::Resource::Goroutines);
    }

    void whatIsSetUpComesBack()
    {
        CheckSettings settings;
        settings.bytes = 4 * 1024 * 1024;
        settings.perRound = 50;
        settings.connections = 9;
        settings.speed = CheckSettings::Speed::Quick;
        settings.aborts = false;
        m_page->setSettings(settings);
        LeakPage other;
        other.restore(m_page->saved());
        QCOMPARE(other.settings(), settings);
    }

    void nonsenseIsReadAsDefaults()
    {
        m_page->restore({{QStringLiteral("bytes"), -7},
                         {QStringLiteral("perRound"), QStringLiteral("many")},
                         {QStringLiteral("speed"), QStringLiteral("hasty")}});
        QCOMPARE(m_page->settings(), CheckSettings());
        m_page->restore(
            {{QStringLiteral("bytes"), qint64(999'999'999'999)}, {QStringLiteral("atOnce"), 100'000}});
        QCOMPARE(m_page->settings().bytes, qint64(16 * 1024 * 1024));
        QCOMPARE(m_page->settings().connections, 64);
    }

    void everyControlHasAName()
    {
        m_page->setServer(someServer);
        m_page->showResult(examples::leaking());
        int seen = 0;
        for (QWidget *widget : m_page->findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy()
                || qobject_cast<QScrollBar *>(widget) || widget->parentWidget()->inherits("QAbstractSpinBox")
                || widget->parentWidget()->inherits("QComboBox"))
                continue;
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(!interface->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
            ++seen;
        }
        QVERIFY(seen >= 9);
    }

    void nothingIsCut_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<Example>("example");
        for (const int width : {360, 600, 900, 1200, 1800}) {
            QTest::addRow("leaks, %d wide", width) << QSize(width, 300) << Example(&examples::leaking);
            QTest::addRow("inconclusive, %d wide", width) << QSize(width, 300) << Example(&examples::noisy);
        }
    }

    void nothingIsCut()
    {
        QFETCH(QSize, size);
        QFETCH(Example, example);
        m_page->resize(size);
        m_page->setServer(someServer);
        m_page->showResult(example());
        QStringList cut;
        const bool isWhole = QTest::qWaitFor([&] {
            cut = cutParts();
            return cut.isEmpty();
        });
        QVERIFY2(isWhole, qPrintable(cut.join(u'\n')));
    }

    void anAxisThatDoesNotBeginAtZeroSaysSo()
    {
        const auto isSaid = [&] {
            const QList<QLabel *> labels = m_page->findChild<FloorCard *>()->findChildren<QLabel *>();
            return std::ranges::any_of(labels, [](const QLabel *label) {
                return label->text().contains(QStringLiteral("axis\u00a0from\u00a0512.0\u00a0MiB"));
            });
        };
        m_page->showResult(examples::leaking());
        QVERIFY(!isSaid());
        m_page->showResult(examples::leakingLittle());
        QVERIFY(isSaid());
    }

    void columnsFollowTheWidth_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("isPlotBesideSetup");
        QTest::addColumn<bool>("isVerdictBesidePlot");
        QTest::newRow("wide") << 1200 << true << true;
        QTest::newRow("medium") << 640 << true << false;
        QTest::newRow("narrow") << 380 << false << false;
    }

    void columnsFollowTheWidth()
    {
        QFETCH(int, width);
        m_page->resize(width, 600);
        const auto at = [&](const QWidget *part) { return part->mapTo(m_page.get(), QPoint(0, 0)); };
        const auto *setup = m_page->findChild<CheckSetup *>();
        const auto *floors = m_page->findChild<FloorCard *>();
        const auto *verdict = m_page->findChild<VerdictCard *>();
        QTest::qWait(0);
        QTEST(at(floors).x() > at(setup).x(), "isPlotBesideSetup");
        QTEST(at(verdict).x() > at(floors).x() && at(verdict).y() == at(floors).y(), "isVerdictBesidePlot");
        QVERIFY(at(verdict).x() + verdict->width() <= m_page->width());
    }

private:
    [[nodiscard]] QString sentence() const { return m_page->findChild<ResultCard *>()->sentence(); }
    [[nodiscard]] const FloorPlot &plot() const { return m_page->findChild<FloorCard *>()->plot(); }
    [[nodiscard]] const std::vector<ResourceRow> &rows() const
    {
        return m_page->findChild<ResourceRows *>()->rows();
    }

    [[nodiscard]] QAbstractButton *button(const QString &text) const
    {
        QAbstractButton *found = nullptr;
        for (QPushButton *candidate : m_page->findChildren<QPushButton *>()) {
            const QString said = candidate->text().remove(u'&');
            if (candidate->isVisible() && (said == text || (!found && said.startsWith(text))))
                found = candidate;
        }
        return found;
    }

    template <typename Field>
    [[nodiscard]] Field *field(const QString &name) const
    {
        for (Field *candidate : m_page->findChildren<Field *>()) {
            if (candidate->accessibleName() == name)
                return candidate;
        }
        return nullptr;
    }

    [[nodiscard]] bool shows(const QString &text) const
    {
        const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    }

    /// Visible parts that are smaller than they have to be, or reach over their parent's edge.
    [[nodiscard]] QStringList cutParts() const
    {
        QStringList cut;
        for (const QWidget *part : m_page->findChildren<QWidget *>()) {
            if (!part->isVisible() || part->inherits("QScrollBar") || part->inherits("QAbstractScrollArea"))
                continue;
            const auto *label = qobject_cast<const QLabel *>(part);
            const bool isText = label || qobject_cast<const QAbstractButton *>(part);
            if (!isText && !part->inherits("ui::Card"))
                continue;
            const bool wraps = label && label->wordWrap();
            const int needed
                = wraps ? label->heightForWidth(part->width()) : part->minimumSizeHint().height();
            const bool isNarrow = !wraps && !qobject_cast<const ElidedLabel *>(part) && isText
                && part->width() < part->minimumSizeHint().width();
            if (part->height() < needed || isNarrow)
                cut.append(QStringLiteral("%1 %2 (%3 × %4, needs %5)")
                               .arg(QLatin1String(part->metaObject()->className()),
                                    label ? label->text() : part->accessibleName())
                               .arg(part->width())
                               .arg(part->height())
                               .arg(needed));
        }
        return cut;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<LeakPage> m_page;
};

QTEST_MAIN(TestLeakPage)
#include "tst_leakpage.moc"
