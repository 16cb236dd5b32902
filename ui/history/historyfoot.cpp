// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historyfoot.h"

#include "core/base/format.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/followingbutton.h"
#include "ui/common/formatactions.h"
#include "ui/history/historyactions.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

#include <array>

namespace ui {

namespace {

constexpr qint64 mib = 1024 * 1024;
constexpr std::array rooms{64 * mib, 128 * mib, 256 * mib, 512 * mib, 1024 * mib, 2048 * mib, 4096 * mib};

QString bytesText(qint64 bytes)
{
    return base::formatBytes(static_cast<double>(bytes));
}

} // namespace

HistoryFoot::HistoryFoot(const HistoryActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_totals(new ElidedLabel({}, this))
    , m_room(new QComboBox) // a child with its place in the row: Tab comes to it last
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(8);
    addButtons(*row, actions);
    m_totals->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_totals->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_totals, 1);
    addRooms();
    row->addWidget(m_room);
}

void HistoryFoot::addButtons(QHBoxLayout &row, const HistoryActions &actions)
{
    for (QAction *action : {actions.open, actions.compare})
        row.addWidget(followingButton(*action, this));
    auto *menu = new QMenu(this);
    actions.fillExportMenu(*menu);
    auto *button = new QPushButton(tr("E&xport"), this);
    button->setToolTip(tr("Write the report of the chosen run"));
    button->setMenu(menu);
    const auto follow = [button, &actions] { button->setEnabled(actions.canExport()); };
    follow();
    for (QAction *action : actions.exports->all())
        connect(action, &QAction::changed, button, follow);
    row.addWidget(button);
    row.addWidget(followingButton(*actions.remove, this));
}

void HistoryFoot::addRooms()
{
    m_room->setAccessibleName(tr("Room for the history"));
    m_room->setToolTip(
        tr("How much the history may take up. Beyond that, with the next run, the oldest ones go that have "
           "neither tag nor note."));
    for (const qint64 room : rooms)
        m_room->addItem(tr("at most %1").arg(bytesText(room)), room);
    connect(m_room, &QComboBox::activated, this,
            [this] { Q_EMIT roomChosen(m_room->currentData().toLongLong()); });
}

void HistoryFoot::setTotals(const session::RunList &totals, bool isFiltered)
{
    const QString count = base::formatCount(static_cast<double>(isFiltered ? totals.matching : totals.all));
    const QString all = base::formatCount(static_cast<double>(totals.all));
    m_totals->setText(isFiltered ? tr("%1 of %2 runs · %3 in all", "how many, of how many, bytes")
                                       .arg(count, all, bytesText(totals.bytes))
                          : totals.all == 1 ? tr("1 run · %1").arg(bytesText(totals.bytes))
                                            : tr("%1 runs · %2").arg(count, bytesText(totals.bytes)));
}

void HistoryFoot::setRoom(qint64 room)
{
    int index = m_room->findData(room);
    if (index < 0) { // set by hand, in the file of settings
        m_room->addItem(tr("at most %1").arg(bytesText(room)), room);
        index = m_room->count() - 1;
    }
    m_room->setCurrentIndex(index);
}

} // namespace ui
