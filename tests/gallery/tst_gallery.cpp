// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the window and its dialogs in every scene, light and dark, into $TIDEMARK_PICTURES, and fails on what a program can
// see: a warning of Qt's, text that is clipped, a control that nobody can name, colours that are not the theme's.
//   tst_gallery [--language en|zh] [Qt Test's arguments]      QT_SCALE_FACTOR=2: as on a fine screen
#include "tests/gallery/accesschecks.h"
#include "tests/gallery/cutchecks.h"
#include "tests/gallery/galleryindex.h"
#include "tests/ui/mainwindow/windowfixture.h"
#include "tests/ui/mainwindow/windowscenes.h"
#include "tests/ui/taborder.h"
#include "ui/common/colors.h"
#include "ui/common/language.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QMutex>
#include <QPainter>

using namespace ui;

namespace {

constexpr QSize smallest(1024, 640);
constexpr int tallest = 840; // The size of the first start and a little.

ui::Language language = ui::Language::English;

/// What Qt or our own code complains of, from any thread.
class Complaints final
{
public:
    Complaints() { qInstallMessageHandler(take); }
    ~Complaints() { qInstallMessageHandler(nullptr); }

    static QStringList taken()
    {
        const QMutexLocker locker(&s_mutex);
        return std::exchange(s_texts, {});
    }

private:
    static void take(QtMsgType type, const QMessageLogContext &, const QString &text)
    {
        // What a platform without a screen cannot do is nobody's fault.
        if (text.startsWith(QStringLiteral("This plugin does not support")))
            return;
        const QMutexLocker locker(&s_mutex);
        if (type != QtDebugMsg && type != QtInfoMsg)
            s_texts.append(text);
        std::fprintf(stderr, "%s\n", qPrintable(text));
    }

    static inline QMutex s_mutex;
    static inline QStringList s_texts;
};

QString joined(const char *what, const QStringList &found)
{
    return QString::fromLatin1(what) + QStringLiteral(":\n  ") + found.join(QStringLiteral("\n  "));
}

/// Cards stand side by side, two on the start page and three on the pages that measure: from the foot of one to the head of
/// the next. In the details, from the last text, that is scrolled to, to the buttons below all of them; in the notice, from
/// its buttons to what closes it.
int jumpsBackOf(WindowScene scene)
{
    const QByteArrayView name(sceneName(scene));
    if (name.startsWith("leak") || name.startsWith("sweep") || name.startsWith("audit"))
        return 4;
    if (name.startsWith("details") || name.startsWith("distrusted") || scene == WindowScene::Start)
        return 3;
    return 2; // where the circle closes, and from the foot of the side bar to the head of the page
}

/// The dialog that is open, or the window itself.
QWidget &shownWindow(WindowFixture &fixture)
{
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (top->isVisible() && qobject_cast<QDialog *>(top))
            return *top;
    }
    return fixture.window();
}

/// A popup is a window of its own, and in no picture of another one.
QImage withPopup(QWidget &window)
{
    QImage picture = window.grab().toImage();
    if (QWidget *popup = QApplication::activePopupWidget()) {
        QPainter painter(&picture);
        painter.drawPixmap(window.mapFromGlobal(popup->pos()), popup->grab());
    }
    return picture;
}

/// Of every 7th pixel each way.
double shareOf(const QImage &picture, const QColor &color)
{
    int seen = 0;
    int hits = 0;
    for (int y = 0; y < picture.height(); y += 7) {
        for (int x = 0; x < picture.width(); x += 7) {
            ++seen;
            hits += picture.pixelColor(x, y) == color;
        }
    }
    return static_cast<double>(hits) / seen;
}

} // namespace

class TestGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_translation.emplace(*qApp, language);
        m_folder = qEnvironmentVariable("TIDEMARK_PICTURES");
        QVERIFY(m_folder.isEmpty() || QDir().mkpath(m_folder));
    }

    void cleanupTestCase()
    {
        if (!m_folder.isEmpty())
            QVERIFY(writeGalleryIndex(m_folder));
    }

    void looks_data() { addScenes(); }

    void looks()
    {
        QFETCH(WindowScene, scene);
        const Complaints complaints;
        WindowFixture fixture(WindowFixture::Network::Silent);
        fixture.show();
        play(scene, fixture);
        QWidget &window = shownWindow(fixture);
        QList<ThemeMode> modes{ThemeMode::Light};
        if (!m_folder.isEmpty()) // for who looks at them
            modes.append(ThemeMode::Dark);
        for (const ThemeMode mode : modes) {
            fixture.theme().setMode(mode);
            QTest::qWait(300); // The timeline draws when it has time to.
            const QImage picture = withPopup(window);
            keep(picture, scene, mode == ThemeMode::Dark ? "dark" : "light");
            checkPicture(picture, window, mode, &window == &fixture.window());
        }
        fixture.theme().setMode(ThemeMode::Light);
        checkTexts(window);
        checkKeys(window, scene);
        if (&window == &fixture.window())
            checkSizes(window, scene);
        const QStringList said = Complaints::taken();
        QVERIFY2(said.isEmpty(), qPrintable(joined("complaints", said)));
    }

    void isWholeInLargerText_data() { addScenes(); }

    /// At 150 %.
    void isWholeInLargerText()
    {
        QFETCH(WindowScene, scene);
        const QFont usual = QApplication::font();
        WindowFixture fixture(WindowFixture::Network::Silent);
        QFont font = QApplication::font();
        font.setPointSizeF(font.pointSizeF() * 1.5);
        QApplication::setFont(font);
        fixture.show({1440, 900});
        play(scene, fixture);
        checkTexts(shownWindow(fixture));
        QApplication::setFont(usual);
    }

private:
    static void addScenes()
    {
        QTest::addColumn<WindowScene>("scene");
        for (const WindowScene scene : allScenes())
            QTest::addRow("%s", sceneName(scene)) << scene;
    }

    static void checkPicture(const QImage &picture, const QWidget &window, ThemeMode mode, bool isWhole)
    {
        QCOMPARE(picture.size(), window.size() * window.devicePixelRatioF());
        QVERIFY2(window.height() <= tallest, "a usual screen would cut it");
        const Colors &colors = mode == ThemeMode::Dark ? darkColors() : lightColors();
        const double ground = shareOf(picture, colors.background);
        QVERIFY2(ground > 0.01, qPrintable(QString::number(ground)));
        QVERIFY(!isWhole || shareOf(picture, colors.surface) > 0.05);
    }

    static void checkTexts(const QWidget &window)
    {
        // What a text just said is laid out with the next turn of the event loop.
        QStringList clipped;
        const bool isWhole = QTest::qWaitFor([&] {
            clipped = accesschecks::clipped(window);
            return clipped.isEmpty();
        });
        QVERIFY2(isWhole, qPrintable(joined("clipped", clipped)));
    }

    /// From the smallest screen that is promised to a 4K one.
    void checkSizes(QWidget &window, WindowScene scene) const
    {
        if (!m_folder.isEmpty())
            keepSmallest(window, scene);
        window.setUpdatesEnabled(false); // what is laid out matters, and painting it takes long
        for (const QSize size : {smallest, QSize(3840, 2160)}) {
            window.resize(size);
            QCOMPARE(window.size(), size);
            checkTexts(window);
            checkNothingIsCut(window);
        }
    }

    static void checkNothingIsCut(const QWidget &window)
    {
        QStringList cut;
        const bool isWhole = QTest::qWaitFor([&] {
            cut = accesschecks::cutOff(window);
            return cut.isEmpty();
        });
        QVERIFY2(isWhole, qPrintable(joined("cut off", cut)));
    }

    void keepSmallest(QWidget &window, WindowScene scene) const
    {
        const QSize usual = window.size();
        window.resize(smallest);
        QTest::qWait(300); // As above.
        keep(withPopup(window), scene, "small");
        window.resize(usual);
    }

    static void checkKeys(QWidget &window, WindowScene scene)
    {
        const QStringList unnamed = accesschecks::unnamed(window);
        QVERIFY2(unnamed.isEmpty(), qPrintable(joined("without a name", unnamed)));
        const QStringList tipless = accesschecks::withoutTip(window);
        QVERIFY2(tipless.isEmpty(), qPrintable(joined("without a tool tip", tipless)));
        const QStringList shared = accesschecks::sharedMnemonics(window);
        QVERIFY2(shared.isEmpty(), qPrintable(joined("the same letter twice", shared)));
        if (language != ui::Language::English || window.devicePixelRatioF() > 1)
            return; // what follows is slow, and the same in any language
        QVERIFY(taborder::stops(window).size() >= 2);
        const QStringList jumps = accesschecks::tabJumps(window, jumpsBackOf(scene));
        QVERIFY2(jumps.isEmpty(), qPrintable(joined("Tab jumps back too often", jumps)));
        const QStringList unseen = taborder::unseen(window);
        QVERIFY2(unseen.isEmpty(), qPrintable(joined("look the same with the focus", unseen)));
    }

    void keep(const QImage &picture, WindowScene scene, const char *kind) const
    {
        if (m_folder.isEmpty())
            return;
        const QString name
            = QStringLiteral("%1/%2-%3-%4-%5x.png")
                  .arg(m_folder, QLatin1String(sceneName(scene)), languageCode(language), QLatin1String(kind))
                  .arg(picture.devicePixelRatio());
        QVERIFY(picture.save(name));
    }

    std::optional<ui::Translation> m_translation;
    QString m_folder;
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    if (const qsizetype at = arguments.indexOf(QStringLiteral("--language")); at > 0) {
        language = ui::languageOf(arguments.value(at + 1)).value_or(ui::Language::English);
        arguments.remove(at, 2);
    }
    TestGallery test;
    return QTest::qExec(&test, arguments);
}
#include "tst_gallery.moc"
