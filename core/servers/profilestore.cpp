// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/servers/profilestore.h"

#include "core/base/writefile.h"
#include "core/servers/profilejson.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>

namespace servers {
namespace {

using base::Done;
using base::Error;
using base::ErrorKind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(servers::ProfileStore)
};

constexpr qint64 largestFile = 8 * 1024 * 1024;
constexpr QLatin1String schemaKey("schema");
constexpr QLatin1String serversKey("servers");
constexpr QLatin1String schemaName("tidemark.servers/");
constexpr int version = 1;

int versionOf(const QJsonObject &document)
{
    const QString schema = document.value(schemaKey).toString();
    return schema.startsWith(schemaName) ? schema.sliced(schemaName.size()).toInt() : 0;
}

} // namespace

QString ProfileStore::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/tidemark/servers.json");
}

ProfileStore::Loaded ProfileStore::load()
{
    m_isForeign = false;
    QFile file(m_fileName);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly)) {
        m_isForeign = true;
        return {{}, Text::tr("the servers' file %1 cannot be read: %2").arg(m_fileName, file.errorString())};
    }
    QJsonParseError mistake{};
    const QJsonDocument document = QJsonDocument::fromJson(file.read(largestFile), &mistake);
    const int found = versionOf(document.object());
    if (found > version) {
        m_isForeign = true;
        return {
            {},
            Text::tr("the servers' file %1 was written by a newer version of Tidemark; it is left as it is")
                .arg(m_fileName)};
    }
    if (found < 1) {
        const QString why = mistake.error == QJsonParseError::NoError
            ? Text::tr("it is not one of Tidemark's")
            : mistake.errorString();
        const QString aside = setAside();
        if (aside.isEmpty()) {
            m_isForeign = true;
            return {{},
                    Text::tr("the servers' file %1 is damaged (%2), and its folder cannot be written")
                        .arg(m_fileName, why)};
        }
        QFile::remove(m_fileName);
        return {{}, Text::tr("the servers' file is damaged (%1); it was set aside as %2").arg(why, aside)};
    }
    Loaded loaded;
    const QJsonArray servers = document.object().value(serversKey).toArray();
    for (const QJsonValue &server : servers) {
        const auto profile = profileFromJson(server.toObject());
        if (profile)
            loaded.profiles.append(*profile);
        else if (loaded.complaint.isEmpty())
            loaded.complaint = Text::tr("the server “%1” cannot be used: %2")
                                   .arg(server.toObject().value(QLatin1String("name")).toString(),
                                        profile.error().message);
    }
    if (loaded.complaint.isEmpty())
        return loaded;
    const QString aside = setAside();
    m_isForeign = aside.isEmpty();
    if (!m_isForeign) {
        loaded.complaint = Text::tr("%1; the file was kept as %2").arg(loaded.complaint, aside);
        static_cast<void>(save(loaded.profiles)); // or it would be set aside on every start
    }
    return loaded;
}

base::Result<Done> ProfileStore::save(const QList<ServerProfile> &profiles) const
{
    const auto failed = [this](const QString &why) {
        return Error{ErrorKind::WriteFailed,
                     Text::tr("the servers' file %1 cannot be written: %2").arg(m_fileName, why),
                     0,
                     {}};
    };
    if (m_isForeign)
        return failed(Text::tr("what is in it could not be read, and must not be lost"));
    QJsonArray servers;
    for (const ServerProfile &profile : profiles)
        servers.append(toJson(profile));
    const QJsonObject document{{schemaKey, QString(schemaName + QString::number(version))},
                               {serversKey, servers}};
    if (!QDir().mkpath(QFileInfo(m_fileName).path()))
        return failed(Text::tr("its folder cannot be made"));
    return base::writeFile(m_fileName, QJsonDocument(document).toJson(),
                           QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

/// A copy under a name that is free.
QString ProfileStore::setAside() const
{
    const QString stem = m_fileName + QStringLiteral(".damaged-")
        + QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-hhmmss"));
    for (int number = 0; number < 100; ++number) {
        const QString name = number == 0 ? stem : stem + u'-' + QString::number(number);
        if (!QFile::exists(name) && QFile::copy(m_fileName, name)) {
            QFile::setPermissions(name, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
            return name;
        }
    }
    return {};
}

} // namespace servers
