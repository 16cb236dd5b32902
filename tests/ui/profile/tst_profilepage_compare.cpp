// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pprof/profilekit.h"
#include "tests/ui/profile/profilepagetest.h"
#include "ui/profile/flameview.h"
#include "ui/profile/functiontable.h"
#include "ui/profile/profileactions.h"
#include "ui/profile/profilepane.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QMimeData>

using namespace ui;

/// Two profiles: a base and a later one, those of a check, two files.
class TestProfilePageCompare final : public ProfilePageTest
{
    Q_OBJECT

private Q_SLOTS:
    void baseAndCompare();
    void forgettingTheBaseShowsTheProfileAlone();
    void aBaseIsNotComparedWithAnotherServer();
    void aDifferenceNamesBothSources();
    void aLongBaseLeavesTheWindowAlone();
    void uploadsThatAreNotKnown();
    void check();
    void checkOfGoroutines();
    void checkWithoutProfiles();
    void opensFiles();
    void dropsTwoFilesToCompare();
    void incomparable();
};

void TestProfilePageCompare::baseAndCompare()
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

void TestProfilePageCompare::forgettingTheBaseShowsTheProfileAlone()
{
    baseAndCompare();
    actions().dropBase->trigger();
    wait(3);
    QVERIFY(!content().isDifference);
    QVERIFY(!button(QStringLiteral("Compare")));
    QVERIFY(button(QStringLiteral("Take as base")));
}

void TestProfilePageCompare::aBaseIsNotComparedWithAnotherServer()
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

void TestProfilePageCompare::aDifferenceNamesBothSources()
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

void TestProfilePageCompare::aLongBaseLeavesTheWindowAlone()
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

void TestProfilePageCompare::uploadsThatAreNotKnown()
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

void TestProfilePageCompare::check()
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

void TestProfilePageCompare::checkOfGoroutines()
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

void TestProfilePageCompare::checkWithoutProfiles()
{
    m_page->showCheck({}, 100);
    QCOMPARE(banner(), QStringLiteral("This check kept no profiles."));
    QVERIFY(!isShown());
}

void TestProfilePageCompare::opensFiles()
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

void TestProfilePageCompare::dropsTwoFilesToCompare()
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

void TestProfilePageCompare::incomparable()
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

QTEST_MAIN(TestProfilePageCompare)
#include "tst_profilepage_compare.moc"
