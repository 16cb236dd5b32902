// SPDX-License-Identifier: GPL-3.0-or-later
// The Sweep page in each of its states, with keys, in narrow windows, and as it is read aloud.
#include "core/report/exportfile.h"
#include "core/report/sweepwording.h"
#include "tests/report/sweepexamples.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/theme.h"
#include "ui/common/verdictbox.h"
#include "ui/common/wholerowsarea.h"
#include "ui/sweep/findingrow.h"
#include "ui/sweep/sweepcard.h"
#include "ui/sweep/sweeppage.h"
#include "ui/sweep/sweepplot.h"
#include "ui/sweep/sweepplots.h"
#include "ui/sweep/sweepsetup.h"
#include "ui/sweep/sweeptablecard.h"

#include <QAccessible>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace ui;
using experiment::SweepPlan;
using experiment::SweepResult;

namespace {
using Example = SweepResult (*)();
const QUrl someServer(QStringLiteral("http://127.0.0.1:8080/in?key=secret")); // The examples'.

/// With so many timeouts in a thousand uploads of its last level.
SweepResult calmWithTimeouts(int failed)
{
    SweepResult result = examples::calm();
    result.levels.back()
        = examples::sweepLevel(200, {1000 - failed, failed, 0, std::chrono::milliseconds(200), {}});
    return examples::judged(result);
}
} // namespace

Q_DECLARE_METATYPE(Example)

class TestSweepPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Light); }
    void cleanupTestCase() { m_theme.reset(); }
    void init()
    {
        m_page = std::make_unique<SweepPage>();
        m_page->resize(1168, 472);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup() { m_page.reset(); }

    void withoutAServer()
    {
        QSignalSpy started(m_page.get(), &SweepPage::startRequested);
        QSignalSpy sample(m_page.get(), &SweepPage::sampleRequested);
        QCOMPARE(sentence(), QStringLiteral("No server yet"));
        QVERIFY(!button(QStringLiteral("Start"))->isEnabled());
        QTest::keySequence(m_page.get(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return));
        QCOMPARE(started.size(), 0);
        button(QStringLiteral("Start the sample server"))->click();
        QCOMPARE(sample.size(), 1);
    }

    void startsWithWhatIsSetUp()
    {
        QSignalSpy started(m_page.get(), &SweepPage::startRequested);
        m_page->setServer(someServer);
        QCOMPARE(sentence(), QStringLiteral("Not measured yet"));
        SweepSettings settings;
        settings.levels = {2, 6};
        settings.perConnection = 3;
        m_page->setSettings(settings);
        button(QStringLiteral("Start"))->click();
        QCOMPARE(started.size(), 1);
        const auto plan = started.first().first().value<SweepPlan>();
        QCOMPARE(plan.levels, (std::vector<int>{2, 6}));
        QCOMPARE(plan.perConnection, 3);
        QCOMPARE(plan.uploads.bytes, SweepPlan::usualBytes);
    }

    void keysStartAndStop()
    {
        QSignalSpy started(m_page.get(), &SweepPage::startRequested);
        QSignalSpy cancelled(m_page.get(), &SweepPage::cancelRequested);
        m_page->setServer(someServer);
        QTest::keyClick(m_page.get(), Qt::Key_Escape);
        QCOMPARE(cancelled.size(), 0);
        QTest::keySequence(m_page.get(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return));
        QCOMPARE(started.size(), 1);
        m_page->showStarted();
        QTest::keySequence(m_page.get(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return));
        QCOMPARE(started.size(), 1);
        m_page->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(cancelled.size(), 1);
        QVERIFY(!button(QStringLiteral("Stopping"))->isEnabled());
    }

    void nothingStartsThatIsNotRight()
    {
        QSignalSpy started(m_page.get(), &SweepPage::startRequested);
        m_page->setServer(someServer);
        QLineEdit *levels = nullptr;
        for (QLineEdit *edit : m_page->findChildren<QLineEdit *>()) {
            if (edit->accessibleName().startsWith(QStringLiteral("At once")))
                levels = edit;
        }
        QVERIFY(levels);
        levels->setText(QStringLiteral("5, 1"));
        QVERIFY(!button(QStringLiteral("Start"))->isEnabled());
        m_page->startAction()->trigger();
        QCOMPARE(started.size(), 0);
        levels->setText(QStringLiteral("1, 5"));
        QVERIFY(button(QStringLiteral("Start"))->isEnabled());
    }

    void waitsForAnotherExperiment()
    {
        QSignalSpy started(m_page.get(), &SweepPage::startRequested);
        m_page->setServer(someServer);
        m_page->setObstacle(QStringLiteral("A leak check is running."));
        QVERIFY(shows(QStringLiteral("A leak check is running.")));
        QVERIFY(!button(QStringLiteral("Start"))->isEnabled());
        m_page->startAction()->trigger();
        QCOMPARE(started.size(), 0);
        m_page->setObstacle({});
        m_page->startAction()->trigger();
        QCOMPARE(started.size(), 1);
    }

    void runs()
    {
        m_page->setServer(someServer);
        m_page->showStarted();
        QVERIFY(m_page->isRunning());
        QVERIFY(button(QStringLiteral("Stop"))->isEnabled());
        QVERIFY(plots().front()->chart().isEmpty());
        m_page->showProgress(examples::sweeping());
        QCOMPARE(sentence(), QStringLiteral("50 at once"));
        QVERIFY(shows(QStringLiteral("Level 3 of 4 · measuring 42 %")));
        auto *bar = m_page->findChild<QProgressBar *>();
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->value(), static_cast<int>(std::lround(examples::sweeping().whole() * 1000)));
        QCOMPARE(plots().front()->chart().levels.size(), 2); // Level by level.
        QCOMPARE(table().model()->rowCount(), 2);
        QVERIFY(!button(QStringLiteral("Export report")));
    }

    void queueAndSweepWaitForEachOther()
    {
        m_page->setServer(someServer);
        m_page->setUploads(5, 2);
        m_page->showStarted();
        QCOMPARE(sentence(), QStringLiteral("Waiting for 2 upload(s) to end"));
        m_page->showProgress({});
        QCOMPARE(sentence(), QStringLiteral("Waiting for 2 upload(s) to end"));
        QVERIFY(shows(QStringLiteral("5 upload(s) in the queue wait until the sweep is over.")));
        m_page->setUploads(5, 1);
        QCOMPARE(sentence(), QStringLiteral("Waiting for 1 upload(s) to end"));
        QVERIFY(shows(QStringLiteral("5 upload(s) in the queue wait until the sweep is over.")));
        m_page->setUploads(5, 0);
        QCOMPARE(sentence(), QStringLiteral("Getting ready"));
        m_page->showResult(examples::calm());
        QVERIFY(!shows(QStringLiteral("in the queue")));
    }

    void results_data()
    {
        QTest::addColumn<Example>("example");
        QTest::addColumn<int>("tone");
        QTest::addColumn<bool>("hasFindings");
        const auto row = [](const char *name, Example example, Tone tone, bool hasFindings) {
            QTest::newRow(name) << example << static_cast<int>(tone) << hasFindings;
        };
        row("breaks down", &examples::collapsing, Tone::Bad, true);
        row("scales", &examples::scaling, Tone::Good, true);
        row("stopped", &examples::silentAndStopped, Tone::Warn, true);
        row(
            "down after a level",
            [] {
                SweepResult result = examples::calm();
                result.stop = experiment::SweepStop::ServerDown;
                return result;
            },
            Tone::Bad, true);
        row("unreachable", &examples::unreachable, Tone::Warn, false);
        // As history and reports have it, too: one of a thousand is no flaw, one of a hundred is.
        row(
            "one of a thousand fails", [] { return calmWithTimeouts(1); }, Tone::Good, true);
        row(
            "two of a hundred fail", [] { return calmWithTimeouts(20); }, Tone::Bad, true);
    }

    void results()
    {
        QFETCH(Example, example);
        QFETCH(int, tone);
        QFETCH(bool, hasFindings);
        const SweepResult result = example();
        m_page->setServer(someServer);
        m_page->showStarted();
        m_page->showResult(result);
        QVERIFY(!m_page->isRunning());
        QVERIFY(m_page->result());
        const auto *box = m_page->findChild<VerdictBox *>();
        QCOMPARE(sentence(), report::sweepHeadline(result));
        QCOMPARE(box->accessibleName(), report::sweepHeadline(result));
        QCOMPARE(static_cast<int>(box->text().tone), tone);
        QVERIFY(!box->text().sign.isEmpty());
        for (const FindingRow *finding : m_page->findChildren<FindingRow *>())
            QCOMPARE(finding->isVisible(), hasFindings);
        QVERIFY(button(QStringLiteral("Export report")));
        QVERIFY(button(QStringLiteral("Run again"))->isEnabled());
        QCOMPARE(table().isVisible(), !result.levels.empty());
        QCOMPARE(table().model()->rowCount(), static_cast<int>(result.levels.size()));
        QCOMPARE(plots().front()->chart().isEmpty(), result.levels.empty());
        QVERIFY(!m_page->findChild<QProgressBar *>()->isVisible());
    }

    void findingsAreNamed()
    {
        m_page->setServer(someServer);
        m_page->showResult(examples::collapsing());
        QVERIFY(shows(QStringLiteral("Bottleneck")));
        QVERIFY(shows(QStringLiteral("Amplification")));
        QVERIFY(shows(QStringLiteral("each retry leaves that once more")));
        QVERIFY(shows(QStringLiteral("504 Gateway Timeout")));
    }

    void theBottleneckIsTheOneItsSentenceNames()
    {
        m_page->setServer(someServer);
        m_page->showResult(examples::limiting());
        const auto *row = m_page->findChild<FindingRow *>(); // The first of them.
        QCOMPARE(row->findChild<QLabel *>()->accessibleName(),
                 QStringLiteral("Bottleneck: server's limiter"));
        QVERIFY(shows(QStringLiteral("The server's limiter is the bottleneck from 50 at once on")));
    }

    void aResultStaysWithItsAddress()
    {
        m_page->setServer(someServer);
        m_page->showResult(examples::scaling());
        QVERIFY(!shows(QStringLiteral("Another address was measured")));
        m_page->setServer(QUrl(QStringLiteral("http://127.0.0.1:8080/other")));
        QVERIFY(shows(QStringLiteral("Another address was measured")));
        QVERIFY(
            button(QStringLiteral("Start"))->isEnabled()); // Not "Run again": that would be another sweep.
        QTest::keySequence(m_page.get(), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_X));
        QCOMPARE(sentence(), QStringLiteral("Not measured yet"));
        button(QStringLiteral("Show the last result"))->click();
        QCOMPARE(sentence(), report::sweepHeadline(examples::scaling()));
    }

    void levelsAreChosenEverywhereAtOnce()
    {
        m_page->setServer(someServer);
        m_page->showResult(examples::collapsing());
        QTest::keyClick(plots().front(), Qt::Key_Home);
        for (const SweepPlot *plot : plots())
            QCOMPARE(plot->readout().first(), QStringLiteral("1 at once"));
        QCOMPARE(table().selectionModel()->selectedRows().first().row(), 0);
        table().setFocus();
        table().setCurrentIndex(table().model()->index(2, 0));
        for (const SweepPlot *plot : plots())
            QCOMPARE(plot->readout().first(), QStringLiteral("50 at once"));
    }

    // As long as there is room for all of it, nothing of the table is cut.
    void theTableUsesItsWidth()
    {
        m_page->setServer(someServer);
        m_page->resize(1700, 560);
        m_page->showResult(examples::collapsing());
        QTest::qWait(0);
        const QHeaderView &header = *table().horizontalHeader();
        QCOMPARE(header.length(), table().viewport()->width());
        for (int i = 0; i < header.count(); ++i)
            QVERIFY2(header.sectionSize(i) >= header.sectionSizeHint(i),
                     qPrintable(table().model()->headerData(i, Qt::Horizontal).toString()));
        QVERIFY(!table().horizontalScrollBar()->isVisible());
        m_page->resize(700, 560);
        QTRY_VERIFY(table().horizontalScrollBar()->isVisible());
        QVERIFY(!table().verticalScrollBar()->isVisible());
    }

    void rowsAreCopied()
    {
        m_page->setServer(someServer);
        m_page->showResult(examples::collapsing());
        table().setFocus();
        table().selectAll();
        QTest::keySequence(&table(), QKeySequence::Copy);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 5);
        QVERIFY(lines[0].startsWith(QStringLiteral("At once\t")));
        QVERIFY(lines[4].startsWith(QStringLiteral("200\t")));
    }

    void exportsAndCopies()
    {
        QSignalSpy exported(m_page.get(), &SweepPage::exportRequested);
        QSignalSpy copied(m_page.get(), &SweepPage::copyRequested);
        m_page->setServer(someServer);
        m_page->showResult(examples::scaling());
        const auto *menu = static_cast<QPushButton *>(button(QStringLiteral("Export report")))->menu();
        for (QAction *action : menu->actions())
            action->trigger();
        QStringList endings;
        for (const QList<QVariant> &arguments : exported)
            endings += report::endingOf(arguments.first().value<report::Format>());
        QCOMPARE(endings.join(u' '), QStringLiteral("html pdf md json csv xml"));
        QCOMPARE(copied.size(), 1);
        const QImage picture = QGuiApplication::clipboard()->image(); // The menu's last entry.
        QVERIFY(picture.width() >= 920 * picture.devicePixelRatio());
    }

    void aSweepThatFoundNothingLeavesNothing()
    {
        m_page->setServer(someServer);
        m_page->showStarted();
        m_page->showDropped();
        QCOMPARE(sentence(), QStringLiteral("Not measured yet"));
        QVERIFY(!m_page->isRunning());
    }

    void everyControlHasAName()
    {
        m_page->setServer(someServer);
        m_page->showResult(examples::collapsing());
        int seen = 0;
        for (QWidget *widget : m_page->findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy()
                || qobject_cast<QScrollBar *>(widget) || widget->parentWidget()->inherits("QAbstractSpinBox")
                || widget->parentWidget()->inherits("QComboBox")
                || widget->parentWidget()->inherits("QTableView"))
                continue;
            QVERIFY(!qobject_cast<WholeRowsArea *>(widget)); // It is as tall as all of it.
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(!interface->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
            ++seen;
        }
        QVERIFY2(seen >= 11, qPrintable(QString::number(seen)));
    }

    void nothingIsCut_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<Example>("example");
        for (const int width : {360, 600, 912, 1168, 1800}) {
            QTest::addRow("breaks down, %d wide", width)
                << QSize(width, 300) << Example(&examples::collapsing);
            QTest::addRow("unreachable, %d wide", width)
                << QSize(width, 300) << Example(&examples::unreachable);
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

    void nothingIsCutWhileItRuns()
    {
        m_page->resize(1143, 460);
        m_page->setServer(someServer);
        m_page->showStarted();
        m_page->showProgress(examples::sweeping());
        QStringList cut;
        const bool isWhole = QTest::qWaitFor([&] {
            cut = cutParts();
            return cut.isEmpty();
        });
        QVERIFY2(isWhole, qPrintable(cut.join(u'\n')));
        const auto bottom
            = table().mapTo(m_page.get(), QPoint(0, table().height())).y(); // Nothing lies over the table.
        for (const QLabel *label : m_page->findChild<SweepTableCard *>()->findChildren<QLabel *>()) {
            if (label->wordWrap())
                QVERIFY(label->mapTo(m_page.get(), QPoint(0, 0)).y() >= bottom);
        }
    }

    void columnsFollowTheWidth_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("isCardBesideSetup");
        QTest::addColumn<bool>("arePlotsBesideCard");
        QTest::newRow("wide") << 1168 << true << true;
        QTest::newRow("medium") << 640 << true << false;
        QTest::newRow("narrow") << 380 << false << false;
    }

    void columnsFollowTheWidth()
    {
        QFETCH(int, width);
        m_page->resize(width, 600);
        m_page->showResult(examples::collapsing());
        const auto at = [&](const QWidget *part) { return part->mapTo(m_page.get(), QPoint(0, 0)); };
        const auto *setup = m_page->findChild<SweepSetup *>();
        const auto *card = m_page->findChild<SweepCard *>();
        const auto *both = m_page->findChild<SweepPlots *>();
        const auto *figures = m_page->findChild<SweepTableCard *>();
        QTest::qWait(0);
        QTEST(at(card).x() > at(setup).x(), "isCardBesideSetup");
        QTEST(at(both).x() > at(card).x() && at(both).y() == at(card).y(), "arePlotsBesideCard");
        QVERIFY(at(both).x() + both->width() <= m_page->width());
        QVERIFY(at(figures).y() >= at(both).y() + both->height());
    }

private:
    [[nodiscard]] QString sentence() const { return m_page->findChild<VerdictBox *>()->text().sentence; }
    [[nodiscard]] QList<SweepPlot *> plots() const { return m_page->findChildren<SweepPlot *>(); }
    [[nodiscard]] QTableView &table() const { return *m_page->findChild<QTableView *>(); }

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

    [[nodiscard]] bool shows(const QString &text) const
    {
        const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    }

    /// Visible parts that are smaller than they have to be.
    [[nodiscard]] QStringList cutParts() const
    {
        QStringList cut;
        for (const QWidget *part : m_page->findChildren<QWidget *>()) {
            const auto *label = qobject_cast<const QLabel *>(part);
            const bool isText = label || qobject_cast<const QAbstractButton *>(part);
            if (!part->isVisible() || (!isText && !part->inherits("ui::Card")))
                continue;
            const bool wraps = label && label->wordWrap();
            const int needed
                = wraps ? label->heightForWidth(part->width()) : part->minimumSizeHint().height();
            const bool isNarrow = !wraps && !qobject_cast<const ElidedLabel *>(part) && isText
                && part->width() < part->minimumSizeHint().width();
            if (part->height() < needed || isNarrow)
                cut.append(QStringLiteral("%1 %2 (%3 × %4, needs %5)")
                               .arg(QLatin1StringView(part->metaObject()->className()),
                                    label ? label->text() : QString())
                               .arg(part->width())
                               .arg(part->height())
                               .arg(needed));
        }
        return cut;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<SweepPage> m_page;
};

QTEST_MAIN(TestSweepPage)
#include "tst_sweeppage.moc"
