// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/session/alertsettings.h"

#include <functional>

class QWidget;

/// Alert rules in files, and the dialogs that ask for these. No dialog blocks: each is open until the person is done with it,
/// or until its parent is gone, and calls back only if a file was chosen. Files are small and read and written at once.
/// Thread: GUI.
namespace ui::alertfiles {

using Chosen = std::function<void(const QString &fileName)>;

/// A rule file to load.
void askToLoad(QWidget &parent, const QString &folder, Chosen then);
/// Where to save one.
void askToSave(QWidget &parent, const QString &folder, Chosen then);
/// Where to export rules for Prometheus.
void askToExport(QWidget &parent, const QString &folder, Chosen then);

/// All rules, as session::readRuleList() takes them. Errors: WriteFailed; what was there before is then untouched.
[[nodiscard]] base::Result<base::Done> save(const QString &fileName, const session::AlertSettings &settings);
/// Those that are on, as alerting rules of Prometheus. Errors as above.
[[nodiscard]] base::Result<base::Done> exportForPrometheus(const QString &fileName,
                                                           const session::AlertSettings &settings);

} // namespace ui::alertfiles
