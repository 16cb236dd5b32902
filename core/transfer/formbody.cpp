// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/formbody.h"

#include <algorithm>
#include <cstring>

namespace transfer {

FormBody::FormBody(QByteArray prefix, std::unique_ptr<QIODevice> content, QByteArray suffix, QObject *parent)
    : BodyDevice(parent)
    , m_prefix(std::move(prefix))
    , m_content(std::move(content))
    , m_suffix(std::move(suffix))
    , m_contentBytes(m_content->size())
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool FormBody::seek(qint64 offset)
{
    if (isSequential() || offset < 0 || offset > size())
        return false;
    if (m_hash && offset > 0)
        return false;
    const qint64 inContent = std::clamp<qint64>(offset - m_prefix.size(), 0, m_contentBytes);
    if (!QIODevice::seek(offset) || !m_content->seek(inContent))
        return false;
    if (m_hash)
        m_hash->reset();
    m_offset = offset;
    return true;
}

void FormBody::setRateLimit(RateLimit &limit, base::Clock &clock)
{
    m_limit = &limit;
    m_clock = &clock;
}

void FormBody::holdBack(qint64 wanted)
{
    if (!m_wait) {
        m_wait = m_clock->makeTimer([this] { goOn(); });
        connect(m_limit, &RateLimit::changed, this, &FormBody::goOn);
    }
    m_isHeldBack = true;
    m_wait->start(m_limit->waitFor(wanted)); // asked for behind the connection: no change goes unheard
}

void FormBody::goOn()
{
    if (!std::exchange(m_isHeldBack, false))
        return;
    m_wait->stop();
    Q_EMIT readyRead();
}

void FormBody::setDigestPlace(qsizetype offsetInSuffix)
{
    Q_ASSERT(offsetInSuffix + Sha256::hexDigits <= m_suffix.size());
    m_hash.emplace();
    m_digestPlace = offsetInSuffix;
}

qint64 FormBody::readData(char *data, qint64 maxSize)
{
    const qint64 end = m_cut >= 0 ? std::min(m_cut, size()) : size();
    m_isHeldBack = false;
    if (m_limit && m_limit->isOn() && m_offset < end) {
        const qint64 wanted = std::min(maxSize, end - m_offset);
        maxSize = m_limit->take(wanted);
        if (maxSize == 0 && wanted > 0)
            holdBack(wanted);
    }
    qint64 done = 0;
    while (done < maxSize && m_offset < end) {
        const qint64 bytes = readPiece(data + done, std::min(maxSize - done, end - m_offset));
        if (bytes <= 0)
            return done > 0 ? done : -1; // the content ended early: the body has failed
        done += bytes;
        m_offset += bytes;
    }
    if (m_cut >= 0 && m_offset >= end && !m_isCutReached) {
        m_isCutReached = true;
        QMetaObject::invokeMethod(this, &FormBody::cutReached, Qt::QueuedConnection);
    }
    return done;
}

qint64 FormBody::readPiece(char *data, qint64 maxSize)
{
    const auto copyFrom = [&](const QByteArray &piece, qint64 offset) {
        const qint64 bytes = std::min(maxSize, piece.size() - offset);
        std::memcpy(data, piece.constData() + offset, static_cast<size_t>(bytes));
        return bytes;
    };
    if (m_offset < m_prefix.size())
        return copyFrom(m_prefix, m_offset);
    if (m_offset < suffixOffset())
        return readContent(data, std::min(maxSize, suffixOffset() - m_offset));
    if (m_hash && m_offset == suffixOffset())
        fillInDigest();
    return copyFrom(m_suffix, m_offset - suffixOffset());
}

qint64 FormBody::readContent(char *data, qint64 maxSize)
{
    const qint64 bytes = m_content->read(data, maxSize);
    if (m_hash && bytes > 0)
        m_hash->add({data, bytes});
    return bytes;
}

void FormBody::fillInDigest()
{
    m_digest = m_hash->result();
    m_hash->reset();
    m_suffix.replace(m_digestPlace, Sha256::hexDigits, m_digest.toHex());
}

} // namespace transfer
