// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/profileactions.h"

#include "ui/common/keyedaction.h"

#include <QAction>

namespace ui {

ProfileActions::ProfileActions(QWidget &page)
    : QObject(&page)
{
    const auto make
        = [&page](const char *sign, const QString &text, const QString &toolTip, const QKeySequence &keys) {
              return keyedAction(page, sign, text, toolTip, keys);
          };
    fetch = make("retry", tr("&Fetch heap"), tr("Fetch a profile from the server"),
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    open = make("file", tr("&Open file…"), tr("Show a pprof file, such as heap.pb.gz"),
                QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_O));
    takeBase = make("flag", tr("Take as &base"), tr("Keep this profile, to compare a later one with it"),
                    QKeySequence(Qt::CTRL | Qt::Key_B));
    compare = make("plus", tr("&Compare"), tr("Show what changed since the base"),
                   QKeySequence(Qt::CTRL | Qt::Key_D));
    dropBase = make("clear", tr("Forget the base"), tr("Forget the base"),
                    QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
    find = make("search", tr("Find a function"), tr("Find a function"), QKeySequence::Find);
    showFlame = make("profile", tr("Flame"), tr("Show the flame graph"), QKeySequence(Qt::CTRL | Qt::Key_G));
    showTable = make("more", tr("Table"), tr("Show the table"), QKeySequence(Qt::CTRL | Qt::Key_T));
    copyText = make("copy", tr("Copy as &text"), tr("Copy the table, to paste it into an issue"),
                    QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    copyStack = make(nullptr, tr("Copy the &stack"),
                     tr("Copy the marked frame and its callers; Ctrl+C in the flame graph"),
                     QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_K));
    copyPicture = make(nullptr, tr("Copy the &picture"), tr("Copy the flame graph as a picture"),
                       QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_P));
    save = make("export", tr("Sa&ve the profile…"), tr("Write the profile to a file, as it came"),
                QKeySequence::Save);
    for (QAction *action : {showFlame, showTable}) {
        action->setCheckable(true);
        action->setChecked(true);
    }
    // One of the two is always there.
    for (const auto &[one, other] : {std::pair(showFlame, showTable), std::pair(showTable, showFlame)})
        connect(one, &QAction::toggled, other,
                [other = other](bool on) { other->setChecked(!on || other->isChecked()); });
}

} // namespace ui
