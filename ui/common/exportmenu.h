// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace ui {

/// What can be done with a measurement's result: write it in one of the formats of reports, or copy it. Thread: GUI.
class ExportMenu final : public QMenu
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportMenu)

public:
    explicit ExportMenu(QWidget *parent = nullptr);

Q_SIGNALS:
    /// "html", "pdf", "md", "json", "csv", "xml" (JUnit).
    void exportRequested(const QString &ending);
    /// As Markdown.
    void copyRequested();
};

} // namespace ui
