// SPDX-License-Identifier: GPL-3.0-or-later
// rendericon PIXELS SVG PNG: draws the program's sign for desktops that want pixels. Runs when Tidemark is built.
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <cstdio>

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // there may be no display, and none is needed
    QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    const int pixels = arguments[1].toInt();
    QSvgRenderer renderer(arguments[2]);
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    if (!renderer.isValid() || image.isNull()) {
        std::fprintf(stderr, "rendericon: %s cannot be drawn\n", qUtf8Printable(arguments[2]));
        return 1;
    }
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    if (!image.save(arguments[3], "PNG")) {
        std::fprintf(stderr, "rendericon: %s cannot be written\n", qUtf8Printable(arguments[3]));
        return 1;
    }
    return 0;
}
