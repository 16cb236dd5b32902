// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/alertnotices.h"

#include "core/session/alerttexts.h"
#include "ui/desktop/windownotice.h"
#include "ui/models/alerttext.h"

#include <algorithm>

namespace ui {

using session::Alert;

namespace {
constexpr auto shortestTime = std::chrono::minutes(1);
constexpr qsizetype mostLines = 5; // desktops show few
} // namespace

AlertNotices::AlertNotices(QWidget &window, base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_notice(new WindowNotice(window, QStringLiteral("network.error"), this))
{
    connect(m_notice, &WindowNotice::seen, this, [this] { m_unseen.clear(); });
}

bool AlertNotices::isNews(const Alert &alert) const
{
    if (!m_isEnabled || alert.priority == analysis::AlertPriority::P3 || !m_notice->isWanted())
        return false;
    const auto last = m_lastTold.constFind(alert.rule);
    return last == m_lastTold.cend() || m_clock.now() - *last >= shortestTime;
}

void AlertNotices::tell(const Alert &alert)
{
    if (!isNews(alert))
        return;
    m_lastTold.insert(alert.rule, m_clock.now());
    m_unseen.removeIf([&alert](const Alert &other) { return other.rule == alert.rule; });
    m_unseen.insert(std::ranges::upper_bound(m_unseen, alert.priority, {}, &Alert::priority), alert);
    QStringList lines;
    for (const Alert &unseen : m_unseen.first(std::min(mostLines, m_unseen.size())))
        lines << tr("%1: %2", "alert, values").arg(alertName(unseen), session::alertValuesText(unseen));
    m_notice->show(alertsSummary(m_unseen.size(), m_unseen.constFirst()), lines.join(QLatin1Char('\n')));
}

} // namespace ui
