// SPDX-License-Identifier: GPL-3.0-or-later
// The History page as a person uses it, by keys and by mouse; what it says to the window, and what it shows of the answers.
#include "tests/ui/history/runexamples.h"
#include "tests/ui/keyboard.h"
#include "ui/common/banner.h"
#include "ui/common/formatactions.h"
#include "ui/history/emptyhistory.h"
#include "ui/history/historyactions.h"
#include "ui/history/historyfoot.h"
#include "ui/history/historypage.h"
#include "ui/history/runfilterbar.h"
#include "ui/history/runtable.h"
#include "ui/history/runtextview.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace ui;
using session::KeptRun;
using session::RunFilter;
using session::RunList;

class TestHistoryPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_runs = examples::keptRuns();
        m_page = std::make_unique<HistoryPage>();
        connect(m_page.get(), &HistoryPage::runsWanted, this, [this](int question, const RunFilter &filter) {
            m_filter = filter;
            m_page->takeRuns(question, examples::listOf(m_runs, filter));
        });
        connect(m_page.get(), &HistoryPage::formatsWanted, this, [this](const KeptRun &run) {
            m_page->takeFormats(run.id, {report::Format::Html, report::Format::Json});
        });
        m_page->resize(900, 460);
    }
    void cleanup() { m_page.reset(); }

    void teachesWithoutRuns()
    {
        m_runs.clear();
        show();
        QVERIFY(part<EmptyHistory>().isVisible());
        QVERIFY(!part<HistoryFoot>().isVisible());
        QVERIFY(!part<RunFilterBar>().isVisible());
        QSignalSpy wanted(m_page.get(), &HistoryPage::checkRequested);
        QVERIFY(keyboard::tabTo(QStringLiteral("Go to the leak check")));
        keyboard::press(Qt::Key_Space);
        QCOMPARE(wanted.size(), 1);
    }

    void listsNewestFirst()
    {
        show();
        QVERIFY(part<RunTable>().isVisible());
        QCOMPARE(m_page->model().rowCount(), 30);
        QCOMPARE(m_page->model().run(0).id, 30);
        QVERIFY(shows(QStringLiteral("30 runs")));
    }

    /// Addresses and sizes have the room of what nobody has written.
    void emptyColumnsTakeLittle()
    {
        for (KeptRun &run : m_runs) {
            run.tags.clear();
            run.note.clear();
        }
        show();
        const RunTable &table = part<RunTable>();
        const auto width = [&](RunColumn column) { return table.columnWidth(static_cast<int>(column)); };
        QTRY_VERIFY(width(RunColumn::Tags) < 72);
        QVERIFY(width(RunColumn::Note) < 72);
        QVERIFY(width(RunColumn::Server) > 120);
        QVERIFY(!table.isColumnHidden(static_cast<int>(RunColumn::Size)));
        QAbstractItemModel &model = *table.model();
        model.setData(model.index(0, static_cast<int>(RunColumn::Tags)), QStringLiteral("before"));
        QTRY_VERIFY(width(RunColumn::Tags) >= 72);
    }

    void asksAnewOnlyWhenSomebodyLooks()
    {
        QSignalSpy wanted(m_page.get(), &HistoryPage::runsWanted);
        m_page->reload();
        QCOMPARE(wanted.size(), 0);
        show();
        QCOMPARE(wanted.size(), 1);
        m_page->reload();
        QCOMPARE(wanted.size(), 2);
    }

    void filters()
    {
        show();
        auto &server = field(QStringLiteral("Part of the server’s address"));
        keyboard::press(page().find->shortcut());
        QVERIFY(server.hasFocus());
        keyboard::type(QStringLiteral("example.net"));
        QTRY_COMPARE(m_filter.server, QStringLiteral("example.net"));
        QCOMPARE(m_page->model().rowCount(), 18);
        QVERIFY(shows(QStringLiteral("18 of 30 runs")));
        box(QStringLiteral("Kind of run")).setCurrentIndex(1); // leak checks
        QCOMPARE(m_filter.command, QStringLiteral("check"));
        auto &tags = box(QStringLiteral("Tag"));
        tags.setCurrentIndex(tags.findText(QStringLiteral("fix-214")));
        QCOMPARE(m_filter.tag, QStringLiteral("fix-214"));
        QCOMPARE(m_page->model().rowCount(), 1);
    }

    void aFilterThatNothingIsLikeCanBeTakenAway()
    {
        show();
        field(QStringLiteral("Part of the server’s address")).setText(QStringLiteral("nowhere"));
        QTRY_VERIFY(part<EmptyHistory>().isVisible());
        QVERIFY(part<RunFilterBar>().isVisible());
        QVERIFY(keyboard::tabTo(QStringLiteral("Show all runs")));
        keyboard::press(Qt::Key_Space);
        QVERIFY(part<RunTable>().isVisible());
        QCOMPARE(m_page->model().rowCount(), 30);
        QVERIFY(QApplication::focusWidget()); // not lost with the button
    }

    void opensWithEnter()
    {
        show();
        QSignalSpy opened(m_page.get(), &HistoryPage::openRequested);
        part<RunTable>().setFocus();
        keyboard::press(Qt::Key_Down);
        keyboard::press(Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.constFirst().constFirst().value<KeptRun>().id, 29);
        m_page->findChild<RunTable *>()->doubleClicked(m_page->model().index(2, 0));
        QCOMPARE(opened.size(), 2);
    }

    void comparesTwoChecksTheEarlierOneFirst()
    {
        show();
        QSignalSpy compared(m_page.get(), &HistoryPage::compareRequested);
        select({0, 1}); // runs 30 and 29, both checks
        QVERIFY(page().compare->isEnabled());
        page().compare->trigger();
        QCOMPARE(compared.constFirst().at(0).value<KeptRun>().id, 29);
        QCOMPARE(compared.constFirst().at(1).value<KeptRun>().id, 30);
        select({0, 2}); // a check and a session
        QVERIFY(!page().compare->isEnabled());
        select({0, 1, 5});
        QVERIFY(!page().compare->isEnabled());
    }

    void aSingleCheckAsksForTheOther()
    {
        show();
        QSignalSpy wanted(m_page.get(), &HistoryPage::compareWithRequested);
        select({0});
        QVERIFY(page().compare->text().contains(QStringLiteral("with")));
        page().compare->trigger();
        QCOMPARE(wanted.size(), 1);

        QSignalSpy opened(m_page.get(), &HistoryPage::openRequested);
        QSignalSpy chosen(m_page.get(), &HistoryPage::otherChosen);
        m_page->chooseOther(QStringLiteral("the check of today"), QStringLiteral("localhost:8080"),
                            m_runs.constFirst().startedAtMs);
        QCOMPARE(m_filter.command, QStringLiteral("check"));
        QCOMPARE(m_filter.server, QStringLiteral("localhost:8080"));
        QVERIFY(banner().contains(QStringLiteral("the check of today")));
        QCOMPARE(m_page->model().rowOf(30), -1); // not with itself
        QVERIFY(m_page->model().rowCount() > 0);
        keyboard::press(Qt::Key_Down);
        keyboard::press(Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QVERIFY(opened.isEmpty());
        QVERIFY(!part<Banner>().isVisible());
        keyboard::press(Qt::Key_Return); // opens again
        QCOMPARE(opened.size(), 1);
    }

    void choosingEndsWithEsc()
    {
        show();
        auto &tags = box(QStringLiteral("Tag"));
        tags.setCurrentIndex(tags.findText(QStringLiteral("fix-214")));
        const int before = m_page->model().rowCount();
        QVERIFY(before > 0);
        part<RunTable>().selectRow(0);
        const KeptRun run = part<RunTable>().chosen().constFirst();
        m_page->chooseOther(QStringLiteral("the check of today"), QStringLiteral("localhost"),
                            run.startedAtMs);
        QCOMPARE(m_filter.exceptStartedAtMs, run.startedAtMs);
        QVERIFY(m_filter.tag.isEmpty());
        QSignalSpy chosen(m_page.get(), &HistoryPage::otherChosen);
        keyboard::press(Qt::Key_Escape);
        QVERIFY(!part<Banner>().isVisible());
        // The list is as it was.
        QCOMPARE(m_filter.exceptStartedAtMs, 0);
        QCOMPARE(m_filter.tag, QStringLiteral("fix-214"));
        QVERIFY(m_filter.server.isEmpty());
        QVERIFY(m_filter.command.isEmpty());
        QCOMPARE(m_page->model().rowCount(), before);
        QCOMPARE(part<RunTable>().chosen(), QList<KeptRun>{run});
        keyboard::press(Qt::Key_Return);
        QVERIFY(chosen.isEmpty());
    }

    void tagsAndNotesAreEditedInPlace()
    {
        show();
        QSignalSpy tags(m_page.get(), &HistoryPage::tagsEdited);
        QSignalSpy notes(m_page.get(), &HistoryPage::noteEdited);
        part<RunTable>().setFocus();
        keyboard::press(Qt::Key_F2);
        keyboard::typeAnew(QStringLiteral("v3 fix"));
        keyboard::press(Qt::Key_Return);
        QCOMPARE(tags.size(), 1);
        QCOMPARE(tags.constFirst(),
                 (QVariantList{qint64{30}, QStringList{QStringLiteral("v3"), QStringLiteral("fix")}}));
        keyboard::press(page().editNote->shortcut());
        keyboard::typeAnew(QStringLiteral("after the deploy"));
        keyboard::press(Qt::Key_Return);
        QCOMPARE(notes.size(), 1);
        QCOMPARE(notes.constFirst().at(1).toString(), QStringLiteral("after the deploy"));
        QVERIFY(part<RunTable>().hasFocus());
    }

    void deletesAndBringsBack()
    {
        show();
        QSignalSpy removed(m_page.get(), &HistoryPage::removeRequested);
        QSignalSpy restored(m_page.get(), &HistoryPage::restoreRequested);
        QVERIFY(!page().undo->isEnabled());
        part<RunTable>().setFocus();
        select({3, 4});
        keyboard::press(Qt::Key_Delete);
        QCOMPARE(removed.constFirst().constFirst().value<QList<qint64>>(), (QList<qint64>{27, 26}));
        const QList<KeptRun> all = m_runs;
        m_runs.remove(3, 2);
        m_page->showRemoved(2);
        m_page->reload();
        QCOMPARE(m_page->model().rowCount(), 28);
        QVERIFY(banner().contains(QStringLiteral("deleted")));
        keyboard::press(page().undo->shortcut());
        QCOMPARE(restored.size(), 1);
        m_runs = all;
        m_page->showRestored();
        m_page->reload();
        QCOMPARE(m_page->model().rowCount(), 30);
        QVERIFY(!part<Banner>().isVisible());
        QVERIFY(!page().undo->isEnabled());
    }

    void exportsInTheFormatsThatThereAre()
    {
        show();
        QSignalSpy exported(m_page.get(), &HistoryPage::exportRequested);
        select({0});
        for (const report::Format format : report::allFormats) {
            const bool isThere = format == report::Format::Html || format == report::Format::Json;
            QCOMPARE(exporting(format)->isEnabled(), isThere);
        }
        exporting(report::Format::Html)->trigger();
        QCOMPARE(exported.constFirst().at(1).value<report::Format>(), report::Format::Html);
        select({0, 1});
        QVERIFY(!page().canExport());
    }

    void roomIsChosen()
    {
        m_page->setRoom(512LL * 1024 * 1024);
        show();
        auto &room = box(QStringLiteral("Room for the history"));
        QVERIFY(room.currentText().contains(QStringLiteral("512 MiB")));
        QSignalSpy chosen(m_page.get(), &HistoryPage::roomChosen);
        part<RunTable>().setFocus();
        QVERIFY(keyboard::tabTo(room.currentText())); // as screen readers call a box
        keyboard::press(Qt::Key_Up);
        QCOMPARE(chosen.constLast().constFirst().toLongLong(), 256LL * 1024 * 1024);
        m_page->setRoom(77LL * 1024 * 1024); // by hand, in the file of settings
        QVERIFY(room.currentText().contains(QStringLiteral("77.0 MiB")));
    }

    void showsWhatARunSaid()
    {
        show();
        m_page->showText(m_runs.constFirst(), QStringLiteral("Leaks 1.06 MiB per upload\n  heap …"));
        auto *text = m_page->findChild<QPlainTextEdit *>();
        QVERIFY(text->isVisible() && text->hasFocus());
        QVERIFY(text->toPlainText().startsWith(QStringLiteral("Leaks")));
        keyboard::press(Qt::Key_Escape);
        QVERIFY(part<RunTable>().isVisible());
        QVERIFY(part<RunTable>().hasFocus());
    }

    void saysWhatDidNotWork()
    {
        show();
        m_page->showFailure(QStringLiteral("The run cannot be opened."), QStringLiteral("it is damaged"));
        QCOMPARE(banner(), QStringLiteral("The run cannot be opened."));
    }

    void saysThatNothingIsKept()
    {
        m_page->setOff();
        QSignalSpy wanted(m_page.get(), &HistoryPage::runsWanted);
        show();
        QVERIFY(wanted.isEmpty());
        QVERIFY(shows(QStringLiteral("--no-history")));
    }

    void selectionStaysWhenARunIsAdded()
    {
        show();
        select({2});
        KeptRun newer = m_runs.constFirst();
        newer.id = 31;
        m_runs.prepend(newer);
        m_page->reload();
        QCOMPARE(part<RunTable>().chosen().size(), 1);
        QCOMPARE(part<RunTable>().chosen().constFirst().id, 28);
    }

private:
    void show()
    {
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    template <typename Widget>
    Widget &part() const
    {
        return *m_page->findChild<Widget *>();
    }
    const HistoryActions &page() const { return m_page->actions(); }
    QAction *exporting(report::Format format) const { return page().exports->of(format); }
    QString banner() const { return part<Banner>().isVisible() ? part<Banner>().headline() : QString(); }
    QLineEdit &field(const QString &name) const
    {
        const auto fields = m_page->findChildren<QLineEdit *>();
        for (QLineEdit *field : fields) {
            if (field->accessibleName() == name)
                return *field;
        }
        qFatal("no such field");
    }
    QComboBox &box(const QString &name) const
    {
        const auto boxes = m_page->findChildren<QComboBox *>();
        for (QComboBox *box : boxes) {
            if (box->accessibleName() == name)
                return *box;
        }
        qFatal("no such box");
    }
    bool shows(const QString &text) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    }
    void select(const QList<int> &rows)
    {
        auto *selection = part<RunTable>().selectionModel();
        selection->clearSelection();
        for (const int row : rows)
            selection->select(m_page->model().index(row, 0),
                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
        selection->setCurrentIndex(m_page->model().index(rows.constLast(), 0), QItemSelectionModel::NoUpdate);
    }

    QList<KeptRun> m_runs;
    RunFilter m_filter; ///< Of the last question.
    std::unique_ptr<HistoryPage> m_page;
};

QTEST_MAIN(TestHistoryPage)
#include "tst_historypage.moc"
