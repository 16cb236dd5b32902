// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/uploadphases.h"

#include <QString>

namespace ui {

[[nodiscard]] QString phaseName(transfer::UploadPhase phase);
/// What happens in it, for a tool tip.
[[nodiscard]] QString phaseMeaning(transfer::UploadPhase phase);

} // namespace ui
