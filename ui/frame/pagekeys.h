// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

/// The pages' names, for Navigation::showPage() and the settings; never translated, never renamed.
namespace ui::pagekeys {

inline constexpr QLatin1StringView upload("upload");
inline constexpr QLatin1StringView leak("leak");
inline constexpr QLatin1StringView sweep("sweep");
inline constexpr QLatin1StringView audit("audit");
inline constexpr QLatin1StringView profile("profile");
inline constexpr QLatin1StringView history("history");

} // namespace ui::pagekeys
