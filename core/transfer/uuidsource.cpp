// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/uuidsource.h"

#include <sys/random.h>

namespace transfer {

QUuid UuidSource::next()
{
    if (m_used == atOnce) {
        if (::getrandom(m_random.data(), sizeof m_random, 0) != sizeof m_random)
            return QUuid::createUuid(); // a kernel before 3.17
        m_used = 0;
    }
    Bytes &bytes = m_random.at(m_used++);
    bytes[6] = (bytes[6] & 0x0f) | 0x40; // version 4 …
    bytes[8] = (bytes[8] & 0x3f) | 0x80; // … of RFC 9562's variant
    return QUuid::fromRfc4122(QByteArrayView(bytes.data(), bytes.size()));
}

} // namespace transfer
