// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/profile/profileloader.h"

#include <map>

namespace session {
struct FetchedProfile;
}

namespace ui {

class ProfileActions;

/// The profile that later ones are compared with, and the actions that take it, compare with it and forget it. Knows whether
/// two may be compared, as only what grew in one server is growth, and how many uploads were made between them.
/// Thread: GUI. The actions outlive it.
class ProfileBase final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfileBase)

public:
    explicit ProfileBase(const ProfileActions &actions, QObject *parent = nullptr);

    /// Null: there is none.
    [[nodiscard]] const SharedFile &file() const { return m_file; }
    void drop() { m_file.reset(); }
    /// Of two files the one that was written first. Returns the other.
    [[nodiscard]] SharedFile takeEarlier(const QStringList &paths);

    /// Where profiles are fetched now, if it has some. Returns the base that is forgotten, being of another server; null:
    /// it stays.
    [[nodiscard]] SharedFile setServer(const QString &address, bool hasProfiles);
    /// How many uploads succeeded so far. A lower count than before starts anew.
    void setUploadsDone(qint64 count);
    /// Between profiles that are there and later ones nobody counted.
    void forgetUploads() { m_uploadsAt.clear(); }
    /// What that server gave just now, without an error.
    [[nodiscard]] SharedFile fetched(const session::FetchedProfile &profile);

    /// What is new in a profile; without a base, all of it.
    [[nodiscard]] ProfileChoice compared(const SharedFile &file, const QString &type) const;
    /// Offers the actions that make sense while this is shown (its file is null: nothing) and perhaps a profile is fetched.
    void follow(const ProfileChoice &shown, bool isFetching);

Q_SIGNALS:
    /// By the actions.
    void taken();
    void dropped();
    /// What the base is to be compared with: a new profile of its kind, this choice, or a file that a person is to name.
    void fetchWanted(const QString &kind);
    void choiceWanted(const ui::ProfileChoice &choice);
    void fileWanted();

private:
    void take();
    void compare();
    [[nodiscard]] bool isOfOtherServer(const SharedFile &file) const;

    const ProfileActions &m_actions;
    QString m_server;
    bool m_hasServer = false;
    SharedFile m_file;
    ProfileChoice m_shown;
    qint64 m_uploadsDone = 0;
    /// When profiles were fetched. By owner: another profile may be where one was that is gone.
    std::map<std::weak_ptr<const ProfileFile>, qint64, std::owner_less<>> m_uploadsAt;
};

} // namespace ui
