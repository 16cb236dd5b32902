// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/lookpolicy.h"

#include <algorithm>

namespace analysis {

bool LookPolicy::isLook(int rounds) const
{
    return isLast(rounds) || std::find(looks.begin(), looks.end(), rounds) != looks.end();
}

bool LookPolicy::isLast(int rounds) const
{
    return decideNow || looks.empty() || rounds >= looks.back();
}

LookPolicy LookPolicy::extended() const
{
    LookPolicy longer = *this;
    if (extension > 0 && !looks.empty())
        longer.looks.push_back(looks.back() + extension);
    longer.extension = 0;
    return longer;
}

int LookPolicy::lookAfter(int rounds) const
{
    for (const int look : looks) {
        if (look > rounds)
            return look;
    }
    return looks.empty() ? rounds : looks.back();
}

} // namespace analysis
