// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/filepiece.h"

namespace transfer {

FilePiece::FilePiece(std::shared_ptr<StableFile> file, qint64 offset, qint64 bytes, QObject *parent)
    : QIODevice(parent)
    , m_file(std::move(file))
    , m_begin(offset)
    , m_bytes(bytes)
{
    Q_ASSERT(m_begin >= 0 && m_begin + m_bytes <= m_file->size());
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 FilePiece::readData(char *data, qint64 maxSize)
{
    const qint64 wanted = std::min(maxSize, m_bytes - pos());
    if (wanted <= 0)
        return 0;
    return m_file->seek(m_begin + pos()) ? m_file->read(data, wanted) : -1;
}

} // namespace transfer
