// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/alert.h"

#include <QAbstractListModel>

#include <optional>

namespace ui {

/// The alerts of this session: first what is raised now, the most urgent at the top, and then what is over, the latest first.
/// At most 1,000 that are over are kept. Display is the name; an item's accessible text is all of it.
/// Thread: GUI.
class AlertLogModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertLogModel)

public:
    static constexpr qsizetype mostOver = 1'000;
    enum Role {
        DetailRole = Qt::UserRole, ///< "12.5 % > 5 %, since 10:41:12".
        PriorityRole, ///< analysis::AlertPriority, as int.
        FiringRole, ///< Whether it is raised now.
    };

    explicit AlertLogModel(QObject *parent = nullptr);
    ~AlertLogModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    [[nodiscard]] qsizetype firing() const { return m_firing; }
    /// What is raised now.
    [[nodiscard]] QList<session::Alert> raised() const { return m_alerts.first(m_firing); }
    /// Nothing while none is raised.
    [[nodiscard]] std::optional<session::Alert> mostUrgent() const;

public Q_SLOTS:
    void raise(const session::Alert &alert);
    /// One that was raised is over.
    void clear(const session::Alert &alert);

Q_SIGNALS:
    void changed();

private:
    void insert(qsizetype row, const session::Alert &alert);
    void dropOldest();

    QList<session::Alert> m_alerts;
    qsizetype m_firing = 0; ///< The first ones.
};

} // namespace ui
