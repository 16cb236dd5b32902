// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultyserver.h"

#include "tests/support/rawhttp.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace support {

namespace {
QJsonObject objectFrom(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

UploadStats uploadFrom(const QJsonObject &one)
{
    UploadStats stats;
    stats.requests = one.value(QLatin1StringView("requests")).toInt();
    stats.received = one.value(QLatin1StringView("received")).toInteger();
    stats.drained = one.value(QLatin1StringView("drained")).toInteger();
    stats.complete = one.value(QLatin1StringView("complete")).toInt();
    stats.answered = one.value(QLatin1StringView("answered")).toInt();
    stats.fileBytes = one.value(QLatin1StringView("fileBytes")).toInteger();
    stats.firstForeign = one.value(QLatin1StringView("firstForeign")).toInteger(-1);
    const QJsonArray targets = one.value(QLatin1StringView("targets")).toArray();
    for (const QJsonValue &target : targets)
        stats.targets << target.toString();
    return stats;
}
} // namespace

bool FaultyServer::start(const QStringList &options)
{
    const QStringList parent{QStringLiteral("--parent"), QString::number(QCoreApplication::applicationPid())};
    if (!m_process.start(QStringLiteral(FAULTY_SERVER), parent + options))
        return false;
    const QJsonObject line = objectFrom(m_process.firstLine());
    m_base = line.value(QLatin1StringView("base")).toString();
    m_other = line.value(QLatin1StringView("other")).toString();
    return !m_base.isEmpty();
}

bool FaultyServer::startTls(const QString &certificateFile, const QString &keyFile,
                            const QString &clientAuthority)
{
    QStringList options{QStringLiteral("--cert"), certificateFile, QStringLiteral("--key"), keyFile};
    if (!clientAuthority.isEmpty())
        options << QStringLiteral("--client-ca") << clientAuthority;
    return start(options);
}

QUrl FaultyServer::url(const QString &pathAndQuery) const
{
    return QUrl(m_base + pathAndQuery, QUrl::StrictMode);
}

QUrl FaultyServer::otherUrl(const QString &pathAndQuery) const
{
    return QUrl(m_other + pathAndQuery, QUrl::StrictMode);
}

UploadStats FaultyServer::stats(const QString &id) const
{
    return allStats().value(id);
}

QHash<QString, UploadStats> FaultyServer::allStats() const
{
    QHash<QString, UploadStats> all;
    const QJsonObject told = objectFrom(get(url(QStringLiteral("/stats"))).body);
    const QJsonObject uploads = told.value(QLatin1StringView("uploads")).toObject();
    for (auto it = uploads.begin(); it != uploads.end(); ++it)
        all.insert(it.key(), uploadFrom(it.value().toObject()));
    return all;
}

ServerStats FaultyServer::stats() const
{
    const QJsonObject all = objectFrom(get(url(QStringLiteral("/stats"))).body);
    ServerStats stats;
    stats.connections = all.value(QLatin1StringView("connections")).toInt();
    stats.open = all.value(QLatin1StringView("open")).toInt();
    stats.requests = all.value(QLatin1StringView("requests")).toInt();
    stats.peak = all.value(QLatin1StringView("peak")).toInt();
    return stats;
}

} // namespace support
