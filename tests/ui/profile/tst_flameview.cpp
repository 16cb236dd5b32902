// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pprof/profilekit.h"
#include "ui/common/colors.h"
#include "ui/common/theme.h"
#include "ui/profile/flamecolors.h"
#include "ui/profile/flameview.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QSignalSpy>

using namespace ui;

class TestFlameView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Light); }
    void init();
    void cleanup() { m_view.reset(); }
    void startsAtTheRoot();
    void startsAtTheGuiltyFrame();
    void framesLieWhereTheyAreHit();
    void walksByKeys();
    void zoomsByKeys();
    void zoomsByMouse();
    void doubleClickZoomsOut();
    void clickOnACallerZoomsOutToIt();
    void escapeIsLeftToOthersWhenNothingIsZoomed();
    void walkingOutOfAZoomZoomsOut();
    void showsARow();
    void copiesTheStack();
    void isReadAloud();
    void searchLeavesMatchesInColour();
    void differenceColoursAreOnTheScreen();
    void scrollsToTheCurrentFrame();
    void hugeProfileStaysFluid();
    void pictureHasAllLevels();
    void nothingToShow();

private:
    [[nodiscard]] qint32 node(const char *function) const { return kit::nodeOf(*m_content, function); }
    [[nodiscard]] QString current() const
    {
        const qint32 at = m_view->currentNode();
        return at == 0
            ? QStringLiteral("all")
            : m_content->profile->functionName(m_content->flame.nodes[static_cast<size_t>(at)].function);
    }
    void press(Qt::Key key) { QTest::keyClick(m_view.get(), key); }
    void click(const char *function)
    {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {},
                          m_view->frameRect(node(function)).center().toPoint());
    }
    void show(const pprof::SharedContent &content)
    {
        m_content = content;
        m_view->setContent(content);
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FlameView> m_view;
    pprof::SharedContent m_content;
};

void TestFlameView::init()
{
    m_view = std::make_unique<FlameView>();
    m_view->resize(1000, 300);
    show(kit::server());
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->setFocus();
}

void TestFlameView::startsAtTheRoot()
{
    QCOMPARE(m_view->currentNode(), 0);
    QCOMPARE(m_view->zoomedNode(), 0);
}

void TestFlameView::startsAtTheGuiltyFrame()
{
    show(kit::content({kit::decoded(kit::recorded("specimen.after.pb.gz")),
                       kit::decoded(kit::recorded("specimen.before.pb.gz")), QStringLiteral("inuse_space"),
                       30}));
    QCOMPARE(current(), QStringLiteral("main.readAll"));
    QCOMPARE(m_view->zoomedNode(), 0);
}

void TestFlameView::framesLieWhereTheyAreHit()
{
    for (qint32 i = 0; i < static_cast<qint32>(m_content->flame.nodes.size()); ++i) {
        const QRectF rect = m_view->frameRect(i);
        QVERIFY(!rect.isEmpty());
        QCOMPARE(m_view->nodeAt(rect.center()), i);
    }
    const QRectF readAll = m_view->frameRect(node("main.readAll"));
    QVERIFY(qAbs(readAll.width() - 0.6 * m_view->viewport()->width()) < 1);
    QCOMPARE(m_view->nodeAt({-3, 10}), -1);
    QCOMPARE(m_view->nodeAt({10, 5'000}), -1);
}

void TestFlameView::walksByKeys()
{
    QSignalSpy told(m_view.get(), &FlameView::currentNodeChanged);
    const QList<std::pair<Qt::Key, QString>> walk{
        {Qt::Key_Up, QStringLiteral("all")}, // there is nothing above
        {Qt::Key_Down, QStringLiteral("root")},
        {Qt::Key_Down, QStringLiteral("http.serve")},
        {Qt::Key_Right, QStringLiteral("http.accept")},
        {Qt::Key_Right, QStringLiteral("http.accept")},
        {Qt::Key_Down, QStringLiteral("http.accept")},
        {Qt::Key_Left, QStringLiteral("http.serve")},
        {Qt::Key_Down, QStringLiteral("main.readAll")},
        {Qt::Key_Right, QStringLiteral("main.cache")},
        {Qt::Key_Right, QStringLiteral("main.walk")},
        {Qt::Key_Up, QStringLiteral("http.serve")},
        {Qt::Key_Home, QStringLiteral("all")},
    };
    for (const auto &[key, where] : walk) {
        press(key);
        QCOMPARE(current(), where);
    }
    QCOMPARE(told.count(), 9);
}

void TestFlameView::zoomsByKeys()
{
    m_view->setCurrentNode(node("main.cache"));
    press(Qt::Key_Return);
    QCOMPARE(m_view->zoomedNode(), node("main.cache"));
    QVERIFY(qAbs(m_view->frameRect(node("main.cache")).width() - m_view->viewport()->width()) < 1);
    QVERIFY(m_view->frameRect(node("main.readAll")).isEmpty());
    press(Qt::Key_Backspace);
    QCOMPARE(m_view->zoomedNode(), 0);
    QCOMPARE(current(), QStringLiteral("main.cache"));
    press(Qt::Key_Enter);
    press(Qt::Key_Escape);
    QCOMPARE(m_view->zoomedNode(), 0);
    press(Qt::Key_Enter);
    press(Qt::Key_Home);
    QCOMPARE(m_view->zoomedNode(), 0);
    QCOMPARE(m_view->currentNode(), 0);
}

void TestFlameView::zoomsByMouse()
{
    click("http.serve");
    QCOMPARE(m_view->zoomedNode(), node("http.serve"));
    click("main.cache");
    QCOMPARE(m_view->zoomedNode(), node("main.cache"));
    press(Qt::Key_Escape); // back the way one came
    QCOMPARE(m_view->zoomedNode(), node("http.serve"));
    press(Qt::Key_Escape);
    QCOMPARE(m_view->zoomedNode(), 0);
}

void TestFlameView::doubleClickZoomsOut()
{
    const auto doubleClick = [this](const char *name) {
        const QPoint at = m_view->frameRect(node(name)).center().toPoint();
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, at);
    };
    click("http.serve");
    click("main.readAll");
    doubleClick("io.ReadAll");
    QCOMPARE(m_view->zoomedNode(), node("http.serve"));
    doubleClick("main.cache");
    QCOMPARE(m_view->zoomedNode(), 0);
    click("main.cache");
    QCOMPARE(m_view->zoomedNode(), node("main.cache"));
}

void TestFlameView::clickOnACallerZoomsOutToIt()
{
    click("http.serve");
    click("main.readAll");
    click("io.ReadAll");
    click("http.serve");
    QCOMPARE(m_view->zoomedNode(), node("http.serve"));
    press(Qt::Key_Backspace);
    QCOMPARE(m_view->zoomedNode(), 0);
}

void TestFlameView::escapeIsLeftToOthersWhenNothingIsZoomed()
{
    QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QCoreApplication::sendEvent(m_view.get(), &escape);
    QVERIFY(!escape.isAccepted());
    m_view->zoomTo(node("main.cache"));
    QKeyEvent again(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QCoreApplication::sendEvent(m_view.get(), &again);
    QVERIFY(again.isAccepted());
}

void TestFlameView::walkingOutOfAZoomZoomsOut()
{
    m_view->zoomTo(node("main.readAll"));
    press(Qt::Key_Right);
    QCOMPARE(current(), QStringLiteral("main.cache"));
    QVERIFY(!m_view->frameRect(m_view->currentNode()).isEmpty());
}

void TestFlameView::showsARow()
{
    m_view->zoomTo(node("main.readAll"));
    m_view->showRow(kit::rowOf(*m_content, "main.walk"));
    QCOMPARE(current(), QStringLiteral("main.walk"));
    QVERIFY(!m_view->frameRect(m_view->currentNode()).isEmpty());
    m_view->showRow(-1); // nothing is chosen any more
    QCOMPARE(current(), QStringLiteral("main.walk"));
}

void TestFlameView::copiesTheStack()
{
    m_view->setCurrentNode(node("main.cache"));
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("main.cache (/src/app/cache.go:9)\nhttp.serve\nroot"));
    m_view->setCurrentNode(0);
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QLatin1StringView("main.cache")));
}

void TestFlameView::isReadAloud()
{
    QAccessible::setActive(true);
    m_view->setCurrentNode(node("main.readAll"));
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(interface);
    QCOMPARE(interface->text(QAccessible::Name), QStringLiteral("Flame graph: main.readAll"));
    const QString description = interface->text(QAccessible::Description);
    QVERIFY2(description.contains(QLatin1StringView("600 B with callees")), qPrintable(description));
    QVERIFY2(description.contains(QLatin1StringView("/src/app/read.go:31")), qPrintable(description));
    QVERIFY(m_view->focusPolicy() & Qt::TabFocus);
}

/// The ground of a frame, beside its text.
static QColor groundOf(FlameView &view, qint32 node)
{
    const QRectF rect = view.frameRect(node);
    const QImage image = view.viewport()->grab().toImage();
    return image.pixelColor(
        (QPointF(rect.center().x(), rect.bottom() - 4) * image.devicePixelRatio()).toPoint());
}

void TestFlameView::searchLeavesMatchesInColour()
{
    const Colors &colors = lightColors();
    const QColor own = originColor(colors, pprof::Origin::Main);
    QCOMPARE(groundOf(*m_view, node("main.cache")), own);
    m_view->setSearch(pprof::searchIn(*m_content, QStringLiteral("cache")));
    QCOMPARE(groundOf(*m_view, node("main.cache")), own);
    QCOMPARE(groundOf(*m_view, node("main.readAll")), steppedBack(colors, own));
    m_view->setSearch({});
    QCOMPARE(groundOf(*m_view, node("main.readAll")), own);
}

void TestFlameView::differenceColoursAreOnTheScreen()
{
    support::ProfileWriter before = kit::spaceWriter();
    before.add("main.gone", {300});
    support::ProfileWriter after = kit::spaceWriter();
    after.add("main.new", {700});
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
        m_theme->setMode(mode);
        show(kit::change(before, after));
        const Colors &colors = m_theme->colors();
        QCOMPARE(groundOf(*m_view, node("main.new")), differenceColor(colors, 1, Emphasis::Strong));
        QCOMPARE(groundOf(*m_view, node("main.gone")), differenceColor(colors, -1, Emphasis::Faint));
        QCOMPARE(groundOf(*m_view, 0), neutralColor(colors));
    }
    m_theme->setMode(ThemeMode::Light);
}

void TestFlameView::scrollsToTheCurrentFrame()
{
    support::ProfileWriter writer = kit::spaceWriter();
    std::string stack = "leaf";
    for (int i = 0; i < 60; ++i)
        stack += " <- f" + std::to_string(i);
    writer.add(stack, {10});
    show(kit::plain(writer));
    QVERIFY(m_view->verticalScrollBar()->maximum() > 1000);
    m_view->setCurrentNode(node("leaf"));
    QVERIFY(m_view->viewport()->rect().contains(m_view->frameRect(node("leaf")).toRect()));
    press(Qt::Key_Home);
    QVERIFY(m_view->viewport()->rect().contains(m_view->frameRect(0).toRect()));
}

void TestFlameView::hugeProfileStaysFluid()
{
    support::ProfileWriter writer = kit::spaceWriter();
    for (int i = 0; i < 40'000; ++i) {
        writer.add("e <- d <- c <- b" + std::to_string(i % 80) + " <- a" + std::to_string(i / 80),
                   {1 + i % 97});
    }
    const pprof::SharedContent content = kit::plain(writer);
    QVERIFY(content->flame.nodes.size() > 150'000);
    show(content);
    m_view->viewport()->grab(); // fonts are loaded
    QElapsedTimer timer;
    timer.start();
    constexpr int pictures = 5;
    for (int i = 0; i < pictures; ++i)
        m_view->viewport()->grab();
    // A hundred times the usual, so that only an algorithm that looks at every frame fails here.
    QVERIFY2(timer.elapsed() < pictures * 400, qPrintable(QString::number(timer.elapsed())));
    qInfo("%lld us for one picture of %zu frames", timer.nsecsElapsed() / 1000 / pictures,
          content->flame.nodes.size());
    const qint32 deep = node("e");
    m_view->zoomTo(deep);
    QVERIFY(qAbs(m_view->frameRect(deep).width() - m_view->viewport()->width()) < 1);
    QCOMPARE(m_view->nodeAt(m_view->frameRect(deep).center()), deep);
}

void TestFlameView::pictureHasAllLevels()
{
    m_view->resize(1000, 60);
    const QImage picture = m_view->picture();
    QVERIFY(picture.height() / picture.devicePixelRatio() > 5 * 20);
    QCOMPARE(picture.width() / picture.devicePixelRatio(), qreal(m_view->viewport()->width()));
}

void TestFlameView::nothingToShow()
{
    support::ProfileWriter writer = kit::spaceWriter();
    writer.add("main.a", {0});
    show(kit::plain(writer));
    QCOMPARE(m_content->flame.nodes.size(), size_t(1));
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Right, Qt::Key_Return, Qt::Key_Backspace, Qt::Key_Up})
        press(key);
    QCOMPARE(m_view->currentNode(), 0);
    FlameView without; // Before the first content.
    QTest::keyClick(&without, Qt::Key_Down);
    QVERIFY(without.picture().isNull());
    QCOMPARE(without.nodeAt({5, 5}), -1);
}

QTEST_MAIN(TestFlameView)
#include "tst_flameview.moc"
