// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/resumepoint.h"

#include "core/base/secrets.h"

#include <QStringList>
#include <QUrlQuery>

#include <algorithm>

namespace transfer {
namespace {

using Items = QList<std::pair<QString, QString>>;

Items secretItems(const QUrl &url)
{
    Items items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    items.removeIf([](const auto &item) { return !base::isSecretItem(item.first); });
    return items;
}

/// What is secret in `url` is known to whoever knows `target`.
bool isToldBy(const QUrl &target, const QUrl &url)
{
    const Items known = secretItems(target);
    const Items its = secretItems(url);
    return std::ranges::all_of(its, [&](const auto &item) { return known.contains(item); });
}

QUrl completed(const QUrl &url, const QUrl &target)
{
    const QUrlQuery known(target);
    Items items = QUrlQuery(url).queryItems(QUrl::FullyEncoded);
    for (auto &[name, value] : items) {
        const QString plain = QUrl::fromPercentEncoding(name.toUtf8());
        if (value == QLatin1String("***") && base::isSecretItem(plain) && known.hasQueryItem(plain))
            value = known.queryItemValue(plain, QUrl::FullyEncoded);
    }
    QUrlQuery query;
    query.setQueryItems(items);
    QUrl result = url;
    result.setQuery(query);
    return result;
}

} // namespace

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
    if (url.isEmpty() || !isToldBy(target, url))
        return {};
    return QStringLiteral("%1 %2 %3 %4 %5 %6")
        .arg(file.bytes)
        .arg(file.modifiedNs)
        .arg(file.inode)
        .arg(createdAtMs)
        .arg(base::withoutSecrets(target).toString(QUrl::FullyEncoded),
             base::withoutSecrets(url).toString(QUrl::FullyEncoded));
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

ResumePoint ResumePoint::completedFor(const QUrl &newTarget) const
{
    if (target == newTarget || base::withoutSecrets(target) != base::withoutSecrets(newTarget))
        return *this;
    ResumePoint point = *this;
    point.target = newTarget;
    if (point.url.hasQuery())
        point.url = completed(url, newTarget);
    return point;
}

} // namespace transfer
