// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does when uploads failed, in the whole window on a real server, by keyboard alone.
#include "tests/support/faultyserver.h"
#include "tests/support/testfiles.h"
#include "tests/ui/mainwindow/windowfixture.h"
#include "ui/models/uploadmodel.h"
#include "ui/uploads/detailspanel.h"
#include "ui/uploads/failedview.h"
#include "ui/uploads/textblock.h"
#include "ui/uploads/uploadspage.h"
#include "ui/uploads/uploadtable.h"

#include <QClipboard>
#include <QFileDialog>
#include <QMenu>
#include <QTableView>

using namespace ui;
using transfer::UploadState;

namespace {
constexpr int patience = 30'000;
} // namespace

class TestFailureJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<support::FaultyServer>();
        QVERIFY2(m_server->start(), qPrintable(m_server->failure()));
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->show();
    }
    void cleanup()
    {
        m_fixture.reset();
        m_server.reset();
    }

    void failuresAreListedWrittenAndTriedAgain()
    {
        const QString good = m_files.makeFile(QStringLiteral("good.bin"), 10);
        connectTo(QStringLiteral("/early?status=413&text=limit+1+KiB"));
        window().addPaths({m_files.makeFile(QStringLiteral("large-1.bin"), 10),
                           m_files.makeFile(QStringLiteral("large-2.bin"), 10),
                           m_files.path(QStringLiteral("gone.bin"))});
        QTRY_COMPARE_WITH_TIMEOUT(model().count(UploadState::Failed), 3, patience);
        connectTo(QStringLiteral("/ok"));
        window().addPaths({good});
        QTRY_COMPARE_WITH_TIMEOUT(model().count(UploadState::Done), 1, patience);

        QTest::keySequence(&window(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
        auto &view = m_fixture->part<FailedView>();
        QVERIFY(view.isVisible());
        QVERIFY(m_fixture->shows(QStringLiteral("3 failed, for 2 reasons")));

        const QByteArray table
            = exported(view, QStringLiteral("Export all"), 0, QStringLiteral("failed.csv"));
        QVERIFY2(table.contains("large-1.bin,http-status,413,http://127.0.0.1:"), table.constData());
        QVERIFY2(table.contains("limit 1 KiB") && table.contains("gone.bin,file-missing,,,"),
                 table.constData());
        const QByteArray paths
            = exported(view, QStringLiteral("Export these"), 1, QStringLiteral("large.txt"));
        QCOMPARE(paths,
                 QFile::encodeName(m_files.path(QStringLiteral("large-1.bin")) + u'\n'
                                   + m_files.path(QStringLiteral("large-2.bin")) + u'\n'));

        // The server takes them by now: those of that reason, not the one that is gone.
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        QTest::keyClick(view.findChild<QTableView *>(), Qt::Key_R, Qt::AltModifier);
        QTRY_COMPARE_WITH_TIMEOUT(model().count(UploadState::Done), 3, patience);
        QCOMPARE(model().count(UploadState::Failed), 1);
        QTRY_VERIFY(m_fixture->shows(QStringLiteral("1 failed, for one reason")));
        QTest::keyClick(window().focusWidget(), Qt::Key_Escape);
        QVERIFY(!view.isVisible());
    }

    void detailsTellWhatWentOverTheWire()
    {
        connectTo(QStringLiteral("/status?code=507&text=no+room"));
        window().addPaths({m_files.makeFile(QStringLiteral("one.bin"), 2'000)});
        QTRY_COMPARE_WITH_TIMEOUT(model().count(UploadState::Failed), 1, patience);
        auto &tableView = m_fixture->part<UploadTable>();
        tableView.setFocus();
        QTest::keyClick(&tableView, Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(&tableView, Qt::Key_Return);
        QTRY_VERIFY2(shown().contains(QStringLiteral("User-Agent: Tidemark/")), qPrintable(shown()));
        for (const char *part : {"no room", "POST http://127.0.0.1:", "Content-Type: multipart/form-data"})
            QVERIFY2(shown().contains(QLatin1StringView(part)), qPrintable(shown()));
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(&tableView, Qt::Key_U, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("curl ")));
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("'http://127.0.0.1:")));
        QTest::keyClick(&tableView, Qt::Key_Escape);
        QVERIFY(!m_fixture->part<DetailsPanel>().isVisible());
    }

    void foldersKeepTheirPlaceAndTheOptionsComeBack()
    {
        m_files.makeFile(QStringLiteral("album/2024/a.jpg"), 10);
        m_files.makeFile(QStringLiteral("album/.hidden"), 10);
        connectTo(QStringLiteral("/ok"));
        auto &page = m_fixture->part<UploadsPage>();
        page.setFolderOptions(
            {session::FolderOptions::RelativePath::InField, QStringLiteral("place"), false, false});
        m_fixture->drop({QUrl::fromLocalFile(m_files.path(QStringLiteral("album")))});
        QTRY_COMPARE_WITH_TIMEOUT(model().count(UploadState::Done), 1, patience);
        QVERIFY2(model().record(0).serverMessage.contains(QStringLiteral("\"place\":\"album/2024/a.jpg\"")),
                 qPrintable(model().record(0).serverMessage));
        QCOMPARE(model().rowCount(), 1); // The hidden one was left out.
        m_fixture->restart();
        QCOMPARE(m_fixture->part<UploadsPage>().folderOptions(),
                 (session::FolderOptions{session::FolderOptions::RelativePath::InField,
                                         QStringLiteral("place"), false, false}));
    }

private:
    MainWindow &window() const { return m_fixture->window(); }
    UploadModel &model() const { return m_fixture->part<UploadModel>(); }

    void connectTo(const QString &path)
    {
        window().connectTo(m_server->url(path).toString());
        // That there are no metrics is known once it has answered.
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->state(), QStringLiteral("no metrics"), patience);
    }

    QString shown() const
    {
        QStringList texts;
        for (const TextBlock *block : m_fixture->part<DetailsPanel>().findChildren<TextBlock *>()) {
            if (block->isVisible())
                texts.append(block->text());
        }
        return texts.join(u'\n');
    }

    /// What is written by way of that button's menu and the file dialog.
    QByteArray exported(FailedView &view, const QString &button, int entry, const QString &name)
    {
        m_fixture->button(button)->click();
        auto *menu = view.findChild<QMenu *>();
        menu->actions().at(entry)->trigger();
        menu->close();
        auto *dialog = window().findChild<QFileDialog *>();
        const QString file = m_fixture->folder() + u'/' + name;
        Q_EMIT dialog->fileSelected(file);
        dialog->close();
        QByteArray content;
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), patience);
            QFile written(file);
            QVERIFY(written.open(QIODevice::ReadOnly));
            content = written.readAll();
        }();
        QTest::qWait(0); // The menu and the dialog delete themselves.
        return content;
    }

    support::TestFiles m_files;
    std::unique_ptr<support::FaultyServer> m_server;
    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestFailureJourney)
#include "tst_failurejourney.moc"
