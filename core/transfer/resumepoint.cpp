// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/resumepoint.h"

#include <QStringList>

namespace transfer {

bool ResumePoint::fits(const QUrl &newTarget, const FileStamp &newFile,
                       std::optional<qint64> inodeChangedNs) const
{
    if (url.isEmpty() || target != newTarget || file.bytes != newFile.bytes
        || file.modifiedNs != newFile.modifiedNs)
        return false;
    if (createdAtMs == 0 || file.inode == newFile.inode) // of an earlier version's, no more is known
        return true;
    return inodeChangedNs && *inodeChangedNs / 1'000'000 < createdAtMs;
}

// Encoded URLs hold no spaces.
QString ResumePoint::toText() const
{
    if (url.isEmpty())
        return {};
    return QStringLiteral("%1 %2 %3 %4 %5 %6")
        .arg(file.bytes)
        .arg(file.modifiedNs)
        .arg(file.inode)
        .arg(createdAtMs)
        .arg(target.toString(QUrl::FullyEncoded), url.toString(QUrl::FullyEncoded));
}

ResumePoint ResumePoint::fromText(const QString &text)
{
    QStringList parts = text.split(u' ');
    if (parts.size() == 4) // as the first versions wrote it
        parts = parts.sliced(0, 2) + QStringList{QStringLiteral("0"), QStringLiteral("0")} + parts.sliced(2);
    if (parts.size() != 6)
        return {};
    bool isSize = false;
    bool isTime = false;
    bool isInode = false;
    bool isCreation = false;
    ResumePoint point;
    point.file.bytes = parts[0].toLongLong(&isSize);
    point.file.modifiedNs = parts[1].toLongLong(&isTime);
    point.file.inode = parts[2].toULongLong(&isInode);
    point.createdAtMs = parts[3].toLongLong(&isCreation);
    point.target = QUrl(parts[4], QUrl::StrictMode);
    point.url = QUrl(parts[5], QUrl::StrictMode);
    const bool isWhole = isSize && isTime && isInode && isCreation && !point.target.scheme().isEmpty()
        && !point.url.scheme().isEmpty();
    return isWhole ? point : ResumePoint();
}

} // namespace transfer
