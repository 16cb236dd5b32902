// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace ui {

/// All keys of the window on one sheet, by the page on which they mean something, to be searched by what they do. It is
/// made from the actions and buttons themselves, so that it cannot say anything else than they do, and from the KeyHints of
/// widgets that listen to keys of their own.
/// Thread: GUI. Ownership: a child of the window.
class ShortcutSheet final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutSheet)

public:
    struct Place
    {
        QString name;
        const QWidget *widget; ///< Keys of what is in it; outlives the sheet.
    };

    /// What is in none of the places means something everywhere.
    ShortcutSheet(QWidget &window, QList<Place> places);

public Q_SLOTS:
    /// Reads the keys anew and shows them.
    void openFresh();

private:
    void fill();
    void addKeys(const QObject &owner, const QString &what, const QString &keys);
    void filter(const QString &text);
    /// nullptr: not one of the window's own.
    [[nodiscard]] QTreeWidgetItem *headOf(const QObject &owner) const;

    QWidget &m_window;
    const QList<Place> m_places;
    QLineEdit *m_search;
    QTreeWidget *m_list;
};

} // namespace ui
