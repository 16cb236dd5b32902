// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/alertengine.h"

#include <QPointer>

#include <algorithm>
#include <array>
#include <utility>

namespace session {

using analysis::AlertSignal;
using analysis::AlertState;

namespace {
constexpr auto interval = std::chrono::seconds(1);
constexpr qsizetype mostAlerts = 10'000;
} // namespace

AlertEngine::AlertEngine(const metrics::SeriesStore &series, base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_series(series)
    , m_clock(clock)
    , m_tick(clock.makeTimer([this] { tick(); }))
{
}

AlertEngine::~AlertEngine() = default;

void AlertEngine::start(const AlertPlan &plan)
{
    const bool isSameLimit = plan.memoryLimit == m_memoryLimit;
    m_memoryLimit = plan.memoryLimit;
    std::vector<Watched> before = std::exchange(m_rules, {});
    for (const analysis::AlertRule &rule : plan.rules) {
        const auto known = std::ranges::find_if(before, [&](const Watched &watched) {
            return watched.judged.rule == rule && (isSameLimit || rule.signal != AlertSignal::MemoryEta);
        });
        if (known == before.end()) {
            m_rules.push_back({{rule, false}, {}});
        } else {
            m_rules.push_back(*known);
            before.erase(known);
        }
    }
    if (m_rules.empty())
        m_tick->stop();
    else if (!m_tick->isActive())
        m_tick->start(interval);
    const qint64 nowMs = base::toUnixMs(m_clock.wallNow());
    QList<Alert> over;
    for (const Watched &gone : before)
        end(gone, nowMs, over);
    tell({}, over, nowMs);
}

void AlertEngine::attemptEnded(const transfer::UploadRecord &record)
{
    if (!m_rules.empty())
        m_client.attemptEnded(m_clock.now(), record);
}

void AlertEngine::read(const metrics::Reading &reading)
{
    m_pauses.read(reading);
}

void AlertEngine::missed()
{
    m_pauses.missed();
}

void AlertEngine::forgetProcess()
{
    m_pauses.forget();
}

void AlertEngine::forgetServer()
{
    m_pauses.forget();
    m_client = {};
    const qint64 nowMs = base::toUnixMs(m_clock.wallNow());
    QList<Alert> over;
    for (Watched &watched : m_rules) {
        end(watched, nowMs, over);
        watched.state = {};
    }
    const QPointer<AlertEngine> self(this);
    for (const Alert &alert : std::as_const(over)) {
        if (self)
            Q_EMIT cleared(alert);
    }
}

QList<JudgedRule> AlertEngine::rules() const
{
    QList<JudgedRule> rules;
    for (const Watched &watched : m_rules)
        rules.append(watched.judged);
    return rules;
}

void AlertEngine::tick()
{
    m_tick->start(interval);
    evaluate();
}

void AlertEngine::evaluate()
{
    const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.now().time_since_epoch());
    const qint64 nowMs = base::toUnixMs(m_clock.wallNow());
    std::array<std::optional<double>, analysis::alertSignalCount> values;
    for (const AlertSignal signal : analysis::allAlertSignals()) {
        const bool isAsked = std::ranges::any_of(
            m_rules, [signal](const Watched &watched) { return watched.judged.rule.signal == signal; });
        if (isAsked)
            values[static_cast<size_t>(signal)] = valueOf(signal);
    }
    QList<Alert> raisedNow, clearedNow;
    for (Watched &watched : m_rules) {
        const std::optional<double> value = values[static_cast<size_t>(watched.judged.rule.signal)];
        watched.judged.isJudged = watched.judged.isJudged || value;
        const AlertState::Change change = watched.state.feed(watched.judged.rule, time, value);
        if (change == AlertState::Change::Raised)
            raisedNow.append(raise(watched, nowMs));
        else if (change == AlertState::Change::Cleared)
            close(watched, nowMs, clearedNow);
        else
            note(watched);
    }
    tell(raisedNow, clearedNow, nowMs);
}

/// All is settled before anybody is told, who may do anything.
void AlertEngine::tell(const QList<Alert> &raisedNow, const QList<Alert> &clearedNow, qint64 nowMs)
{
    const QPointer<AlertEngine> self(this);
    for (const Alert &alert : raisedNow) {
        if (self)
            Q_EMIT marked({nowMs, MarkKind::AlertRaised, alertText(alert)});
        if (self)
            Q_EMIT raised(alert);
    }
    for (const Alert &alert : clearedNow) {
        if (self)
            Q_EMIT marked({nowMs, MarkKind::AlertCleared, alertText(alert)});
        if (self)
            Q_EMIT cleared(alert);
    }
}

std::optional<double> AlertEngine::valueOf(AlertSignal signal)
{
    const qint64 nowMs = base::toUnixMs(m_clock.wallNow());
    switch (signal) {
    case AlertSignal::ServerErrors:
        return m_client.serverErrors(m_clock.now());
    case AlertSignal::Timeouts:
        return m_client.timeouts(m_clock.now());
    case AlertSignal::AnswerP95:
        return m_client.answerP95(m_clock.now());
    case AlertSignal::GcPause:
        return m_pauses.take();
    case AlertSignal::PoolUse:
        return serversignals::poolUse(m_series, nowMs);
    case AlertSignal::MemoryEta:
        return serversignals::memoryEta(m_series, nowMs, m_memoryLimit);
    case AlertSignal::Goroutines:
        return serversignals::goroutines(m_series, nowMs);
    case AlertSignal::DescriptorUse:
        return serversignals::descriptorUse(m_series, nowMs);
    case AlertSignal::FloorGrowth:
        return serversignals::floorGrowth(m_series, nowMs);
    }
    Q_UNREACHABLE();
}

Alert *AlertEngine::firing(const QString &rule)
{
    const auto found = std::find_if(m_alerts.rbegin(), m_alerts.rend(),
                                    [&rule](const Alert &alert) { return alert.rule == rule; });
    return found != m_alerts.rend() && found->clearedAtMs == 0 ? &*found : nullptr;
}

Alert AlertEngine::raise(const Watched &watched, qint64 nowMs)
{
    const analysis::AlertRule &rule = watched.judged.rule;
    if (m_alerts.size() == mostAlerts)
        m_alerts.removeFirst();
    m_alerts.append({rule.id, rule.title, rule.priority, rule.comparison, analysis::unitOf(rule.signal),
                     rule.threshold, watched.state.worst(), nowMs, 0});
    return m_alerts.constLast();
}

/// What is raised is over because nobody looks at it as it was any more.
void AlertEngine::end(const Watched &watched, qint64 nowMs, QList<Alert> &over)
{
    if (watched.state.phase() == AlertState::Phase::Firing)
        close(watched, nowMs, over);
}

void AlertEngine::close(const Watched &watched, qint64 nowMs, QList<Alert> &over)
{
    Alert *alert = firing(watched.judged.rule.id);
    if (!alert) // 10,000 others took its place
        return;
    alert->value = watched.state.worst();
    alert->clearedAtMs = nowMs;
    over.append(*alert);
}

void AlertEngine::note(const Watched &watched)
{
    if (watched.state.phase() != AlertState::Phase::Firing)
        return;
    if (Alert *alert = firing(watched.judged.rule.id))
        alert->value = watched.state.worst();
}

} // namespace session
