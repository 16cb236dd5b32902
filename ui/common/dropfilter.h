// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QMimeData;
class QWidget;

namespace ui {

/// Makes a widget, with all that lies in it, take files and folders that are dropped on it.
/// Anything with addresses is let in, so that what cannot be used gets a word instead of a forbidden sign.
/// Thread: GUI. Ownership: a child of the widget.
class DropFilter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DropFilter)

public:
    explicit DropFilter(QWidget &target);

Q_SIGNALS:
    /// Something that could be dropped is over the widget, or no longer.
    void hovering(bool on);
    /// Local paths in the order they came; never empty.
    void dropped(const QStringList &paths);
    /// Addresses that are not on this computer: they cannot be uploaded from here.
    void refused(const QStringList &addresses);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(const QMimeData &data);
};

} // namespace ui
