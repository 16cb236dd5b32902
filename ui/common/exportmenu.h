// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace ui {

/// What can be done with a measurement's result: write it in one of some formats, or copy it. Thread: GUI.
class ExportMenu final : public QMenu
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportMenu)

public:
    /// Of "html", "md", "json", "csv", "xml" (JUnit), in this order.
    explicit ExportMenu(const QStringList &endings, QWidget *parent = nullptr);

Q_SIGNALS:
    void exportRequested(const QString &ending);
    /// As Markdown.
    void copyRequested();

private:
    QAction *add(const QString &text, const QString &toolTip, Qt::Key key);
};

} // namespace ui
