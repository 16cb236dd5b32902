// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace ui {

class WindowSettings;

/// Asks where a report shall go, beginning in the folder of the last one, and then calls `write` with the file's name. Returns
/// at once; nothing is called if the user thinks better of it.
void askForExport(QWidget &window, WindowSettings &settings, const QString &ending, const QString &filter,
                  const std::function<void(const QString &fileName)> &write);

} // namespace ui
