// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/colors.h"

#include <QIcon>
#include <QLatin1StringView>

namespace ui {

/// A sign from resources/icons, by file name without ".svg": "upload", "flag", … Drawn anew for each size and
/// scale, so it is sharp at 100, 150 and 200 %; tinted when painted, so it follows the theme by itself.
/// Disabled signs are grey; in a checked button the accent colour. An unknown name is a null icon.
/// Up to 24 pixels "name-small" is drawn instead, where there is such a file.
[[nodiscard]] QIcon icon(QLatin1StringView name, Tone tone = Tone::Text);

/// The program's own sign, in its own colours.
[[nodiscard]] QIcon programIcon();

} // namespace ui
