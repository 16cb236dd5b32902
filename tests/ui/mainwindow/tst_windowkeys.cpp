// SPDX-License-Identifier: GPL-3.0-or-later
// What everyone needs who does not use a mouse: a key for every action, and a sheet that tells them.
#include "tests/ui/keyboard.h"
#include "tests/ui/mainwindow/windowfixture.h"
#include "ui/about/aboutdialog.h"
#include "ui/common/mnemonic.h"
#include "ui/frame/shortcutsheet.h"
#include "ui/frame/startpage.h"
#include "ui/leak/leakpage.h"
#include "ui/uploads/uploadspage.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QMultiHash>
#include <QPushButton>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

using namespace ui;

class TestWindowKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActionHasAKeyAndATip()
    {
        WindowFixture fixture(WindowFixture::Network::Silent);
        fixture.show();
        QMultiHash<QKeySequence, const QWidget *>
            keys; // With the page where it means something; null: everywhere.
        int seen = 0;
        for (const QAction *action : actionsOf(fixture)) {
            const QString name = withoutMnemonic(action->text());
            QVERIFY2(!action->toolTip().isEmpty(), qPrintable(name));
            if (name.startsWith(QStringLiteral("Show the file"))) // one of the row's menu only
                continue;
            QVERIFY2(!action->shortcut().isEmpty(), qPrintable(name));
            const QWidget *page = pageOf(*action, fixture);
            for (const QWidget *other : keys.values(action->shortcut()))
                QVERIFY2(page && other && page != other, qPrintable(name + action->shortcut().toString()));
            keys.insert(action->shortcut(), page);
            ++seen;
        }
        QVERIFY2(seen >= 18, qPrintable(QString::number(seen)));
    }

    void sheetTellsThemAll()
    {
        WindowFixture fixture(WindowFixture::Network::Silent);
        fixture.show();
        auto *sheet = openSheet(fixture);
        QSet<QString> told;
        for (QTreeWidgetItemIterator at(sheet->findChild<QTreeWidget *>()); *at; ++at)
            told.insert((*at)->text(0) + u'\t' + (*at)->text(1));
        for (const QAction *action : actionsOf(fixture)) {
            if (isOfADialog(*action))
                continue;
            QStringList keys;
            for (const QKeySequence &key : action->shortcuts())
                keys.append(key.toString(QKeySequence::NativeText));
            const QString line = withoutMnemonic(action->text()) + u'\t' + keys.join(QStringLiteral(" · "));
            QVERIFY2(keys.isEmpty() || told.contains(line), qPrintable(line));
        }
        for (const char *key :
             {"1", "5", "L", "Shift+← · Shift+→", "Backspace · Esc", "F2", "← · → · Home · End"}) {
            const auto isIt
                = [key](const QString &line) { return line.section(u'\t', 1) == QString::fromUtf8(key); };
            QVERIFY2(std::ranges::any_of(told, isIt), key); // of widgets that listen to keys themselves
        }
    }

    void fromTheStartPageToTheWork()
    {
        WindowFixture fixture(WindowFixture::Network::Silent);
        fixture.show();
        auto &start = fixture.part<StartPage>();
        auto *address = start.findChild<QLineEdit *>();
        address->setFocus();
        QTest::keyClicks(address, QStringLiteral("http://127.0.0.1:9/upload"));
        QTest::keyClick(address, Qt::Key_Return);
        const QWidget &page = fixture.part<UploadsPage>();
        QTRY_VERIFY(page.isVisible());
        QTRY_VERIFY(fixture.window().focusWidget() == &page
                    || page.isAncestorOf(fixture.window().focusWidget()));
    }

    void aButtonThatIsOffKeepsTheFocusNear()
    {
        StartPage page;
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QPushButton *sample = nullptr;
        for (QPushButton *button : page.findChildren<QPushButton *>()) {
            if (button->text().contains(QStringLiteral("sample")))
                sample = button;
        }
        QVERIFY(sample);
        sample->setFocus();
        page.setSampleStarting(true);
        QCOMPARE(page.focusWidget(), &page);
        page.setSampleStarting(false); // it could not be started
        QCOMPARE(page.focusWidget(), sample);
    }

    void sheetFindsByWhatAKeyDoes()
    {
        WindowFixture fixture(WindowFixture::Network::Silent);
        fixture.show();
        auto *sheet = openSheet(fixture);
        QTest::keyClicks(sheet->focusWidget(), QStringLiteral("sample server"));
        QStringList found;
        for (QTreeWidgetItemIterator at(sheet->findChild<QTreeWidget *>(),
                                        QTreeWidgetItemIterator::NotHidden);
             *at; ++at)
            found.append((*at)->text(0));
        QCOMPARE(found,
                 (QStringList{QStringLiteral("Everywhere"), QStringLiteral("Start the sample server")}));
        QTest::keyClick(sheet, Qt::Key_Escape);
        QVERIFY(!sheet->isVisible());
    }

    void aboutIsOneKeyAway()
    {
        WindowFixture fixture(WindowFixture::Network::Silent);
        fixture.show();
        for (int i = 0; i < 2; ++i) { // it is made by the first time
            keyboard::press(QKeySequence(Qt::CTRL | Qt::Key_F1));
            AboutDialog &about = fixture.part<AboutDialog>();
            QVERIFY(QTest::qWaitForWindowActive(&about));
            keyboard::press(QKeySequence(Qt::Key_Escape));
            QVERIFY(!about.isVisible());
            fixture.window().activateWindow(); // without a window manager nobody else does
            QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
        }
    }

private:
    static ShortcutSheet *openSheet(WindowFixture &fixture)
    {
        QTest::keyClick(&fixture.window(), Qt::Key_Question);
        auto *sheet = fixture.window().findChild<ShortcutSheet *>();
        [sheet] { QVERIFY(QTest::qWaitForWindowActive(sheet)); }();
        return sheet;
    }

    static bool isOfADialog(const QObject &object)
    {
        const QObject *at = &object;
        while (at && !qobject_cast<const QDialog *>(at))
            at = at->parent();
        return at;
    }

    static QList<const QAction *> actionsOf(WindowFixture &fixture)
    {
        QList<const QAction *> actions;
        for (const QAction *action : fixture.window().findChildren<QAction *>()) {
            const bool isClearButton = qobject_cast<QLineEdit *>(action->parent());
            if (!action->isSeparator() && !action->text().isEmpty() && !action->menu() && !isClearButton)
                actions.append(action);
        }
        return actions;
    }

    /// Where an action means something: the page that it is of; null: everywhere.
    static const QWidget *pageOf(const QAction &action, const WindowFixture &fixture)
    {
        const QWidget *pages = fixture.part<LeakPage>().parentWidget();
        for (const QObject *at = action.parent(); at; at = at->parent()) {
            if (at->parent() == pages)
                return qobject_cast<const QWidget *>(at);
        }
        return nullptr;
    }
};

QTEST_MAIN(TestWindowKeys)
#include "tst_windowkeys.moc"
