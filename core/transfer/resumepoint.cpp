// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/resumepoint.h"

#include <QStringList>

namespace transfer {

bool ResumePoint::fits(const QUrl &newTarget, const FileStamp &newFile) const
{
    return !url.isEmpty() && target == newTarget && file.bytes == newFile.bytes
        && file.modifiedNs == newFile.modifiedNs;
}

// Encoded URLs hold no spaces.
QString ResumePoint::toText() const
{
    if (url.isEmpty())
        return {};
    return QStringLiteral("%1 %2 %3 %4")
        .arg(file.bytes)
        .arg(file.modifiedNs)
        .arg(target.toString(QUrl::FullyEncoded), url.toString(QUrl::FullyEncoded));
}

ResumePoint ResumePoint::fromText(const QString &text)
{
    const QStringList parts = text.split(u' ');
    if (parts.size() != 4)
        return {};
    bool isSize = false;
    bool isTime = false;
    ResumePoint point;
    point.file.bytes = parts[0].toLongLong(&isSize);
    point.file.modifiedNs = parts[1].toLongLong(&isTime);
    point.target = QUrl(parts[2], QUrl::StrictMode);
    point.url = QUrl(parts[3], QUrl::StrictMode);
    const bool isWhole = isSize && isTime && point.target.isValid() && point.url.isValid();
    return isWhole ? point : ResumePoint();
}

} // namespace transfer
