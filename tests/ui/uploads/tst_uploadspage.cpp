// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/uploadqueue.h"
#include "ui/common/banner.h"
#include "ui/common/theme.h"
#include "ui/models/uploadmodel.h"
#include "ui/uploads/queueview.h"
#include "ui/uploads/uploadactions.h"
#include "ui/uploads/uploadspage.h"
#include "ui/uploads/uploadtable.h"

#include <QAction>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace ui;
using transfer::UploadId;
using transfer::UploadRecord;
using transfer::UploadState;

namespace {

UploadRecord row(quint64 id, UploadState state)
{
    UploadRecord record;
    record.id = UploadId{id};
    record.name = QStringLiteral("f%1").arg(id);
    record.path = QStringLiteral("/data/f%1").arg(id);
    record.bytes = 2048;
    record.state = state;
    if (state == UploadState::Failed) {
        record.httpStatus = 413;
        record.serverMessage = QStringLiteral("limit 1 KiB");
        record.error = {base::ErrorKind::HttpStatus, {}, 413, {}};
    }
    return record;
}

/// Enter first: a drop goes to whoever accepted the enter.
void drop(QWidget &target, const QList<QUrl> &urls)
{
    QMimeData data;
    data.setUrls(urls);
    const Qt::DropActions actions = Qt::MoveAction | Qt::CopyAction;
    QDragEnterEvent enter(QPoint(20, 20), actions, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&target, &enter);
    QDropEvent dropped(QPointF(20, 20), actions, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&target, &dropped);
}

} // namespace

class TestUploadsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Light); }

    void init()
    {
        m_model = std::make_unique<UploadModel>();
        m_page = std::make_unique<UploadsPage>(*m_model);
        m_page->resize(1200, 400);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void cleanup()
    {
        m_page.reset();
        m_model.reset();
    }

    void cleanupTestCase() { m_theme.reset(); }

    void takesDrops_data()
    {
        QTest::addColumn<QList<QUrl>>("urls");
        QTest::addColumn<QStringList>("paths");
        QTest::addColumn<QStringList>("refused");
        const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
        const auto local = [](const char *path) { return QUrl::fromLocalFile(QString::fromUtf8(path)); };
        QTest::newRow("a file") << QList<QUrl>{local("/data/a.bin")} << QStringList{text("/data/a.bin")}
                                << QStringList{};
        const QStringList oddNames{text("/data/a b.bin"),   text("/data/a#1.bin"), text("/data/100%.bin"),
                                   text("/data/größe.bin"), text("/data/🌊.bin"),   text("/data/a?b.bin")};
        QList<QUrl> oddUrls;
        for (const QString &name : oddNames)
            oddUrls.append(QUrl::fromLocalFile(name));
        QTest::newRow("blanks, #, %, umlauts, emoji, ?") << oddUrls << oddNames << QStringList{};
        QTest::newRow("percent-encoded by a file manager")
            << QList<QUrl>{QUrl(QStringLiteral("file:///data/a%20b%23%25.bin"))}
            << QStringList{text("/data/a b#%.bin")} << QStringList{};
        QTest::newRow("a folder") << QList<QUrl>{local("/data/photos/")} << QStringList{text("/data/photos/")}
                                  << QStringList{};
        QTest::newRow("a web address") << QList<QUrl>{QUrl(QStringLiteral("https://example.org/a.bin"))}
                                       << QStringList{} << QStringList{text("https://example.org/a.bin")};
        QTest::newRow("a share") << QList<QUrl>{QUrl(QStringLiteral("file://server/share/a.bin"))}
                                 << QStringList{} << QStringList{text("file://server/share/a.bin")};
        QTest::newRow("mixed") << QList<QUrl>{local("/a"), QUrl(QStringLiteral("ftp://host/b")), local("/c")}
                               << QStringList{text("/a"), text("/c")} << QStringList{text("ftp://host/b")};
        QList<QUrl> manyUrls;
        QStringList manyPaths;
        for (int i = 0; i < 5'000; ++i) {
            manyPaths.append(QStringLiteral("/data/f%1").arg(i));
            manyUrls.append(QUrl::fromLocalFile(manyPaths.last()));
        }
        QTest::newRow("several thousand") << manyUrls << manyPaths << QStringList{};
    }

    void takesDrops()
    {
        QFETCH(QList<QUrl>, urls);
        QFETCH(QStringList, paths);
        QFETCH(QStringList, refused);
        QSignalSpy chosen(m_page.get(), &UploadsPage::pathsChosen);
        QSignalSpy refusedSpy(m_page.get(), &UploadsPage::addressesRefused);
        drop(*m_page, urls);
        QCOMPARE(chosen.size(), paths.isEmpty() ? 0 : 1);
        if (!paths.isEmpty())
            QCOMPARE(chosen.first().first().toStringList(), paths);
        QCOMPARE(refusedSpy.size(), refused.isEmpty() ? 0 : 1);
        if (!refused.isEmpty())
            QCOMPARE(refusedSpy.first().first().toStringList(), refused);
    }

    void takesDropsOverItsTable()
    {
        fill();
        QSignalSpy chosen(m_page.get(), &UploadsPage::pathsChosen);
        drop(*table().viewport(), {QUrl::fromLocalFile(QStringLiteral("/data/a"))});
        QCOMPARE(chosen.size(), 1);
    }

    void copiesInsteadOfMoving()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QStringLiteral("/data/a"))});
        QDragEnterEvent enter(QPoint(5, 5), Qt::MoveAction | Qt::CopyAction, &data, Qt::LeftButton,
                              Qt::NoModifier);
        QCoreApplication::sendEvent(m_page.get(), &enter);
        QVERIFY(enter.isAccepted());
        QCOMPARE(enter.dropAction(), Qt::CopyAction);
    }

    void refusesDragsWithoutAddresses()
    {
        QMimeData data;
        data.setText(QStringLiteral("only words"));
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QCoreApplication::sendEvent(m_page.get(), &enter);
        QVERIFY(!enter.isAccepted());
    }

    void teachesWhileEmpty()
    {
        QVERIFY(!table().isVisible());
        QVERIFY(shownTexts().contains(QStringLiteral("Drop files or folders here")));
        fill();
        QVERIFY(table().isVisible());
        QVERIFY(!shownTexts().contains(QStringLiteral("Drop files or folders here")));
        m_model->remove({UploadId{1}, UploadId{2}, UploadId{3}, UploadId{4}, UploadId{5}});
        QVERIFY(!table().isVisible());
    }

    void offersSampleFilesOnRequest()
    {
        QVERIFY(!buttonSaying(QStringLiteral("generated")));
        m_page->setSampleFilesOffered(true);
        QPushButton *button = buttonSaying(QStringLiteral("generated"));
        QVERIFY(button);
        QSignalSpy requested(m_page.get(), &UploadsPage::sampleFilesRequested);
        button->click();
        QCOMPARE(requested.size(), 1);
    }

    void actsByKeyboardAlone()
    {
        fill();
        QSignalSpy cancelled(m_page.get(), &UploadsPage::cancelRequested);
        QSignalSpy retried(m_page.get(), &UploadsPage::retryRequested);
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(&table(), Qt::Key_Delete);
        QCOMPARE(cancelled.size(), 1);
        QCOMPARE(cancelled.last().first().value<QList<UploadId>>(), QList<UploadId>{UploadId{1}});
        QTest::keyClick(&table(), Qt::Key_R);
        QCOMPARE(retried.size(), 0); // What runs cannot be retried.

        QTest::keyClick(&table(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&table(), Qt::Key_R);
        QCOMPARE(retried.size(), 1);
        QCOMPARE(retried.last().first().value<QList<UploadId>>(),
                 (QList<UploadId>{UploadId{4}, UploadId{5}}));
        QTest::keyClick(&table(), Qt::Key_Delete);
        QCOMPARE(cancelled.last().first().value<QList<UploadId>>(),
                 (QList<UploadId>{UploadId{1}, UploadId{2}}));
    }

    void queueActionsHaveKeys_data()
    {
        QTest::addColumn<QKeySequence>("keys");
        QTest::addColumn<QByteArray>("signal");
        QTest::newRow("cancel all") << QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Delete)
                                    << QByteArray(SIGNAL(cancelAllRequested()));
        QTest::newRow("retry failed")
            << QKeySequence(Qt::CTRL | Qt::Key_R) << QByteArray(SIGNAL(retryAllFailedRequested()));
        QTest::newRow("pause the queue")
            << QKeySequence(Qt::CTRL | Qt::Key_P) << QByteArray(SIGNAL(pauseQueueRequested(bool)));
        QTest::newRow("clear finished")
            << QKeySequence(Qt::CTRL | Qt::Key_K) << QByteArray(SIGNAL(clearFinishedRequested()));
    }

    void queueActionsHaveKeys()
    {
        QFETCH(QKeySequence, keys);
        QFETCH(QByteArray, signal);
        QSignalSpy spy(m_page.get(), signal.constData());
        QTest::keySequence(m_page.get(), keys);
        QCOMPARE(spy.size(), 0); // Nothing to do it to.
        fill();
        QTest::keySequence(m_page.get(), keys);
        QCOMPARE(spy.size(), 1);
    }

    void pausesByKeyboardAlone()
    {
        fill();
        QSignalSpy paused(m_page.get(), &UploadsPage::pauseRequested);
        QSignalSpy resumed(m_page.get(), &UploadsPage::resumeRequested);
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&table(), Qt::Key_P);
        QCOMPARE(paused.size(), 1);
        QCOMPARE(paused.last().first().value<QList<UploadId>>(), (QList<UploadId>{UploadId{1}, UploadId{2}}));
        QTest::keyClick(&table(), Qt::Key_P, Qt::ShiftModifier);
        QCOMPARE(resumed.size(), 0); // Nothing is paused.
        m_model->apply({{row(2, UploadState::Paused)}, {}});
        QTest::keyClick(&table(), Qt::Key_P, Qt::ShiftModifier);
        QCOMPARE(resumed.last().first().value<QList<UploadId>>(), QList<UploadId>{UploadId{2}});
    }

    void saysWhatPausingDoes()
    {
        fill();
        const UploadActions &actions = m_page->actions();
        QSignalSpy paused(m_page.get(), &UploadsPage::pauseQueueRequested);
        m_page->select({UploadId{2}}); // waits
        QCOMPARE(actions.pause->text(), QStringLiteral("&Pause"));
        m_page->select({UploadId{1}}); // is being sent
        QCOMPARE(actions.pause->text(), QStringLiteral("Stop and start a&gain later"));
        QVERIFY(actions.pause->toolTip().contains(QStringLiteral("from its beginning")));
        QVERIFY(actions.pauseQueue->toolTip().contains(QStringLiteral("come to their end")));

        QPushButton *pause = buttonSaying(QStringLiteral("Pause"));
        QVERIFY(pause);
        pause->click();
        QCOMPARE(paused.last().first().toBool(), true);
        m_page->setQueuePaused(true);
        QVERIFY2(shownTexts().join(u'|').contains(QStringLiteral("queue paused")),
                 qPrintable(shownTexts().join(u'|')));
        QPushButton *resume = buttonSaying(QStringLiteral("Resume"));
        QVERIFY(resume);
        resume->click();
        QCOMPARE(paused.last().first().toBool(), false);
    }

    void oneButtonGoesOnWithTheInterrupted()
    {
        fill();
        QVERIFY(!buttonSaying(QStringLiteral("Go on (")));
        UploadRecord record = row(1, UploadState::Failed);
        record.error.kind = base::ErrorKind::Interrupted;
        transfer::QueueTotals totals;
        totals.files = 5;
        totals.failed = 2;
        totals.interrupted = 1;
        m_model->apply({{record}, totals});
        QSignalSpy spy(m_page.get(), &UploadsPage::retryInterruptedRequested);
        QPushButton *button = buttonSaying(QStringLiteral("Go on (1)"));
        QVERIFY(button);
        button->click();
        QTest::keySequence(m_page.get(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
        QCOMPARE(spy.size(), 2);
    }

    void buttonsComeWithTheirUse()
    {
        QVERIFY(!buttonSaying(QStringLiteral("Cancel all")));
        fill();
        QVERIFY(buttonSaying(QStringLiteral("Cancel all")));
        QVERIFY(buttonSaying(QStringLiteral("Clear finished")));
        QPushButton *retry = buttonSaying(QStringLiteral("Retry failed (1)"));
        QVERIFY(retry);
        QSignalSpy spy(m_page.get(), &UploadsPage::retryAllFailedRequested);
        QTest::mouseClick(retry, Qt::LeftButton);
        QCOMPARE(spy.size(), 1);
        m_model->apply({{row(4, UploadState::Waiting)}, {}});
        QVERIFY(!buttonSaying(QStringLiteral("Retry failed")));
    }

    void explainsTheSelectedFailure()
    {
        fill();
        auto *details
            = m_page->findChild<QueueView *>()->findChild<Banner *>(QString(), Qt::FindDirectChildrenOnly);
        QSignalSpy current(m_page.get(), &UploadsPage::currentChanged);
        m_page->select({UploadId{3}});
        QVERIFY(!details->isVisible());
        m_page->select({UploadId{4}});
        QVERIFY(details->isVisible());
        QCOMPARE(details->headline(), QStringLiteral("“f4” was not uploaded."));
        QVERIFY(details->accessibleDescription().contains(QStringLiteral("The server said: limit 1 KiB")));
        QCOMPARE(current.last().first().value<UploadId>(), UploadId{4});

        QSignalSpy retried(m_page.get(), &UploadsPage::retryRequested);
        details->findChild<QPushButton *>()->click();
        QCOMPARE(retried.last().first().value<QList<UploadId>>(), QList<UploadId>{UploadId{4}});
        m_model->apply({{row(4, UploadState::Waiting)}, {}});
        QVERIFY(!details->isVisible());
    }

    void copiesTheAnswer()
    {
        fill();
        m_page->select({UploadId{4}});
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("limit 1 KiB"));
    }

    void parallelLimitIsBounded()
    {
        fill();
        QSignalSpy changed(m_page.get(), &UploadsPage::parallelLimitChanged);
        m_page->setParallelLimit(48);
        QCOMPARE(changed.last().first().toInt(), 48);
        m_page->setParallelLimit(0);
        QCOMPARE(m_page->parallelLimit(), 1);
        m_page->setParallelLimit(100'000);
        QCOMPARE(m_page->parallelLimit(), transfer::UploadQueue::largestParallelLimit);
    }

    void summaryFollowsTheQueue()
    {
        fill();
        QVERIFY2(shownTexts().contains(QStringLiteral("3 of 5")), qPrintable(shownTexts().join(u'|')));
    }

private:
    void fill()
    {
        transfer::QueueTotals totals;
        totals.files = 5;
        totals.waiting = totals.running = totals.done = totals.failed = totals.cancelled = 1;
        totals.bytes = 5 * 2048;
        m_model->apply(
            {{row(1, UploadState::Sending), row(2, UploadState::Waiting), row(3, UploadState::Done),
              row(4, UploadState::Failed), row(5, UploadState::Cancelled)},
             totals});
    }

    UploadTable &table() const { return *m_page->findChild<UploadTable *>(); }

    QStringList shownTexts() const
    {
        QStringList texts;
        for (const QLabel *label : m_page->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts;
    }

    QPushButton *buttonSaying(const QString &part) const
    {
        for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text().remove(u'&').contains(part))
                return button;
        }
        return nullptr;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<UploadModel> m_model;
    std::unique_ptr<UploadsPage> m_page;
};

QTEST_MAIN(TestUploadsPage)
#include "tst_uploadspage.moc"
