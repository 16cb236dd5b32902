// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/alert.h"
#include "core/session/alertrulefile.h"

namespace session {

/// What a user has decided about alerts: every rule there is, those that are off too, so that they can be turned on again.
struct AlertSettings
{
    QList<ListedRule> rules;
    double memoryLimit = 0; ///< Bytes; 0: not known.

    bool operator==(const AlertSettings &) const = default;
};

/// The default rules, all of them on.
[[nodiscard]] QList<ListedRule> defaultRuleList();
/// The same rules, and after them those of the default ones that are missing, off.
[[nodiscard]] QList<ListedRule> withAllDefaults(QList<ListedRule> rules);
/// What is in force with them.
[[nodiscard]] AlertPlan planOf(const AlertSettings &settings);
/// The default rule of that id; nothing: it is a rule of the user's own.
[[nodiscard]] std::optional<analysis::AlertRule> defaultRule(const QString &id);

} // namespace session
