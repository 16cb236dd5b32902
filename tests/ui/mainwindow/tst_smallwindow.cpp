// SPDX-License-Identifier: GPL-3.0-or-later
// The window in the smallest size that is promised.
#include "tests/ui/mainwindow/windowfixture.h"
#include "ui/common/setupcard.h"
#include "ui/frame/navigation.h"
#include "ui/frame/pagekeys.h"

#include <QPushButton>
#include <QSplitter>

using namespace ui;

namespace {

constexpr QSize smallest(1024, 640);

} // namespace

class TestSmallWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>(WindowFixture::Network::Silent);
        m_fixture->show();
    }
    void cleanup() { m_fixture.reset(); }

    void whatStartsIsInSight_data()
    {
        QTest::addColumn<QString>("page");
        QTest::newRow("leak") << QString(pagekeys::leak);
        QTest::newRow("sweep") << QString(pagekeys::sweep);
        QTest::newRow("audit") << QString(pagekeys::audit);
    }

    void whatStartsIsInSight()
    {
        QFETCH(QString, page);
        show(page);
        m_fixture->window().resize(smallest);
        QCOMPARE(m_fixture->window().size(), smallest);
        const QWidget *start = startButton();
        QVERIFY(start);
        QTRY_COMPARE(start->visibleRegion().boundingRect(), start->rect());
    }

    void whoMovesTheHandleHasItSo()
    {
        show(pagekeys::leak);
        m_fixture->window().resize(smallest);
        auto &splitter = m_fixture->part<QSplitter>();
        const QPoint handle = splitter.handle(1)->rect().center();
        QTest::mousePress(splitter.handle(1), Qt::LeftButton, {}, handle);
        QTest::mouseMove(splitter.handle(1), handle - QPoint(0, 80));
        QTest::mouseRelease(splitter.handle(1), Qt::LeftButton, {}, handle - QPoint(0, 80));
        const QList<int> sizes = splitter.sizes();
        QVERIFY(sizes.first() < 330);
        m_fixture->window().resize(smallest + QSize(40, 0));
        QTest::qWait(50); // What would be done about it is done with the next turns of the event loop.
        QCOMPARE(splitter.sizes(), sizes);
    }

private:
    void show(const QString &page)
    {
        auto &navigation = m_fixture->part<Navigation>();
        navigation.showPage(page);
        Q_EMIT navigation.chosen(page); // Away from the start page.
    }
    [[nodiscard]] const QWidget *startButton() const
    {
        for (SetupCard *setup : m_fixture->window().findChildren<SetupCard *>()) {
            if (setup->isVisible())
                return &setup->button();
        }
        return nullptr;
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestSmallWindow)
#include "tst_smallwindow.moc"
