// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/profilepage.h"

#include "core/metrics/pprofindex.h"
#include "core/report/heldfunctions.h"
#include "ui/common/banner.h"
#include "ui/common/dropfilter.h"
#include "ui/models/errortext.h"
#include "ui/profile/emptyprofile.h"
#include "ui/profile/flameview.h"
#include "ui/profile/profileactions.h"
#include "ui/profile/profilebar.h"
#include "ui/profile/profiledialogs.h"
#include "ui/profile/profilepane.h"
#include "ui/profile/profiletext.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QFileInfo>
#include <QGuiApplication>
#include <QStackedWidget>

namespace ui {

namespace {

constexpr size_t rowsToCopy = 40;

QString sourceOf(const session::FetchedProfile &profile)
{
    const QString port = profile.url.port() > 0 ? QStringLiteral(":%1").arg(profile.url.port()) : QString();
    return ProfilePage::tr("%1 of %2, %3", "kind of profile, server, time")
        .arg(profile.name, profile.url.host() + port,
             QDateTime::fromMSecsSinceEpoch(profile.takenMs).toString(QStringLiteral("HH:mm:ss")));
}

QString sourceOf(const SharedFile &file)
{
    return file->source().isEmpty() ? file->name() : file->source();
}

QString sourceOf(const ProfileChoice &choice)
{
    return choice.base ? ProfilePage::tr("%1 → %2", "from one profile to another")
                             .arg(sourceOf(choice.base), sourceOf(choice.file))
                       : sourceOf(choice.file);
}

} // namespace

ProfilePage::ProfilePage(QWidget *parent)
    : QWidget(parent)
    , m_actions(new ProfileActions(*this))
    , m_bar(new ProfileBar(*m_actions))
    , m_header(new ProfileHeader)
    , m_pane(new ProfilePane)
    , m_empty(new EmptyProfile(*m_actions->fetch, *m_actions->open))
    , m_banner(new Banner)
    , m_stack(new QStackedWidget)
    , m_loader(new ProfileLoader(this))
{
    buildLayout();
    connectActions();
    takeDrops();
    connect(m_bar, &ProfileBar::kindChosen, this, [this](const QString &kind) {
        m_kind = kind;
        fetch(false);
    });
    connect(m_bar, &ProfileBar::cancelRequested, this, [this] {
        m_fetching.clear();
        m_loader->cancel();
        Q_EMIT fetchCancelled();
        refresh();
    });
    connect(m_header, &ProfileHeader::searchEdited, m_pane, &ProfilePane::setSearch);
    connect(m_header, &ProfileHeader::searchEntered, m_pane, &ProfilePane::goToFirstMatch);
    connect(m_header, &ProfileHeader::choiceMade, this, &ProfilePage::choose);
    connect(m_pane, &ProfilePane::searched, m_header, &ProfileHeader::setSearchResult);
    connect(&m_pane->flame(), &FlameView::currentNodeChanged, this, &ProfilePage::enableCopyStack);
    connect(m_loader, &ProfileLoader::loaded, this, &ProfilePage::showContent);
    connect(m_loader, &ProfileLoader::failed, this, &ProfilePage::showFailure);
    refresh();
}

ProfilePage::~ProfilePage() = default;

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

void ProfilePage::connectActions()
{
    const ProfileActions &a = *m_actions;
    connect(a.fetch, &QAction::triggered, this, [this] { fetch(false); });
    connect(a.open, &QAction::triggered, this, &ProfilePage::browse);
    connect(a.takeBase, &QAction::triggered, this, [this] {
        m_base = m_choice.file;
        refresh();
    });
    connect(a.compare, &QAction::triggered, this, &ProfilePage::compare);
    connect(a.dropBase, &QAction::triggered, this, &ProfilePage::dropBase);
    connect(a.find, &QAction::triggered, m_header, &ProfileHeader::focusSearch);
    // One of the two is always there.
    connect(a.showFlame, &QAction::toggled, this, [this](bool on) {
        m_pane->setFlameShown(on);
        if (!on)
            m_actions->showTable->setChecked(true);
    });
    connect(a.showTable, &QAction::toggled, this, [this](bool on) {
        m_pane->setTableShown(on);
        if (!on)
            m_actions->showFlame->setChecked(true);
    });
    connect(a.copyText, &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(
            contentAsText(*m_content, m_pane->search(), sourceOf(m_choice), rowsToCopy));
    });
    connect(a.copyStack, &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(stackAsText(*m_content, m_pane->flame().currentNode()));
    });
    connect(a.copyPicture, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setImage(m_pane->flame().picture()); });
    connect(a.save, &QAction::triggered, this, &ProfilePage::save);
}

void ProfilePage::takeDrops()
{
    auto *drops = new DropFilter(*this);
    connect(drops, &DropFilter::dropped, this, &ProfilePage::openFiles);
    connect(drops, &DropFilter::hovering, m_empty, &EmptyProfile::setHovered);
}

void ProfilePage::setServer(const QString &address, bool hasProfiles)
{
    m_server = address;
    m_hasServer = hasProfiles;
    m_areOffersKnown = false;
    m_uploadsAt.clear();
    m_fetching.clear();
    m_bar->setOffered({});
    forgetForeignBase();
    refresh();
    askForOffers();
}

bool ProfilePage::isOfOtherServer(const SharedFile &file) const
{
    return !file->server().isEmpty() && !m_server.isEmpty() && file->server() != m_server;
}

void ProfilePage::forgetForeignBase()
{
    if (!m_base || !isOfOtherServer(m_base))
        return;
    m_banner->setMessage(Tone::Warn, tr("The base is forgotten: it is of another server."),
                         {tr("It was %1. Take a new one of this server.").arg(sourceOf(m_base))});
    m_banner->show();
    m_base.reset();
}

void ProfilePage::setOffered(const QStringList &names)
{
    QStringList kinds;
    std::copy_if(names.begin(), names.end(), std::back_inserter(kinds), metrics::isProfileAtOnce);
    m_areOffersKnown = true;
    if (!kinds.isEmpty() && !kinds.contains(m_kind))
        m_kind = kinds.contains(QStringLiteral("heap")) ? QStringLiteral("heap") : kinds.constFirst();
    m_bar->setOffered(kinds);
    refresh();
}

void ProfilePage::setUploadsDone(qint64 count)
{
    if (count < m_uploadsDone) // The list was cleared.
        forgetUploads();
    m_uploadsDone = count;
}

void ProfilePage::forgetUploads()
{
    m_uploadsAt.clear();
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

void ProfilePage::fetch(bool toCompare)
{
    m_isFetchToCompare = toCompare;
    m_fetching = m_kind;
    m_loader->cancel();
    m_banner->hide();
    refresh();
    Q_EMIT fetchRequested(m_kind);
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
    const auto file = std::make_shared<ProfileFile>(profile.name, sourceOf(profile), profile.bytes, m_server);
    m_uploadsAt.insert_or_assign(file, m_uploadsDone);
    ProfileChoice choice{file, nullptr, m_choice.type, 0};
    if (m_isFetchToCompare && m_base) {
        choice.base = m_base;
        const auto before = m_uploadsAt.find(m_base);
        choice.uploads
            = before == m_uploadsAt.end() ? 0 : static_cast<double>(m_uploadsDone - before->second);
    }
    load(choice);
}

void ProfilePage::compare()
{
    if (!m_base)
        return;
    // A base that was fetched is compared with the server as it is now; one from a file with what is shown.
    if (!m_base->source().isEmpty() && m_hasServer) {
        m_kind = m_base->name();
        fetch(true);
    } else if (m_choice.file != m_base && !m_choice.base) {
        load({m_choice.file, m_base, m_choice.type, 0});
    } else {
        browse();
    }
}

void ProfilePage::dropBase()
{
    m_base.reset();
    if (m_choice.base && m_check.isEmpty())
        load({m_choice.file, nullptr, m_choice.type, 0});
    refresh();
}

void ProfilePage::showCheck(const experiment::CheckProfiles &profiles, double uploads, const QString &unit)
{
    m_check = CheckPairs(profiles);
    m_base.reset();
    m_fetching.clear();
    if (m_check.isEmpty()) {
        m_banner->setMessage(Tone::Warn, tr("This check kept no profiles."),
                             {tr("They are kept when the server offers pprof and something grew.")});
        m_banner->show();
        refresh();
        return;
    }
    const CheckPairs::Pair &pair = m_check.first(unit == QLatin1StringView("goroutines"));
    const bool isGoroutines = CheckPairs::isOfGoroutines(pair);
    load({pair.after, pair.before, isGoroutines ? QString() : QStringLiteral("inuse_space"), uploads});
}

void ProfilePage::showChecks(const experiment::CheckProfiles &before, const QString &beforeName,
                             const experiment::CheckProfiles &after, const QString &afterName)
{
    const auto last = [](const experiment::CheckProfiles &profiles, const QString &name) {
        return std::make_shared<ProfileFile>(QStringLiteral("heap"), tr("heap, %1", "of a check").arg(name),
                                             report::lastHeap(profiles));
    };
    m_check = {};
    m_base.reset();
    m_fetching.clear();
    load({last(after, afterName), last(before, beforeName), QStringLiteral("inuse_space"), 0});
}

void ProfilePage::openFile(const QString &path)
{
    openFiles({path});
}

void ProfilePage::openFiles(const QStringList &paths)
{
    m_fetching.clear();
    if (paths.size() == 2) { // Two are to be compared; the one that was written first is the base.
        QStringList inOrder = paths;
        std::stable_sort(inOrder.begin(), inOrder.end(), [](const QString &a, const QString &b) {
            return QFileInfo(a).lastModified() < QFileInfo(b).lastModified();
        });
        m_check = {};
        m_base = std::make_shared<ProfileFile>(inOrder.constFirst());
        load({std::make_shared<ProfileFile>(inOrder.constLast()), m_base, m_choice.type, 0});
        return;
    }
    load({std::make_shared<ProfileFile>(paths.constFirst()), nullptr, m_choice.type, 0});
}

void ProfilePage::browse()
{
    openProfiles(*this, [this](const QStringList &paths) { openFiles(paths); });
}

void ProfilePage::save()
{
    saveProfile(*this, m_choice.file, [this](const QString &path, const base::Error &error) {
        if (error.kind == base::ErrorKind::None) {
            m_banner->setMessage(Tone::Good, tr("The profile is saved."), {path});
        } else {
            const ErrorText text = errorText(error, Task::Profile, QFileInfo(path).fileName());
            m_banner->setMessage(Tone::Bad, tr("The profile was not saved."), {text.why, text.advice});
        }
        m_banner->show();
    });
}

void ProfilePage::load(const ProfileChoice &choice)
{
    m_banner->hide();
    m_loader->load(choice);
    refresh();
}

void ProfilePage::showContent(const pprof::SharedContent &content, const ProfileChoice &choice)
{
    m_content = content;
    m_choice = choice;
    m_choice.type = content->valueType.type;
    if (!m_check.contains(choice.file))
        m_check = {};
    const QString source = sourceOf(choice);
    m_header->setContent(*content, source, choices());
    m_pane->setContent(content);
    refresh();
    Q_EMIT shown(
        tr("%1 · %2", "title, details").arg(contentTitle(*content), contentDetails(*content, source)));
}

QList<ProfileHeader::Choice> ProfilePage::choices() const
{
    QList<ProfileHeader::Choice> choices; // Producers write the important ones last.
    for (auto type = m_content->profile->types.rbegin(); type != m_content->profile->types.rend(); ++type)
        choices.append({type->type, false});
    if (const CheckPairs::Pair *other = m_check.besides(m_choice.file)) {
        // Not decoded yet, but it is known what Go counts in them.
        if (CheckPairs::isOfGoroutines(*other))
            choices.append({QStringLiteral("goroutine"), true});
        else
            choices.append({{QStringLiteral("inuse_space"), true}, {QStringLiteral("inuse_objects"), true}});
    }
    return choices;
}

void ProfilePage::choose(const ProfileHeader::Choice &choice)
{
    ProfileChoice next = m_choice;
    next.type = choice.type;
    if (const CheckPairs::Pair *other = m_check.besides(m_choice.file); other && choice.isOfOther) {
        next.file = other->after;
        next.base = other->before;
    }
    load(next);
}

void ProfilePage::showFailure(const ProfileFailure &failure)
{
    if (failure.name.isEmpty()) {
        m_banner->setMessage(Tone::Bad, tr("The two profiles cannot be compared."),
                             {tr("They do not count the same things (%1).").arg(failure.error.message),
                              tr("Take a base of the same kind.")});
    } else {
        const ErrorText text = errorText(failure.error, Task::Profile, failure.name);
        m_banner->setMessage(Tone::Bad, text.what,
                             {tr("%1 %2", "why it failed, what to do").arg(text.why, text.advice)});
    }
    m_banner->show();
    refresh();
}

void ProfilePage::refresh()
{
    const bool isFilled = m_content != nullptr;
    const bool isBusy = !m_fetching.isEmpty() || m_loader->isLoading();
    m_stack->setCurrentIndex(isFilled ? 1 : 0);
    m_bar->setVisible(isFilled || isBusy);
    m_bar->setFilled(isFilled);
    m_bar->setProgress(!m_fetching.isEmpty() ? tr("Fetching %1…").arg(m_fetching)
                           : isBusy          ? tr("Reading…")
                                             : QString());
    m_bar->setBase(m_base ? tr("base: %1").arg(sourceOf(m_base)) : QString());

    const ProfileActions &a = *m_actions;
    a.fetch->setText(tr("&Fetch %1").arg(m_kind));
    a.fetch->setEnabled(m_hasServer && m_fetching.isEmpty());
    a.takeBase->setVisible(isFilled && !m_choice.base && m_base != m_choice.file
                           && !isOfOtherServer(m_choice.file));
    a.takeBase->setEnabled(a.takeBase->isVisible());
    a.compare->setVisible(m_base != nullptr);
    a.compare->setEnabled(m_base && m_fetching.isEmpty());
    a.dropBase->setEnabled(m_base != nullptr);
    for (QAction *action : {a.find, a.showFlame, a.showTable, a.copyText, a.copyPicture, a.save})
        action->setEnabled(isFilled);
    enableCopyStack();
}

void ProfilePage::enableCopyStack()
{
    m_actions->copyStack->setEnabled(m_content && m_pane->flame().currentNode() != 0); // The root has none.
}

} // namespace ui
