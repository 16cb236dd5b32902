// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

class QWidget;

namespace ui {

/// What stands around a plot when it has left the window.
struct PlotCaption
{
    QString title;
    QString legend;
    QString origin; ///< Whose figures they are; empty: not said.
};

/// A plot as a picture to paste elsewhere, in the colours and at the scale of the one that is `shown`. `fresh` is a second
/// one with the same data, made for this: nobody points at it, and it gets the size that it needs, at least `smallest`.
[[nodiscard]] QImage plotPicture(QWidget &fresh, const QWidget &shown, const PlotCaption &caption,
                                 const QSize &smallest = {560, 320});

} // namespace ui
