// SPDX-License-Identifier: GPL-3.0-or-later
// Looking closely at one upload, on the page.
#include "ui/common/banner.h"
#include "ui/common/pill.h"
#include "ui/common/theme.h"
#include "ui/models/uploadmodel.h"
#include "ui/models/uploadtext.h"
#include "ui/uploads/answertone.h"
#include "ui/uploads/detailspanel.h"
#include "ui/uploads/phasebar.h"
#include "ui/uploads/queueview.h"
#include "ui/uploads/textblock.h"
#include "ui/uploads/uploaddelegate.h"
#include "ui/uploads/uploadspage.h"
#include "ui/uploads/uploadtable.h"

#include <QClipboard>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace ui;
using transfer::UploadDetails;
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
    record.attempts = 1;
    using us = std::chrono::microseconds;
    record.timings = {us(0), us(0), us(0), us(500), us(900), us(950)};
    if (state == UploadState::Failed) {
        record.httpStatus = 413;
        record.serverMessage = QStringLiteral("limit 1 KiB");
        record.error = {base::ErrorKind::HttpStatus, {}, 413, {}};
    }
    return record;
}

UploadDetails detailsOf(quint64 id)
{
    UploadDetails details;
    details.id = UploadId{id};
    details.attempts = {{1, 1'000, 1'085, 503, {base::ErrorKind::HttpStatus, {}, 503, {}}},
                        {2, 2'000, 2'100, 413, {base::ErrorKind::HttpStatus, {}, 413, {}}}};
    details.requestLine = QStringLiteral("POST http://host/upload");
    details.requestHeaders = {{"Host", "host"}};
    details.answerHeaders = {{"Retry-After", "7"}};
    details.curl = QStringLiteral("curl http://host/upload");
    return details;
}

} // namespace

class TestUploadDetails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Light); }
    void cleanupTestCase() { m_theme.reset(); }

    void init()
    {
        m_model = std::make_unique<UploadModel>();
        m_page = std::make_unique<UploadsPage>(*m_model);
        m_model->apply(
            {{row(1, UploadState::Done), row(2, UploadState::Failed), row(3, UploadState::Sending)}, {}});
        m_page->resize(1200, 400);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        table().setFocus();
        m_page->select({UploadId{2}});
    }
    void cleanup()
    {
        m_page.reset();
        m_model.reset();
    }

    void opensAndClosesByKeys()
    {
        QVERIFY(!panel().isVisible());
        QTest::keyClick(&table(), Qt::Key_Return);
        QVERIFY(panel().isVisible());
        QCOMPARE(panel().id(), UploadId{2});
        QVERIFY(table().hasFocus()); // The next row is a key away.
        QTest::keyClick(&table(), Qt::Key_Down);
        QCOMPARE(panel().id(), UploadId{3});
        QTest::keyClick(&table(), Qt::Key_Escape);
        QVERIFY(!panel().isVisible());
        QVERIFY(table().hasFocus());
    }

    void closesFromWithin()
    {
        QTest::keyClick(&table(), Qt::Key_Return);
        QTest::keyClick(&table(), Qt::Key_Tab);
        QVERIFY(panel().isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!panel().isVisible());
        QVERIFY(table().hasFocus());
    }

    void opensByItsSign()
    {
        const QModelIndex last = table().model()->index(0, static_cast<int>(UploadColumn::Answer));
        const QPoint sign = UploadDelegate::chevronRect(table().visualRect(last)).center();
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, table().visualRect(last).center());
        QVERIFY(!panel().isVisible());
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, sign);
        QVERIFY(panel().isVisible());
        QCOMPARE(panel().id(), UploadId{1});
        panel().findChild<QToolButton *>()->click();
        QVERIFY(!panel().isVisible());
    }

    void asksForWhatTheEngineKnows()
    {
        QSignalSpy asked(m_page.get(), &UploadsPage::detailsRequested);
        QTest::keyClick(&table(), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.last().first().value<UploadId>(), UploadId{2});
        m_model->apply({{row(1, UploadState::Done)}, {}}); // Another one's news.
        QCOMPARE(asked.size(), 1);
        UploadRecord again = row(2, UploadState::Sending);
        again.attempts = 2;
        m_model->apply({{again}, {}});
        QCOMPARE(asked.size(), 2);
        again.bytesSent = 700; // Progress is no news to ask about.
        m_model->apply({{again}, {}});
        QCOMPARE(asked.size(), 2);
    }

    void showsAllOfIt()
    {
        QTest::keyClick(&table(), Qt::Key_Return);
        m_page->setDetails(detailsOf(3)); // Not the one that is shown.
        QVERIFY(!shown().contains(QStringLiteral("Retry-After")));
        m_page->setDetails(detailsOf(2));
        for (const char *part : {"limit 1 KiB", "1 · ", "503 Service Unavailable", "2 · ", "Host: host",
                                 "Retry-After: 7", "POST http://host/upload", "/data/f2"})
            QVERIFY2(shown().contains(QString::fromUtf8(part)), qPrintable(shown()));
        const auto *failure = panel().findChild<Banner *>();
        QVERIFY(failure->isVisible());
        QVERIFY(panel().findChild<PhaseBar *>()->accessibleDescription().startsWith(QStringLiteral("Send ")));
        // It says why, so the line below the table need not.
        QVERIFY(!m_page->findChild<QueueView *>()
                     ->findChild<Banner *>(QString(), Qt::FindDirectChildrenOnly)
                     ->isVisible());
    }

    void anInterruptedOneIsNoFailureOfTheServer()
    {
        const auto tone = [this] { return panel().findChild<Pill *>()->tone(); };
        QTest::keyClick(&table(), Qt::Key_Return);
        QCOMPARE(tone(), Tone::Bad);
        UploadRecord record = row(2, UploadState::Failed);
        record.httpStatus = 0;
        record.error = {base::ErrorKind::Interrupted, {}, 0, {}};
        m_model->apply({{record}, {}});
        QCOMPARE(tone(), toneFor(answerText(record).mood));
        QCOMPARE(tone(), Tone::Text);
        m_model->apply({{row(2, UploadState::Sending)}, {}});
        QCOMPARE(tone(), Tone::Accent); // As the bar in the table.
    }

    void forgetsTheOneBefore()
    {
        QTest::keyClick(&table(), Qt::Key_Return);
        m_page->setDetails(detailsOf(2));
        QTest::keyClick(&table(), Qt::Key_Up);
        QVERIFY2(!shown().contains(QStringLiteral("Retry-After")), qPrintable(shown()));
        QVERIFY(!panel().findChild<Banner *>()->isVisible());
    }

    void copiesAsCurl()
    {
        QSignalSpy asked(m_page.get(), &UploadsPage::detailsRequested);
        QTest::keyClick(&table(), Qt::Key_U, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(asked.size(), 1);
        m_page->setDetails(detailsOf(2));
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("curl http://host/upload"));
        // What comes without being asked for is not copied.
        QGuiApplication::clipboard()->setText(QStringLiteral("mine"));
        m_page->setDetails(detailsOf(2));
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("mine"));
    }

    void retriesFromThePanel()
    {
        QTest::keyClick(&table(), Qt::Key_Return);
        QSignalSpy retried(m_page.get(), &UploadsPage::retryRequested);
        for (QPushButton *button : panel().findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text().contains(QStringLiteral("Retry")))
                button->click();
        }
        QCOMPARE(retried.size(), 1);
        QCOMPARE(retried.last().first().value<QList<UploadId>>(), QList<UploadId>{UploadId{2}});
    }

    void goesWithItsUpload()
    {
        QTest::keyClick(&table(), Qt::Key_Return);
        m_model->remove({UploadId{1}, UploadId{2}, UploadId{3}});
        QVERIFY(!panel().isVisible());
    }

    void longTextsAreWhole()
    {
        QTest::keyClick(&table(), Qt::Key_Return);
        UploadRecord record = row(2, UploadState::Failed);
        record.serverMessage = QString(2'000, u'x');
        m_model->apply({{record}, {}});
        QTest::qWait(0);
        const auto texts = panel().findChildren<WholeText *>();
        const auto said = std::ranges::find_if(texts, [](const WholeText *text) {
            return text->isVisible() && text->toPlainText().startsWith(QStringLiteral("xxx"));
        });
        QVERIFY(said != texts.end());
        // Every line of it is to be seen: nothing is scrolled out of sight within the field.
        QVERIFY((*said)->document()->lineCount() > 10);
        QVERIFY((*said)->viewport()->height()
                >= (*said)->document()->lineCount() * (*said)->fontMetrics().lineSpacing());
    }

    /// A style sheet that comes later sets sizes of its own.
    void otherColoursCutNoText()
    {
        QTest::keyClick(&table(), Qt::Key_Return);
        m_page->setDetails(detailsOf(2));
        QTRY_COMPARE(cutTexts(), QStringList());
        m_theme->setMode(ThemeMode::Dark);
        QTest::qWait(50); // Sizes come with the next turns of the event loop.
        QTRY_COMPARE(cutTexts(), QStringList());
        m_theme->setMode(ThemeMode::Light);
        QTest::qWait(50);
        QTRY_COMPARE(cutTexts(), QStringList());
    }

private:
    QStringList cutTexts() const
    {
        QStringList cut;
        for (const WholeText *text : panel().findChildren<WholeText *>()) {
            const int needed = text->document()->lineCount() * text->fontMetrics().lineSpacing();
            if (text->isVisible()
                && (text->viewport()->height() < needed || text->height() != text->minimumHeight()))
                cut.append(text->toPlainText());
        }
        return cut;
    }
    UploadTable &table() const { return *m_page->findChild<UploadTable *>(); }
    DetailsPanel &panel() const { return *m_page->findChild<DetailsPanel *>(); }
    QString shown() const
    {
        QStringList texts;
        for (const TextBlock *block : panel().findChildren<TextBlock *>()) {
            if (block->isVisible())
                texts.append(block->text());
        }
        return texts.join(u'\n');
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<UploadModel> m_model;
    std::unique_ptr<UploadsPage> m_page;
};

QTEST_MAIN(TestUploadDetails)
#include "tst_uploaddetails.moc"
