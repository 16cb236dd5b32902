// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/experimentseat.h"

namespace session {

namespace {
constexpr auto progressInterval = std::chrono::milliseconds(100);
} // namespace

ExperimentSeat::ExperimentSeat(base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_throttle(clock, progressInterval, [this] { m_run->tellProgress(); })
{
}

ExperimentSeat::~ExperimentSeat() = default;

void ExperimentSeat::start(std::unique_ptr<ExperimentRun> run)
{
    if (isBusy())
        return;
    m_run = std::move(run);
    m_isWaiting = true;
    connect(m_run.get(), &ExperimentRun::progressed, this, [this] { m_throttle.request(); });
    connect(m_run.get(), &ExperimentRun::finished, this, &ExperimentSeat::end);
    m_throttle.request();
    Q_EMIT held(true);
}

void ExperimentSeat::setUploadsRunning(bool on)
{
    if (m_isWaiting && !on)
        begin();
}

void ExperimentSeat::countRequest()
{
    if (m_run && !m_isWaiting)
        m_run->countRequest();
}

void ExperimentSeat::begin()
{
    m_isWaiting = false;
    m_run->begin();
}

void ExperimentSeat::end()
{
    m_throttle.flush();
    ExperimentRun *const run = m_run.release();
    run->disconnect(this);
    run->deleteLater(); // It is the one that speaks.
    Q_EMIT held(false);
    run->tellResult();
}

void ExperimentSeat::cancel()
{
    if (!isBusy())
        return;
    m_run->cancel();
    if (m_isWaiting)
        begin(); // And ends with that: whoever waits for a result shall have one.
}

} // namespace session
