// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QTreeWidget>

namespace experiment {
struct AuditCheck;
}

namespace ui {

/// All checks to tick, by what they are about. Those that send odd file names have two ticks: one for servers on this
/// machine, which is kept, and one for any other host, which is off until a person sets it for that host. Thread: GUI.
class CheckTree final : public QTreeWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckTree)

public:
    explicit CheckTree(QWidget *parent = nullptr);

    void setHost(const QString &host);
    [[nodiscard]] bool isLocal() const { return m_isLocal; }
    /// Ids, in the catalogue's order.
    [[nodiscard]] QStringList chosen() const;
    /// Whether one is chosen that sends odd file names.
    [[nodiscard]] bool sendsOddNames() const;
    /// Off: none. On: all but odd names to another machine.
    void setAll(bool on);

    /// Ids without a tick, for the next start of the program; ids that are none are ignored.
    [[nodiscard]] QStringList left() const { return {m_left.begin(), m_left.end()}; }
    void setLeft(const QStringList &ids);

    /// Ticks stay as they are while an audit runs.
    void setFixed(bool on);
    /// Of those that are chosen, from 1; it becomes the current one. 0: none is.
    void setUnderWay(int number);
    /// Of the current row; empty: it is about a topic.
    [[nodiscard]] QString currentCheck() const;

Q_SIGNALS:
    void chosenChanged();
    void checkSelected(const QString &id);

private:
    void build();
    void take(QTreeWidgetItem *item);
    void fill();
    void mark(QTreeWidgetItem &item, int number);
    [[nodiscard]] bool isChosen(const experiment::AuditCheck &check) const;

    QList<QTreeWidgetItem *> m_items; ///< One of each check, in the catalogue's order.
    QSet<QString> m_left;
    QSet<QString> m_elsewhere; ///< Of odd names, those that this other host is to be sent.
    QString m_host;
    bool m_isLocal = true;
    bool m_isFixed = false;
    bool m_isFilling = false;
    int m_underWay = 0;
};

} // namespace ui
