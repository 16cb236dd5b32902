// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QListWidget;
class QStackedWidget;

namespace ui {

/// The settings of the program, in groups: a list of them at the left, and what belongs to the chosen one beside it. Not modal:
/// the window goes on, and shows at once what is changed here. Thread: GUI.
class SettingsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsDialog)

public:
    explicit SettingsDialog(QWidget *parent = nullptr);

    /// At the end of the list, which is seen when there are two. The dialog takes the page over.
    void addGroup(QLatin1StringView icon, const QString &name, QWidget *page);
    /// Shows it with that page, which is one of its own.
    void openAt(QWidget *page);
    /// With the page that was shown last.
    void openLast();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QListWidget *m_list;
    QStackedWidget *m_pages;
};

} // namespace ui
