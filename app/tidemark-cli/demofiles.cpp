// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/demofiles.h"

#include <QDir>
#include <QTimer>

namespace cli {

namespace {
constexpr qint64 blockSize = 1024 * 1024;
} // namespace

DemoFiles::DemoFiles(int count, qint64 size)
    : m_folder(QDir::tempPath() + QStringLiteral("/tidemark-demo-XXXXXX"))
    , m_count(count)
    , m_size(size)
{
}

void DemoFiles::start()
{
    QMetaObject::invokeMethod(this, &DemoFiles::writeBlock, Qt::QueuedConnection);
}

void DemoFiles::writeBlock()
{
    if (!m_file.isOpen() && !openNext())
        return;
    QByteArray block(std::min(blockSize, m_size - m_file.pos()), Qt::Uninitialized);
    // Marsaglia's xorshift32: cheap, and nothing that any layer could compress.
    for (char &byte : block) {
        m_random ^= m_random << 13;
        m_random ^= m_random >> 17;
        m_random ^= m_random << 5;
        byte = static_cast<char>(m_random >> 24);
    }
    if (m_file.write(block) != block.size()) {
        fail(m_file.fileName());
        return;
    }
    if (m_file.pos() == m_size) {
        m_file.close();
        if (m_file.error() != QFile::NoError) {
            fail(m_file.fileName());
            return;
        }
        if (m_paths.size() == m_count) {
            Q_EMIT finished(m_paths);
            return;
        }
    }
    QMetaObject::invokeMethod(this, &DemoFiles::writeBlock, Qt::QueuedConnection);
}

bool DemoFiles::openNext()
{
    const auto number = static_cast<quint32>(m_paths.size() + 1);
    m_file.setFileName(m_folder.filePath(QStringLiteral("demo-%1.bin").arg(number)));
    m_random = number * 2654435761U; // Never 0, where xorshift would stay: the factor is odd.
    if (m_folder.isValid() && m_file.open(QIODevice::WriteOnly)) {
        m_paths << m_file.fileName();
        return true;
    }
    fail(m_folder.isValid() ? m_file.fileName() : QDir::tempPath());
    return false;
}

void DemoFiles::fail(const QString &what)
{
    const QString why = m_folder.isValid() ? m_file.errorString() : m_folder.errorString();
    Q_EMIT finished(
        base::Error{base::ErrorKind::WriteFailed,
                    QStringLiteral("cannot write %1: %2; free some space, take fewer or smaller files, or "
                                   "set TMPDIR to another folder")
                        .arg(what, why),
                    0,
                    {}});
}

} // namespace cli
