// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace analysis {

/// How a verdict is meant, whatever it is on: by this it has its colour and its sign wherever it is shown.
enum class Tone {
    Unknown, ///< Not decided.
    Same, ///< Neither good nor bad.
    Good,
    Bad,
};

} // namespace analysis
