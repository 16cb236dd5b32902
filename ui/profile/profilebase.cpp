// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/profilebase.h"

#include "core/session/profilefetcher.h"
#include "ui/profile/profileactions.h"

#include <QAction>
#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace ui {

ProfileBase::ProfileBase(const ProfileActions &actions, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
{
    connect(actions.takeBase, &QAction::triggered, this, &ProfileBase::take);
    connect(actions.compare, &QAction::triggered, this, &ProfileBase::compare);
    connect(actions.dropBase, &QAction::triggered, this, [this] {
        drop();
        Q_EMIT dropped();
    });
}

void ProfileBase::take()
{
    m_file = m_shown.file;
    Q_EMIT taken();
}

SharedFile ProfileBase::takeEarlier(const QStringList &paths)
{
    const auto writtenAt = [](const QString &path) { return QFileInfo(path).lastModified(); };
    const auto [earlier, later] = std::ranges::minmax_element(paths, {}, writtenAt);
    m_file = std::make_shared<ProfileFile>(*earlier);
    return std::make_shared<ProfileFile>(*later);
}

bool ProfileBase::isOfOtherServer(const SharedFile &file) const
{
    return !file->server().isEmpty() && !m_server.isEmpty() && file->server() != m_server;
}

SharedFile ProfileBase::setServer(const QString &address, bool hasProfiles)
{
    m_server = address;
    m_hasServer = hasProfiles;
    forgetUploads();
    return m_file && isOfOtherServer(m_file) ? std::exchange(m_file, nullptr) : nullptr;
}

void ProfileBase::setUploadsDone(qint64 count)
{
    if (count < m_uploadsDone) // The list was cleared.
        forgetUploads();
    m_uploadsDone = count;
}

SharedFile ProfileBase::fetched(const session::FetchedProfile &profile)
{
    const QString port = profile.url.port() > 0 ? QStringLiteral(":%1").arg(profile.url.port()) : QString();
    const QString source
        = tr("%1 of %2, %3", "kind of profile, server, time")
              .arg(profile.name, profile.url.host() + port,
                   QDateTime::fromMSecsSinceEpoch(profile.takenMs).toString(QStringLiteral("HH:mm:ss")));
    const auto file = std::make_shared<ProfileFile>(profile.name, source, profile.bytes, m_server);
    m_uploadsAt.insert_or_assign(file, m_uploadsDone);
    return file;
}

ProfileChoice ProfileBase::compared(const SharedFile &file, const QString &type) const
{
    const auto before = m_uploadsAt.find(m_file);
    const auto after = m_uploadsAt.find(file);
    const bool isKnown = before != m_uploadsAt.end() && after != m_uploadsAt.end();
    return {file, m_file, type, isKnown ? static_cast<double>(after->second - before->second) : 0};
}

void ProfileBase::compare()
{
    if (!m_file)
        return;
    // A base that was fetched is compared with the server as it is now; one from a file with what is shown.
    if (!m_file->source().isEmpty() && m_hasServer)
        Q_EMIT fetchWanted(m_file->name());
    else if (m_shown.file != m_file && !m_shown.base)
        Q_EMIT choiceWanted(compared(m_shown.file, m_shown.type));
    else
        Q_EMIT fileWanted();
}

void ProfileBase::follow(const ProfileChoice &shown, bool isFetching)
{
    m_shown = shown;
    const bool isTakeable = shown.file && !shown.base && shown.file != m_file && !isOfOtherServer(shown.file);
    m_actions.takeBase->setVisible(isTakeable);
    m_actions.takeBase->setEnabled(isTakeable);
    m_actions.compare->setVisible(m_file != nullptr);
    m_actions.compare->setEnabled(m_file && !isFetching);
    m_actions.dropBase->setEnabled(m_file != nullptr);
}

} // namespace ui
