// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/profile/profilefile.h"

#include <functional>

class QWidget;

/// The file dialogs of the Profile page. None blocks: each is open until the person is done with it, or until its parent
/// is gone, and calls back only if a file was chosen. Thread: GUI.
namespace ui {

class Banner;

/// `then` gets one path or more.
void openProfiles(QWidget &parent, std::function<void(const QStringList &paths)> then);

/// Writes the profile as it came. `told` says where it is, or why it could not be written; what was there before is then
/// untouched.
void saveProfile(QWidget &parent, const SharedFile &file, Banner &told);

} // namespace ui
