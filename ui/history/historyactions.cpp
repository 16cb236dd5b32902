// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historyactions.h"

#include "ui/common/icons.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

namespace ui {

HistoryActions::HistoryActions(QWidget &page)
    : QObject(&page)
    , m_page(page)
{
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
    const auto makeExport = [this](const QString &text, const QString &toolTip, Qt::Key key) {
        return make(nullptr, text, toolTip, QKeySequence(Qt::CTRL | Qt::ALT | Qt::SHIFT | key));
    };
    const auto exporting
        = [this](report::Format format) -> QAction *& { return exports[static_cast<std::size_t>(format)]; };
    exporting(report::Format::Html)
        = makeExport(tr("&HTML…"), tr("A page to read and to pass on"), Qt::Key_H);
    exporting(report::Format::Paper) = makeExport(tr("&PDF…"), tr("To print and to file"), Qt::Key_P);
    exporting(report::Format::Markdown) = makeExport(tr("&Markdown…"), tr("To paste in an issue"), Qt::Key_M);
    exporting(report::Format::Csv) = makeExport(tr("&CSV…"), tr("For spreadsheets"), Qt::Key_C);
    exporting(report::Format::Json) = makeExport(tr("&JSON…"), tr("For scripts"), Qt::Key_J);
    exporting(report::Format::JUnit) = makeExport(tr("J&Unit…"), tr("For continuous integration"), Qt::Key_U);
    undo->setEnabled(false);
    setChosen({}, {});
}

QAction *HistoryActions::make(const char *sign, const QString &text, const QString &toolTip,
                              const QKeySequence &key)
{
    auto *action = new QAction(text, this);
    if (sign)
        action->setIcon(icon(QLatin1StringView(sign)));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(tr("%1 (%2)", "tool tip, keys").arg(toolTip, key.toString(QKeySequence::NativeText)));
    m_page.addAction(action);
    return action;
}

void HistoryActions::fillExportMenu(QMenu &menu) const
{
    for (QAction *action : exports)
        menu.addAction(action);
}

bool HistoryActions::canExport() const
{
    return std::ranges::any_of(exports, &QAction::isEnabled);
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
        exports[static_cast<std::size_t>(format)]->setEnabled(isOne && formats.contains(format));
}

} // namespace ui
