// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

class QIODevice;

namespace net {

/// The outgoing side of one exchange: reads a QIODevice in the blocks that libcurl asks for.
/// The device stays the caller's; if it goes away while it is read, the body has failed.
class RequestBody final
{
public:
    enum class Status {
        Ok,
        NotReady, ///< A sequential device, or a BodyDevice, has nothing yet; try again after its readyRead.
        Failed, ///< The device failed, vanished or ended before size() bytes.
    };
    struct Chunk
    {
        qint64 bytes = 0;
        Status status = Status::Ok;
    };

    RequestBody() = default;
    /// `declaredSize` is used for sequential devices, whose size() says nothing; -1: unknown.
    explicit RequestBody(QIODevice *device, qint64 declaredSize = -1);

    [[nodiscard]] bool isPresent() const { return m_present; }
    /// Total bytes, frozen at construction; -1 when only reading will tell (sent chunked).
    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] qint64 bytesRead() const { return m_read; }
    /// See BodyDevice; empty of any other device.
    [[nodiscard]] const QByteArray &contentType() const { return m_contentType; }

    /// Reads up to `capacity` bytes, never past size().
    Chunk read(char *data, qint64 capacity);
    /// Back to where the device stood at construction. False if it cannot.
    bool rewind();
    /// Forgets the device; every later read fails.
    void detach() { m_device.clear(); }

private:
    QPointer<QIODevice> m_device;
    QByteArray m_contentType;
    qint64 m_start = 0; ///< Where the device stood.
    qint64 m_size = 0;
    qint64 m_read = 0;
    bool m_present = false;
};

} // namespace net
