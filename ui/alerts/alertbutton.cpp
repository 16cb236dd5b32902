// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/alertbutton.h"

#include "ui/common/alerttone.h"
#include "ui/common/icons.h"
#include "ui/models/alerttext.h"

#include <QStyle>

namespace ui {

namespace {
constexpr int signSize = 14;
constexpr int mostLetters = 60;
} // namespace

AlertButton::AlertButton(QWidget *parent)
    : QToolButton(parent)
{
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize({signSize, signSize});
    setFocusPolicy(Qt::TabFocus);
    setAlerts(0, {});
}

void AlertButton::setAlerts(qsizetype count, const std::optional<session::Alert> &mostUrgent)
{
    m_summary = alertsSummary(count, mostUrgent);
    const int room = mostLetters * fontMetrics().averageCharWidth();
    setText(fontMetrics().elidedText(m_summary, Qt::ElideRight, room).replace(u'&', QLatin1StringView("&&")));
    setIcon(mostUrgent ? ui::icon(QLatin1StringView("alert"), alertTone(mostUrgent->priority))
                       : ui::icon(QLatin1StringView("check"), Tone::Dim));
    setUrgency(mostUrgent ? analysis::toKey(mostUrgent->priority) : QString());
    setAccessibleName(m_summary);
    updateTip();
}

void AlertButton::setHint(const QString &hint)
{
    m_hint = hint;
    updateTip();
}

void AlertButton::updateTip()
{
    setToolTip(m_hint.isEmpty() ? m_summary : m_summary + QLatin1Char('\n') + m_hint);
}

void AlertButton::setUrgency(const QString &key)
{
    setProperty("urgency", key);
    // A style sheet looks at properties only when it polishes.
    style()->unpolish(this);
    style()->polish(this);
}

} // namespace ui
