// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/profilepage.h"

#include "ui/common/banner.h"
#include "ui/common/dropfilter.h"
#include "ui/models/errortext.h"
#include "ui/profile/emptyprofile.h"
#include "ui/profile/profileactions.h"
#include "ui/profile/profilebar.h"
#include "ui/profile/profiledialogs.h"
#include "ui/profile/profileheader.h"
#include "ui/profile/profilepane.h"
#include "ui/profile/profiletext.h"

#include <QAction>
#include <QStackedWidget>

namespace ui {

ProfilePage::ProfilePage(QWidget *parent)
    : QWidget(parent)
    , m_actions(new ProfileActions(*this))
    , m_base(new ProfileBase(*m_actions, this))
    , m_bar(new ProfileBar(*m_actions))
    , m_header(new ProfileHeader)
    , m_pane(new ProfilePane)
    , m_empty(new EmptyProfile(*m_actions->fetch, *m_actions->open))
    , m_banner(new Banner)
    , m_stack(new QStackedWidget)
    , m_loader(new ProfileLoader(this))
{
    buildLayout();
    connectParts();
    refresh();
}

void ProfilePage::buildLayout()
{
    auto *filled = new QWidget;
    auto *inner = new QVBoxLayout(filled);
    inner->setContentsMargins({});
    inner->setSpacing(8);
    inner->addWidget(m_header);
    inner->addWidget(m_pane, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(filled);
    m_banner->setClosable(true);
    m_banner->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_bar);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
}

void ProfilePage::connectParts()
{
    const auto browse
        = [this] { openProfiles(*this, [this](const QStringList &paths) { openFiles(paths); }); };
    const ProfileActions &a = *m_actions;
    connect(a.fetch, &QAction::triggered, this, [this] { fetch(m_bar->kind()); });
    connect(a.open, &QAction::triggered, this, browse);
    connect(a.find, &QAction::triggered, m_header, &ProfileHeader::focusSearch);
    connect(a.save, &QAction::triggered, this, [this] { saveProfile(*this, m_choice.file, *m_banner); });
    m_pane->obey(a);
    auto *drops = new DropFilter(*this);
    connect(drops, &DropFilter::dropped, this, &ProfilePage::openFiles);
    connect(drops, &DropFilter::hovering, m_empty, &EmptyProfile::setHovered);
    connect(m_bar, &ProfileBar::kindChosen, this, [this](const QString &kind) { fetch(kind); });
    connect(m_bar, &ProfileBar::cancelRequested, this, [this] {
        m_fetching.clear();
        m_loader->cancel();
        Q_EMIT fetchCancelled();
        refresh();
    });
    connect(m_base, &ProfileBase::taken, this, &ProfilePage::refresh);
    connect(m_base, &ProfileBase::dropped, this, &ProfilePage::showAlone);
    connect(m_base, &ProfileBase::fetchWanted, this, [this](const QString &kind) { fetch(kind, true); });
    connect(m_base, &ProfileBase::choiceWanted, this, &ProfilePage::load);
    connect(m_base, &ProfileBase::fileWanted, this, browse);
    connect(m_header, &ProfileHeader::searchEdited, m_pane, &ProfilePane::setSearch);
    connect(m_header, &ProfileHeader::searchEntered, m_pane, &ProfilePane::goToFirstMatch);
    connect(m_header, &ProfileHeader::typeChosen, this, &ProfilePage::choose);
    connect(m_pane, &ProfilePane::searched, m_header, &ProfileHeader::setSearchResult);
    connect(m_loader, &ProfileLoader::loaded, this, &ProfilePage::showContent);
    connect(m_loader, &ProfileLoader::failed, this, &ProfilePage::showFailure);
}

void ProfilePage::setServer(const QString &address, bool hasProfiles)
{
    m_hasServer = hasProfiles;
    m_areOffersKnown = false;
    m_fetching.clear();
    m_bar->setOffered({});
    if (const SharedFile forgotten = m_base->setServer(address, hasProfiles))
        tell(Tone::Warn, tr("The base is forgotten: it is of another server."),
             {tr("It was %1. Take a new one of this server.").arg(forgotten->title())});
    refresh();
    askForOffers();
}

void ProfilePage::setOffered(const QStringList &names)
{
    m_areOffersKnown = true;
    m_bar->setOffered(names);
}

void ProfilePage::askForOffers()
{
    if (isVisible() && m_hasServer && !m_areOffersKnown)
        Q_EMIT offersWanted();
}

void ProfilePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    askForOffers();
}

void ProfilePage::fetch(const QString &kind, bool toCompare)
{
    m_bar->setKind(kind);
    m_isFetchToCompare = toCompare;
    m_fetching = kind;
    m_loader->cancel();
    m_banner->hide();
    refresh();
    Q_EMIT fetchRequested(m_bar->kind());
}

void ProfilePage::takeFetched(const session::FetchedProfile &profile)
{
    if (profile.name != m_fetching) // Cancelled, or another one was asked for since.
        return;
    m_fetching.clear();
    if (profile.error.kind != base::ErrorKind::None) {
        showFailure({profile.error, profile.name});
        return;
    }
    const SharedFile file = m_base->fetched(profile);
    load(m_isFetchToCompare ? m_base->compared(file, m_choice.type) : ProfileChoice{file, {}, m_choice.type});
}

void ProfilePage::showAlone()
{
    if (m_choice.base && m_check.isEmpty())
        load({m_choice.file, nullptr, m_choice.type});
    refresh();
}

void ProfilePage::showCheck(const experiment::CheckProfiles &profiles, double uploads, const QString &unit)
{
    m_check = CheckPairs(profiles);
    m_base->drop();
    m_fetching.clear();
    if (!m_check.isEmpty()) {
        load(m_check.first(unit, uploads));
        return;
    }
    tell(Tone::Warn, tr("This check kept no profiles."),
         {tr("They are kept when the server offers pprof and something grew.")});
}

void ProfilePage::showChecks(const experiment::CheckProfiles &before, const QString &beforeName,
                             const experiment::CheckProfiles &after, const QString &afterName)
{
    m_check = {};
    m_base->drop();
    m_fetching.clear();
    load(CheckPairs::between(before, beforeName, after, afterName));
}

void ProfilePage::openFiles(const QStringList &paths)
{
    m_fetching.clear();
    if (paths.size() == 2) { // They are to be compared.
        m_check = {};
        load(m_base->compared(m_base->takeEarlier(paths), m_choice.type));
    } else {
        load({std::make_shared<ProfileFile>(paths.constFirst()), nullptr, m_choice.type});
    }
}

void ProfilePage::load(const ProfileChoice &choice)
{
    m_banner->hide();
    m_loader->load(choice);
    refresh();
}

void ProfilePage::showContent(const pprof::SharedContent &content, const ProfileChoice &choice)
{
    m_choice = choice;
    m_choice.type = content->valueType.type;
    if (!m_check.contains(choice.file))
        m_check = {};
    const QString source = choice.title();
    m_header->setContent(*content, source, m_check.typesBesides(choice.file));
    m_pane->setContent(content, source);
    refresh();
    Q_EMIT shown(
        tr("%1 · %2", "title, details").arg(contentTitle(*content), contentDetails(*content, source)));
}

void ProfilePage::choose(const QString &type, bool isOfOther)
{
    ProfileChoice next = isOfOther ? m_check.besides(m_choice) : m_choice;
    next.type = type;
    load(next);
}

void ProfilePage::showFailure(const ProfileFailure &failure)
{
    if (failure.name.isEmpty()) {
        tell(Tone::Bad, tr("The two profiles cannot be compared."),
             {tr("They do not count the same things (%1).").arg(failure.error.message),
              tr("Take a base of the same kind.")});
    } else {
        const ErrorText text = errorText(failure.error, Task::Profile, failure.name);
        tell(Tone::Bad, text.what, {tr("%1 %2", "why it failed, what to do").arg(text.why, text.advice)});
    }
}

void ProfilePage::tell(Tone tone, const QString &headline, const QStringList &details)
{
    m_banner->setMessage(tone, headline, details);
    m_banner->show();
    refresh();
}

void ProfilePage::refresh()
{
    const bool isFilled = m_choice.file != nullptr;
    m_stack->setCurrentIndex(isFilled ? 1 : 0);
    m_bar->setVisible(isFilled || !m_fetching.isEmpty() || m_loader->isLoading());
    m_bar->setFilled(isFilled);
    m_bar->setProgress(m_fetching, m_loader->isLoading());
    m_bar->setBase(m_base->file());
    m_base->follow(m_choice, !m_fetching.isEmpty());
    const ProfileActions &a = *m_actions;
    a.fetch->setEnabled(m_hasServer && m_fetching.isEmpty());
    for (QAction *action : {a.find, a.showFlame, a.showTable, a.copyText, a.copyPicture, a.save})
        action->setEnabled(isFilled);
}

} // namespace ui
