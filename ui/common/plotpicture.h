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
    QString origin; ///< Whose figures they are, as originText() tells it; empty: not said.
};

/// "http://localhost:8080/upload, 2026-11-29 17:59": an address that gives no secret away, and when it was measured.
[[nodiscard]] QString originText(const QString &address, qint64 unixMs);

/// A plot as a picture to paste elsewhere, in the colours and at the scale of the one that is `shown`. `fresh` is a second
/// one with the same data, made for this: nobody points at it, and it gets the size that it needs, at least `smallest`.
[[nodiscard]] QImage plotPicture(QWidget &fresh, const QWidget &shown, const PlotCaption &caption,
                                 const QSize &smallest = {560, 320});

} // namespace ui
