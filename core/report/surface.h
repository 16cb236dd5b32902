// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace report {

/// Where a text is read. What can be set has an option at a terminal, and a field in the window. Reports speak as a terminal
/// does: by its options what they tell can be had again, wherever they are read.
enum class Surface { Terminal, Window };

} // namespace report
