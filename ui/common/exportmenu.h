// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/format.h"

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
    void exportRequested(report::Format format);
    /// As Markdown.
    void copyRequested();
};

} // namespace ui
