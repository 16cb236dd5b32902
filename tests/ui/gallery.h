// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QApplication>
#include <QDir>

#include <functional>

class QWidget;

/// The frame of a program that draws widgets for a person to judge: NAME_gallery [FOLDER]. Offscreen unless the
/// environment names another platform; with QT_SCALE_FACTOR=2 as on a fine screen.
///
///     Gallery gallery(argc, argv, "leak");
///     return gallery.draw([&] {
///         LeakPage page;
///         …
///         gallery.save(page, "stable");   // leak-stable-light@1x.png, leak-stable-dark@1x.png
///     });
class Gallery final
{
    Q_DISABLE_COPY_MOVE(Gallery)

public:
    Gallery(int &argc, char **argv, QString name);
    ~Gallery();

    /// Calls it in the light and in the dark theme. Returns what main() is to: 1 if a picture could not be saved.
    [[nodiscard]] int draw(const std::function<void()> &drawAll);
    /// As it stands. `picture` tells it from the gallery's others and may be empty.
    void save(QWidget &widget, const QString &picture);
    void save(const QImage &image, const QString &picture);
    [[nodiscard]] const QDir &folder() const { return m_folder; }

private:
    QApplication m_application;
    const QString m_name;
    const QDir m_folder;
    ui::Theme m_theme{m_application, ui::ThemeMode::Light};
    QString m_themeName;
    bool m_isWhole = true;
};
