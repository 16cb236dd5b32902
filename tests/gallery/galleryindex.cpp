// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/galleryindex.h"

#include <QDir>
#include <QLockFile>
#include <QSaveFile>

namespace {

const QString pageBegin = QStringLiteral(R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Tidemark: gallery</title><style>
body { font: 14px sans-serif; margin: 24px; color-scheme: light dark }
h2 { font-size: 15px; margin: 24px 0 8px }
.row { display: flex; flex-wrap: wrap; gap: 8px }
figure { margin: 0 } img { width: 300px; border: 1px solid #8888 } figcaption { font-size: 12px }
</style></head><body><h1>Every page and dialog, in every state</h1>
)");

/// "leak-stable-zh-dark-2x.png": "leak-stable", and "zh-dark-2x".
struct PictureName
{
    explicit PictureName(const QString &file)
    {
        QStringList parts = file.chopped(4).split(u'-');
        const QStringList last = parts.mid(parts.size() - 3);
        kind = last.join(u'-');
        scene = parts.mid(0, parts.size() - 3).join(u'-');
    }
    QString scene;
    QString kind;
};

} // namespace

bool writeGalleryIndex(const QString &folder)
{
    QLockFile lock(folder + QStringLiteral("/.index.lock"));
    if (!lock.lock())
        return false;
    QString html = pageBegin;
    QString scene;
    const QStringList files
        = QDir(folder).entryList({QStringLiteral("*-*-*-*x.png")}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        const PictureName name(file);
        if (name.scene != scene) {
            html += (scene.isEmpty() ? QString() : QStringLiteral("</div>\n"))
                + QStringLiteral("<h2>%1</h2><div class=\"row\">\n").arg(name.scene.toHtmlEscaped());
            scene = name.scene;
        }
        html += QStringLiteral("<figure><a href=\"%1\"><img src=\"%1\" alt=\"%2, %3\" loading=\"lazy\"></a>"
                               "<figcaption>%3</figcaption></figure>\n")
                    .arg(file.toHtmlEscaped(), name.scene.toHtmlEscaped(), name.kind);
    }
    html += QStringLiteral("</div></body></html>\n");
    QSaveFile out(folder + QStringLiteral("/index.html"));
    return out.open(QIODevice::WriteOnly) && out.write(html.toUtf8()) >= 0 && out.commit();
}
