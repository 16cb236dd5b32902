// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/samplefiles.h"

#include "core/base/background.h"
#include "core/base/result.h"

#include <QFile>

#include <random>

namespace ui {

using Paths = base::Result<QStringList>;

namespace {

Paths writeFiles(const QTemporaryDir &folder)
{
    std::mt19937_64 random; // Always the same files; incompressible, so that no proxy makes them smaller.
    QByteArray content(SampleFiles::bytesEach, Qt::Uninitialized);
    QStringList paths;
    for (int i = 1; i <= SampleFiles::count; ++i) {
        for (qsizetype at = 0; at < content.size(); at += qsizetype(sizeof(quint64))) {
            const quint64 word = random();
            memcpy(content.data() + at, &word, sizeof word);
        }
        QFile file(folder.filePath(QStringLiteral("sample-%1.bin").arg(i, 2, 10, QLatin1Char('0'))));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.flush())
            return base::Error{base::ErrorKind::WriteFailed, file.errorString(), 0, {}};
        paths.append(file.fileName());
    }
    return paths;
}

} // namespace

SampleFiles::SampleFiles(QObject *parent)
    : QObject(parent)
{
}

SampleFiles::~SampleFiles() = default;

void SampleFiles::make()
{
    if (m_isBusy)
        return;
    m_isBusy = true;
    if (!m_folder)
        m_folder = std::make_shared<QTemporaryDir>();
    base::inBackground(
        *this,
        [folder = m_folder] {
            return folder->isValid()
                ? writeFiles(*folder)
                : Paths(base::Error{base::ErrorKind::WriteFailed, folder->errorString(), 0, {}});
        },
        [this](const Paths &paths) {
            m_isBusy = false;
            if (paths)
                Q_EMIT made(*paths);
            else
                Q_EMIT failed(paths.error());
        });
}

} // namespace ui
