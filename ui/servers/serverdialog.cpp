// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/servers/serverdialog.h"

#include "core/servers/curlexport.h"
#include "ui/common/banner.h"
#include "ui/common/buttonkind.h"
#include "ui/servers/curlpanel.h"
#include "ui/servers/servereditor.h"
#include "ui/servers/serverlist.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

namespace ui {

using servers::ServerProfile;

namespace {

constexpr QSize usualSize(960, 720);

} // namespace

ServerDialog::ServerDialog(servers::ServerBook &book, QWidget *parent)
    : QDialog(parent)
    , m_book(book)
    , m_list(new ServerList)
    , m_pages(new QStackedWidget)
    , m_editor(new ServerEditor)
    , m_curl(new CurlPanel)
    , m_empty(new QWidget)
    , m_said(new Banner)
    , m_undo(&m_said->addButton(tr("&Undo")))
    , m_copy(new QPushButton(tr("Copy as cur&l")))
    , m_save(new QPushButton(tr("Sa&ve")))
    , m_connect(new QPushButton(tr("Connec&t")))
{
    setWindowTitle(tr("Servers"));
    resize(usualSize);
    build();
    connect(m_list, &ServerList::currentChanged, this, &ServerDialog::showCurrent);
    connect(m_list, &ServerList::freshRequested, this, [this] { add(servers::newProfile()); });
    connect(m_list, &ServerList::fromCurlRequested, this, [this] {
        m_pages->setCurrentWidget(m_curl);
        m_curl->open();
        updateButtons();
    });
    connect(m_list, &ServerList::removeRequested, this, &ServerDialog::removeCurrent);
    connect(m_editor, &ServerEditor::edited, this, &ServerDialog::keepDraft);
    connect(m_curl, &CurlPanel::closed, this, &ServerDialog::showCurrent);
    connect(m_curl, &CurlPanel::imported, this,
            [this](const ServerProfile &profile, const QStringList &notes) { add(profile, notes); });
    connect(&m_book, &servers::ServerBook::fetched, this, &ServerDialog::showFetched);
    connect(&m_book, &servers::ServerBook::changed, this, &ServerDialog::fillList);
    connect(&m_book, &servers::ServerBook::keptForNow, this,
            [this](const QString &name, const base::Error &error) {
                say({tr("The secrets of “%1” are kept only until Tidemark ends.").arg(name),
                     tr("They belong into a keychain, and %1.").arg(error.message)},
                    true);
            });
    connect(m_undo, &QPushButton::clicked, this, [this] {
        m_said->hide();
        if (m_undoing)
            std::exchange(m_undoing, nullptr)();
    });
    fillList();
}

void ServerDialog::build()
{
    auto *right = new QVBoxLayout;
    right->setSpacing(12);
    right->addWidget(m_said);
    right->addWidget(m_pages, 1);
    right->addWidget(buildButtons());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 16, 16, 16);
    row->setSpacing(16);
    row->addWidget(m_list);
    row->addLayout(right, 1);

    auto *hint = new QLabel(
        tr("A server's address, how to sign in, its certificates and limits are set up once here and used "
           "whenever you connect to it."));
    hint->setWordWrap(true);
    hint->setAlignment(Qt::AlignCenter);
    hint->setForegroundRole(QPalette::PlaceholderText);
    auto *middle = new QVBoxLayout(m_empty);
    middle->addWidget(hint);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_editor);
    m_pages->addWidget(m_curl);
    m_said->setClosable(true);
    m_said->hide();
}

QWidget *ServerDialog::buildButtons()
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->setSpacing(8);
    auto *menu = new QMenu(this);
    menu->addAction(tr("With variables instead of secrets"), QKeySequence(QStringLiteral("Ctrl+Alt+V")), this,
                    [this] { copyAsCurl(false); });
    menu->addAction(tr("With the secrets in it"), QKeySequence(QStringLiteral("Ctrl+Alt+Shift+V")), this,
                    [this] { copyAsCurl(true); });
    m_copy->setMenu(menu);
    m_copy->setToolTip(tr("Copy the upload to this server as a curl command"));
    m_save->setToolTip(tr("Keep these changes"));
    m_connect->setToolTip(tr("Save, and use this server"));
    auto *close = new QPushButton(tr("Clos&e"));
    close->setToolTip(tr("Close (Esc)"));
    setKind(*m_connect, ButtonKind::Primary);
    row->addWidget(m_copy);
    row->addStretch();
    row->addWidget(close);
    row->addWidget(m_save);
    row->addWidget(m_connect);
    connect(m_save, &QPushButton::clicked, this, &ServerDialog::save);
    connect(m_connect, &QPushButton::clicked, this, [this] {
        if (save())
            Q_EMIT connectRequested(m_editor->profile());
    });
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    return line;
}

void ServerDialog::keyPressEvent(QKeyEvent *event)
{
    // Enter in a field is no decision; a button that has the focus takes it by itself.
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        QDialog::keyPressEvent(event);
}

void ServerDialog::open(const QString &id)
{
    select(id.isEmpty() ? m_list->currentId() : id);
    show();
    raise();
    activateWindow();
    m_list->setFocus(Qt::OtherFocusReason);
}

void ServerDialog::open(const ServerProfile &fresh)
{
    open(QString());
    add(fresh);
}

void ServerDialog::fillList()
{
    m_list->fill(m_book.profiles(), m_drafts);
    select(m_list->currentId());
}

void ServerDialog::select(const QString &id)
{
    m_list->select(id);
    if (m_list->currentId() != m_shownId || m_pages->currentWidget() != m_editor)
        showCurrent();
    updateButtons();
}

void ServerDialog::showCurrent()
{
    const QString id = m_list->currentId();
    m_shownId.clear();
    m_pages->setCurrentWidget(id.isEmpty() ? m_empty : m_editor);
    if (const auto draft = m_drafts.constFind(id); draft != m_drafts.cend()) {
        m_editor->setProfile(*draft);
        m_shownId = id;
    } else if (const ServerProfile *known = m_book.byId(id)) {
        m_editor->setProfile(*known);
        m_book.fetch(id); // the keychain may take its time
    }
    updateButtons();
}

void ServerDialog::showFetched(const ServerProfile &profile, const base::Error &error)
{
    if (profile.id != m_list->currentId() || m_drafts.contains(profile.id) || m_shownId == profile.id)
        return;
    m_editor->setProfile(profile);
    m_shownId = profile.id;
    if (error.kind != base::ErrorKind::None && servers::isSecretMissing(profile))
        say({tr("The secrets of “%1” cannot be read.").arg(profile.name),
             tr("%1. Type them again to use them now.").arg(error.message)},
            true);
    updateButtons();
}

void ServerDialog::keepDraft()
{
    if (m_shownId.isEmpty())
        return;
    const ServerProfile draft = m_editor->profile();
    const bool isNews = !m_drafts.contains(draft.id) || m_drafts.value(draft.id).name != draft.name;
    m_drafts.insert(draft.id, draft);
    if (isNews)
        fillList();
    updateButtons();
}

void ServerDialog::add(ServerProfile profile, const QStringList &notes)
{
    m_drafts.insert(profile.id, profile);
    m_said->hide();
    m_pages->setCurrentWidget(m_editor);
    fillList();
    select(profile.id);
    m_editor->focusName();
    if (!notes.isEmpty())
        say(QStringList(tr("Taken over, with differences:")) + notes);
}

bool ServerDialog::save()
{
    if (const QString mistake = m_editor->mistake(); !mistake.isEmpty()) {
        say({tr("This server cannot be used yet."), mistake}, true);
        return false;
    }
    const ServerProfile profile = m_editor->profile();
    m_drafts.remove(profile.id);
    m_said->hide();
    const auto saved = m_book.put(profile);
    if (!saved)
        say({tr("The server was not saved."), saved.error().message}, true);
    return saved.ok();
}

void ServerDialog::removeCurrent()
{
    const QString id = m_list->currentId();
    const ServerProfile gone = m_editor->profile();
    const bool wasKnown = m_book.byId(id) != nullptr;
    m_drafts.remove(id);
    m_shownId.clear();
    const auto removed = wasKnown ? m_book.remove(id) : base::Result<base::Done>(base::Done{});
    if (!wasKnown)
        fillList();
    if (removed)
        say({tr("“%1” is removed.").arg(gone.name)});
    else
        say({tr("“%1” is removed only until Tidemark ends.").arg(gone.name), removed.error().message}, true);
    m_undo->show();
    m_undoing = [this, gone, wasKnown] {
        if (!wasKnown) {
            m_drafts.insert(gone.id, gone);
        } else if (const auto saved = m_book.put(gone); !saved) {
            say({tr("The server was not saved."), saved.error().message}, true);
            return;
        }
        fillList();
        select(gone.id);
    };
}

void ServerDialog::copyAsCurl(bool withSecrets)
{
    const auto line = servers::exportCurl(
        m_editor->profile(), {}, withSecrets ? servers::SecretsIn::Plain : servers::SecretsIn::Variables);
    if (!line) {
        say({tr("Nothing was copied."), line.error().message}, true);
        return;
    }
    QGuiApplication::clipboard()->setText(line->command);
    QStringList texts{tr("The command is copied."), tr("Put the file's name in the place of FILE.")};
    if (withSecrets)
        texts.append(tr("It holds secrets: take care whom you show it to."));
    say(texts + line->notes);
}

void ServerDialog::say(const QStringList &texts, bool isBad)
{
    m_said->setMessage(isBad ? Tone::Bad : Tone::Accent, texts.constFirst(), texts.sliced(1));
    m_undo->hide();
    m_undoing = nullptr;
    m_said->show();
}

void ServerDialog::updateButtons()
{
    const bool isEditing = m_pages->currentWidget() == m_editor;
    const bool isReady = isEditing && !m_shownId.isEmpty();
    m_editor->setEnabled(isReady);
    m_copy->setEnabled(isReady);
    m_save->setEnabled(isReady && m_drafts.contains(m_shownId));
    m_connect->setEnabled(isReady);
    m_list->setRemovable(isReady);
}

} // namespace ui
