// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

    /// The kinds that can be fetched: "heap", "goroutine", … The current one is on the button.
    void setOffered(const QStringList &kinds);
    /// Empty: there is none.
    void setBase(const QString &description);
    /// "Fetching heap…"; empty: nothing is under way.
    void setProgress(const QString &text);
    /// Whether there is something to copy or save.
    void setFilled(bool on);

Q_SIGNALS:
    void kindChosen(const QString &kind);
    void cancelRequested();

private:
    [[nodiscard]] QPushButton *buttonFor(QAction &action);
    [[nodiscard]] QToolButton *toggleFor(QAction &action);
    void buildProgress();

    ProfileActions &m_actions;
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
