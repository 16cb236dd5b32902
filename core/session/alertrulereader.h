// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/alertrule.h"

#include <QJsonObject>

namespace session {

/// Reads one rule of a document (see alertrulefile.h) and remembers the first thing that is wrong with it.
class AlertRuleReader final
{
public:
    /// `where` names the rule in sentences: "rules[2]".
    AlertRuleReader(const QJsonValue &value, QString where);

    [[nodiscard]] bool ok() const { return m_mistake.isEmpty(); }
    [[nodiscard]] const QString &mistake() const { return m_mistake; }
    void fail(const char *key, const QString &why);

    [[nodiscard]] QString id();
    [[nodiscard]] bool isEnabled() const { return m_isEnabled; }
    /// The rule as it was, with what is said here.
    [[nodiscard]] analysis::AlertRule changed(const analysis::AlertRule &rule);
    /// A rule of its own.
    [[nodiscard]] analysis::AlertRule added();

private:
    [[nodiscard]] bool has(const char *key) const { return m_object.contains(QLatin1StringView(key)); }
    [[nodiscard]] QString text(const char *key, const QString &usual);
    template <typename Enum>
    [[nodiscard]] Enum choice(const char *key, const QList<Enum> &all, Enum usual);
    /// A threshold in that unit.
    [[nodiscard]] double value(const char *key, analysis::AlertUnit unit, double usual);
    [[nodiscard]] std::chrono::milliseconds duration(const char *key, std::chrono::milliseconds usual);
    void readRest(analysis::AlertRule &rule);

    QJsonObject m_object;
    QString m_where;
    QString m_mistake;
    bool m_isEnabled = true;
};

} // namespace session
