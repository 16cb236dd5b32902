// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QSignalSpy>
#include <QStyle>
#include <QStyleFactory>
#include <QTest>

using ui::Colors;
using ui::Theme;
using ui::ThemeMode;

class TestTheme final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastOfKnownPairs();
    void textPairsAreReadable_data();
    void textPairsAreReadable();
    void seriesBecomeReadableText_data();
    void seriesBecomeReadableText();
    void linesStandOutFromTheSurface_data();
    void linesStandOutFromTheSurface();
    void modeDecides_data();
    void modeDecides();
    void switchingRepaints();
    void styleSheetIsComplete();
    void fontsAreNeverBelowNinePoints();
    void everyIconIsDrawn_data();
    void everyIconIsDrawn();
    void iconsFollowTheTheme();
    void iconsAreSharpAtEveryScale_data();
    void iconsAreSharpAtEveryScale();
    void programIconIsClearWhenSmall();
    void unknownIconIsNull();
};

static void bothThemes()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

static const Colors &fetched()
{
    QFETCH(bool, dark);
    return dark ? ui::darkColors() : ui::lightColors();
}

void TestTheme::contrastOfKnownPairs()
{
    QVERIFY(qAbs(ui::contrastRatio(Qt::black, Qt::white) - 21.0) < 0.01);
    QVERIFY(qAbs(ui::contrastRatio(Qt::white, Qt::white) - 1.0) < 0.01);
    // #767676 is the lightest grey that passes on white.
    QVERIFY(ui::contrastRatio(QColor(0x767676), Qt::white) >= 4.5);
    QVERIFY(ui::contrastRatio(QColor(0x777777), Qt::white) < 4.5);
}

void TestTheme::textPairsAreReadable_data()
{
    bothThemes();
}

void TestTheme::textPairsAreReadable()
{
    const Colors &c = fetched();
    const QPalette p = Theme::paletteFor(c);
    struct Pair
    {
        const char *name;
        QColor text;
        QColor ground;
    };
    const Pair pairs[]{
        {"text on background", c.text, c.background},
        {"text on surface", c.text, c.surface},
        {"text on a selected row", c.text, c.accentSoft},
        {"text in a bad banner", c.text, c.badSoft},
        {"text in a good banner", c.text, c.goodSoft},
        {"dim on background", c.dim, c.background},
        {"dim on surface", c.dim, c.surface},
        {"dim in a pill", c.dim, c.grid},
        {"dim on a selected row", c.dim, c.accentSoft},
        {"accent on surface", c.accent, c.surface},
        {"accent on background", c.accent, c.background},
        {"accent in a pill", c.accent, c.accentSoft},
        {"on accent", c.onAccent, c.accent},
        {"bad on surface", c.bad, c.surface},
        {"bad on background", c.bad, c.background},
        {"bad in a pill", c.bad, c.badSoft},
        {"good on surface", c.good, c.surface},
        {"good in a pill", c.good, c.goodSoft},
        {"warn on surface", c.warn, c.surface},
        {"warn in a pill", c.warn, c.warnSoft},
        {"tool tip", p.color(QPalette::ToolTipText), p.color(QPalette::ToolTipBase)},
        {"placeholder", p.color(QPalette::PlaceholderText), c.background},
        {"selected text", p.color(QPalette::HighlightedText), p.color(QPalette::Highlight)},
        {"link", p.color(QPalette::Link), p.color(QPalette::Window)},
    };
    for (const Pair &pair : pairs) {
        const double ratio = ui::contrastRatio(pair.text, pair.ground);
        QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(pair.name)).arg(ratio)));
    }
}

void TestTheme::seriesBecomeReadableText_data()
{
    bothThemes();
}

void TestTheme::seriesBecomeReadableText()
{
    const Colors &c = fetched();
    for (const QColor &series :
         {c.heap, c.rss, c.heapGoal, c.goroutines, c.threads, c.descriptors, c.rate, c.inFlight}) {
        const QColor text = ui::readable(series, c.surface);
        QVERIFY2(ui::contrastRatio(text, c.surface) >= 4.5, qPrintable(series.name()));
        QVERIFY2(qAbs(text.hslHue() - series.hslHue()) <= 6, "the hue is what links a label with its line");
    }
    QCOMPARE(ui::readable(c.text, c.surface), c.text); // nothing is changed without need
}

void TestTheme::linesStandOutFromTheSurface_data()
{
    bothThemes();
}

void TestTheme::linesStandOutFromTheSurface()
{
    // WCAG 2.1, 1.4.11 asks 3 : 1 of graphics; Okabe-Ito's orange on white is the one that cannot, and so is
    // labelled.
    const Colors &c = fetched();
    for (const QColor &series : {c.heap, c.heapGoal, c.goroutines, c.threads, c.descriptors, c.rate})
        QVERIFY2(ui::contrastRatio(series, c.surface) >= 3.0, qPrintable(series.name()));
    QVERIFY(ui::contrastRatio(c.rss, c.surface) >= 2.5);
}

void TestTheme::modeDecides_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("systemDark");
    QTest::addColumn<bool>("expectedDark");
    QTest::newRow("system, light") << int(ThemeMode::System) << false << false;
    QTest::newRow("system, dark") << int(ThemeMode::System) << true << true;
    QTest::newRow("light on a dark system") << int(ThemeMode::Light) << true << false;
    QTest::newRow("dark on a light system") << int(ThemeMode::Dark) << false << true;
}

void TestTheme::modeDecides()
{
    QFETCH(int, mode);
    QFETCH(bool, systemDark);
    QFETCH(bool, expectedDark);
    QApplication::setPalette(QPalette(QColor(systemDark ? 0x202020 : 0xf0f0f0)));
    const Theme theme(*qApp, static_cast<ThemeMode>(mode));
    QCOMPARE(theme.colors().isDark, expectedDark);
    QCOMPARE(QApplication::palette().color(QPalette::Window), theme.colors().background);
    QCOMPARE(ui::colorsFor(QApplication::palette()).isDark, expectedDark);
}

void TestTheme::switchingRepaints()
{
    Theme theme(*qApp, ThemeMode::Light);
    QWidget window;
    QWidget hiddenPage(&window);
    hiddenPage.hide();
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setMode(ThemeMode::Light);
    QCOMPARE(changed.size(), 0);
    theme.setMode(ThemeMode::Dark);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(window.palette().color(QPalette::Window), ui::darkColors().background);
    QCOMPARE(hiddenPage.palette().color(QPalette::Window), ui::darkColors().background);
    QCOMPARE(window.grab().toImage().pixelColor(5, 5), ui::darkColors().background);
}

void TestTheme::styleSheetIsComplete()
{
    const Theme theme(*qApp, ThemeMode::Dark);
    QVERIFY(!qApp->styleSheet().isEmpty());
    QString rules = qApp->styleSheet();
    rules.remove(0, rules.indexOf(QLatin1String("*/")));
    QVERIFY2(!rules.contains(QLatin1Char('@')), "a colour's name was not replaced");
}

void TestTheme::fontsAreNeverBelowNinePoints()
{
    const Theme theme(*qApp, ThemeMode::Light);
    const QFont base = QApplication::font();
    QCOMPARE(base.pointSize(), 10);
    for (const QFont &font : {ui::smallFont(base), ui::smallStrongFont(base), ui::strongFont(base),
                              ui::valueFont(base), ui::headlineFont(base)}) {
        QVERIFY(font.pointSize() >= 9);
        QCOMPARE(font.families(), base.families());
    }
}

static QStringList iconNames()
{
    return QDir(QStringLiteral(":/icons")).entryList().replaceInStrings(QStringLiteral(".svg"), QString());
}

void TestTheme::everyIconIsDrawn_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : iconNames())
        QTest::newRow(qPrintable(name)) << name;
}

static int inkedPixels(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += qAlpha(image.pixel(x, y)) > 128;
    }
    return count;
}

void TestTheme::everyIconIsDrawn()
{
    QFETCH(QString, name);
    const QByteArray latin = name.toLatin1();
    const QIcon icon = ui::icon(QLatin1StringView(latin));
    QVERIFY(!icon.isNull());
    const QImage image = icon.pixmap(QSize(32, 32)).toImage();
    QCOMPARE(image.size(), QSize(32, 32));
    QVERIFY(inkedPixels(image) > 15);
    // Nothing may be cut at the edges.
    for (int i = 0; i < 32; ++i) {
        QVERIFY(qAlpha(image.pixel(i, 0)) < 64 && qAlpha(image.pixel(i, 31)) < 64);
        QVERIFY(qAlpha(image.pixel(0, i)) < 64 && qAlpha(image.pixel(31, i)) < 64);
    }
}

void TestTheme::iconsFollowTheTheme()
{
    Theme theme(*qApp, ThemeMode::Light);
    const QIcon icon = ui::icon(QLatin1StringView("live"), ui::Tone::Good);
    const auto middle
        = [&icon](QIcon::Mode mode) { return icon.pixmap(QSize(16, 16), mode).toImage().pixelColor(8, 8); };
    QCOMPARE(middle(QIcon::Normal), ui::lightColors().good);
    QVERIFY(middle(QIcon::Disabled) != ui::lightColors().good);
    theme.setMode(ThemeMode::Dark);
    QCOMPARE(middle(QIcon::Normal), ui::darkColors().good);
}

void TestTheme::iconsAreSharpAtEveryScale_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<int>("pixels");
    QTest::newRow("100 %") << 1.0 << 16;
    QTest::newRow("150 %") << 1.5 << 24;
    QTest::newRow("200 %") << 2.0 << 32;
}

void TestTheme::iconsAreSharpAtEveryScale()
{
    QFETCH(double, scale);
    QFETCH(int, pixels);
    const QPixmap pixmap = ui::icon(QLatin1StringView("flag")).pixmap(QSize(16, 16), scale);
    QCOMPARE(pixmap.size(), QSize(pixels, pixels));
    QCOMPARE(pixmap.devicePixelRatio(), scale);
}

void TestTheme::programIconIsClearWhenSmall()
{
    // The mark, which is what tells the sign from others at 16 pixels, is not blurred by the sea around it.
    const QColor mark(0xff, 0xc2, 0x4b);
    QCOMPARE(ui::programIcon().pixmap(QSize(16, 16)).toImage().pixelColor(8, 4), mark);
    QCOMPARE(ui::programIcon().pixmap(QSize(16, 16)).toImage().pixelColor(8, 5), mark);
    QCOMPARE(ui::programIcon().pixmap(QSize(128, 128)).toImage().pixelColor(64, 38), mark);
}

void TestTheme::unknownIconIsNull()
{
    QVERIFY(ui::icon(QLatin1StringView("no-such-icon")).isNull());
    QVERIFY(!ui::programIcon().isNull());
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
