// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/servers/serverlist.h"

#include "ui/common/icons.h"

#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using servers::ServerProfile;

namespace {

constexpr int idRole = Qt::UserRole;

} // namespace

ServerList::ServerList(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget)
{
    constexpr int usualWidth = 224;
    setFixedWidth(usualWidth);
    setFocusProxy(m_list);
    m_list->setAccessibleName(tr("Known servers"));
    m_list->setToolTip(tr("Known servers"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addWidget(m_list, 1);
    QPushButton *fresh = addButton(tr("&New server"), tr("Set up a server that is not known yet"));
    fresh->setIcon(icon(QLatin1StringView("plus")));
    QPushButton *fromCurl = addButton(tr("&From curl…"), tr("Make a server of a curl command"));
    m_remove
        = addButton(tr("Re&move"), tr("Forget this server and its secrets (Del in the list); can be undone"));
    auto *deleteKey = new QShortcut(Qt::Key_Delete, m_list, nullptr, nullptr, Qt::WidgetShortcut);
    connect(deleteKey, &QShortcut::activated, m_remove, &QPushButton::click); // if it can be
    connect(m_list, &QListWidget::currentItemChanged, this, &ServerList::currentChanged);
    connect(fresh, &QPushButton::clicked, this, &ServerList::freshRequested);
    connect(fromCurl, &QPushButton::clicked, this, &ServerList::fromCurlRequested);
    connect(m_remove, &QPushButton::clicked, this, &ServerList::removeRequested);
}

QPushButton *ServerList::addButton(const QString &text, const QString &toolTip)
{
    auto *button = new QPushButton(text);
    button->setToolTip(toolTip);
    layout()->addWidget(button);
    return button;
}

void ServerList::fill(const QList<ServerProfile> &known, const QMap<QString, ServerProfile> &drafts)
{
    const QString before = currentId();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const ServerProfile &profile : known)
        addItem(drafts.value(profile.id, profile), drafts.contains(profile.id));
    for (const ServerProfile &draft : drafts) {
        if (std::ranges::none_of(known, [&](const ServerProfile &profile) { return profile.id == draft.id; }))
            addItem(draft, true);
    }
    m_list->setEnabled(m_list->count() > 0); // or Tab would stop where nothing is to be seen
    select(before);
}

void ServerList::addItem(const ServerProfile &profile, bool isChanged)
{
    constexpr int height = 32;
    const QString name = profile.name.isEmpty() ? tr("New server") : profile.name;
    const QString address = profile.url.toDisplayString();
    auto *item = new QListWidgetItem(isChanged ? tr("%1 •", "with unsaved changes").arg(name) : name, m_list);
    item->setData(idRole, profile.id);
    item->setIcon(icon(QLatin1StringView("server"), Tone::Dim));
    item->setSizeHint(QSize(0, height));
    item->setToolTip(isChanged ? tr("%1, with changes that are not saved").arg(address) : address);
}

void ServerList::select(const QString &id)
{
    int row = m_list->count() > 0 ? 0 : -1;
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->data(idRole).toString() == id)
            row = i;
    }
    m_list->setCurrentRow(row);
}

QString ServerList::currentId() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(idRole).toString() : QString();
}

void ServerList::setRemovable(bool on)
{
    m_remove->setEnabled(on);
}

} // namespace ui
