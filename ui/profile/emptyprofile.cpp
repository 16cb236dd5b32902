// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/emptyprofile.h"

#include "ui/common/buttonkind.h"
#include "ui/common/dropzone.h"
#include "ui/common/invitation.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

EmptyProfile::EmptyProfile(QAction &fetch, QAction &open, QWidget *parent)
    : QWidget(parent)
    , m_zone(new DropZone(this))
    , m_fetch(new QPushButton(this))
    , m_lesson(new QLabel(this))
{
    setKind(*m_fetch, ButtonKind::Primary);
    connect(m_fetch, &QPushButton::clicked, &fetch, &QAction::trigger);
    connect(&fetch, &QAction::changed, this, [this, &fetch] { follow(fetch); });
    auto *file = new QPushButton(open.text(), this);
    file->setToolTip(open.toolTip());
    connect(file, &QPushButton::clicked, &open, &QAction::trigger);

    layOut(
        {QLatin1StringView("profile"), tr("See which functions hold the memory"), m_lesson, {m_fetch, file}},
        *m_zone);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_zone);
    follow(fetch);
}

void EmptyProfile::follow(QAction &fetch)
{
    m_fetch->setText(fetch.text());
    m_fetch->setToolTip(fetch.toolTip());
    m_fetch->setVisible(fetch.isEnabled());
    m_lesson->setText(
        fetch.isEnabled() ? tr(
            "Fetch a profile from the server, or drop a pprof file here. To see what grew, take one as the "
            "base, upload, then compare.")
                          : tr("Connect to a server that offers pprof, drop a pprof file here, or run a leak "
                               "check: it keeps "
                               "the profiles from before and after."));
}

void EmptyProfile::setHovered(bool on)
{
    m_zone->setHovered(on);
}

} // namespace ui
