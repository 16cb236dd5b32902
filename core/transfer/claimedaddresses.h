// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/uploadrecord.h"

#include <QHash>
#include <QList>
#include <QUrl>

#include <mutex>

namespace transfer {

/// Which file of a queue has which address, where every file has one of its own (UploadMethod::Put): a second file at the
/// same one would replace the first on the server, and both would be done. Thread-safe.
class ClaimedAddresses final
{
public:
    /// The address is that file's from now on, unless it is another's: then the path of that one is the answer. The same
    /// file may be sent there as often as anybody likes.
    [[nodiscard]] QString claim(const QUrl &address, UploadId id, const QString &path);
    /// These uploads need their addresses no more. One that several uploads of a file have claimed stays that file's until
    /// the last of them lets go.
    void release(const QList<UploadId> &ids);

private:
    struct Claim
    {
        QString path;
        int uploads = 0; ///< That have it; never 0.
    };

    std::mutex m_mutex; ///< Of all that follows.
    QHash<QByteArray, Claim> m_claims; ///< By the encoded address.
    QMultiHash<UploadId, QByteArray> m_addresses; ///< The other way round.
};

} // namespace transfer
