// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QTreeWidget;

namespace ui {

/// Says which version this is, under which licence, and what it is made of; all of it can be copied, for a report of a fault.
/// Not modal. Thread: GUI.
class AboutDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AboutDialog)

public:
    explicit AboutDialog(QWidget *parent = nullptr);

private:
    void copy() const;

    QTreeWidget *m_libraries;
};

} // namespace ui
