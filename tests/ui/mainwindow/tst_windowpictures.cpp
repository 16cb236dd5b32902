// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the window in every scene, light and dark. With TIDEMARK_PICTURES=folder the pictures are kept there, to be
// looked at; QT_SCALE_FACTOR=2 makes them as on a fine screen.
#include "tests/ui/mainwindow/windowfixture.h"
#include "tests/ui/mainwindow/windowscenes.h"
#include "ui/common/colors.h"

#include <QApplication>
#include <QDir>
#include <QPainter>

using namespace ui;

namespace {
constexpr int tallest = 840; // The size of the first start and a little.
} // namespace

class TestWindowPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draws_data()
    {
        QTest::addColumn<WindowScene>("scene");
        QTest::addColumn<ThemeMode>("mode");
        for (const WindowScene scene : allScenes()) {
            QTest::addRow("%s, light", sceneName(scene)) << scene << ThemeMode::Light;
            QTest::addRow("%s, dark", sceneName(scene)) << scene << ThemeMode::Dark;
        }
    }

    void draws()
    {
        QFETCH(WindowScene, scene);
        QFETCH(ThemeMode, mode);
        WindowFixture fixture(WindowFixture::Network::Silent, mode);
        fixture.show();
        play(scene, fixture);
        QTest::qWait(300); // The timeline draws when it has time to.
        const QImage picture = withPopup(fixture.window());
        keep(picture, scene, mode);

        const qreal scale = fixture.window().devicePixelRatioF();
        QCOMPARE(picture.size(), fixture.window().size() * scale);
        QVERIFY2(fixture.window().height() <= tallest, "a usual screen would cut it");
        const Colors &colors = mode == ThemeMode::Dark ? darkColors() : lightColors();
        const QByteArrayView name(sceneName(scene));
        const bool isOfCards = name.startsWith("leak") || name.startsWith("sweep")
            || name.startsWith("audit"); // Little ground is seen between them.
        QVERIFY(shareOf(picture, colors.background) > (isOfCards ? 0.02 : 0.1));
        QVERIFY(shareOf(picture, colors.surface) > 0.05);
        const double accent = shareOf(picture, colors.accent);
        QVERIFY2(accent > 0.0001, qPrintable(QString::number(accent)));
    }

private:
    /// A popup is a window of its own, and in no picture of another one.
    static QImage withPopup(QWidget &window)
    {
        QImage picture = window.grab().toImage();
        if (QWidget *popup = QApplication::activePopupWidget()) {
            QPainter painter(&picture);
            painter.drawPixmap(window.mapFromGlobal(popup->pos()), popup->grab());
        }
        return picture;
    }

    static void keep(const QImage &picture, WindowScene scene, ThemeMode mode)
    {
        const QString folder = qEnvironmentVariable("TIDEMARK_PICTURES");
        if (folder.isEmpty())
            return;
        QVERIFY(QDir().mkpath(folder));
        const QString name
            = QStringLiteral("%1/%2-%3-%4x.png")
                  .arg(folder, QLatin1String(sceneName(scene)),
                       mode == ThemeMode::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
                  .arg(picture.devicePixelRatio());
        QVERIFY(picture.save(name));
    }

    /// Of every 7th pixel each way.
    static double shareOf(const QImage &picture, const QColor &color)
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
};

QTEST_MAIN(TestWindowPictures)
#include "tst_windowpictures.moc"
