// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallery.h"

#include <QImage>
#include <QWidget>

#include <utility>

namespace {

/// Before the application asks for its platform.
int &withPlatform(int &argc)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    return argc;
}

} // namespace

Gallery::Gallery(int &argc, char **argv, QString name)
    : m_application(withPlatform(argc), argv)
    , m_name(std::move(name))
    , m_folder(QCoreApplication::arguments().value(1, QStringLiteral(".")))
{
    m_folder.mkpath(QStringLiteral("."));
}

Gallery::~Gallery() = default;

int Gallery::draw(const std::function<void()> &drawAll)
{
    for (const auto &[mode, name] : {std::pair(ui::ThemeMode::Light, QStringLiteral("light")),
                                     std::pair(ui::ThemeMode::Dark, QStringLiteral("dark"))}) {
        m_theme.setMode(mode);
        m_themeName = name;
        drawAll();
    }
    return m_isWhole ? 0 : 1;
}

void Gallery::save(QWidget &widget, const QString &picture)
{
    for (int round = 0; round < 5; ++round) // a layout may ask for another
        QCoreApplication::sendPostedEvents();
    save(widget.grab().toImage(), picture);
}

void Gallery::save(const QImage &image, const QString &picture)
{
    QStringList parts{m_name, picture, m_themeName};
    parts.removeAll(QString());
    const QString file = m_folder.filePath(
        QStringLiteral("%1@%2x.png")
            .arg(parts.join(QLatin1Char('-')), QString::number(image.devicePixelRatio())));
    if (!image.save(file)) {
        qWarning("cannot save %s", qPrintable(file));
        m_isWhole = false;
    }
}
