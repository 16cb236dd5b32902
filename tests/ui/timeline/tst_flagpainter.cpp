// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/chartframe.h"
#include "ui/timeline/flagpainter.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using session::MarkKind;

class TestFlagPainter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void polesLeaveTitlesAlone_data();
    void polesLeaveTitlesAlone();
    void experimentsSayWhatTheyAre();
};

void TestFlagPainter::polesLeaveTitlesAlone_data()
{
    QTest::addColumn<int>("x");
    QTest::addColumn<bool>("crossesTheGap");
    QTest::newRow("through the title's place") << 60 << false;
    QTest::newRow("beside it") << 350 << true;
}

void TestFlagPainter::polesLeaveTitlesAlone()
{
    QFETCH(int, x);
    QFETCH(bool, crossesTheGap);
    ui::ChartFrame frame;
    frame.whole = QRectF(0, 0, 400, 220);
    frame.time = ui::TimeScale::over(50, 350, 0, 1000);
    frame.panels.resize(2);
    frame.panels[0].area = QRectF(50, 20, 350, 70);
    frame.panels[1].area = QRectF(50, 120, 350, 70); // its title is in the 30 pixels above
    frame.panels[1].title = QStringLiteral("Goroutines · threads");
    frame.flags = {{static_cast<double>(x), {500, MarkKind::Lost, {}}}};
    frame.colors.bad = Qt::red;

    QImage image(400, 220, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    ui::paintFlags(painter, frame);
    painter.end();
    const auto inked = [&](int from, int to) {
        int pixels = 0;
        for (int y = from; y < to; ++y)
            pixels += image.pixel(x, y) != qRgb(255, 255, 255);
        return pixels;
    };
    QCOMPARE(inked(91, 119) > 0, crossesTheGap);
    QVERIFY(inked(40, 89) > 0);
    QVERIFY(inked(122, 189) > 0);
}

void TestFlagPainter::experimentsSayWhatTheyAre()
{
    QCOMPARE(ui::flagText({0, MarkKind::ExperimentBegan, QStringLiteral("Sweep begins")}),
             QStringLiteral("Sweep begins"));
}

QTEST_MAIN(TestFlagPainter)
#include "tst_flagpainter.moc"
