// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pprof/profilekit.h"
#include "tests/ui/profile/profilepagetest.h"
#include "ui/profile/emptyprofile.h"
#include "ui/profile/flameview.h"
#include "ui/profile/functiontable.h"
#include "ui/profile/profileactions.h"
#include "ui/profile/profilepane.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>

using namespace ui;

/// One profile: where it comes from, what is shown of it, and what can be done with it.
class TestProfilePage final : public ProfilePageTest
{
    Q_OBJECT

private Q_SLOTS:
    void emptyWithAndWithoutServer();
    void asksWhatTheServerOffersWhenSeen();
    void fetchesAndShows();
    void fetchCanBeCancelled();
    void anotherKind();
    void theRootHasNoStackToCopy();
    void failures_data();
    void failures();
    void failureKeepsWhatIsShown();
    void typeStaysAcrossProfiles();
    void search();
    void oneViewIsAlwaysThere();
    void copies();
    void savesAsItCame();
    void everythingHasANameAndAKey();
    void narrow();
    void destroyedWhileReading();
};

void TestProfilePage::emptyWithAndWithoutServer()
{
    QVERIFY(!isShown());
    QVERIFY(m_page->findChild<EmptyProfile *>()->isVisible());
    QVERIFY(!button(QStringLiteral("Fetch heap")));
    QVERIFY(shows(QStringLiteral("Connect to a server that offers pprof")));
    QVERIFY(button(QStringLiteral("Open file…")));
    m_page->setServer(someServer, true);
    QVERIFY(button(QStringLiteral("Fetch heap")));
    QVERIFY(shows(QStringLiteral("Fetch a profile from the server")));
    m_page->setServer(someServer, false);
    QVERIFY(!button(QStringLiteral("Fetch heap")));
}

void TestProfilePage::asksWhatTheServerOffersWhenSeen()
{
    QSignalSpy wanted(m_page.get(), &ProfilePage::offersWanted);
    m_page->hide();
    m_page->setServer(someServer, true);
    QCOMPARE(wanted.count(), 0);
    m_page->show();
    QCOMPARE(wanted.count(), 1);
    m_page->setOffered({QStringLiteral("heap")});
    m_page->hide();
    m_page->show();
    QCOMPARE(wanted.count(), 1); // it knows
    m_page->setServer(someServer, true); // another one
    QCOMPARE(wanted.count(), 2);
}

void TestProfilePage::fetchesAndShows()
{
    m_page->setServer(someServer, true);
    QTest::mouseClick(button(QStringLiteral("Fetch heap")), Qt::LeftButton);
    QCOMPARE(m_fetch->count(), 1);
    QCOMPARE(m_fetch->constFirst().constFirst().toString(), QStringLiteral("heap"));
    QVERIFY(shows(QStringLiteral("Fetching heap…")));
    QVERIFY(!actions().fetch->isEnabled());
    answer(kit::recorded("prometheus.after.pb.gz"));
    wait();
    QVERIFY(isShown());
    QVERIFY(actions().fetch->isEnabled());
    QVERIFY(!shows(QStringLiteral("Fetching heap…")));
    QVERIFY(shows(QStringLiteral("Heap in use")));
    QVERIFY(shows(QStringLiteral("heap of localhost:8080")));
    QVERIFY(shows(QStringLiteral("1 sample per 512 KiB")));
    QVERIFY(m_page->pane().table().model()->rowCount() > 50);
    QCOMPARE(types().currentText(), QStringLiteral("Heap in use"));
    QCOMPARE(types().count(), 4);
}

void TestProfilePage::fetchCanBeCancelled()
{
    QSignalSpy cancelled(m_page.get(), &ProfilePage::fetchCancelled);
    m_page->setServer(someServer, true);
    actions().fetch->trigger();
    QTest::mouseClick(button(QStringLiteral("Cancel")), Qt::LeftButton);
    QCOMPARE(cancelled.count(), 1);
    QVERIFY(actions().fetch->isEnabled());
    answer(kit::recorded("prometheus.after.pb.gz")); // too late
    QTest::qWait(50);
    QVERIFY(!isShown());
    QCOMPARE(m_shown->count(), 0);
}

void TestProfilePage::anotherKind()
{
    m_page->setServer(someServer, true);
    m_page->setOffered({QStringLiteral("allocs"), QStringLiteral("cmdline"), QStringLiteral("goroutine"),
                        QStringLiteral("heap"), QStringLiteral("profile"), QStringLiteral("trace")});
    actions().fetch->trigger();
    answer(kit::recorded("registry.after.pb.gz"));
    wait();
    QStringList kinds;
    QAction *goroutine = nullptr;
    const auto menus = m_page->findChildren<QMenu *>();
    for (const QMenu *menu : menus) {
        for (QAction *action : menu->actions()) {
            if (!action->text().startsWith(QLatin1StringView("Fetch ")))
                continue;
            kinds << action->text();
            if (action->text() == QLatin1StringView("Fetch goroutine"))
                goroutine = action;
        }
    }
    QCOMPARE(kinds,
             (QStringList{QStringLiteral("Fetch allocs"), QStringLiteral("Fetch goroutine"),
                          QStringLiteral("Fetch heap")}));
    goroutine->trigger();
    QCOMPARE(m_fetch->constLast().constFirst().toString(), QStringLiteral("goroutine"));
    answer(kit::recorded("registry.goroutine.pb.gz"), QStringLiteral("goroutine"));
    wait(2);
    QVERIFY(shows(QStringLiteral("Goroutines")));
    QVERIFY(!shows(QStringLiteral("1 sample per"))); // all are counted
    QVERIFY(button(QStringLiteral("Fetch goroutine")));
    QCOMPARE(types().count(), 1);
    QVERIFY(!types().isEnabled());
}

void TestProfilePage::theRootHasNoStackToCopy()
{
    m_page->openFile(write(QStringLiteral("a.pb.gz"), kit::recorded("registry.after.pb.gz")));
    wait();
    m_page->pane().flame().setCurrentNode(5);
    QVERIFY(actions().copyStack->isEnabled());
    m_page->pane().flame().setCurrentNode(0);
    QVERIFY(!actions().copyStack->isEnabled());
}

void TestProfilePage::failures_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<base::Error>("error");
    QTest::addColumn<QString>("said");
    const base::Error none;
    QTest::newRow("a web page") << QByteArray("<html>404</html>") << none
                                << QStringLiteral("not a pprof profile");
    QTest::newRow("nothing") << QByteArray() << none << QStringLiteral("it is empty");
    QTest::newRow("cut short") << kit::recorded("registry.after.pb.gz").first(500) << none
                               << QStringLiteral("curl -o heap.pb.gz");
    QTest::newRow("404") << QByteArray()
                         << base::Error{base::ErrorKind::HttpStatus,
                                        QStringLiteral("the server answered 404"),
                                        404,
                                        {}}
                         << QStringLiteral("does not hand it out");
    QTest::newRow("gone") << QByteArray()
                          << base::Error{base::ErrorKind::ConnectionRefused, QStringLiteral("refused"), 0, {}}
                          << QStringLiteral("Nothing listens at this address");
    QTest::newRow("counts nothing") << support::ProfileWriter(std::vector<std::string>()).plain() << none
                                    << QStringLiteral("There is nothing in it");
}

void TestProfilePage::failures()
{
    QFETCH(QByteArray, bytes);
    QFETCH(base::Error, error);
    QFETCH(QString, said);
    m_page->setServer(someServer, true);
    actions().fetch->trigger();
    m_page->takeFetched({QStringLiteral("heap"), QUrl(QStringLiteral("http://h/")), 1, bytes, error});
    QTRY_COMPARE_WITH_TIMEOUT(banner(), QStringLiteral("The profile “heap” cannot be shown."), 20'000);
    QVERIFY(shows(said));
    QVERIFY(!isShown());
    QVERIFY(actions().fetch->isEnabled());
    actions().fetch->trigger(); // the next try takes the message away
    QCOMPARE(banner(), QString());
}

void TestProfilePage::failureKeepsWhatIsShown()
{
    m_page->openFile(write(QStringLiteral("good.pb.gz"), kit::recorded("registry.after.pb.gz")));
    wait();
    m_page->openFile(m_folder.filePath(QStringLiteral("missing.pb.gz")));
    QTRY_COMPARE_WITH_TIMEOUT(banner(), QStringLiteral("The profile “missing.pb.gz” cannot be shown."),
                              20'000);
    QVERIFY(isShown());
    QVERIFY(shows(QStringLiteral("good.pb.gz")));
    QVERIFY(shows(QStringLiteral("There is no file at its path")));
    m_page->openFile(m_folder.path());
    QTRY_VERIFY_WITH_TIMEOUT(shows(QStringLiteral("It is not a regular file")), 20'000);
}

void TestProfilePage::typeStaysAcrossProfiles()
{
    m_page->openFile(write(QStringLiteral("a.pb.gz"), kit::recorded("registry.after.pb.gz")));
    wait();
    const int objects = types().findText(QStringLiteral("Objects in use"));
    Q_EMIT types().activated(objects);
    wait(2);
    QCOMPARE(content().valueType.type, QStringLiteral("inuse_objects"));
    QCOMPARE(content().valueType.unit, QStringLiteral("count"));
    m_page->openFile(write(QStringLiteral("b.pb.gz"), kit::recorded("prometheus.after.pb.gz")));
    wait(3);
    QCOMPARE(content().valueType.type, QStringLiteral("inuse_objects"));
    QCOMPARE(types().currentText(), QStringLiteral("Objects in use"));
}

void TestProfilePage::search()
{
    m_page->openFile(write(QStringLiteral("a.pb.gz"), kit::recorded("prometheus.after.pb.gz")));
    wait();
    QTest::keyClick(m_page.get(), Qt::Key_F, Qt::ControlModifier);
    auto *field = m_page->findChild<QLineEdit *>();
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("tsdb"));
    QVERIFY(shows(QStringLiteral(" matches · ")));
    QVERIFY(m_page->pane().table().model()->rowCount() < 50);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(m_page->pane().flame().hasFocus());
    QVERIFY(m_page->pane().flame().currentNode() > 0);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(field->text(), QString());
    QVERIFY(!shows(QStringLiteral(" matches · ")));
}

void TestProfilePage::oneViewIsAlwaysThere()
{
    m_page->openFile(write(QStringLiteral("a.pb.gz"), kit::recorded("registry.after.pb.gz")));
    wait();
    QTest::mouseClick(button(QStringLiteral("Table")), Qt::LeftButton);
    QVERIFY(!m_page->pane().table().isVisible());
    QTest::mouseClick(button(QStringLiteral("Flame")), Qt::LeftButton);
    QVERIFY(!m_page->pane().flame().isVisible());
    QVERIFY(m_page->pane().table().isVisible());
    QTest::mouseClick(button(QStringLiteral("Table")), Qt::LeftButton);
    QVERIFY(m_page->pane().flame().isVisible());
}

void TestProfilePage::copies()
{
    QVERIFY(!actions().copyText->isEnabled());
    m_page->openFile(write(QStringLiteral("a.pb.gz"), kit::recorded("registry.after.pb.gz")));
    wait();
    actions().copyText->trigger();
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY(text.startsWith(QLatin1StringView("Heap in use: ")));
    QVERIFY(text.contains(QLatin1StringView("flat")));
    QVERIFY(text.count(QLatin1Char('\n')) > 10);
    actions().copyPicture->trigger();
    const QImage picture = QGuiApplication::clipboard()->image();
    QVERIFY(picture.height() > m_page->pane().flame().height()); // all levels
    m_page->pane().flame().setCurrentNode(5);
    actions().copyStack->trigger();
    QVERIFY(!QGuiApplication::clipboard()->text().isEmpty());
}

void TestProfilePage::savesAsItCame()
{
    const QByteArray bytes = kit::recorded("registry.after.pb.gz");
    m_page->setServer(someServer, true);
    actions().fetch->trigger();
    answer(bytes);
    wait();
    actions().save->trigger();
    auto *dialog = m_page->findChild<QFileDialog *>();
    QVERIFY(dialog);
    const QString path = m_folder.filePath(QStringLiteral("saved.pb.gz"));
    Q_EMIT dialog->fileSelected(path);
    QCOMPARE(banner(), QString()); // it is being written, and not by the window
    QTRY_COMPARE(banner(), QStringLiteral("The profile is saved."));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
    Q_EMIT dialog->fileSelected(QStringLiteral("/proc/no/such/folder.pb.gz"));
    QTRY_COMPARE(banner(), QStringLiteral("The profile was not saved."));
}

void TestProfilePage::everythingHasANameAndAKey()
{
    m_page->setServer(someServer, true);
    m_page->setOffered({QStringLiteral("heap"), QStringLiteral("goroutine")});
    actions().fetch->trigger();
    answer(kit::recorded("registry.after.pb.gz"));
    wait();
    QSet<QKeySequence> keys;
    const auto all = m_page->QWidget::actions();
    for (const QAction *action : all) {
        QVERIFY2(!action->toolTip().isEmpty(), qPrintable(action->text()));
        if (!action->shortcut().isEmpty()) {
            QVERIFY2(!keys.contains(action->shortcut()), qPrintable(action->text()));
            keys.insert(action->shortcut());
        }
    }
    QVERIFY(keys.size() >= 9);
    const auto buttons = m_page->findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        if (button->isVisible() && button->focusPolicy() != Qt::NoFocus)
            QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty(),
                     qPrintable(button->toolTip()));
    }
    QVERIFY(!types().accessibleName().isEmpty());
    QVERIFY(!m_page->findChild<QLineEdit *>()->accessibleName().isEmpty());
}

void TestProfilePage::narrow()
{
    m_page->openFile(write(QStringLiteral("a.pb.gz"), kit::recorded("registry.after.pb.gz")));
    wait();
    m_page->resize(640, 360);
    QTRY_COMPARE(m_page->width(), 640); // nothing insists on more
}

void TestProfilePage::destroyedWhileReading()
{
    const QString path = write(QStringLiteral("a.pb.gz"), kit::recorded("prometheus.after.pb.gz"));
    for (int i = 0; i < 20; ++i) {
        ProfilePage page;
        page.openFile(path);
    }
    ProfilePage page;
    QSignalSpy shown(&page, &ProfilePage::shown);
    for (int i = 0; i < 5; ++i)
        page.openFile(path);
    QTRY_COMPARE_WITH_TIMEOUT(shown.count(), 1, 20'000); // the newest only
}

QTEST_MAIN(TestProfilePage)
#include "tst_profilepage.moc"
