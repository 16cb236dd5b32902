// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/transfer/pattern.h"

#include <QFile>

#include <algorithm>

namespace testing {

char patternAt(qint64 offset)
{
    // Never zero, so that a hole is noticed; no period that a block size could share.
    return static_cast<char>(1 + (offset % 251 + offset / 65536) % 255);
}

QByteArray pattern(qint64 offset, qint64 size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = patternAt(offset + i);
    return bytes;
}

bool writePattern(const QString &path, qint64 size)
{
    constexpr qint64 block = 1024 * 1024;
    QFile file(path);
    bool ok = file.open(QIODevice::WriteOnly | QIODevice::Truncate);
    for (qint64 offset = 0; ok && offset < size; offset += block) {
        const QByteArray bytes = pattern(offset, std::min(block, size - offset));
        ok = file.write(bytes) == bytes.size();
    }
    return ok && file.flush();
}

void PatternCheck::take(QByteArrayView body)
{
    static const QByteArray endOfHead = "application/octet-stream\r\n\r\n";
    if (!m_isPastHead) {
        m_head += body;
        const qsizetype at = m_head.indexOf(endOfHead);
        if (at < 0)
            return;
        m_isPastHead = true;
        const QByteArray rest = m_head.sliced(at + endOfHead.size());
        take(rest);
        return;
    }
    const qint64 begin = m_fileBytes;
    const qint64 ofFile = std::min<qint64>(body.size(), m_fileSize - begin);
    qint64 foreign = 0;
    for (qsizetype i = 0; i < ofFile; ++i)
        foreign += body[i] != patternAt(begin + i);
    m_foreignBytes += foreign;
    m_fileBytes += ofFile;
    m_trailer += body.sliced(ofFile);
}

} // namespace testing
