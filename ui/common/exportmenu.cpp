// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/exportmenu.h"

#include "ui/common/formatactions.h"
#include "ui/common/keyedaction.h"

namespace ui {

ExportMenu::ExportMenu(QWidget *parent)
    : QMenu(parent)
{
    using report::Format;
    constexpr auto modifiers = Qt::CTRL | Qt::ALT;
    auto *formats = new FormatActions(*this,
                                      {{Format::Html, modifiers | Qt::Key_H},
                                       {Format::Paper, modifiers | Qt::Key_A},
                                       {Format::Markdown, modifiers | Qt::Key_M},
                                       {Format::Json, modifiers | Qt::Key_J},
                                       {Format::Csv, modifiers | Qt::Key_S},
                                       {Format::JUnit, modifiers | Qt::Key_N}});
    connect(formats, &FormatActions::chosen, this, &ExportMenu::exportRequested);
    addSeparator();
    connect(keyedAction(*this, nullptr, tr("Copy as Markdown"), tr("To paste in an issue"),
                        modifiers | Qt::Key_C),
            &QAction::triggered, this, &ExportMenu::copyRequested);
}

} // namespace ui
