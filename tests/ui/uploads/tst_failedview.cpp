// SPDX-License-Identifier: GPL-3.0-or-later
// What failed, by its reason, on the page.
#include "ui/common/banner.h"
#include "ui/common/theme.h"
#include "ui/models/uploadmodel.h"
#include "ui/uploads/failedview.h"
#include "ui/uploads/uploadspage.h"
#include "ui/uploads/uploadtable.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace ui;
using transfer::FailureReason;
using transfer::UploadId;
using transfer::UploadRecord;
using transfer::UploadState;

namespace {

UploadRecord failed(quint64 id, int status)
{
    UploadRecord record;
    record.id = UploadId{id};
    record.name = QStringLiteral("f%1").arg(id);
    record.state = UploadState::Failed;
    record.server = QStringLiteral("http://host");
    record.httpStatus = status;
    record.serverMessage = QStringLiteral("words of %1").arg(status);
    record.error = {base::ErrorKind::HttpStatus, {}, status, {}};
    return record;
}

} // namespace

class TestFailedView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Light); }
    void cleanupTestCase() { m_theme.reset(); }

    void init()
    {
        m_model = std::make_unique<UploadModel>();
        m_page = std::make_unique<UploadsPage>(*m_model);
        m_page->resize(1200, 420);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        UploadRecord done;
        done.id = UploadId{9};
        done.state = UploadState::Done;
        apply({failed(1, 413), failed(2, 503), failed(3, 503), done});
    }
    void cleanup()
    {
        m_page.reset();
        m_model.reset();
    }

    void isALinkInTheSummary()
    {
        QPushButton *link = button(QStringLiteral("3 failed"));
        QVERIFY(link);
        QTest::mouseClick(link, Qt::LeftButton);
        QVERIFY(view().isVisible());
        QVERIFY(!table().isVisible());
        QVERIFY(shows(QStringLiteral("3 failed, for 2 reasons")));
        QTest::mouseClick(button(QStringLiteral("Back to the queue")), Qt::LeftButton);
        QVERIFY(table().isVisible());
    }

    void byKeyboardAlone()
    {
        QSignalSpy retried(m_page.get(), &UploadsPage::retryRequested);
        table().setFocus();
        QTest::keyClick(m_page.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(view().isVisible());
        QVERIFY(reasons().hasFocus());
        QCOMPARE(about(), QStringLiteral("2 files: 503 Service Unavailable")); // The one with most.
        QTest::keyClick(&reasons(), Qt::Key_R, Qt::AltModifier);
        QTRY_COMPARE(retried.size(), 1); // A button that is pressed by its key is seen to be.
        QCOMPARE(retried.last().first().value<QList<UploadId>>(),
                 (QList<UploadId>{UploadId{2}, UploadId{3}}));
        QTest::keyClick(&reasons(), Qt::Key_Up);
        QCOMPARE(about(), QStringLiteral("One file: 413 Content Too Large"));
        QTest::keyClick(&reasons(), Qt::Key_Escape);
        QVERIFY(table().isVisible());
        QVERIFY(table().hasFocus());
    }

    void explainsAReason()
    {
        m_page->showFailed();
        QVERIFY(
            reasonBanner().accessibleDescription().contains(QStringLiteral("the server said: words of 503")));
        QVERIFY(reasonBanner().accessibleDescription().contains(QStringLiteral("overloaded")));
    }

    void writesThemDown_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<int>("entry");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("ending");
        QTest::newRow("all, as a table") << QStringLiteral("Export all…") << 0 << 0 << QStringLiteral("csv");
        QTest::newRow("all paths") << QStringLiteral("Export all…") << 1 << 0 << QStringLiteral("txt");
        QTest::newRow("a reason's") << QStringLiteral("Export these…") << 0 << 503 << QStringLiteral("csv");
    }

    void writesThemDown()
    {
        QFETCH(int, entry);
        QFETCH(int, status);
        QFETCH(QString, ending);
        QFETCH(QString, button);
        QSignalSpy wanted(m_page.get(), &UploadsPage::exportFailedRequested);
        m_page->showFailed();
        QTest::mouseClick(this->button(button), Qt::LeftButton);
        auto *menu = view().findChild<QMenu *>();
        QVERIFY(menu && menu->isVisible());
        menu->actions().at(entry)->trigger();
        menu->close();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.last().at(0).value<FailureReason>().httpStatus, status);
        QCOMPARE(wanted.last().at(1).toString(), ending);
    }

    void staysWhileTheyAreTriedAgain()
    {
        m_page->showFailed();
        UploadRecord waiting = failed(1, 413);
        waiting.state = UploadState::Waiting;
        UploadRecord done = failed(2, 503);
        done.state = UploadState::Done;
        UploadRecord running = failed(3, 503);
        running.state = UploadState::Sending;
        apply({waiting, done, running});
        QVERIFY(view().isVisible());
        QVERIFY(shows(QStringLiteral("Nothing has failed, or it is being tried again")));
        QVERIFY(!reasonBanner().isVisible());
        QVERIFY(!button(QStringLiteral("Export all…"))->isEnabled());
        QVERIFY(!button(QStringLiteral("3 failed")));
        QTest::keyClick(m_page.get(), Qt::Key_Escape);
        QVERIFY(table().isVisible());
    }

    void goesWithTheLastUpload()
    {
        m_page->showFailed();
        m_model->remove({UploadId{1}, UploadId{2}, UploadId{3}, UploadId{9}});
        QVERIFY(!view().isVisible());
    }

private:
    void apply(const QList<UploadRecord> &changed)
    {
        m_model->apply({changed, {}});
        transfer::QueueTotals totals;
        totals.files = m_model->rowCount();
        totals.failed = m_model->count(UploadState::Failed);
        totals.done = m_model->count(UploadState::Done);
        totals.waiting = m_model->count(UploadState::Waiting);
        totals.running = m_model->count(UploadState::Sending);
        m_model->apply({{}, totals});
    }

    FailedView &view() const { return *m_page->findChild<FailedView *>(); }
    QTableView &reasons() const { return *view().findChild<QTableView *>(); }
    UploadTable &table() const { return *m_page->findChild<UploadTable *>(); }
    Banner &reasonBanner() const { return *view().findChild<Banner *>(); }
    QString about() const { return reasonBanner().headline(); }

    bool shows(const QString &text) const
    {
        const auto labels = view().findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
    }

    QPushButton *button(const QString &part) const
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

QTEST_MAIN(TestFailedView)
#include "tst_failedview.moc"
