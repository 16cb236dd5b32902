// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/alertrule.h"
#include "core/base/result.h"

#include <QByteArray>

/// Rules as the user writes them, a JSON document:
///
///     {"schema": "tidemark.alert-rules/1", "defaults": true, "rules": [
///         {"id": "server-errors", "threshold": "10%", "for": "30s"},
///         {"id": "gc-pause", "enabled": false},
///         {"id": "many", "signal": "goroutines", "threshold": 500, "clear": 400, "for": "10s", "priority": "P2"}]}
///
/// Members of a rule: id, title, signal, comparison, threshold, clear, for, keepFiringFor, priority, enabled. One whose id is
/// that of a default rule changes that one: whatever it does not say stays, and "clear" keeps its distance to a threshold
/// that is given alone. Any other needs signal and threshold at least. "defaults": false begins without default rules.
/// Thresholds are numbers in the signal's unit, or texts: "5%", "1.5s", "16K". Durations are texts, or numbers of seconds.
namespace session {

/// A rule of a document, and whether anybody is to look at it.
struct ListedRule
{
    analysis::AlertRule rule;
    bool isEnabled = true;

    bool operator==(const ListedRule &) const = default;
};

/// Those that are on.
[[nodiscard]] QList<analysis::AlertRule> enabledRules(const QList<ListedRule> &rules);

/// All rules of that document, those that are off as well. Error Malformed: one sentence that names the place, "rules[2].for: …", or of what
/// is no JSON "line 3, column 7: …". What is not known is a mistake: it would be a rule that nobody keeps.
[[nodiscard]] base::Result<QList<ListedRule>> parseRuleList(const QByteArray &json);
/// What is in force with that document; errors as above.
[[nodiscard]] base::Result<QList<analysis::AlertRule>> parseAlertRules(const QByteArray &json);

/// The same of a file of at most 1 MiB, with its name in the sentence. Errors: FileMissing, FileUnreadable, Malformed. They
/// block for as long as the disk takes.
[[nodiscard]] base::Result<QList<ListedRule>> readRuleList(const QString &fileName);
[[nodiscard]] base::Result<QList<analysis::AlertRule>> readAlertRules(const QString &fileName);

/// A document that means exactly these rules.
[[nodiscard]] QByteArray alertRulesToJson(const QList<analysis::AlertRule> &rules);
/// The same with those that are off.
[[nodiscard]] QByteArray ruleListToJson(const QList<ListedRule> &rules);

} // namespace session
