// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alertruledraft.h"

#include "core/base/units.h"
#include "core/session/alert.h"
#include "core/session/alertvalue.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace ui {

using analysis::AlertComparison;
using analysis::AlertRule;
using analysis::AlertUnit;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::AlertRuleDraft)
};

std::optional<double> valueFrom(const QString &typed, AlertUnit unit)
{
    QString text = typed.trimmed();
    if (unit == AlertUnit::Share && !text.endsWith(u'%'))
        text += u'%';
    else if (unit == AlertUnit::BytesPerSecond && text.endsWith(QLatin1StringView("/s")))
        text.chop(2);
    else if (unit == AlertUnit::Count)
        text.remove(u',');
    const std::optional<double> value = session::parseAlertValue(text, unit);
    return value && session::isAlertValue(*value, unit) ? value : std::nullopt;
}

QString mistakeOf(const QString &typed, AlertUnit unit)
{
    switch (unit) {
    case AlertUnit::Share:
        return Text::tr("“%1” is not a share. Write 0 to 100 percent, for example 5 %.").arg(typed);
    case AlertUnit::Seconds:
        return Text::tr("“%1” is not a time. Write for example 500ms, 1.5s or 30m.").arg(typed);
    case AlertUnit::Count:
        return Text::tr("“%1” is not a number from 0 on. Write for example 500.").arg(typed);
    case AlertUnit::BytesPerSecond:
        return Text::tr("“%1” is not a number of bytes a second. Write for example 512, 16K or 1M.")
            .arg(typed);
    }
    Q_UNREACHABLE();
}

} // namespace

AlertRuleDraft::AlertRuleDraft(const AlertRule &rule)
    : m_rule(rule)
{
    for (const AlertField field : allAlertFields)
        m_entries.append({usualText(field), {}});
}

const QString &AlertRuleDraft::text(AlertField field) const
{
    return entry(field).text;
}

QString AlertRuleDraft::mistake(AlertField field) const
{
    return entry(field).mistake;
}

bool AlertRuleDraft::isSound() const
{
    return std::ranges::all_of(m_entries, [](const Entry &entry) { return entry.mistake.isEmpty(); });
}

QString AlertRuleDraft::usualText(AlertField field) const
{
    const AlertUnit unit = analysis::unitOf(m_rule.signal);
    switch (field) {
    case AlertField::Threshold:
        return session::alertValueKey(m_rule.threshold, unit);
    case AlertField::Holds:
        return session::alertDurationKey(m_rule.holds);
    case AlertField::Clear:
        return session::alertValueKey(m_rule.clear, unit);
    case AlertField::Keeps:
        return session::alertDurationKey(m_rule.keeps);
    }
    Q_UNREACHABLE();
}

void AlertRuleDraft::setText(AlertField field, const QString &text)
{
    if (text == entry(field).text)
        return;
    entry(field) = {text, {}};
    switch (field) {
    case AlertField::Threshold: {
        double threshold = m_rule.threshold;
        readValue(field, threshold);
        if (threshold == m_rule.threshold)
            break;
        if (entry(AlertField::Clear).mistake.isEmpty()) {
            m_rule = analysis::withThreshold(m_rule, threshold);
            entry(AlertField::Clear).text = usualText(AlertField::Clear);
        } else {
            m_rule.threshold = threshold;
        }
        break;
    }
    case AlertField::Clear:
        readValue(field, m_rule.clear);
        break;
    case AlertField::Holds:
        readDuration(field, m_rule.holds);
        break;
    case AlertField::Keeps:
        readDuration(field, m_rule.keeps);
        break;
    }
    judgeClear();
}

void AlertRuleDraft::readValue(AlertField field, double &value)
{
    const AlertUnit unit = analysis::unitOf(m_rule.signal);
    if (const auto read = valueFrom(entry(field).text, unit))
        value = *read;
    else
        entry(field).mistake = mistakeOf(entry(field).text.trimmed(), unit);
}

void AlertRuleDraft::readDuration(AlertField field, std::chrono::milliseconds &duration)
{
    if (const auto read = base::parseDuration(entry(field).text))
        duration = *read;
    else
        entry(field).mistake = mistakeOf(entry(field).text.trimmed(), AlertUnit::Seconds);
}

/// An alert must not be over before it begins.
void AlertRuleDraft::judgeClear()
{
    Entry &clear = entry(AlertField::Clear);
    if (!valueFrom(clear.text, analysis::unitOf(m_rule.signal)))
        return; // that is mistake enough
    const QString threshold = session::alertValueText(analysis::unitOf(m_rule.signal), m_rule.threshold);
    clear.mistake.clear();
    if (!analysis::endsBeforeItBegins(m_rule))
        return;
    clear.mistake = (m_rule.comparison == AlertComparison::Above
                         ? Text::tr("The alert would be over before it began. Write %1 or less.")
                         : Text::tr("The alert would be over before it began. Write %1 or more."))
                        .arg(threshold);
}

} // namespace ui
