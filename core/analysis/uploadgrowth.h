// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <limits>

namespace analysis {

/// How far a reading moved over some uploads. A plain value; NaN where it is not known.
struct UploadGrowth
{
    double total = std::numeric_limits<double>::quiet_NaN(); ///< The last reading less the first one.
    double each = std::numeric_limits<double>::quiet_NaN(); ///< Of it, per upload.
};

/// From the first reading to the last one, over the uploads that the server accepted until the latter: what it refused, and
/// what was cancelled, it was not given to keep. Without such uploads nothing is known of each, nor where that was
/// disturbed: another process answers than at first, or others uploaded meanwhile. No verdict; what is in use at either
/// moment, or not collected yet, counts. Pure.
[[nodiscard]] UploadGrowth uploadGrowth(double first, double last, bool isDisturbed, qint64 accepted);

} // namespace analysis
