// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/plural.h"

#include <algorithm>
#include <cmath>

namespace base {

int pluralForm(double value)
{
    constexpr double most = 1e9; // an int holds it
    constexpr int several = 2; // also of what is no whole number, or none at all
    return value >= 0 && value == std::floor(value) ? static_cast<int>(std::min(value, most)) : several;
}

} // namespace base
