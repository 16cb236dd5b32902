// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"
#include "core/session/profilefetcher.h"
#include "ui/common/colors.h"
#include "ui/profile/checkpairs.h"
#include "ui/profile/profilebase.h"

#include <QWidget>

class QStackedWidget;

namespace ui {

class Banner;
class EmptyProfile;
class ProfileActions;
class ProfileBar;
class ProfileHeader;
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
    void setUploadsDone(qint64 count) { m_base->setUploadsDone(count); }
    /// Others were made that are not counted: profiles from before are not compared per upload any more.
    void forgetUploads() { m_base->forgetUploads(); }
    /// Answers fetchRequested.
    void takeFetched(const session::FetchedProfile &profile);
    /// What grew between a check's two profiles: of goroutines if `unit` is "goroutines" (see Guilt), else of the heap,
    /// as far as they are there. The page offers the others, too.
    void showCheck(const experiment::CheckProfiles &profiles, double uploads, const QString &unit = {});
    /// What the server's memory held at the end of one leak check and not at the end of the other; both have a profile of that
    /// (CheckProfiles::heapAfter). The names are for people: "check of 2026-11-29 17:59".
    void showChecks(const experiment::CheckProfiles &before, const QString &beforeName,
                    const experiment::CheckProfiles &after, const QString &afterName);
    void openFile(const QString &path) { openFiles({path}); }

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
    void connectParts();
    void openFiles(const QStringList &paths);
    void fetch(const QString &kind, bool toCompare = false);
    void load(const ProfileChoice &choice);
    void showContent(const pprof::SharedContent &content, const ProfileChoice &choice);
    void showFailure(const ProfileFailure &failure);
    void choose(const QString &type, bool isOfOther);
    void showAlone();
    void askForOffers();
    /// Above the page, until something is loaded.
    void tell(Tone tone, const QString &headline, const QStringList &details);
    void refresh();

    ProfileActions *m_actions;
    ProfileBase *m_base;
    ProfileBar *m_bar;
    ProfileHeader *m_header;
    ProfilePane *m_pane;
    EmptyProfile *m_empty;
    Banner *m_banner;
    QStackedWidget *m_stack;
    ProfileLoader *m_loader;

    ProfileChoice m_choice; ///< Is shown; its file is null: nothing is.
    CheckPairs m_check; ///< Empty: what is shown is of no check.
    QString m_fetching; ///< Empty: nothing.
    bool m_isFetchToCompare = false;
    bool m_hasServer = false;
    bool m_areOffersKnown = false;
};

} // namespace ui
