// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace base {

/// By what tr() chooses the form of the words beside a number that is shown by formatCount(): "1 file", "1.25 files",
/// "20,000 files". tr()'s own %n would not group thousands.
[[nodiscard]] int pluralForm(double value);

} // namespace base
