// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/profilebar.h"

#include "core/metrics/pprofindex.h"
#include "ui/common/buttonkind.h"
#include "ui/common/followingbutton.h"
#include "ui/common/icons.h"
#include "ui/common/pill.h"
#include "ui/profile/profileactions.h"
#include "ui/profile/profiletext.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace ui {

ProfileBar::ProfileBar(ProfileActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_fetch(followingButton(*actions.fetch, this))
    , m_kinds(new QToolButton(this))
    , m_kindMenu(new QMenu(this))
    , m_base(new Pill({}, Tone::Accent, this))
    , m_dropBase(new QToolButton(this))
    , m_progress(new QLabel(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    m_kinds->setIcon(icon(QLatin1StringView("chevron-down"), Tone::Dim));
    m_kinds->setToolTip(tr("Fetch another kind of profile"));
    m_kinds->setAccessibleName(tr("Kind of profile"));
    m_kinds->setPopupMode(QToolButton::InstantPopup);
    m_kinds->setMenu(m_kindMenu);
    QPushButton *open = followingButton(*actions.open, this);
    QPushButton *takeBase = followingButton(*actions.takeBase, this);
    QPushButton *compare = followingButton(*actions.compare, this);
    m_base->setElidable(true);
    m_dropBase->setIcon(icon(QLatin1StringView("cancel"), Tone::Dim));
    m_dropBase->setToolTip(actions.dropBase->toolTip());
    m_dropBase->setAccessibleName(actions.dropBase->text());
    connect(m_dropBase, &QToolButton::clicked, actions.dropBase, &QAction::trigger);
    buildProgress();

    auto *copyMenu = new QMenu(this);
    copyMenu->addActions({actions.copyText, actions.copyStack, actions.copyPicture});
    copyMenu->addSeparator();
    copyMenu->addAction(actions.save);
    auto *copy = new QPushButton(tr("Copy"), this);
    copy->setToolTip(tr("Copy or save what is shown"));
    copy->setMenu(copyMenu);
    m_output = {toggleFor(*actions.showFlame), toggleFor(*actions.showTable), copy};

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(8);
    auto *fetch = new QHBoxLayout;
    fetch->setSpacing(2);
    fetch->addWidget(m_fetch);
    fetch->addWidget(m_kinds);
    row->addLayout(fetch);
    row->addWidget(open);
    row->addWidget(takeBase);
    row->addWidget(compare);
    row->addWidget(m_base);
    row->addWidget(m_dropBase);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    row->addStretch(1);
    for (QWidget *widget : m_output)
        row->addWidget(widget);
    QWidget *before = m_fetch;
    for (QWidget *next :
         {static_cast<QWidget *>(m_kinds), static_cast<QWidget *>(open), static_cast<QWidget *>(takeBase),
          static_cast<QWidget *>(compare), static_cast<QWidget *>(m_dropBase),
          static_cast<QWidget *>(m_cancel), m_output[0], m_output[1], m_output[2]}) {
        setTabOrder(before, next);
        before = next;
    }
    setOffered({});
    setBase({});
    setProgress({}, false);
    setFilled(false);
}

void ProfileBar::buildProgress()
{
    m_progress->setForegroundRole(QPalette::PlaceholderText);
    m_progress->setTextFormat(Qt::PlainText);
    connect(m_cancel, &QPushButton::clicked, this, &ProfileBar::cancelRequested);
}

QToolButton *ProfileBar::toggleFor(QAction &action)
{
    auto *button = new QToolButton(this);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setDefaultAction(&action);
    return button;
}

void ProfileBar::setOffered(const QStringList &names)
{
    QStringList kinds;
    std::ranges::copy_if(names, std::back_inserter(kinds), metrics::isProfileAtOnce);
    m_kindMenu->clear();
    for (const QString &kind : std::as_const(kinds))
        m_kindMenu->addAction(tr("Fetch %1").arg(kind), this, [this, kind] { Q_EMIT kindChosen(kind); });
    m_kinds->setVisible(kinds.size() > 1);
    if (!kinds.isEmpty() && !kinds.contains(m_kind))
        setKind(kinds.contains(QStringLiteral("heap")) ? QStringLiteral("heap") : kinds.constFirst());
}

void ProfileBar::setKind(const QString &kind)
{
    m_kind = kind;
    m_actions.fetch->setText(tr("&Fetch %1").arg(kind));
}

void ProfileBar::setBase(const SharedFile &base)
{
    m_base->setText(base ? tr("base: %1").arg(base->title()) : QString());
    m_base->setVisible(base != nullptr);
    m_dropBase->setVisible(base != nullptr);
}

void ProfileBar::setProgress(const QString &fetching, bool isReading)
{
    m_progress->setText(fetching.isEmpty() ? tr("Reading…") : tr("Fetching %1…").arg(fetching));
    m_progress->setVisible(isReading || !fetching.isEmpty());
    m_cancel->setVisible(!m_progress->isHidden());
}

void ProfileBar::setFilled(bool on)
{
    for (QWidget *widget : m_output)
        widget->setVisible(on);
}

} // namespace ui
