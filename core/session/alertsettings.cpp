// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/alertsettings.h"

#include <algorithm>

namespace session {

using analysis::AlertRule;

QList<ListedRule> defaultRuleList()
{
    QList<ListedRule> rules;
    for (const AlertRule &rule : analysis::defaultAlertRules())
        rules.append({rule, true});
    return rules;
}

QList<ListedRule> withAllDefaults(QList<ListedRule> rules)
{
    for (const AlertRule &rule : analysis::defaultAlertRules()) {
        const bool isThere = std::ranges::any_of(
            rules, [&rule](const ListedRule &listed) { return listed.rule.id == rule.id; });
        if (!isThere)
            rules.append({rule, false});
    }
    return rules;
}

AlertPlan planOf(const AlertSettings &settings)
{
    return {enabledRules(settings.rules), settings.memoryLimit};
}

std::optional<AlertRule> defaultRule(const QString &id)
{
    const QList<AlertRule> defaults = analysis::defaultAlertRules();
    const auto found = std::ranges::find(defaults, id, &AlertRule::id);
    return found == defaults.end() ? std::nullopt : std::optional(*found);
}

} // namespace session
