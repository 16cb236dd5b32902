// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QObject>

#include <functional>

class QNetworkAccessManager;

namespace session {

/// One run of an experiment from its plan to its result, as ExperimentSeat sees it: of whatever kind. When something is
/// told is the seat's to decide, what is told the run's own.
///
/// Thread: that of the experiment. Destruction ends it in silence.
class ExperimentRun : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExperimentRun)

public:
    ExperimentRun() = default;

    /// Once only.
    virtual void begin() = 0;
    /// `finished` follows, with what is known by then; before begin() it makes that end at once, with nothing done.
    virtual void cancel() = 0;
    virtual void tellProgress() const = 0;
    /// After `finished`.
    virtual void tellResult() const = 0;
    /// Somebody else here made a request to the same server.
    virtual void countRequest() = 0;

Q_SIGNALS:
    void progressed();
    /// Exactly once after begin(), from the event loop.
    void finished();
};

/// Of one kind: LeakCheck, Sweep, Audit.
template <typename Experiment>
class RunOf final : public ExperimentRun
{
public:
    using Plan = typename Experiment::Plan;
    using Progress = typename Experiment::Progress;
    using Result = typename Experiment::Result;

    /// Whom the run tells.
    struct Listeners
    {
        std::function<void(const Progress &)> progressed;
        std::function<void(const Result &)> finished;
    };

    RunOf(QNetworkAccessManager &manager, base::Clock &clock, Plan plan, Listeners listeners)
        : m_plan(std::move(plan))
        , m_listeners(std::move(listeners))
        , m_experiment(manager, clock)
    {
        connect(&m_experiment, &Experiment::progressed, this, [this](const Progress &progress) {
            m_progress = progress;
            Q_EMIT this->progressed();
        });
        connect(&m_experiment, &Experiment::finished, this, [this](const Result &result) {
            m_result = result;
            Q_EMIT this->finished();
        });
    }

    void begin() override { m_experiment.start(m_plan); }
    void cancel() override { m_experiment.cancel(); }
    void tellProgress() const override { m_listeners.progressed(m_progress); }
    void tellResult() const override { m_listeners.finished(m_result); }
    void countRequest() override
    {
        if constexpr (requires { m_experiment.addRequests(1); })
            m_experiment.addRequests(1);
    }

private:
    Plan m_plan;
    Listeners m_listeners;
    Progress m_progress;
    Result m_result;
    Experiment m_experiment; ///< Gone first.
};

} // namespace session
