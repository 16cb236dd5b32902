// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/damagedfile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace session {
namespace {

using base::Done;
using base::Error;
using base::ErrorKind;
using base::Result;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(session::Database)
};

constexpr char sqliteMagic[] = "SQLite format 3"; // 16 bytes with its NUL (sqlite.org/fileformat2.html, 1.3)

} // namespace

Result<Done> refuseForeignFile(const QString &path, const QString &name)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Done();
    if (!info.isFile())
        return Error{
            ErrorKind::NotAFile, Text::tr("%1 is not a file, so it cannot be the %2").arg(path, name), 0, {}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::FileUnreadable,
                     Text::tr("the %1 %2 cannot be read: %3").arg(name, path, file.errorString()),
                     0,
                     {}};
    const QByteArray head = file.read(sizeof sqliteMagic);
    if (head.isEmpty() || head == QByteArrayView(sqliteMagic, sizeof sqliteMagic)
        || path.endsWith(QLatin1StringView(".sqlite")))
        return Done();
    return Error{
        ErrorKind::NotAFile, Text::tr("%1 is no %2 of Tidemark; name another file").arg(path, name), 0, {}};
}

Error damageOf(const QString &name, const QString &said)
{
    return {ErrorKind::Malformed,
            Text::tr("the %1 is damaged: a part of its file is missing or was written over").arg(name), 0,
            said};
}

Result<QString> setAside(const QString &path, const QString &name)
{
    const QString base = path + QStringLiteral(".damaged-")
        + QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    QString aside = base;
    for (int n = 2; QFileInfo::exists(aside); ++n)
        aside = base + QStringLiteral("-%1").arg(n);
    QFile file(path);
    if (!file.rename(aside))
        return Error{ErrorKind::WriteFailed,
                     Text::tr("the %1 %2 is damaged and cannot be moved aside: %3")
                         .arg(name, path, file.errorString()),
                     0,
                     {}};
    for (const QString &part : {QStringLiteral("-wal"), QStringLiteral("-begun")})
        QFile::rename(path + part, aside + part);
    QFile::remove(path + QStringLiteral("-shm")); // an index of the former, made anew when needed
    return aside;
}

} // namespace session
