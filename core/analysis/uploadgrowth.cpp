// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/uploadgrowth.h"

namespace analysis {

UploadGrowth uploadGrowth(double first, double last, bool isDisturbed, qint64 accepted)
{
    UploadGrowth growth;
    growth.total = last - first;
    if (!isDisturbed && accepted > 0)
        growth.each = growth.total / static_cast<double>(accepted);
    return growth;
}

} // namespace analysis
