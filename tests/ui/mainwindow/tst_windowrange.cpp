// SPDX-License-Identifier: GPL-3.0-or-later
// A range of time is selected on the timeline, and the window keeps to it: by keys, from there to a report and back.
#include "tests/ui/keyboard.h"
#include "tests/ui/mainwindow/windowfixture.h"
#include "tests/ui/mainwindow/windowscenes.h"
#include "ui/common/timeselection.h"
#include "ui/timeline/chartview.h"
#include "ui/timeline/readingtable.h"
#include "ui/timeline/tile.h"
#include "ui/uploads/rangeline.h"
#include "ui/uploads/uploadtable.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace ui;

namespace {
constexpr int patience = 60'000; // Sanitizers and other tests beside this one.
}

class TestWindowRange final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>(WindowFixture::Network::Silent);
        m_fixture->show();
    }
    void cleanup() { m_fixture.reset(); }

    void queueShowsWhatRanInIt()
    {
        play(WindowScene::Range, *m_fixture);
        QTRY_COMPARE(table().shownRows(), 7); // two wait still
        QVERIFY(line().isVisible());
        QVERIFY2(line().text().startsWith(QStringLiteral("Uploads between ")), qPrintable(line().text()));
        QVERIFY2(line().text().endsWith(QStringLiteral("7 of 9")), qPrintable(line().text()));
        QAbstractButton *all = m_fixture->button(QStringLiteral("Show all"));
        QVERIFY(all);
        all->click();
        QVERIFY(!selection().range());
        QCOMPARE(table().shownRows(), 9);
        QVERIFY(!line().isVisible());
    }

    void keysAreEnough()
    {
        play(WindowScene::Running, *m_fixture);
        QVERIFY(keyboard::tabTo(QStringLiteral("Timeline")));
        QTRY_VERIFY(!m_fixture->part<ChartView>().frame().bands.empty()); // is drawn
        for (int i = 0; i < 6; ++i)
            keyboard::press(QKeySequence(Qt::SHIFT | Qt::Key_Left));
        QVERIFY(selection().range());
        QVERIFY(line().isVisible());
        const auto &tile = m_fixture->part<Tile>();
        QVERIFY2(tile.text().title.startsWith(QStringLiteral("Heap live at ")),
                 qPrintable(tile.text().title));
        keyboard::press(QKeySequence(Qt::Key_Escape));
        QVERIFY(!selection().range());
        QCOMPARE(tile.text().title, QStringLiteral("Heap live"));

        // From anywhere else, too.
        selection().select(1'000, 9'000);
        table().setFocus();
        keyboard::press(QKeySequence(Qt::Key_Escape));
        QVERIFY(!selection().range());
        selection().select(1'000, 9'000);
        keyboard::press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X));
        QVERIFY(!selection().range());
    }

    void tableIsReachedByKey()
    {
        play(WindowScene::Running, *m_fixture);
        table().setFocus();
        keyboard::press(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_R));
        QVERIFY(m_fixture->part<ReadingTable>().isVisible());
        QVERIFY(keyboard::tabTo(QStringLiteral("Timeline as a table")));
        keyboard::press(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_R));
        QVERIFY(m_fixture->part<ChartView>().isVisible());
    }

    void reportsAreOfItAndSaySo()
    {
        play(WindowScene::Running, *m_fixture);
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        selection().select(now - 20, now + 60'000);
        QVERIFY(conditionsOf(QStringLiteral("part.json")).contains(QLatin1String("partOf")));
        QVERIFY(m_fixture->shows(QStringLiteral("It covers only what is selected: ")));
        selection().clear();
        QVERIFY(!conditionsOf(QStringLiteral("whole.json")).contains(QLatin1String("partOf")));
        QVERIFY(!m_fixture->shows(QStringLiteral("It covers only")));
    }

    void anotherServerEndsIt()
    {
        play(WindowScene::Range, *m_fixture);
        QVERIFY(selection().range());
        m_fixture->window().connectTo(QStringLiteral("http://localhost:9/other"));
        QTRY_VERIFY(!selection().range());
        QTRY_COMPARE(table().shownRows(), 9);
    }

private:
    [[nodiscard]] TimeSelection &selection() const { return m_fixture->part<TimeSelection>(); }
    [[nodiscard]] UploadTable &table() const { return m_fixture->part<UploadTable>(); }
    [[nodiscard]] RangeLine &line() const { return m_fixture->part<RangeLine>(); }

    /// Of a report that is written there.
    QJsonObject conditionsOf(const QString &name)
    {
        const QString path = m_fixture->folder() + u'/' + name;
        m_fixture->window().exportTo(path);
        const bool isWritten = QTest::qWaitFor([this, name] { return m_fixture->shows(name); }, patience);
        QFile file(path);
        if (!isWritten || !file.open(QIODevice::ReadOnly))
            return {};
        return QJsonDocument::fromJson(file.readAll()).object()[QLatin1String("conditions")].toObject();
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestWindowRange)
#include "tst_windowrange.moc"
