// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/uploadrecord.h"

namespace transfer {

QString toKey(UploadState state)
{
    switch (state) {
    case UploadState::Waiting:
        return QStringLiteral("waiting");
    case UploadState::Sending:
        return QStringLiteral("sending");
    case UploadState::Answering:
        return QStringLiteral("answering");
    case UploadState::Done:
        return QStringLiteral("done");
    case UploadState::Failed:
        return QStringLiteral("failed");
    case UploadState::Cancelled:
        return QStringLiteral("cancelled");
    case UploadState::Paused:
        return QStringLiteral("paused");
    }
    return {};
}

std::optional<UploadState> uploadStateFromKey(const QString &key)
{
    for (int i = 0; i < uploadStateCount; ++i) {
        if (toKey(static_cast<UploadState>(i)) == key)
            return static_cast<UploadState>(i);
    }
    return {};
}

} // namespace transfer
