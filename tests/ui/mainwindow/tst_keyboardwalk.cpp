// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can be done with uploads, on a real server, by keys alone: not one slot is called, nothing is clicked.
#include "tests/support/faultyserver.h"
#include "tests/support/testfiles.h"
#include "tests/ui/keyboard.h"
#include "tests/ui/mainwindow/windowfixture.h"
#include "tests/ui/taborder.h"
#include "ui/models/uploadmodel.h"
#include "ui/uploads/detailspanel.h"
#include "ui/uploads/failedview.h"
#include "ui/uploads/folderpanel.h"
#include "ui/uploads/textblock.h"
#include "ui/uploads/uploadspage.h"
#include "ui/uploads/uploadtable.h"

#include <QClipboard>
#include <QFileDialog>
#include <QMenu>
#include <QTimer>

#include <sys/stat.h>

using namespace ui;
using keyboard::focused;
using keyboard::press;
using keyboard::tabTo;
using keyboard::type;
using transfer::UploadState;

namespace {

constexpr int patience = 60'000; // Sanitizers and other tests beside this one.
constexpr const char *neverAnswers = "/delay?token-ms=600000";

} // namespace

class TestKeyboardWalk final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void filesAndFoldersAreAdded();
    void whatAFolderKeepsBackIsTold();
    void folderOptionsAreReachedFromEverywhere_data();
    void folderOptionsAreReachedFromEverywhere();
    void queueIsPausedAndGoesOn();
    void singleUploadsArePausedCancelledAndTriedAgain();
    void theMenuKeyOpensTheRowsMenu();
    void everyPartOfTheDetailsIsReached();
    void failuresAreTriedAgainByReasonAndWritten();
    void interruptedOnesGoOn();
    void failedOnesAreShownFromEveryPage();
    void oneOrAllAreTriedAgain();

private:
    [[nodiscard]] MainWindow &window() const { return m_fixture->window(); }
    [[nodiscard]] UploadModel &model() const { return m_fixture->part<UploadModel>(); }
    [[nodiscard]] UploadTable &table() const { return m_fixture->part<UploadTable>(); }
    [[nodiscard]] int count(UploadState state) const { return model().count(state); }
    [[nodiscard]] UploadState stateOf(int row) const { return model().record(row).state; }

    void connectTo(const QString &pathAndQuery);
    /// By way of the file dialog that `keys` open.
    void choose(const QKeySequence &keys, const QString &path);
    /// As window managers do, or never take away for a menu; there is none here.
    void giveFocusBack();
    void addFolderOf(const QStringList &names);
    void setAtOnce(int uploads);

    std::unique_ptr<support::TestFiles> m_files;
    std::unique_ptr<support::FaultyServer> m_server;
    std::unique_ptr<WindowFixture> m_fixture;
};

void TestKeyboardWalk::init()
{
    m_files = std::make_unique<support::TestFiles>();
    m_server = std::make_unique<support::FaultyServer>();
    QVERIFY2(m_server->start(), qPrintable(m_server->failure()));
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->show();
}

void TestKeyboardWalk::cleanup()
{
    m_fixture.reset();
    m_server.reset();
    m_files.reset();
}

void TestKeyboardWalk::connectTo(const QString &pathAndQuery)
{
    press(QKeySequence(Qt::CTRL | Qt::Key_L));
    type(m_server->url(pathAndQuery).toString());
    press(Qt::Key_Return);
    // That there are no metrics is known once it has answered.
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->state(), QStringLiteral("no metrics"), patience);
}

void TestKeyboardWalk::choose(const QKeySequence &keys, const QString &path)
{
    press(keys);
    QPointer<QFileDialog> dialog;
    QTRY_VERIFY((dialog = window().findChild<QFileDialog *>()) && dialog->isActiveWindow());
    type(path);
    press(Qt::Key_Return);
    QTRY_VERIFY(!dialog);
    giveFocusBack();
}

void TestKeyboardWalk::giveFocusBack()
{
    window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void TestKeyboardWalk::addFolderOf(const QStringList &names)
{
    for (const QString &name : names)
        m_files->makeFile(QStringLiteral("album/") + name, 1'000);
    choose(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), m_files->path(QStringLiteral("album")));
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), static_cast<int>(names.size()), patience);
}

void TestKeyboardWalk::setAtOnce(int uploads)
{
    QVERIFY(tabTo(QStringLiteral("Uploads at once")));
    keyboard::typeAnew(QString::number(uploads));
    press(Qt::Key_Return);
    QTRY_COMPARE(m_fixture->part<UploadsPage>().parallelLimit(), uploads);
}

void TestKeyboardWalk::filesAndFoldersAreAdded()
{
    connectTo(QStringLiteral("/ok"));
    choose(QKeySequence::Open, m_files->makeFile(QStringLiteral("one.bin"), 1'000));
    QTRY_COMPARE_WITH_TIMEOUT(count(UploadState::Done), 1, patience);
    press(QKeySequence(Qt::CTRL | Qt::Key_K));
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 0, patience);

    // The empty page offers the same.
    QVERIFY(tabTo(QStringLiteral("Browse…")));
    press(Qt::Key_Tab);
    QCOMPARE(focused(), QStringLiteral("Choose a folder…"));
    m_files->makeFile(QStringLiteral("album/2024/a.jpg"), 10);
    m_files->makeFile(QStringLiteral("album/b.jpg"), 10);
    choose(Qt::Key_Space, m_files->path(QStringLiteral("album")));
    QTRY_COMPARE_WITH_TIMEOUT(count(UploadState::Done), 2, patience);
}

void TestKeyboardWalk::whatAFolderKeepsBackIsTold()
{
    connectTo(QStringLiteral("/ok"));
    const QString file = m_files->makeFile(QStringLiteral("album/a"), 10);
    QVERIFY(QFile::link(file, m_files->path(QStringLiteral("album/link"))));
    QCOMPARE(::mkfifo(QFile::encodeName(m_files->path(QStringLiteral("album/pipe"))).constData(), 0600), 0);
    const QKeySequence addFolder(Qt::CTRL | Qt::SHIFT | Qt::Key_O);
    choose(addFolder, m_files->path(QStringLiteral("album")));
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->shows(QStringLiteral("One symbolic link was not followed.")),
                             patience);
    QVERIFY(m_fixture->shows(QStringLiteral("One entry is no file, but a pipe, socket or device.")));
    QCOMPARE(model().rowCount(), 1);
    QVERIFY(tabTo(QStringLiteral("Folder options…")));
    press(Qt::Key_Space);
    QTRY_VERIFY(m_fixture->part<FolderPanel>().isVisible());
    press(QKeySequence(Qt::ALT | Qt::Key_L));
    QTRY_VERIFY(m_fixture->part<UploadsPage>().folderOptions().followsLinks);
    press(Qt::Key_Escape);
    QTRY_VERIFY(window().isActiveWindow());

    // Followed now, it leads to the same file, which is sent once more under the link's name.
    choose(addFolder, m_files->path(QStringLiteral("album")));
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 3, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->shows(QStringLiteral("One entry is no file")), patience);
    QVERIFY(!m_fixture->shows(QStringLiteral("symbolic link")));
    QVERIFY(tabTo(QStringLiteral("Close this message")));
    press(Qt::Key_Space);
    QTRY_VERIFY(!m_fixture->shows(QStringLiteral("Not all of what was added")));
}

void TestKeyboardWalk::folderOptionsAreReachedFromEverywhere_data()
{
    QTest::addColumn<QKeySequence>("page");
    QTest::newRow("start page") << QKeySequence();
    QTest::newRow("uploads") << QKeySequence(Qt::CTRL | Qt::Key_1);
    QTest::newRow("leak check") << QKeySequence(Qt::CTRL | Qt::Key_2);
    QTest::newRow("sweep") << QKeySequence(Qt::CTRL | Qt::Key_3);
    QTest::newRow("audit") << QKeySequence(Qt::CTRL | Qt::Key_4);
    QTest::newRow("profile") << QKeySequence(Qt::CTRL | Qt::Key_5);
}

void TestKeyboardWalk::folderOptionsAreReachedFromEverywhere()
{
    QFETCH(const QKeySequence, page);
    if (!page.isEmpty())
        press(page);
    press(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_F));
    auto &panel = m_fixture->part<FolderPanel>();
    QTRY_VERIFY(panel.isVisible());
    QCOMPARE(focused(), QStringLiteral("Only its name"));
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    QVERIFY(tabTo(QStringLiteral("Form field of the path")));
    keyboard::typeAnew(QStringLiteral("place"));
    QVERIFY(tabTo(QStringLiteral("Hidden files and folders")));
    press(Qt::Key_Space);
    QVERIFY(tabTo(QStringLiteral("Follow symbolic links")));
    press(Qt::Key_Space);
    press(Qt::Key_Escape);
    QTRY_VERIFY(!panel.isVisible());
    QCOMPARE(m_fixture->part<UploadsPage>().folderOptions(),
             (session::FolderOptions{session::FolderOptions::RelativePath::InField, QStringLiteral("place"),
                                     true, false}));
    QVERIFY(window().isActiveWindow());
    QVERIFY(window().focusWidget());
}

void TestKeyboardWalk::queueIsPausedAndGoesOn()
{
    connectTo(QLatin1StringView(neverAnswers));
    press(QKeySequence(Qt::CTRL | Qt::Key_P)); // nothing to be paused yet
    addFolderOf({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    setAtOnce(1);
    QTRY_VERIFY_WITH_TIMEOUT(count(UploadState::Waiting) == 2 || count(UploadState::Waiting) == 0, patience);
    press(QKeySequence(Qt::CTRL | Qt::Key_P));
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->shows(QStringLiteral("queue paused")), patience);
    QVERIFY(tabTo(QStringLiteral("Resume")));
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->shows(QStringLiteral("queue paused")), patience);
    QCOMPARE(focused(), QStringLiteral("Pause")); // the same button says so now
    press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Delete));
    QTRY_COMPARE_WITH_TIMEOUT(count(UploadState::Cancelled), 3, patience);
    // What has the focus went away with what there was to be paused; the next Tab goes on from there.
    QVERIFY(window().focusWidget());
    QVERIFY(window().focusWidget()->isVisible());
}

void TestKeyboardWalk::singleUploadsArePausedCancelledAndTriedAgain()
{
    connectTo(QLatin1StringView(neverAnswers));
    addFolderOf({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d"),
                 QStringLiteral("e"), QStringLiteral("f")});
    QTRY_COMPARE_WITH_TIMEOUT(count(UploadState::Answering), 4, patience);
    QVERIFY(tabTo(QStringLiteral("Uploads")));
    press(QKeySequence::MoveToEndOfDocument);
    press(Qt::Key_Up);
    press(Qt::Key_P);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(4), UploadState::Paused, patience);
    press(QKeySequence(Qt::SHIFT | Qt::Key_P));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(4), UploadState::Waiting, patience);
    press(Qt::Key_Delete);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(4), UploadState::Cancelled, patience);
    press(Qt::Key_R);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(4), UploadState::Waiting, patience);
    press(QKeySequence(Qt::SHIFT | Qt::Key_Down)); // two of them
    press(Qt::Key_Delete);
    QTRY_COMPARE_WITH_TIMEOUT(count(UploadState::Cancelled), 2, patience);
    QCOMPARE(count(UploadState::Answering), 4);
    QVERIFY(table().hasFocus());
}

void TestKeyboardWalk::theMenuKeyOpensTheRowsMenu()
{
    connectTo(QStringLiteral("/status?code=507&text=no+room"));
    addFolderOf({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    QTRY_COMPARE_WITH_TIMEOUT(count(UploadState::Failed), 3, patience);
    QVERIFY(tabTo(QStringLiteral("Uploads")));
    press(QKeySequence::MoveToEndOfDocument);
    keyboard::pressMenuKey();
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QCOMPARE(taborder::sharedMnemonics(*menu), QStringList());
    const QRect row = table().visualRect(table().currentIndex());
    QVERIFY2(row.contains(QPoint(row.left(), table().viewport()->mapFromGlobal(menu->pos()).y())),
             "it belongs to its row");
    press(Qt::Key_Escape);
    QVERIFY(!QApplication::activePopupWidget());
    giveFocusBack();
    QCOMPARE(focused(), QStringLiteral("Uploads"));

    keyboard::pressMenuKey();
    QGuiApplication::clipboard()->clear();
    press(Qt::Key_Y);
    QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("curl ")));
    giveFocusBack();
    keyboard::pressMenuKey();
    press(Qt::Key_Down);
    press(Qt::Key_Return); // the first that can be done: try it again
    QTRY_COMPARE_WITH_TIMEOUT(model().record(2).attempts, 2, patience);
}

void TestKeyboardWalk::everyPartOfTheDetailsIsReached()
{
    connectTo(QStringLiteral("/status?code=507&text=no+room"));
    addFolderOf({QStringLiteral("a")});
    QTRY_COMPARE_WITH_TIMEOUT(count(UploadState::Failed), 1, patience);
    QVERIFY(tabTo(QStringLiteral("Uploads")));
    press(Qt::Key_Return);
    auto &panel = m_fixture->part<DetailsPanel>();
    QTRY_VERIFY(panel.isVisible());
    QStringList parts;
    const auto shown = [&] {
        parts.clear();
        for (const TextBlock *block : panel.findChildren<TextBlock *>()) {
            if (block->isVisible())
                parts << block->text();
        }
        return parts;
    };
    QTRY_VERIFY_WITH_TIMEOUT(shown().join(u'\n').contains(QStringLiteral("User-Agent: Tidemark/")), patience);
    const qsizetype all = parts.size();
    QVERIFY(all >= 4);

    // Each text is come to, seen whole or from its beginning, and copied.
    for (qsizetype seen = 0; seen < all;) {
        press(Qt::Key_Tab);
        const auto *text = qobject_cast<const WholeText *>(QApplication::focusWidget());
        if (!text)
            continue;
        QVERIFY(!text->visibleRegion().isEmpty());
        press(QKeySequence::SelectAll);
        press(QKeySequence::Copy);
        QCOMPARE(parts.removeAll(QGuiApplication::clipboard()->text()), 1);
        ++seen;
    }
    QVERIFY(tabTo(QStringLiteral("Copy as curl")));
    QGuiApplication::clipboard()->clear();
    press(Qt::Key_Space);
    QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("curl ")));
    QVERIFY(tabTo(QStringLiteral("Retry")));
    press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(model().record(0).attempts, 2, patience);
    QVERIFY2(panel.isAncestorOf(window().focusWidget()), "though the button went away for a while");
    press(Qt::Key_Escape);
    QVERIFY(!panel.isVisible());
    QVERIFY(table().hasFocus());
}

void TestKeyboardWalk::failuresAreTriedAgainByReasonAndWritten()
{
    connectTo(QStringLiteral("/early?status=413&text=limit+1+KiB"));
    addFolderOf({QStringLiteral("a"), QStringLiteral("b")});
    QTRY_COMPARE_WITH_TIMEOUT(count(UploadState::Failed), 2, patience);
    connectTo(QStringLiteral("/status?code=507&text=no+room"));
    choose(QKeySequence::Open, m_files->makeFile(QStringLiteral("c"), 1'000));
    QTRY_COMPARE_WITH_TIMEOUT(count(UploadState::Failed), 3, patience);
    connectTo(QStringLiteral("/ok"));

    press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    auto &view = m_fixture->part<FailedView>();
    QTRY_VERIFY(view.isVisible());
    QCOMPARE(focused(), QStringLiteral("Reasons"));
    QVERIFY(m_fixture->shows(QStringLiteral("2 files: 413")));
    press(Qt::Key_Down);
    QTRY_VERIFY(m_fixture->shows(QStringLiteral("One file: 507")));

    press(QKeySequence(Qt::ALT | Qt::Key_X));
    QTRY_VERIFY(qobject_cast<QMenu *>(QApplication::activePopupWidget()));
    const QString list = m_fixture->folder() + QStringLiteral("/failed.txt");
    choose(Qt::Key_P, list);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(list), patience);

    QVERIFY(tabTo(QStringLiteral("Reasons")));
    press(QKeySequence(Qt::ALT | Qt::Key_R));
    QTRY_COMPARE_WITH_TIMEOUT(count(UploadState::Done), 1, patience);
    QCOMPARE(count(UploadState::Failed), 2);
    QVERIFY(tabTo(QStringLiteral("Retry these")));
    press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(count(UploadState::Done), 3, patience);
    QTRY_COMPARE(focused(), QStringLiteral("Reasons")); // nothing is left, and so no button
    press(Qt::Key_Escape);
    QVERIFY(!view.isVisible());
    QVERIFY(table().hasFocus());
}

void TestKeyboardWalk::failedOnesAreShownFromEveryPage()
{
    connectTo(QStringLiteral("/status?code=507&text=no+room"));
    addFolderOf({QStringLiteral("a")});
    QTRY_COMPARE_WITH_TIMEOUT(count(UploadState::Failed), 1, patience);
    press(QKeySequence(Qt::CTRL | Qt::Key_2));
    // The button runs the menu: what comes after F10 comes while it is open.
    QTimer::singleShot(0, this, [] { press(Qt::Key_W); });
    press(Qt::Key_F10);
    QTRY_VERIFY(m_fixture->part<FailedView>().isVisible());
    QCOMPARE(window().focusWidget()->accessibleName(), QStringLiteral("Reasons"));
}

void TestKeyboardWalk::oneOrAllAreTriedAgain()
{
    connectTo(QStringLiteral("/status?code=507&text=no+room"));
    addFolderOf({QStringLiteral("a"), QStringLiteral("b")});
    QTRY_COMPARE_WITH_TIMEOUT(count(UploadState::Failed), 2, patience);
    QVERIFY(tabTo(QStringLiteral("Uploads")));
    press(QKeySequence::MoveToStartOfDocument);
    QVERIFY(tabTo(QStringLiteral("Retry"))); // of the message that says why
    press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(model().record(0).attempts, 2, patience);
    QVERIFY(m_fixture->part<UploadsPage>().isAncestorOf(window().focusWidget()));
    QTRY_COMPARE_WITH_TIMEOUT(count(UploadState::Failed), 2, patience);
    connectTo(QStringLiteral("/ok"));
    press(QKeySequence(Qt::CTRL | Qt::Key_R));
    QTRY_COMPARE_WITH_TIMEOUT(count(UploadState::Done), 2, patience);
}

void TestKeyboardWalk::interruptedOnesGoOn()
{
    const QString archive = m_fixture->folder() + QStringLiteral("/archive.sqlite");
    window().keepQueueIn(archive); // as the program does when it begins
    connectTo(QLatin1StringView(neverAnswers));
    addFolderOf({QStringLiteral("a")});
    QTRY_COMPARE_WITH_TIMEOUT(model().totals().running, 1, patience);
    m_fixture->restart();
    m_fixture->show();
    window().keepQueueIn(archive);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->message(), QStringLiteral("The uploads of the last time are back."),
                              patience);
    QVERIFY(tabTo(QStringLiteral("Go on with the interrupted")));
    press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(model().totals().waiting, 1, patience);
    connectTo(QStringLiteral("/delay?token-ms=0"));
    QTRY_COMPARE_WITH_TIMEOUT(model().totals().done, 1, patience);
}

QTEST_MAIN(TestKeyboardWalk)
#include "tst_keyboardwalk.moc"
