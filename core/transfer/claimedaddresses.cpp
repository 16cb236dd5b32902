// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/claimedaddresses.h"

namespace transfer {

QString ClaimedAddresses::claim(const QUrl &address, UploadId id, const QString &path)
{
    const QByteArray key = address.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    const std::scoped_lock lock(m_mutex);
    const auto claimed = m_claims.constFind(key);
    if (claimed != m_claims.constEnd() && claimed->path != path)
        return claimed->path;
    if (!m_addresses.contains(id, key)) {
        m_addresses.insert(id, key);
        Claim &claim = m_claims[key];
        claim.path = path;
        ++claim.uploads;
    }
    return {};
}

void ClaimedAddresses::release(const QList<UploadId> &ids)
{
    const std::scoped_lock lock(m_mutex);
    if (m_claims.isEmpty())
        return;
    for (const UploadId id : ids) {
        for (const QByteArray &key : m_addresses.values(id)) {
            if (--m_claims[key].uploads == 0)
                m_claims.remove(key);
        }
        m_addresses.remove(id);
    }
}

} // namespace transfer
