// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"
#include "core/session/profilefetcher.h"
#include "ui/profile/checkpairs.h"
#include "ui/profile/profileheader.h"
#include "ui/profile/profileloader.h"

#include <QWidget>

#include <map>
#include <memory>

class QStackedWidget;

namespace ui {

class Banner;
class EmptyProfile;
class ProfileActions;
class ProfileBar;
class ProfilePane;

/// Looks into profiles: fetched from the server, opened from a file, or kept by a leak check; one alone, or what changed
/// from one to another. Says by signals what it needs of the server. Nothing is read or decoded in the GUI thread.
/// Thread: GUI.
class ProfilePage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfilePage)

public:
    explicit ProfilePage(QWidget *parent = nullptr);
    ~ProfilePage() override;

    [[nodiscard]] ProfileActions &actions() const { return *m_actions; }
    [[nodiscard]] ProfilePane &pane() const { return *m_pane; }

public Q_SLOTS:
    /// Another server, or what it was found to offer. Profiles that are shown stay; a base of another server does not:
    /// what differs between two servers is no growth.
    void setServer(const QString &address, bool hasProfiles);
    /// Names of profiles that it offers; those that take a recording or are none are left out.
    void setOffered(const QStringList &names);
    /// How many uploads succeeded so far: two profiles of this server are then compared per upload. A lower count than
    /// before starts anew.
    void setUploadsDone(qint64 count);
    /// Others were made that are not counted: profiles from before are not compared per upload any more.
    void forgetUploads();
    /// Answers fetchRequested.
    void takeFetched(const session::FetchedProfile &profile);
    /// What grew between a check's two profiles: of goroutines if `unit` is "goroutines" (see Guilt), else of the heap,
    /// as far as they are there. The page offers the others, too.
    void showCheck(const experiment::CheckProfiles &profiles, double uploads, const QString &unit = {});
    /// What the server's memory held after one leak check and not after the other, each as the check saw it last: of one in
    /// which nothing grew, before its uploads. The names are for people: "check of 2026-11-29 17:59".
    void showChecks(const experiment::CheckProfiles &before, const QString &beforeName,
                    const experiment::CheckProfiles &after, const QString &afterName);
    void openFile(const QString &path);

Q_SIGNALS:
    /// The page is to be seen and does not know what the server offers.
    void offersWanted();
    void fetchRequested(const QString &name);
    void fetchCancelled();
    /// Something else is shown: title and details, for whoever cannot see it.
    void shown(const QString &title);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildLayout();
    void connectActions();
    void takeDrops();
    void openFiles(const QStringList &paths);
    void browse();
    void save();
    void fetch(bool toCompare);
    void compare();
    void load(const ProfileChoice &choice);
    void showContent(const pprof::SharedContent &content, const ProfileChoice &choice);
    void showFailure(const ProfileFailure &failure);
    void choose(const ProfileHeader::Choice &choice);
    [[nodiscard]] QList<ProfileHeader::Choice> choices() const;
    void dropBase();
    void forgetForeignBase();
    [[nodiscard]] bool isOfOtherServer(const SharedFile &file) const;
    void askForOffers();
    void refresh();
    void enableCopyStack();

    ProfileActions *m_actions;
    ProfileBar *m_bar;
    ProfileHeader *m_header;
    ProfilePane *m_pane;
    EmptyProfile *m_empty;
    Banner *m_banner;
    QStackedWidget *m_stack;
    ProfileLoader *m_loader;

    QString m_server;
    pprof::SharedContent m_content; ///< Null: nothing is shown.
    ProfileChoice m_choice; ///< Of m_content.
    SharedFile m_base;
    CheckPairs m_check; ///< Empty: what is shown is of no check.
    /// Of fetched profiles: uploads done by then. By owner: another profile may be where one was that is gone.
    std::map<std::weak_ptr<const ProfileFile>, qint64, std::owner_less<>> m_uploadsAt;
    QString m_kind = QStringLiteral("heap"); ///< On the fetch button.
    QString m_fetching; ///< Empty: nothing.
    bool m_isFetchToCompare = false;
    bool m_hasServer = false;
    bool m_areOffersKnown = false;
    qint64 m_uploadsDone = 0;
};

} // namespace ui
