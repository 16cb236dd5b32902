// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/checkcontroller.h"

namespace session {

using experiment::CheckProgress;
using experiment::CheckResult;
using experiment::LeakCheck;

namespace {
constexpr auto progressInterval = std::chrono::milliseconds(100);
} // namespace

CheckController::CheckController(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_manager(manager)
    , m_clock(clock)
    , m_throttle(clock, progressInterval, [this] { Q_EMIT progressed(m_progress); })
{
}

CheckController::~CheckController() = default;

void CheckController::start(const experiment::CheckPlan &plan)
{
    if (isBusy())
        return;
    m_waiting = plan;
    m_progress = {};
    m_throttle.request();
    Q_EMIT held(true);
}

void CheckController::setUploadsRunning(bool on)
{
    if (m_waiting && !on)
        begin();
}

void CheckController::countRequest()
{
    if (m_check)
        m_check->addRequests(1);
}

void CheckController::begin()
{
    const experiment::CheckPlan plan = *std::exchange(m_waiting, std::nullopt);
    m_check = std::make_unique<LeakCheck>(m_manager, m_clock);
    connect(m_check.get(), &LeakCheck::progressed, this, [this](const CheckProgress &progress) {
        m_progress = progress;
        m_throttle.request();
    });
    connect(m_check.get(), &LeakCheck::finished, this, &CheckController::end);
    m_check->start(plan);
}

void CheckController::end(const CheckResult &result)
{
    m_throttle.flush();
    m_check.release()->deleteLater(); // It is the one that speaks.
    Q_EMIT held(false);
    Q_EMIT finished(result);
}

void CheckController::cancel()
{
    if (m_check) {
        m_check->cancel();
        return;
    }
    if (!m_waiting)
        return;
    m_throttle.flush();
    // Nothing was begun, so nothing is known.
    CheckResult result;
    result.plan = *std::exchange(m_waiting, std::nullopt);
    result.startedMs = base::toUnixMs(m_clock.wallNow());
    result.interruption = experiment::Interruption::Cancelled;
    Q_EMIT held(false);
    QMetaObject::invokeMethod(
        this, [this, result] { Q_EMIT finished(result); }, Qt::QueuedConnection);
}

} // namespace session
