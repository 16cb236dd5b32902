// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/alert.h"

#include <optional>

/// Parts of session::alertText(): what stands behind the title, and what before it.
namespace session {

/// "12.5 % > 5 %": the value and the threshold.
[[nodiscard]] QString alertValuesText(const Alert &alert);

/// The priority of an alert of which only its text is left, as in a mark. Nothing where it does not begin with one.
[[nodiscard]] std::optional<analysis::AlertPriority> priorityInText(const QString &alertText);

} // namespace session
