// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/requestbody.h"

#include "core/net/bodydevice.h"

namespace net {
namespace {

bool mayGoOnLater(const QIODevice &device)
{
    if (device.isSequential())
        return !device.atEnd();
    const auto *ours = dynamic_cast<const BodyDevice *>(&device);
    return ours && ours->isHeldBack();
}

} // namespace

RequestBody::RequestBody(QIODevice *device, qint64 declaredSize)
    : m_device(device)
    , m_present(device != nullptr)
{
    if (!device)
        return;
    if (const auto *ours = dynamic_cast<const BodyDevice *>(device))
        m_contentType = ours->contentType();
    m_start = device->isSequential() ? 0 : device->pos();
    m_size = device->isSequential() ? declaredSize : device->size() - m_start;
}

RequestBody::Chunk RequestBody::read(char *data, qint64 capacity)
{
    if (!m_device)
        return {0, Status::Failed};
    if (m_size >= 0)
        capacity = std::min(capacity, m_size - m_read);
    if (capacity <= 0)
        return {0, Status::Ok};

    const qint64 bytes = m_device->read(data, capacity);
    if (bytes > 0) {
        m_read += bytes;
        return {bytes, Status::Ok};
    }
    if (bytes == 0 && m_device && mayGoOnLater(*m_device))
        return {0, Status::NotReady};
    // A declared size is a promise: ending early must break the exchange, padding would corrupt the upload.
    const bool isWhole = m_size < 0 && bytes >= -1;
    return {0, isWhole ? Status::Ok : Status::Failed};
}

bool RequestBody::rewind()
{
    if (!m_present || m_read == 0)
        return true;
    if (!m_device || m_device->isSequential())
        return false;
    // A multipart's device goes back by reset() alone: its parts have positions of their own.
    if (m_start == 0 ? !m_device->reset() : !m_device->seek(m_start))
        return false;
    m_read = 0;
    return true;
}

} // namespace net
