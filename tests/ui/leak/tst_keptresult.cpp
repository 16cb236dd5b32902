// SPDX-License-Identifier: GPL-3.0-or-later
// A result that outlives a move to another address: whose it is, what can be done with it, and its plot as a picture.
#include "tests/ui/leak/checkexamples.h"
#include "ui/common/originbar.h"
#include "ui/common/theme.h"
#include "ui/leak/floorcard.h"
#include "ui/leak/floorpicture.h"
#include "ui/leak/floorplot.h"
#include "ui/leak/leakpage.h"
#include "ui/leak/verdictcard.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace ui;
using experiment::CheckResult;

namespace {

const QString checkedServer = QStringLiteral("http://localhost:8080/upload/read-all");
const QUrl otherServer(QStringLiteral("http://other.example/"));
const QKeySequence copyKey(Qt::CTRL | Qt::ALT | Qt::Key_I);
const QKeySequence closeKey(Qt::CTRL | Qt::ALT | Qt::Key_X);

/// Of what is neither the ground nor nearly so, of the whole picture.
double inkOf(const QImage &picture)
{
    const QColor ground = picture.pixelColor(0, 0);
    int inked = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            inked += std::abs(picture.pixelColor(x, y).lightness() - ground.lightness()) > 40;
    }
    return static_cast<double>(inked) / (picture.width() * picture.height());
}

} // namespace

class TestKeptResult : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Light); }
    void cleanupTestCase() { m_theme.reset(); }
    void init()
    {
        m_page = std::make_unique<LeakPage>();
        m_page->resize(1100, 420);
        m_page->setServer(QUrl(checkedServer));
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup() { m_page.reset(); }

    void ofThePresentAddressNothingIsSaid()
    {
        m_page->showResult(examples::leaking());
        QVERIFY(!origin().isVisible());
        QVERIFY(button(QStringLiteral("Run again")));
    }

    void anotherAddressKeepsIt()
    {
        m_page->showResult(examples::leaking());
        const QString said = sentence();
        m_page->setServer(otherServer);
        QVERIFY(m_page->result());
        QCOMPARE(sentence(), said);
        QVERIFY(!plot().chart().isEmpty());
        QVERIFY(origin().isVisible());
        QCOMPARE(origin().address(), checkedServer);
        QCOMPARE(origin().accessibleDescription(), checkedServer);
        QVERIFY(shows(QStringLiteral("Measured at ") + checkedServer)); // The plot is evidence, too.
        QVERIFY(!button(QStringLiteral("Run again"))); // The next check is the other's first.
        m_page->setServer(QUrl(checkedServer));
        QVERIFY(!origin().isVisible());
        QVERIFY(!shows(QStringLiteral("Measured at")));
        QVERIFY(button(QStringLiteral("Run again")));
    }

    void itIsExportedAndCopiedAsBefore()
    {
        QSignalSpy exported(m_page.get(), &LeakPage::exportRequested);
        QSignalSpy copied(m_page.get(), &LeakPage::copyRequested);
        QSignalSpy flames(m_page.get(), &LeakPage::flameGraphRequested);
        m_page->showResult(examples::leaking());
        m_page->setServer(otherServer);
        QTest::keySequence(m_page.get(), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_M));
        QTest::keySequence(m_page.get(), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C));
        button(QStringLiteral("Flame graph"))->click();
        QCOMPARE(exported.size(), 1);
        QCOMPARE(copied.size(), 1);
        QCOMPARE(flames.size(), 1);
        QCOMPARE(m_page->result()->plan.uploads.target.endpoint.url, QUrl(checkedServer));
    }

    void aPasswordIsNotShown()
    {
        CheckResult result = examples::stable();
        result.plan.uploads.target.endpoint.url = QUrl(QStringLiteral("http://ann:secret@host/up?token=abc"));
        m_page->showResult(result);
        QVERIFY(!origin().address().isEmpty());
        QVERIFY(!origin().address().contains(QStringLiteral("secret")));
        QVERIFY(!origin().address().contains(QStringLiteral("abc")));
    }

    void aLongAddressTakesNoMoreRoom()
    {
        CheckResult result = examples::leaking();
        m_page->showResult(result);
        m_page->setServer(otherServer);
        const auto *card = m_page->findChild<FloorCard *>();
        const int needed = card->minimumSizeHint().width();
        result.plan.uploads.target.endpoint.url
            = QUrl(checkedServer + QStringLiteral("/a-long-name-without-a-space").repeated(12));
        m_page->showResult(result);
        QVERIFY(origin().address().size() > 300);
        QCOMPARE(card->minimumSizeHint().width(), needed);
        QVERIFY(m_page->findChild<VerdictCard *>()->minimumSizeHint().width() < 400);
    }

    void aCheckThatMovingOnEndedSaysWhoseItIs()
    {
        m_page->showStarted();
        m_page->setServer(otherServer);
        QVERIFY(!origin().isVisible());
        m_page->showResult(examples::interrupted(experiment::Interruption::Cancelled, 4));
        QCOMPARE(origin().address(), checkedServer);
    }

    void theNextCheckReplacesIt()
    {
        m_page->showResult(examples::leaking());
        m_page->setServer(otherServer);
        m_page->showStarted();
        QVERIFY(!m_page->result());
        QVERIFY(!origin().isVisible());
        QCOMPARE(sentence(), QStringLiteral("No verdict yet"));
    }

    void itIsClosedAndShownAgain()
    {
        m_page->showResult(examples::leaking());
        const QString said = sentence();
        m_page->setServer(otherServer);
        origin().findChild<QToolButton *>()->click();
        QCOMPARE(sentence(), QStringLiteral("Not checked yet"));
        QVERIFY(plot().chart().isEmpty());
        QVERIFY(!origin().isVisible());
        QVERIFY(!button(QStringLiteral("Export report")));
        QVERIFY(!shows(QStringLiteral("Measured at")));
        button(QStringLiteral("Show the last result"))->click();
        QCOMPARE(sentence(), said);
        QCOMPARE(origin().address(), checkedServer);
        QVERIFY(!plot().chart().isEmpty());
        QVERIFY(!button(QStringLiteral("Show the last result")));
    }

    void itsOwnAddressBringsItBack()
    {
        m_page->showResult(examples::leaking());
        const QString said = sentence();
        QTest::keySequence(m_page.get(), closeKey); // Not its business while it is the present one's.
        QCOMPARE(sentence(), said);
        m_page->setServer(otherServer);
        QTest::keySequence(m_page.get(), closeKey);
        QCOMPARE(sentence(), QStringLiteral("Not checked yet"));
        m_page->setServer(QUrl(QStringLiteral("http://third.example/")));
        QVERIFY(button(QStringLiteral("Show the last result")));
        m_page->setServer(QUrl(checkedServer));
        QCOMPARE(sentence(), said);
        QVERIFY(button(QStringLiteral("Run again")));
    }

    void theChartIsCopied_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("key") << true;
        QTest::newRow("menus") << false;
    }

    void theChartIsCopied()
    {
        QFETCH(bool, byKey);
        QAction *copy = m_page->findChild<FloorCard *>()->copyAction();
        QVERIFY(!copy->isEnabled()); // There is none yet.
        m_page->showResult(examples::leaking());
        QVERIFY(copy->isEnabled());
        QVERIFY(m_page->findChild<FloorPlot *>()->actions().contains(copy)); // Its context menu's.
        QVERIFY(button(QStringLiteral("Export report"))->menu()->actions().contains(copy));
        QGuiApplication::clipboard()->clear();
        if (byKey)
            QTest::keySequence(m_page.get(), copyKey);
        else
            copy->trigger();
        const QImage picture = QGuiApplication::clipboard()->image();
        QVERIFY(picture.width() >= plot().width() * picture.devicePixelRatio());
        QVERIFY2(inkOf(picture) > 0.005, qPrintable(QString::number(inkOf(picture))));
        m_page->showStarted();
        QVERIFY(!copy->isEnabled());
    }

    void thePictureSaysWhoseItIs()
    {
        m_page->showResult(examples::leaking());
        const PlotCaption bare{QStringLiteral("Heap"), QStringLiteral("line: fit"), {}};
        PlotCaption named = bare;
        named.origin = checkedServer;
        const QImage without = floorPicture(plot(), bare);
        const QImage with = floorPicture(plot(), named);
        QCOMPARE(with.width(), without.width());
        QVERIFY(with.height() > without.height());
    }

    void aSmallPlotMakesALargePicture()
    {
        FloorPlot small;
        small.resize(120, 90);
        small.setChart(report::floorChart(analysis::Resource::Heap, examples::leaking().rounds, {}));
        const QImage picture = floorPicture(small, {});
        QVERIFY(picture.width() > 560 && picture.height() > 320);
        QVERIFY(inkOf(picture) > 0.005);
        QCOMPARE(small.size(), QSize(120, 90));
    }

    void thePointerIsNotInThePicture()
    {
        m_page->showResult(examples::leaking());
        auto *plot = m_page->findChild<FloorPlot *>();
        const QImage before = floorPicture(*plot, {});
        plot->setFocus();
        QTest::keyClick(plot, Qt::Key_Right);
        QVERIFY(!plot->readout().isEmpty());
        QCOMPARE(floorPicture(*plot, {}), before);
    }

private:
    [[nodiscard]] QString sentence() const { return m_page->findChild<ResultCard *>()->sentence(); }
    [[nodiscard]] const FloorPlot &plot() const { return m_page->findChild<FloorCard *>()->plot(); }
    [[nodiscard]] OriginBar &origin() const { return *m_page->findChild<OriginBar *>(); }

    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (QPushButton *candidate : m_page->findChildren<QPushButton *>()) {
            if (candidate->isVisible() && candidate->text().remove(u'&') == text)
                return candidate;
        }
        return nullptr;
    }

    [[nodiscard]] bool shows(const QString &text) const
    {
        const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<LeakPage> m_page;
};

QTEST_MAIN(TestKeptResult)
#include "tst_keptresult.moc"
