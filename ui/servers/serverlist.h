// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/servers/serverprofile.h"

#include <QMap>
#include <QWidget>

class QListWidget;
class QPushButton;

namespace ui {

/// The servers by name, those with changes that are not saved marked by a dot, and below them the buttons that make and
/// remove one. Thread: GUI.
class ServerList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerList)

public:
    explicit ServerList(QWidget *parent = nullptr);

    /// Those that are known, as they are in `drafts` if they are there, and then the others of these; by id. Silent; the
    /// current one stays if it can.
    void fill(const QList<servers::ServerProfile> &known,
              const QMap<QString, servers::ServerProfile> &drafts);
    /// The first one, if there is none with this id.
    void select(const QString &id);
    /// Empty: there is none.
    [[nodiscard]] QString currentId() const;
    void setRemovable(bool on);

Q_SIGNALS:
    void currentChanged();
    void freshRequested();
    void fromCurlRequested();
    /// The current one.
    void removeRequested();

private:
    void addItem(const servers::ServerProfile &profile, bool isChanged);
    QPushButton *addButton(const QString &text, const QString &toolTip);

    QListWidget *m_list;
    QPushButton *m_remove;
};

} // namespace ui
