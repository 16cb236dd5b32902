// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"
#include "ui/models/uploadmodel.h"
#include "ui/uploads/folderpanel.h"
#include "ui/uploads/uploadactions.h"
#include "ui/uploads/uploadspage.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace ui;
using session::FolderOptions;

class TestFolderPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Light); }
    void cleanupTestCase() { m_theme.reset(); }

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

    void keepsWhatItIsGiven()
    {
        QCOMPARE(m_page->folderOptions(), FolderOptions());
        QSignalSpy changed(m_page.get(), &UploadsPage::folderOptionsChanged);
        const FolderOptions options{FolderOptions::RelativePath::InField, QStringLiteral("where"), true,
                                    false};
        m_page->setFolderOptions(options);
        QCOMPARE(m_page->folderOptions(), options);
        QCOMPARE(changed.last().first().value<FolderOptions>(), options);
    }

    void byKeyboardAlone()
    {
        QSignalSpy changed(m_page.get(), &UploadsPage::folderOptionsChanged);
        openByKey();
        QVERIFY(QApplication::focusWidget()->inherits("QRadioButton"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QCOMPARE(last(changed).relativePath, FolderOptions::RelativePath::InName);
        // A button that is pressed by its key is seen to be.
        QTest::keyClick(&panel(), Qt::Key_F, Qt::AltModifier);
        QTRY_COMPARE(last(changed).relativePath, FolderOptions::RelativePath::InField);
        QCOMPARE(last(changed).field, QStringLiteral("path"));
        QTest::keyClick(&panel(), Qt::Key_H, Qt::AltModifier);
        QTRY_VERIFY(!last(changed).takesHidden);
        QTest::keyClick(&panel(), Qt::Key_L, Qt::AltModifier);
        QTRY_VERIFY(last(changed).followsLinks);
        QTest::keyClick(&panel(), Qt::Key_Escape);
        QVERIFY(!panel().isVisible());
    }

    void opensAtTheFirstButtonAlone()
    {
        m_page->setWalk({QStringLiteral("/data/photos"), 12}); // the strip is there, beside the empty page
        QList<int> tops;
        for (const QToolButton *button : m_page->findChildren<QToolButton *>()) {
            if (button->isVisible() && button->defaultAction() == m_page->actions().folderOptions)
                tops << button->mapToGlobal(QPoint(0, 0)).y();
        }
        QCOMPARE(tops.size(), 2);
        struct Moves final : QObject
        {
            int count = 0;
            bool eventFilter(QObject *, QEvent *event) override
            {
                count += event->type() == QEvent::Move ? 1 : 0;
                return false;
            }
        } moves;
        panel().installEventFilter(&moves);
        openByKey();
        QCOMPARE(moves.count, 1);
    }

    void aNameThatIsWrittenIsUsed()
    {
        QSignalSpy changed(m_page.get(), &UploadsPage::folderOptionsChanged);
        openByKey();
        auto *field = panel().findChild<QLineEdit *>();
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral(" folder "));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(last(changed).relativePath, FolderOptions::RelativePath::InField);
        QCOMPARE(last(changed).field, QStringLiteral("folder"));
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(last(changed).field, QStringLiteral("path")); // A field without a name is none.
    }

    void tellsOfAWalkAndStopsIt()
    {
        QSignalSpy stopped(m_page.get(), &UploadsPage::stopWalkRequested);
        QTest::keyClick(m_page.get(), Qt::Key_Period, Qt::ControlModifier);
        QCOMPARE(stopped.size(), 0);
        m_page->setWalk({QStringLiteral("/data/photos"), 12'000});
        QVERIFY(shows(QStringLiteral("Looking through photos: 12,000 files")));
        QTest::keyClick(m_page.get(), Qt::Key_Period, Qt::ControlModifier);
        QCOMPARE(stopped.size(), 1);
        for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == QStringLiteral("Stop"))
                button->click();
        }
        QCOMPARE(stopped.size(), 2);
        m_page->setWalk({});
        QVERIFY(!shows(QStringLiteral("Looking through photos: 12,000 files")));
    }

private:
    FolderPanel &panel() const { return *m_page->findChild<FolderPanel *>(); }

    void openByKey()
    {
        QTest::keyClick(m_page.get(), Qt::Key_F, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(panel().isVisible());
        QVERIFY(panel().isAncestorOf(QApplication::focusWidget()));
    }

    static FolderOptions last(const QSignalSpy &spy) { return spy.last().first().value<FolderOptions>(); }

    bool shows(const QString &text) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<UploadModel> m_model;
    std::unique_ptr<UploadsPage> m_page;
};

QTEST_MAIN(TestFolderPanel)
#include "tst_folderpanel.moc"
