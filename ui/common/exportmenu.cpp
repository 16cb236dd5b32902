// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/exportmenu.h"

namespace ui {

ExportMenu::ExportMenu(QWidget *parent)
    : QMenu(parent)
{
    const auto addFormat = [&](const char *ending, const QString &text, const QString &toolTip, Qt::Key key) {
        const QString name = QString::fromLatin1(ending);
        connect(add(text, toolTip, key), &QAction::triggered, this,
                [this, name] { Q_EMIT exportRequested(name); });
    };
    addFormat("html", tr("HTML…"), tr("A page to read and to pass on"), Qt::Key_H);
    addFormat("pdf", tr("PDF…"), tr("To print, to file away, and to send"), Qt::Key_A);
    addFormat("md", tr("Markdown…"), tr("To paste in an issue"), Qt::Key_M);
    addFormat("json", tr("JSON…"), tr("For scripts"), Qt::Key_J);
    addFormat("csv", tr("CSV…"), tr("For spreadsheets"), Qt::Key_S);
    addFormat("xml", tr("JUnit…"), tr("For what shows the results of tests"), Qt::Key_N);
    addSeparator();
    connect(add(tr("Copy as Markdown"), tr("To paste in an issue"), Qt::Key_C), &QAction::triggered, this,
            &ExportMenu::copyRequested);
}

QAction *ExportMenu::add(const QString &text, const QString &toolTip, Qt::Key key)
{
    const QKeySequence keys(Qt::CTRL | Qt::ALT | key);
    QAction *action = addAction(text);
    action->setShortcut(keys);
    action->setToolTip(tr("%1 (%2)", "tool tip, keys").arg(toolTip, keys.toString(QKeySequence::NativeText)));
    return action;
}

} // namespace ui
