// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

namespace ui {

class ChartView;
class TimeSelection;
class TimeWindow;

/// The charts as a picture to paste elsewhere, in their own colours and at their own scale, with the time that they show, and
/// without what only the pointer and the focus show. `origin`: whose readings they are.
[[nodiscard]] QImage timelinePicture(const ChartView &charts, TimeWindow &window, TimeSelection &selection,
                                     const QString &origin);

} // namespace ui
