// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/alertrule.h"

#include <QList>
#include <QString>

#include <array>

namespace ui {

enum class AlertField { Threshold, Holds, Clear, Keeps };
inline constexpr std::array allAlertFields{AlertField::Threshold, AlertField::Holds, AlertField::Clear,
                                           AlertField::Keeps};

/// One rule as a person types it, field by field, and what that means. A value without widgets.
///
/// Texts are as in rule files ("5%", "16K", "2m"), and more kindly read: of a share a bare number is percent, of a rate "/s"
/// may follow, and a count may have commas. What was not touched keeps its exact value. A threshold that is typed alone takes
/// the value at which the alert is over with it, in proportion.
class AlertRuleDraft final
{
public:
    explicit AlertRuleDraft(const analysis::AlertRule &rule);

    [[nodiscard]] const QString &text(AlertField field) const;
    void setText(AlertField field, const QString &text);
    void setPriority(analysis::AlertPriority priority) { m_rule.priority = priority; }

    /// What is wrong with that field, and what to write there; empty: nothing.
    [[nodiscard]] QString mistake(AlertField field) const;
    [[nodiscard]] bool isSound() const;
    /// What it means; to be used only if it is sound.
    [[nodiscard]] const analysis::AlertRule &rule() const { return m_rule; }

private:
    struct Entry
    {
        QString text;
        QString mistake;
    };
    void readValue(AlertField field, double &value);
    void readDuration(AlertField field, std::chrono::milliseconds &duration);
    void judgeClear();
    [[nodiscard]] QString usualText(AlertField field) const;
    [[nodiscard]] Entry &entry(AlertField field) { return m_entries[static_cast<qsizetype>(field)]; }
    [[nodiscard]] const Entry &entry(AlertField field) const
    {
        return m_entries[static_cast<qsizetype>(field)];
    }

    analysis::AlertRule m_rule;
    QList<Entry> m_entries; ///< By AlertField.
};

} // namespace ui
