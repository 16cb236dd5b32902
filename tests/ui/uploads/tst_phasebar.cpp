// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"
#include "ui/uploads/phasebar.h"

#include <QTest>

using namespace ui;
using transfer::UploadPhase;
using us = std::chrono::microseconds;

class TestPhaseBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Light); }
    void cleanupTestCase() { m_theme.reset(); }

    void isToScale()
    {
        const auto pieces = PhaseBar::layOut(
            {{UploadPhase::Connect, us(100)}, {UploadPhase::Send, us(700)}, {UploadPhase::Server, us(200)}},
            500);
        QCOMPARE(pieces.size(), 3);
        QCOMPARE(pieces[0].width, 50.0);
        QCOMPARE(pieces[1].left, 50.0);
        QCOMPARE(pieces[1].width, 350.0);
        QCOMPARE(pieces[2].width, 100.0);
    }

    void theSmallestIsSeen()
    {
        const auto pieces = PhaseBar::layOut({{UploadPhase::Dns, us(1)},
                                              {UploadPhase::Connect, us(1)},
                                              {UploadPhase::Send, us(60'000'000)},
                                              {UploadPhase::Answer, us(2)}},
                                             300);
        double end = 0;
        for (const PhaseBar::Piece &piece : pieces) {
            QCOMPARE(piece.left, end);
            QVERIFY(piece.width >= 1);
            end += piece.width;
        }
        QVERIFY2(qAbs(end - 300) < 0.001, qPrintable(QString::number(end)));
    }

    void aLongWaitIsCut()
    {
        const auto pieces = PhaseBar::layOut({{UploadPhase::Wait, us(90'000'000)},
                                              {UploadPhase::Send, us(300)},
                                              {UploadPhase::Server, us(100)}},
                                             400);
        QVERIFY(pieces[0].isCut);
        QCOMPARE(pieces[0].width, 80.0);
        QCOMPARE(pieces[1].width, 240.0);
        QCOMPARE(pieces[2].width, 80.0);
    }

    void aShortWaitIsToScale()
    {
        const auto pieces
            = PhaseBar::layOut({{UploadPhase::Wait, us(100)}, {UploadPhase::Send, us(300)}}, 400);
        QVERIFY(!pieces[0].isCut);
        QCOMPARE(pieces[0].width, 100.0);
    }

    void nothingButWaiting()
    {
        const auto pieces = PhaseBar::layOut({{UploadPhase::Wait, us(100)}}, 400);
        QCOMPARE(pieces.size(), 1);
        QCOMPARE(pieces[0].width, 400.0);
        QVERIFY(!pieces[0].isCut);
    }

    void nothingAtAll()
    {
        QVERIFY(PhaseBar::layOut({}, 400).isEmpty());
        QVERIFY(PhaseBar::layOut({{UploadPhase::Send, us(0)}}, 400).isEmpty());
        QVERIFY(PhaseBar::layOut({{UploadPhase::Send, us(1)}}, 0).isEmpty());
    }

    void isReadAloudAndGrowsWithItsLines()
    {
        PhaseBar bar;
        bar.setPhases({{UploadPhase::Send, us(310'000)}, {UploadPhase::Server, us(42'000)}});
        QCOMPARE(bar.accessibleDescription(), QStringLiteral("Send 310 ms, Server 42 ms"));
        QVERIFY(bar.heightForWidth(100) > bar.heightForWidth(600));
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestPhaseBar)
#include "tst_phasebar.moc"
