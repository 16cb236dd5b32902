// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historyactions.h"

#include "ui/common/formatactions.h"
#include "ui/common/keyedaction.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

namespace ui {

HistoryActions::HistoryActions(QWidget &page)
    : QObject(&page)
{
    constexpr auto inPage = Qt::WidgetWithChildrenShortcut;
    const auto make
        = [&page](const char *sign, const QString &text, const QString &toolTip, const QKeySequence &keys) {
              return keyedAction(page, sign, text, toolTip, keys, inPage);
          };
    open = make("file", tr("&Open"), tr("Show what came of the chosen run; Enter in the list"),
                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H));
    compare = make("plus", tr("&Compare"), tr("Show what has changed between two leak checks"),
                   QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M));
    editTags = make("flag", tr("Edit &tags"), tr("Mark the chosen run by words; F2 in the list"),
                    QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
    editNote = make(nullptr, tr("Edit the &note"), tr("Write something on the chosen run"),
                    QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    remove = make("clear", tr("&Delete"), tr("Delete the chosen runs; Del in the list"),
                  QKeySequence(Qt::CTRL | Qt::Key_Delete));
    undo = make("retry", tr("Undo"), tr("Bring back what was deleted last"), QKeySequence::Undo);
    find = make("search", tr("Filter the runs"), tr("Type a part of a server’s address"),
                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K));
    using report::Format;
    constexpr auto modifiers = Qt::CTRL | Qt::ALT | Qt::SHIFT;
    exports = new FormatActions(page,
                                {{Format::Html, modifiers | Qt::Key_H},
                                 {Format::Markdown, modifiers | Qt::Key_M},
                                 {Format::Csv, modifiers | Qt::Key_C},
                                 {Format::Json, modifiers | Qt::Key_J},
                                 {Format::JUnit, modifiers | Qt::Key_U},
                                 {Format::Paper, modifiers | Qt::Key_P}},
                                inPage);
    undo->setEnabled(false);
    setChosen({}, {});
}

void HistoryActions::fillExportMenu(QMenu &menu) const
{
    menu.addActions(exports->all());
}

bool HistoryActions::canExport() const
{
    return std::ranges::any_of(exports->all(), &QAction::isEnabled);
}

void HistoryActions::setChosen(const QList<session::KeptRun> &runs, const QList<report::Format> &formats)
{
    const bool isOne = runs.size() == 1;
    const bool areChecks = std::ranges::all_of(
        runs, [](const session::KeptRun &run) { return run.command == QLatin1StringView("check"); });
    open->setEnabled(isOne);
    compare->setText(isOne && areChecks ? tr("&Compare with…") : tr("&Compare"));
    compare->setEnabled(areChecks && (isOne || runs.size() == 2));
    editTags->setEnabled(isOne);
    editNote->setEnabled(isOne);
    remove->setEnabled(!runs.isEmpty());
    for (const report::Format format : report::allFormats)
        exports->of(format)->setEnabled(isOne && formats.contains(format));
}

} // namespace ui
