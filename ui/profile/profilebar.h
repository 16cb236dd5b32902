// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/profile/profilefile.h"

#include <QWidget>

class QAction;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace ui {

class Pill;
class ProfileActions;

/// The page's first row: where profiles come from, what they are compared with, what is under way. Thread: GUI.
class ProfileBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfileBar)

public:
    /// The actions outlive it.
    ProfileBar(ProfileActions &actions, QWidget *parent = nullptr);

    /// Names of profiles that the server offers; those that take a recording or are none are left out.
    void setOffered(const QStringList &names);
    /// What is fetched by the button, which says so: at first the heap, then what was fetched last, if it is offered.
    [[nodiscard]] const QString &kind() const { return m_kind; }
    void setKind(const QString &kind);
    /// Null: there is none.
    void setBase(const SharedFile &base);
    /// Which kind is being fetched (empty: none), and whether a profile is being read.
    void setProgress(const QString &fetching, bool isReading);
    /// Whether there is something to copy or save.
    void setFilled(bool on);

Q_SIGNALS:
    void kindChosen(const QString &kind);
    void cancelRequested();

private:
    [[nodiscard]] QToolButton *toggleFor(QAction &action);
    void buildProgress();

    ProfileActions &m_actions;
    QString m_kind = QStringLiteral("heap");
    QPushButton *m_fetch;
    QToolButton *m_kinds;
    QMenu *m_kindMenu;
    Pill *m_base;
    QToolButton *m_dropBase;
    QLabel *m_progress;
    QPushButton *m_cancel;
    QList<QWidget *> m_output; ///< Of use only when something is shown.
};

} // namespace ui
