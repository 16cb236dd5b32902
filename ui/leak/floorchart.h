// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/floorchart.h"
#include "ui/common/colors.h"

/// What a floor chart needs to be painted; its content is core/report's, the same as in reports.
namespace ui {

using report::byImportance;
using report::FloorChart;
using report::floorChart;
using report::toldResources;

/// The same colour as on the timeline.
[[nodiscard]] QColor Colors::*colorOf(analysis::Resource resource);

} // namespace ui
