// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/folderoptions.h"
#include "ui/common/language.h"
#include "ui/common/theme.h"
#include "ui/frame/rememberedserver.h"

#include <QByteArray>
#include <QList>
#include <QVariantMap>

class QSettings;

namespace ui {

/// What comes back on the next start, by name and type. Unknown or broken entries are read as their defaults.
/// Nobody but the user can read the file, and of addresses no secret gets into it (see base::withoutSecrets()): what a query
/// proves has its place in a known server's headers or fields, and so in the keychain.
/// Thread: GUI. The settings outlive it.
class WindowSettings final
{
public:
    static constexpr int mostServers = 20;

    /// Makes the file the user's own, and forgets secrets that an earlier version left in it.
    explicit WindowSettings(QSettings &settings);

    [[nodiscard]] QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);
    /// Each page has a height of its own.
    [[nodiscard]] QByteArray splitter(const QString &page) const;
    void setSplitter(const QString &page, const QByteArray &state);
    /// The key of the page that was shown last; empty: none yet.
    [[nodiscard]] QString page() const;
    void setPage(const QString &key);
    [[nodiscard]] QByteArray uploadColumns() const;
    void setUploadColumns(const QByteArray &state);
    [[nodiscard]] int parallelLimit() const;
    void setParallelLimit(int limit);
    [[nodiscard]] session::FolderOptions folderOptions() const;
    void setFolderOptions(const session::FolderOptions &options);
    /// LeakPage::saved(); empty: never set up.
    [[nodiscard]] QVariantMap leakSetup() const;
    void setLeakSetup(const QVariantMap &setup);
    /// SweepSettings::saved().
    [[nodiscard]] QVariantMap sweepSetup() const;
    void setSweepSetup(const QVariantMap &setup);
    /// AuditPage::saved(); empty: never set up.
    [[nodiscard]] QVariantMap auditSetup() const;
    void setAuditSetup(const QVariantMap &setup);
    [[nodiscard]] ThemeMode theme() const;
    void setTheme(ThemeMode mode);
    [[nodiscard]] Language language() const;
    void setLanguage(Language language);
    /// Bytes that the history may take up.
    [[nodiscard]] qint64 historyRoom() const;
    void setHistoryRoom(qint64 room);
    /// A document of session::ruleListToJson(); empty: the default rules.
    [[nodiscard]] QByteArray alertRules() const;
    void setAlertRules(const QByteArray &rules);
    /// Of the server, in bytes; 0: not known.
    [[nodiscard]] double memoryLimit() const;
    void setMemoryLimit(double bytes);
    /// By the desktop.
    [[nodiscard]] bool areAlertsNotified() const;
    void setAlertsNotified(bool on);
    [[nodiscard]] QString exportFolder() const;
    void setExportFolder(const QString &folder);

    /// Most recent first; "***" stands for what is not remembered.
    [[nodiscard]] QList<RememberedServer> servers() const;
    /// How files went to that address the last time; as a form, if they never did.
    [[nodiscard]] transfer::UploadMethod methodFor(const QString &upload) const;
    /// Puts it first; an earlier entry for the same upload address is replaced.
    void rememberServer(const RememberedServer &server);

private:
    void writeServers(const QList<RememberedServer> &servers);

    QSettings &m_settings;
};

} // namespace ui
