// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/runkeeper.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;

namespace ui {

class HistoryActions;

/// Below the list of runs: what can be done with the chosen ones, how many there are, and how much room they take and may
/// take. Thread: GUI. The actions outlive it.
class HistoryFoot final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryFoot)

public:
    explicit HistoryFoot(const HistoryActions &actions, QWidget *parent = nullptr);

    void setTotals(const session::RunList &totals, bool isFiltered);
    /// Bytes; no signal.
    void setRoom(qint64 room);

Q_SIGNALS:
    void roomChosen(qint64 bytes);

private:
    void addButtons(QHBoxLayout &row, const HistoryActions &actions);
    void addRooms();

    QLabel *m_totals;
    QComboBox *m_room;
};

} // namespace ui
