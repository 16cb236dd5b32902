// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/windowsettings.h"

#include "core/base/secrets.h"
#include "core/session/history.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace ui {

using transfer::UploadMethod;

namespace {

constexpr QLatin1StringView geometryKey("window/geometry");
constexpr QLatin1StringView splitterKey("splitter/");
constexpr QLatin1StringView pageKey("window/page");
constexpr QLatin1StringView themeKey("window/theme");
constexpr QLatin1StringView languageKey("window/language");
constexpr QLatin1StringView columnsKey("uploads/columns");
constexpr QLatin1StringView parallelKey("uploads/atOnce");
constexpr QLatin1StringView relativePathKey("folders/relativePath");
constexpr QLatin1StringView pathFieldKey("folders/field");
constexpr QLatin1StringView hiddenKey("folders/hidden");
constexpr QLatin1StringView linksKey("folders/links");
constexpr QLatin1StringView leakSetupKey("leak/setup");
constexpr QLatin1StringView sweepSetupKey("sweep/setup");
constexpr QLatin1StringView auditSetupKey("audit/setup");
constexpr QLatin1StringView historyRoomKey("history/room");
constexpr QLatin1StringView alertRulesKey("alerts/rules");
constexpr QLatin1StringView memoryLimitKey("alerts/memoryLimit");
constexpr QLatin1StringView notifiedKey("alerts/notifications");
constexpr QLatin1StringView exportFolderKey("export/folder");
constexpr QLatin1StringView serversKey("servers");
constexpr QLatin1StringView uploadKey("upload");
constexpr QLatin1StringView watchKey("watch");
constexpr QLatin1StringView methodKey("method");

constexpr int defaultParallelLimit = 4;
constexpr std::array themeNames{QLatin1StringView("system"), QLatin1StringView("light"),
                                QLatin1StringView("dark")};
constexpr std::array relativePathNames{QLatin1StringView("none"), QLatin1StringView("name"),
                                       QLatin1StringView("field")}; // by FolderOptions::RelativePath

/// QSettings makes it readable for all, but keeps the mode of one that is there.
void keepToOwner(const QString &file)
{
    constexpr QFileDevice::Permissions owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    QDir().mkpath(QFileInfo(file).path());
    if (!QFile(file).open(QIODevice::WriteOnly | QIODevice::NewOnly, owner))
        QFile::setPermissions(file, owner);
}

RememberedServer withoutSecrets(const RememberedServer &server)
{
    return {base::withoutSecrets(server.upload), base::withoutSecrets(server.watch), server.method};
}

} // namespace

WindowSettings::WindowSettings(QSettings &settings)
    : m_settings(settings)
{
    keepToOwner(settings.fileName());
    QList<RememberedServer> harmless = servers();
    std::ranges::transform(harmless, harmless.begin(), withoutSecrets);
    if (harmless != servers())
        writeServers(harmless);
}

QByteArray WindowSettings::geometry() const
{
    return m_settings.value(geometryKey).toByteArray();
}

void WindowSettings::setGeometry(const QByteArray &geometry)
{
    m_settings.setValue(geometryKey, geometry);
}

QByteArray WindowSettings::splitter(const QString &page) const
{
    return m_settings.value(splitterKey + page).toByteArray();
}

void WindowSettings::setSplitter(const QString &page, const QByteArray &state)
{
    m_settings.setValue(splitterKey + page, state);
}

QString WindowSettings::page() const
{
    return m_settings.value(pageKey).toString();
}

void WindowSettings::setPage(const QString &key)
{
    m_settings.setValue(pageKey, key);
}

QByteArray WindowSettings::uploadColumns() const
{
    return m_settings.value(columnsKey).toByteArray();
}

void WindowSettings::setUploadColumns(const QByteArray &state)
{
    m_settings.setValue(columnsKey, state);
}

int WindowSettings::parallelLimit() const
{
    const int limit = m_settings.value(parallelKey).toInt();
    return limit > 0 ? limit : defaultParallelLimit;
}

void WindowSettings::setParallelLimit(int limit)
{
    m_settings.setValue(parallelKey, limit);
}

session::FolderOptions WindowSettings::folderOptions() const
{
    session::FolderOptions options;
    const auto way = std::find(relativePathNames.begin(), relativePathNames.end(),
                               m_settings.value(relativePathKey).toString());
    if (way != relativePathNames.end())
        options.relativePath
            = static_cast<session::FolderOptions::RelativePath>(way - relativePathNames.begin());
    if (const QString field = m_settings.value(pathFieldKey).toString(); !field.isEmpty())
        options.field = field;
    options.takesHidden = m_settings.value(hiddenKey, options.takesHidden).toBool();
    options.followsLinks = m_settings.value(linksKey, options.followsLinks).toBool();
    return options;
}

void WindowSettings::setFolderOptions(const session::FolderOptions &options)
{
    m_settings.setValue(relativePathKey,
                        QString(relativePathNames[static_cast<size_t>(options.relativePath)]));
    m_settings.setValue(pathFieldKey, options.field);
    m_settings.setValue(hiddenKey, options.takesHidden);
    m_settings.setValue(linksKey, options.followsLinks);
}

QVariantMap WindowSettings::leakSetup() const
{
    return m_settings.value(leakSetupKey).toMap();
}

void WindowSettings::setLeakSetup(const QVariantMap &setup)
{
    m_settings.setValue(leakSetupKey, setup);
}

QVariantMap WindowSettings::sweepSetup() const
{
    return m_settings.value(sweepSetupKey).toMap();
}

void WindowSettings::setSweepSetup(const QVariantMap &setup)
{
    m_settings.setValue(sweepSetupKey, setup);
}

QVariantMap WindowSettings::auditSetup() const
{
    return m_settings.value(auditSetupKey).toMap();
}

void WindowSettings::setAuditSetup(const QVariantMap &setup)
{
    m_settings.setValue(auditSetupKey, setup);
}

ThemeMode WindowSettings::theme() const
{
    const auto at = std::find(themeNames.begin(), themeNames.end(), m_settings.value(themeKey).toString());
    return at == themeNames.end() ? ThemeMode::System : static_cast<ThemeMode>(at - themeNames.begin());
}

void WindowSettings::setTheme(ThemeMode mode)
{
    m_settings.setValue(themeKey, QString(themeNames[static_cast<size_t>(mode)]));
}

Language WindowSettings::language() const
{
    return languageOf(m_settings.value(languageKey).toString()).value_or(Language::System);
}

void WindowSettings::setLanguage(Language language)
{
    m_settings.setValue(languageKey, QString(languageCode(language)));
}

qint64 WindowSettings::historyRoom() const
{
    const qint64 room = m_settings.value(historyRoomKey).toLongLong();
    return room >= session::History::leastRoom ? room : session::History::usualRoom;
}

void WindowSettings::setHistoryRoom(qint64 room)
{
    m_settings.setValue(historyRoomKey, room);
}

QByteArray WindowSettings::alertRules() const
{
    return m_settings.value(alertRulesKey).toByteArray();
}

void WindowSettings::setAlertRules(const QByteArray &rules)
{
    if (rules.isEmpty())
        m_settings.remove(alertRulesKey);
    else
        m_settings.setValue(alertRulesKey, rules);
}

double WindowSettings::memoryLimit() const
{
    const double limit = m_settings.value(memoryLimitKey).toDouble();
    return limit > 0 && limit < 1e18 ? limit : 0; // false of what is no number
}

void WindowSettings::setMemoryLimit(double bytes)
{
    m_settings.setValue(memoryLimitKey, bytes);
}

bool WindowSettings::areAlertsNotified() const
{
    return m_settings.value(notifiedKey, true).toBool();
}

void WindowSettings::setAlertsNotified(bool on)
{
    m_settings.setValue(notifiedKey, on);
}

QString WindowSettings::exportFolder() const
{
    const QString folder = m_settings.value(exportFolderKey).toString();
    return folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : folder;
}

void WindowSettings::setExportFolder(const QString &folder)
{
    m_settings.setValue(exportFolderKey, folder);
}

QList<RememberedServer> WindowSettings::servers() const
{
    QList<RememberedServer> servers;
    const int count = std::min(m_settings.beginReadArray(serversKey), mostServers);
    for (int i = 0; i < count; ++i) {
        m_settings.setArrayIndex(i);
        const RememberedServer server{
            m_settings.value(uploadKey).toString(), m_settings.value(watchKey).toString(),
            transfer::uploadMethodFrom(m_settings.value(methodKey).toString()).value_or(UploadMethod::Post)};
        if (!server.upload.isEmpty())
            servers.append(server);
    }
    m_settings.endArray();
    return servers;
}

UploadMethod WindowSettings::methodFor(const QString &upload) const
{
    const QList<RememberedServer> known = servers();
    const auto found = std::ranges::find(known, base::withoutSecrets(upload), &RememberedServer::upload);
    return found == known.end() ? UploadMethod::Post : found->method;
}

void WindowSettings::rememberServer(const RememberedServer &server)
{
    const RememberedServer kept = withoutSecrets(server);
    QList<RememberedServer> servers = this->servers();
    servers.removeIf([&](const RememberedServer &other) { return other.upload == kept.upload; });
    servers.prepend(kept);
    servers.resize(std::min<qsizetype>(servers.size(), mostServers));
    writeServers(servers);
}

void WindowSettings::writeServers(const QList<RememberedServer> &servers)
{
    m_settings.remove(serversKey);
    m_settings.beginWriteArray(serversKey, static_cast<int>(servers.size()));
    for (int i = 0; i < servers.size(); ++i) {
        m_settings.setArrayIndex(i);
        m_settings.setValue(uploadKey, servers[i].upload);
        m_settings.setValue(watchKey, servers[i].watch);
        m_settings.setValue(methodKey, transfer::toKey(servers[i].method));
    }
    m_settings.endArray();
}

} // namespace ui
