// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/claimedaddresses.h"

#include <QSet>

namespace transfer {

QString ClaimedAddresses::claim(const QUrl &address, UploadId id, const QString &path)
{
    const QByteArray key = address.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    const std::scoped_lock lock(m_mutex);
    const auto claimed = m_claims.constFind(key);
    if (claimed == m_claims.constEnd())
        m_claims.insert(key, {id, path});
    else if (claimed->path != path)
        return claimed->path;
    return {};
}

void ClaimedAddresses::release(const QList<UploadId> &ids)
{
    const std::scoped_lock lock(m_mutex);
    if (m_claims.isEmpty())
        return;
    const QSet<UploadId> released(ids.begin(), ids.end());
    m_claims.removeIf([&](const auto &claim) { return released.contains(claim->id); });
}

} // namespace transfer
