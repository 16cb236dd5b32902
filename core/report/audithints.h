// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/surface.h"

#include <QString>

/// How what evidence of an audit names is set: by which option, in which field. Any thread.
namespace report {

/// Evidence with words where it has marks, see experiment::markOf(): "no folder is watched (--disk)". A mark of what cannot be
/// set there just goes.
[[nodiscard]] QString withHints(const QString &evidence, Surface surface);

} // namespace report
