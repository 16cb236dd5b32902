// SPDX-License-Identifier: GPL-3.0-or-later
// What a person sees of the queue after the program has ended, one way or the other.
#include "tests/support/faultyserver.h"
#include "tests/support/testfiles.h"
#include "tests/ui/keyboard.h"
#include "tests/ui/mainwindow/windowfixture.h"
#include "ui/models/uploadmodel.h"
#include "ui/uploads/uploadspage.h"

#include <QScopeGuard>

#include <csignal>

#include <sys/resource.h>

using namespace ui;
using transfer::UploadState;

namespace {
constexpr int patience = 60'000; // Sanitizers and other tests beside this one.
} // namespace

class TestQueueComesBack final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), qPrintable(m_server.failure())); }

    void interruptedAndWaitingComeBack();
    void anotherAddressGetsThemOnlyWhenAsked();
    void pausedQueueComesBackPaused();
    void secondWindowSaysSo();
    void damagedArchiveIsTold();
    void emptyArchiveIsTold();
    void fullDiskHoldsTheQueue();

private:
    [[nodiscard]] static QString archiveOf(const WindowFixture &f)
    {
        return f.folder() + QStringLiteral("/archive.sqlite");
    }
    /// One file that gets no answer, and one behind it.
    void leaveTwo(WindowFixture &f);
    [[nodiscard]] QString address(const char *path) const
    {
        return m_server.url(QLatin1StringView(path)).toString();
    }

    support::FaultyServer m_server;
    support::TestFiles m_files;
};

void TestQueueComesBack::leaveTwo(WindowFixture &f)
{
    f.show();
    f.window().keepQueueIn(archiveOf(f));
    f.part<UploadsPage>().setParallelLimit(1);
    f.window().connectTo(address("/delay?token-ms=60000"));
    f.window().addPaths({m_files.makeFile(QStringLiteral("first.bin"), 1'000),
                         m_files.makeFile(QStringLiteral("second.bin"), 1'000)});
    auto &model = f.part<UploadModel>();
    QTRY_COMPARE_WITH_TIMEOUT(model.totals().running, 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(model.totals().waiting, 1, patience);
    f.restart();
    f.show();
    f.window().keepQueueIn(archiveOf(f));
}

void TestQueueComesBack::interruptedAndWaitingComeBack()
{
    WindowFixture f;
    leaveTwo(f);
    QTRY_COMPARE_WITH_TIMEOUT(f.message(), QStringLiteral("The uploads of the last time are back."),
                              patience);
    QVERIFY(f.shows(address("/delay"))); // where the waiting one goes
    auto &model = f.part<UploadModel>();
    QTRY_COMPARE_WITH_TIMEOUT(model.totals().interrupted, 1, patience);
    QCOMPARE(model.totals().waiting, 1);
    QVERIFY(f.part<UploadsPage>().isVisible());
    QVERIFY(f.button(QStringLiteral("Go on (1)")));

    f.window().connectTo(address("/delay?token-ms=0"));
    QTRY_COMPARE_WITH_TIMEOUT(model.totals().done, 1, patience); // that one waited
    QCOMPARE(model.totals().interrupted, 1); // and this one was not touched
    QCOMPARE(m_server.stats(QStringLiteral("second.bin")).requests, 1);
    f.button(QStringLiteral("Go on (1)"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(model.totals().done, 2, patience);
    QVERIFY(!f.button(QStringLiteral("Go on (")));
}

void TestQueueComesBack::anotherAddressGetsThemOnlyWhenAsked()
{
    WindowFixture f;
    leaveTwo(f);
    auto &model = f.part<UploadModel>();
    QTRY_COMPARE_WITH_TIMEOUT(model.totals().waiting, 1, patience);
    f.window().connectTo(address("/ok"));
    QTRY_VERIFY_WITH_TIMEOUT(f.state() == QStringLiteral("no metrics") || !f.state().isEmpty(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(f.message().contains(QStringLiteral("meant for another address")), patience);
    QCOMPARE(model.totals().paused, 1);
    QCOMPARE(model.totals().done, 0);
    QTRY_VERIFY_WITH_TIMEOUT(f.button(QStringLiteral("Resume them all")), patience);
    f.button(QStringLiteral("Resume them all"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(model.totals().done, 1, patience);
}

void TestQueueComesBack::pausedQueueComesBackPaused()
{
    WindowFixture f;
    f.show();
    f.window().keepQueueIn(archiveOf(f));
    f.window().addPaths({m_files.makeFile(QStringLiteral("paused.bin"), 1'000)});
    auto &model = f.part<UploadModel>();
    QTRY_COMPARE_WITH_TIMEOUT(model.totals().waiting, 1, patience);
    QTest::keyClick(&f.window(), Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(f.button(QStringLiteral("Resume")), patience);
    f.restart();
    f.show();
    f.window().keepQueueIn(archiveOf(f));
    QTRY_VERIFY_WITH_TIMEOUT(f.button(QStringLiteral("Resume")), patience);
    f.window().connectTo(address("/ok"));
    QTRY_VERIFY_WITH_TIMEOUT(!f.message().isEmpty(), patience);
    QCOMPARE(f.part<UploadModel>().totals().waiting, 1);
    f.button(QStringLiteral("Resume"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(f.part<UploadModel>().totals().done, 1, patience);
}

void TestQueueComesBack::secondWindowSaysSo()
{
    WindowFixture first;
    first.show();
    first.window().keepQueueIn(archiveOf(first));
    first.window().addPaths({m_files.makeFile(QStringLiteral("one.bin"), 1'000)});
    QTRY_COMPARE_WITH_TIMEOUT(first.part<UploadModel>().totals().waiting, 1, patience);
    WindowFixture second;
    second.show();
    second.window().keepQueueIn(archiveOf(first));
    QTRY_VERIFY_WITH_TIMEOUT(second.message().startsWith(QStringLiteral("The queue is not kept")), patience);
    second.window().connectTo(address("/ok"));
    second.window().addPaths({m_files.makeFile(QStringLiteral("two.bin"), 1'000)});
    QTRY_COMPARE_WITH_TIMEOUT(second.part<UploadModel>().totals().done, 1, patience); // it works all the same
}

void TestQueueComesBack::damagedArchiveIsTold()
{
    WindowFixture f;
    QFile archive(archiveOf(f));
    QVERIFY(archive.open(QIODevice::WriteOnly) && archive.write("no database") > 0);
    archive.close();
    f.show();
    f.window().keepQueueIn(archiveOf(f));
    QTRY_VERIFY_WITH_TIMEOUT(f.message().contains(QStringLiteral("damaged")), patience);
    QVERIFY(f.shows(QStringLiteral("archive.sqlite.damaged-")));
}

void TestQueueComesBack::emptyArchiveIsTold()
{
    WindowFixture f;
    QFile archive(archiveOf(f));
    QVERIFY(archive.open(QIODevice::WriteOnly));
    archive.close();
    f.show();
    f.window().keepQueueIn(archiveOf(f));
    QTRY_VERIFY_WITH_TIMEOUT(f.message().contains(QStringLiteral("was an empty file")), patience);
}

void TestQueueComesBack::fullDiskHoldsTheQueue()
{
    WindowFixture f;
    f.show();
    f.window().keepQueueIn(archiveOf(f));
    f.window().connectTo(address("/ok"));
    f.window().addPaths({m_files.makeFile(QStringLiteral("before.bin"), 1'000)});
    auto &model = f.part<UploadModel>();
    QTRY_COMPARE_WITH_TIMEOUT(model.totals().done, 1, patience);
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit usual{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &usual), 0);
    rlimit full = usual;
    full.rlim_cur = 2'000; // of this process no file may grow beyond that
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &full), 0);
    const auto restore = qScopeGuard([&usual] { ::setrlimit(RLIMIT_FSIZE, &usual); });
    f.window().addPaths({m_files.path(QStringLiteral("before.bin"))});
    QTRY_VERIFY_WITH_TIMEOUT(f.message().startsWith(QStringLiteral("Nothing more is uploaded")), patience);
    QTRY_COMPARE_WITH_TIMEOUT(model.totals().waiting, 1, patience); // it hears of it a moment later
    // Other news does not take its place, and the answer with it.
    QTRY_VERIFY_WITH_TIMEOUT(f.shows(QStringLiteral("no metrics were found")), patience);
    QVERIFY(keyboard::tabTo(QStringLiteral("Go on without keeping")));
    keyboard::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(model.totals().done, 2, patience);
    ::setrlimit(RLIMIT_FSIZE, &usual);
    QTRY_COMPARE_WITH_TIMEOUT(f.message(), QStringLiteral("The queue is kept again."), patience);
}

QTEST_MAIN(TestQueueComesBack)
#include "tst_queuecomesback.moc"
