// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/uploadmethod.h"

namespace transfer {

QString toKey(UploadMethod method)
{
    switch (method) {
    case UploadMethod::Post:
        return QStringLiteral("post");
    case UploadMethod::Put:
        return QStringLiteral("put");
    case UploadMethod::Tus:
        return QStringLiteral("tus");
    }
    return {};
}

std::optional<UploadMethod> uploadMethodFrom(QStringView key)
{
    for (const UploadMethod method : {UploadMethod::Post, UploadMethod::Put, UploadMethod::Tus}) {
        if (key == toKey(method))
            return method;
    }
    return {};
}

} // namespace transfer
