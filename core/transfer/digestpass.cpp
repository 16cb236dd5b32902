// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/digestpass.h"

namespace transfer {
namespace {

// About a millisecond's work.
constexpr qsizetype pieceBytes = 1024 * 1024;

} // namespace

DigestPass::DigestPass(QIODevice &device, QObject *parent)
    : QObject(parent)
    , m_device(device)
{
}

void DigestPass::start()
{
    m_piece.resize(std::min<qsizetype>(pieceBytes, std::max<qsizetype>(1, m_device.size())));
    schedule();
}

void DigestPass::schedule()
{
    QMetaObject::invokeMethod(this, &DigestPass::readPiece, Qt::QueuedConnection);
}

void DigestPass::readPiece()
{
    const qint64 bytes = m_device.read(m_piece.data(), m_piece.size());
    if (bytes > 0)
        m_hash.add(QByteArrayView(m_piece).first(bytes));
    if (bytes > 0 && !m_device.atEnd()) {
        schedule();
        return;
    }
    const bool isWhole = m_device.atEnd() && m_device.seek(0);
    m_piece.clear();
    Q_EMIT finished(isWhole ? m_hash.result() : QByteArray());
}

} // namespace transfer
