// SPDX-License-Identifier: GPL-3.0-or-later
// A sweep's plot: what is drawn where, and how single levels are read.
#include "tests/report/sweepexamples.h"
#include "ui/common/theme.h"
#include "ui/sweep/sweepplot.h"
#include "ui/sweep/sweeptablemodel.h"

#include <QAbstractItemModelTester>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

using namespace ui;

class TestSweepPlot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Light); }
    void cleanupTestCase() { m_theme.reset(); }
    void init()
    {
        m_plot = std::make_unique<SweepPlot>();
        m_plot->resize(420, 240);
        m_plot->setChart(report::latencyChart(examples::collapsing().levels));
    }
    void cleanup() { m_plot.reset(); }

    // 1, 10, 50 and 200 at once stand at equal distances.
    void levelsAreCategories()
    {
        const double step = m_plot->place(1, 0).x() - m_plot->place(0, 0).x();
        QVERIFY(step > 40);
        QVERIFY(qFuzzyCompare(m_plot->place(3, 0).x() - m_plot->place(2, 0).x(), step));
        const double top = m_plot->chart().scale.top;
        QVERIFY(m_plot->place(0, top).y() < m_plot->place(0, 0).y());
        QVERIFY(m_plot->rect().contains(m_plot->place(3, top).toPoint()));
    }

    void levelsAreReadByKey()
    {
        QSignalSpy chosen(m_plot.get(), &SweepPlot::chosen);
        QVERIFY(m_plot->readout().isEmpty());
        QTest::keyClick(m_plot.get(), Qt::Key_Right);
        QCOMPARE(m_plot->readout().first(), QStringLiteral("1 at once"));
        QCOMPARE(m_plot->readout().size(), 4);
        QTest::keyClick(m_plot.get(), Qt::Key_End);
        QCOMPARE(m_plot->readout().first(), QStringLiteral("200 at once"));
        QVERIFY(m_plot->readout().last().startsWith(QStringLiteral("p99 ")));
        QVERIFY(m_plot->accessibleDescription().contains(QStringLiteral("200 at once")));
        QTest::keyClick(m_plot.get(), Qt::Key_Right);
        QTest::keyClick(m_plot.get(), Qt::Key_Left);
        QCOMPARE(m_plot->readout().first(), QStringLiteral("50 at once"));
        QTest::keyClick(m_plot.get(), Qt::Key_Home);
        QCOMPARE(chosen, (QList<QVariantList>{{0}, {3}, {2}, {0}}));
        m_plot->choose(2); // By the page: no signal.
        QCOMPARE(m_plot->readout().first(), QStringLiteral("50 at once"));
        QCOMPARE(chosen.size(), 4);
        m_plot->setChart({});
        QVERIFY(m_plot->readout().isEmpty());
        QTest::keyClick(m_plot.get(), Qt::Key_Right);
        QVERIFY(m_plot->readout().isEmpty());
    }

    void thePointerReadsTheNearest()
    {
        QSignalSpy chosen(m_plot.get(), &SweepPlot::chosen);
        const QPointF there = m_plot->place(2, 0) - QPointF(3, 20);
        QMouseEvent move(QEvent::MouseMove, there, there, Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_plot.get(), &move);
        QCOMPARE(m_plot->readout().value(0), QStringLiteral("50 at once"));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(m_plot.get(), &leave);
        QVERIFY(m_plot->readout().isEmpty());
        QCOMPARE(chosen, (QList<QVariantList>{{2}, {-1}}));
    }

    // A line that breaks down is drawn on another ground than one that does not.
    void collapseIsSeen()
    {
        const QPoint probe = m_plot->place(3, m_plot->chart().scale.top * 0.02).toPoint() + QPoint(20, 0);
        const QColor ground = m_plot->grab().toImage().pixelColor(probe);
        QCOMPARE(ground, colorsFor(m_plot->palette()).badSoft);
        m_plot->setChart(report::latencyChart(examples::scaling().levels));
        QVERIFY(m_plot->grab().toImage().pixelColor(probe) != ground);
    }

    void figuresAreInTheTable()
    {
        SweepTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setLevels(examples::collapsing().levels);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), QStringLiteral("At once"));
        QCOMPARE(model.index(3, 0).data().toString(), QStringLiteral("200"));
        QVERIFY(model.index(3, 0).data(Qt::DecorationRole).isValid());
        QVERIFY(!model.index(2, 0).data(Qt::DecorationRole).isValid());
        QVERIFY(!model.index(3, 0).data(Qt::ToolTipRole).toString().isEmpty());
        QStringList row;
        for (int column = 0; column < model.columnCount(); ++column)
            row += model.index(3, column).data().toString();
        QVERIFY2(row.contains(QStringLiteral("202 MiB")) && row.contains(QStringLiteral("96.9 %")),
                 qPrintable(row.join(u' ')));
        model.setLevels(examples::silentAndStopped().levels);
        QCOMPARE(model.rowCount(), 2);
    }

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<SweepPlot> m_plot;
};

QTEST_MAIN(TestSweepPlot)
#include "tst_sweepplot.moc"
