// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/keeper.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace support {

namespace {

/// Its address; invalid: it did not start.
QUrl startKeeper(ChildProcess &process, const QStringList &arguments)
{
    const QStringList parent{QStringLiteral("--parent"), QString::number(QCoreApplication::applicationPid())};
    if (!process.start(QStringLiteral(KEEPER), arguments + parent))
        return {};
    const QJsonObject line = QJsonDocument::fromJson(process.firstLine()).object();
    return QUrl(line.value(QLatin1StringView("base")).toString(), QUrl::StrictMode);
}

} // namespace

bool Keeper::start()
{
    QStringList arguments{QStringLiteral("serve"), QStringLiteral("--folder"), m_folder.path()};
    if (!m_url.isEmpty())
        arguments << QStringLiteral("--port") << QString::number(m_url.port());
    const QUrl url = startKeeper(m_process, arguments);
    if (!url.isEmpty())
        m_url = url;
    return !url.isEmpty();
}

QHash<QString, Keeper::Stored> Keeper::stored() const
{
    QHash<QString, Stored> all;
    const QFileInfoList files = QDir(m_folder.path()).entryInfoList(QDir::Files);
    for (const QFileInfo &info : files) { // "<key> <name>"
        const QByteArray name = info.fileName().section(QLatin1Char(' '), 1).toLatin1();
        QFile file(info.filePath());
        QCryptographicHash hash(QCryptographicHash::Sha256);
        if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
            continue;
        Stored &stored = all[QUrl::fromPercentEncoding(name)];
        stored.sha256 = hash.result();
        ++stored.copies;
    }
    return all;
}

bool Disturber::start(const QUrl &server, int seed, int seconds)
{
    m_url = startKeeper(m_process,
                        {QStringLiteral("disturb"), QStringLiteral("--to"), server.authority(),
                         QStringLiteral("--seed"), QString::number(seed), QStringLiteral("--for"),
                         QString::number(seconds) + QLatin1Char('s')});
    return !m_url.isEmpty();
}

} // namespace support
