// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/alertstate.h"
#include "core/session/alert.h"
#include "core/session/clientsignals.h"
#include "core/session/serversignals.h"
#include "core/session/timeline.h"

#include <QObject>

#include <memory>
#include <vector>

namespace metrics {
class SeriesStore;
}

namespace session {

/// Looks at all signals once a second - those of the uploads and those of the watched server - and says which rules they
/// break. Nothing happens before start().
///
/// Thread: that of its clock. Ownership: the caller's; history and clock outlive it. Destruction is silent, and every slot
/// may call back or destroy it.
class AlertEngine final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertEngine)

public:
    AlertEngine(const metrics::SeriesStore &series, base::Clock &clock, QObject *parent = nullptr);
    ~AlertEngine() override;

    /// From now on these rules. One that was in force already, and means the same, goes on as it stands; what was raised by
    /// one that is gone or changed is over. Without rules it rests.
    void start(const AlertPlan &plan);
    /// Looks now, too, so that a run that is over is judged whole.
    void evaluate();

    void attemptEnded(const transfer::UploadRecord &record);
    /// A reading, which is in the history already.
    void read(const metrics::Reading &reading);
    void missed();
    /// Another process of the server answers from now on.
    void forgetProcess();
    /// The session turns to another server: all rules begin anew, and what is raised is over. That is no mark, because
    /// nothing became better.
    void forgetServer();

    /// In the order in which they were raised, at most 10,000: the oldest go first.
    [[nodiscard]] const QList<Alert> &alerts() const { return m_alerts; }
    [[nodiscard]] QList<JudgedRule> rules() const;

Q_SIGNALS:
    void raised(const session::Alert &alert);
    void cleared(const session::Alert &alert);
    /// AlertRaised, AlertCleared; before the other two.
    void marked(const session::Mark &mark);

private:
    struct Watched
    {
        JudgedRule judged;
        analysis::AlertState state;
    };
    void tick();
    [[nodiscard]] std::optional<double> valueOf(analysis::AlertSignal signal);
    [[nodiscard]] Alert raise(const Watched &watched, qint64 nowMs);
    void end(const Watched &watched, qint64 nowMs, QList<Alert> &over);
    void close(const Watched &watched, qint64 nowMs, QList<Alert> &over);
    void note(const Watched &watched);
    void tell(const QList<Alert> &raisedNow, const QList<Alert> &clearedNow, qint64 nowMs);
    [[nodiscard]] Alert *firing(const QString &rule);

    const metrics::SeriesStore &m_series;
    base::Clock &m_clock;
    std::unique_ptr<base::ClockTimer> m_tick;
    ClientSignals m_client;
    PauseWatch m_pauses;
    std::vector<Watched> m_rules;
    double m_memoryLimit = 0;
    QList<Alert> m_alerts;
};

} // namespace session
