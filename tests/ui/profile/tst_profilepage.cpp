// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/profile/profilekit.h"
#include "ui/common/banner.h"
#include "ui/profile/emptyprofile.h"
#include "ui/profile/flameview.h"
#include "ui/profile/functiontable.h"
#include "ui/profile/profileactions.h"
#include "ui/profile/profilepage.h"
#include "ui/profile/profilepane.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace ui;

namespace {
const QString someServer = QStringLiteral("http://localhost:8080/");
const QString otherServer = QStringLiteral("http://other:8080/");
} // namespace

class TestProfilePage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_page.reset(); }
    void emptyWithAndWithoutServer();
    void asksWhatTheServerOffersWhenSeen();
    void fetchesAndShows();
    void fetchCanBeCancelled();
    void anotherKind();
    void baseAndCompare();
    void forgettingTheBaseShowsTheProfileAlone();
    void aBaseIsNotComparedWithAnotherServer();
    void aDifferenceNamesBothSources();
    void aLongBaseLeavesTheWindowAlone();
    void theRootHasNoStackToCopy();
    void uploadsThatAreNotKnown();
    void check();
    void checkOfGoroutines();
    void checkWithoutProfiles();
    void opensFiles();
    void dropsTwoFilesToCompare();
    void failures_data();
    void failures();
    void failureKeepsWhatIsShown();
    void incomparable();
    void typeStaysAcrossProfiles();
    void search();
    void oneViewIsAlwaysThere();
    void copies();
    void savesAsItCame();
    void everythingHasANameAndAKey();
    void narrow();
    void destroyedWhileReading();

private:
    [[nodiscard]] ProfileActions &actions() const { return m_page->actions(); }
    [[nodiscard]] const ProfileContent &content() const { return *m_page->pane().flame().content(); }
    [[nodiscard]] bool isShown() const { return m_page->pane().isVisible(); }
    [[nodiscard]] QComboBox &types() const { return *m_page->findChild<QComboBox *>(); }
    [[nodiscard]] bool shows(const QString &text) const;
    [[nodiscard]] QAbstractButton *button(const QString &text) const;
    [[nodiscard]] QString banner() const;
    void answer(const QByteArray &bytes, const QString &name = QStringLiteral("heap"));
    void wait(int times = 1) { QTRY_COMPARE_WITH_TIMEOUT(m_shown->count(), times, 20'000); }
    [[nodiscard]] QString write(const QString &name, const QByteArray &bytes) const;

    QTemporaryDir m_folder;
    std::unique_ptr<ProfilePage> m_page;
    std::unique_ptr<QSignalSpy> m_shown;
    std::unique_ptr<QSignalSpy> m_fetch;
};

void TestProfilePage::init()
{
    m_page = std::make_unique<ProfilePage>();
    m_shown = std::make_unique<QSignalSpy>(m_page.get(), &ProfilePage::shown);
    m_fetch = std::make_unique<QSignalSpy>(m_page.get(), &ProfilePage::fetchRequested);
    m_page->resize(1100, 420);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

bool TestProfilePage::shows(const QString &text) const
{
    const auto labels = m_page->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
        return label->isVisible() && label->text().contains(text);
    });
}

QAbstractButton *TestProfilePage::button(const QString &text) const
{
    const auto buttons = m_page->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (button->isVisible() && button->text().remove(QLatin1Char('&')) == text)
            return button;
    }
    return nullptr;
}

QString TestProfilePage::banner() const
{
    const auto *banner = m_page->findChild<Banner *>();
    return banner->isVisible() ? banner->headline() : QString();
}

void TestProfilePage::answer(const QByteArray &bytes, const QString &name)
{
    m_page->takeFetched(
        {name, QUrl(QStringLiteral("http://localhost:8080/debug/pprof/heap?gc=1")), 1'000, bytes, {}});
}

QString TestProfilePage::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.errorString()));
    return file.fileName();
}

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

void TestProfilePage::baseAndCompare()
{
    m_page->setServer(someServer, true);
    m_page->setUploadsDone(10);
    actions().fetch->trigger();
    answer(kit::recorded("specimen.before.pb.gz"));
    wait();
    QVERIFY(!button(QStringLiteral("Compare")));
    QTest::mouseClick(button(QStringLiteral("Take as base")), Qt::LeftButton);
    QVERIFY(!button(QStringLiteral("Take as base")));
    m_page->setUploadsDone(40);
    QTest::mouseClick(button(QStringLiteral("Compare")), Qt::LeftButton);
    QCOMPARE(m_fetch->count(), 2);
    answer(kit::recorded("specimen.after.pb.gz"));
    wait(2);
    QVERIFY(content().isDifference);
    QCOMPARE(content().uploads, 30.0);
    QVERIFY(shows(QStringLiteral("Heap in use: after − before")));
    QVERIFY(shows(QStringLiteral("30 uploads")));
    QVERIFY(!m_page->pane().table().isColumnHidden(4));
    QVERIFY(shows(QStringLiteral("main.readAll"))); // the guilty one is the current one
    QCOMPARE(m_page->pane().table().selectedRow(), content().guiltyRow);
}

void TestProfilePage::forgettingTheBaseShowsTheProfileAlone()
{
    baseAndCompare();
    actions().dropBase->trigger();
    wait(3);
    QVERIFY(!content().isDifference);
    QVERIFY(!button(QStringLiteral("Compare")));
    QVERIFY(button(QStringLiteral("Take as base")));
}

void TestProfilePage::aBaseIsNotComparedWithAnotherServer()
{
    m_page->setServer(someServer, true);
    actions().fetch->trigger();
    answer(kit::recorded("specimen.before.pb.gz"));
    wait();
    actions().takeBase->trigger();
    m_page->setServer(someServer, false); // Connected once more: it is the same.
    m_page->setServer(someServer, true);
    QVERIFY(button(QStringLiteral("Compare")));
    QCOMPARE(banner(), QString());
    m_page->setServer(otherServer, false);
    QVERIFY(!button(QStringLiteral("Compare")));
    QCOMPARE(banner(), QStringLiteral("The base is forgotten: it is of another server."));
    QVERIFY(isShown());
    m_page->setServer(otherServer, true);
    QVERIFY(!button(QStringLiteral("Take as base"))); // What is shown is still of the first one.
    actions().fetch->trigger();
    answer(kit::recorded("specimen.after.pb.gz"));
    wait(2);
    QVERIFY(!content().isDifference);
    QVERIFY(button(QStringLiteral("Take as base")));
}

void TestProfilePage::aDifferenceNamesBothSources()
{
    const QString before = write(QStringLiteral("before.pb.gz"), kit::recorded("specimen.before.pb.gz"));
    const QString after = write(QStringLiteral("after.pb.gz"), kit::recorded("specimen.after.pb.gz"));
    m_page->openFile(before);
    wait();
    actions().takeBase->trigger();
    m_page->openFile(after);
    wait(2);
    actions().compare->trigger();
    wait(3);
    QVERIFY(content().isDifference);
    QVERIFY(shows(QStringLiteral("before.pb.gz → after.pb.gz")));
    QVERIFY(m_shown->last().first().toString().contains(QStringLiteral("before.pb.gz → after.pb.gz")));
    actions().copyText->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("before.pb.gz → after.pb.gz")));
}

void TestProfilePage::aLongBaseLeavesTheWindowAlone()
{
    m_page->openFile(write(QStringLiteral("a.pb.gz"), kit::recorded("registry.after.pb.gz")));
    wait();
    actions().takeBase->trigger();
    m_page->openFile(write(QStringLiteral("b.pb.gz"), kit::recorded("registry.after.pb.gz")));
    wait(2);
    const int usual = m_page->minimumSizeHint().width();
    const QString name = QString(73, QLatin1Char('n')) + QStringLiteral(".pb.gz"); // 79, and the base's word
    m_page->openFile(write(name, kit::recorded("registry.after.pb.gz")));
    wait(3);
    actions().takeBase->trigger();
    m_page->openFile(write(QStringLiteral("b.pb.gz"), kit::recorded("registry.after.pb.gz")));
    wait(4);
    QVERIFY2(m_page->minimumSizeHint().width() <= usual + 40,
             qPrintable(QString::number(m_page->minimumSizeHint().width() - usual)));
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

void TestProfilePage::uploadsThatAreNotKnown()
{
    m_page->setServer(someServer, true);
    m_page->setUploadsDone(10);
    actions().fetch->trigger();
    answer(kit::recorded("specimen.before.pb.gz"));
    wait();
    actions().takeBase->trigger();
    m_page->setUploadsDone(0); // the list was cleared
    m_page->setUploadsDone(15);
    actions().compare->trigger();
    answer(kit::recorded("specimen.after.pb.gz"));
    wait(2);
    QVERIFY(content().isDifference);
    QCOMPARE(content().uploads, 0.0);
    QVERIFY(m_page->pane().table().isColumnHidden(4));
}

void TestProfilePage::check()
{
    experiment::CheckProfiles profiles;
    profiles.heapBefore = kit::recorded("specimen.before.pb.gz");
    profiles.heapAfter = kit::recorded("specimen.after.pb.gz");
    profiles.goroutinesBefore = kit::recorded("registry.goroutine.pb.gz");
    profiles.goroutinesAfter = kit::recorded("prometheus.goroutine.pb.gz");
    m_page->showCheck(profiles, 30);
    wait();
    QVERIFY(content().isDifference);
    QCOMPARE(content().valueType.type, QStringLiteral("inuse_space"));
    QCOMPARE(content().rows[static_cast<size_t>(content().guiltyRow)].function,
             QStringLiteral("main.readAll"));
    QVERIFY(!button(QStringLiteral("Compare")));
    QVERIFY(!button(QStringLiteral("Take as base")));

    const int goroutines = types().findText(QStringLiteral("Goroutines"));
    QVERIFY(goroutines > 0);
    types().setCurrentIndex(goroutines);
    Q_EMIT types().activated(goroutines);
    wait(2);
    QCOMPARE(content().valueType.type, QStringLiteral("goroutine"));
    const int heap = types().findText(QStringLiteral("Heap in use"));
    QVERIFY(heap > 0);
    Q_EMIT types().activated(heap);
    wait(3);
    QCOMPARE(content().valueType.type, QStringLiteral("inuse_space"));
    QCOMPARE(content().uploads, 30.0);
}

void TestProfilePage::checkOfGoroutines()
{
    experiment::CheckProfiles profiles;
    profiles.heapBefore = profiles.heapAfter = kit::recorded("registry.before.pb.gz");
    profiles.goroutinesBefore = kit::recorded("registry.goroutine.pb.gz");
    profiles.goroutinesAfter = kit::recorded("prometheus.goroutine.pb.gz");
    m_page->showCheck(profiles, 200, QStringLiteral("goroutines"));
    wait();
    QCOMPARE(content().valueType.type, QStringLiteral("goroutine"));
    QVERIFY(content().net > 0);
}

void TestProfilePage::checkWithoutProfiles()
{
    m_page->showCheck({}, 100);
    QCOMPARE(banner(), QStringLiteral("This check kept no profiles."));
    QVERIFY(!isShown());
}

void TestProfilePage::opensFiles()
{
    m_page->openFile(write(QStringLiteral("a.pb.gz"), kit::recorded("registry.after.pb.gz")));
    wait();
    QVERIFY(shows(QStringLiteral("a.pb.gz")));
    QVERIFY(button(QStringLiteral("Take as base")));
    actions().takeBase->trigger();
    m_page->openFile(write(QStringLiteral("b.pb.gz"), kit::recorded("registry.before.pb.gz")));
    wait(2);
    QVERIFY(!content().isDifference);
    actions().compare->trigger(); // what is shown, with the base
    wait(3);
    QVERIFY(content().isDifference);
    QCOMPARE(m_fetch->count(), 0);
}

void TestProfilePage::dropsTwoFilesToCompare()
{
    const QString before = write(QStringLiteral("z-first.pb.gz"), kit::recorded("specimen.before.pb.gz"));
    const QString after = write(QStringLiteral("a-second.pb.gz"), kit::recorded("specimen.after.pb.gz"));
    QFile older(before);
    QVERIFY(older.open(QIODevice::ReadWrite));
    QVERIFY(older.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFileDevice::FileModificationTime));
    older.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(after), QUrl::fromLocalFile(before)});
    QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_page.get(), &enter);
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_page.get(), &drop);
    QVERIFY(drop.isAccepted());
    wait();
    QVERIFY(content().isDifference);
    QVERIFY(content().net > 0);
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

void TestProfilePage::incomparable()
{
    m_page->openFile(write(QStringLiteral("heap.pb.gz"), kit::recorded("registry.after.pb.gz")));
    wait();
    actions().takeBase->trigger();
    m_page->openFile(write(QStringLiteral("goroutine.pb.gz"), kit::recorded("registry.goroutine.pb.gz")));
    wait(2);
    actions().compare->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(banner(), QStringLiteral("The two profiles cannot be compared."), 20'000);
    QVERIFY(shows(QStringLiteral("Take a base of the same kind")));
    QVERIFY(isShown());
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
    QCOMPARE(banner(), QStringLiteral("The profile is saved."));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
    Q_EMIT dialog->fileSelected(QStringLiteral("/proc/no/such/folder.pb.gz"));
    QCOMPARE(banner(), QStringLiteral("The profile was not saved."));
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
