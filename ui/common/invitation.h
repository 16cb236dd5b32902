// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QList>
#include <QString>

class QLabel;
class QWidget;

namespace ui {

/// What a page says while it has nothing to show, one below the other in its middle.
struct Invitation
{
    QLatin1StringView sign; ///< Of ui::icon().
    QString headline;
    QLabel *lesson = nullptr; ///< What there is to know; gets the width, wraps, and may change its text.
    QList<QWidget *> buttons; ///< What there is to do, side by side.
};

/// Lays it out in `page`, which has no layout yet. Lesson and buttons are the page's from here on.
void layOut(const Invitation &invitation, QWidget &page);

} // namespace ui
