// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/serverguard.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace transfer {
namespace {

using base::ErrorKind;
using namespace std::chrono_literals;

constexpr int firstAtOnce = 4;
constexpr std::chrono::milliseconds stepTime = 100ms;
constexpr int opensAfter = 5;
constexpr double roundsBelow = 8; // one below what was too many
constexpr std::chrono::milliseconds firstPause = 1s;
constexpr std::chrono::milliseconds longestPause = 30s;

// Whether it tells of the server at all.
bool isAnswer(const base::Error &error)
{
    return error.kind == ErrorKind::None || error.httpStatus > 0;
}

} // namespace

ServerGuard::ServerGuard(base::Clock &clock)
    : m_clock(clock)
    , m_timer(clock.makeTimer([this] { onPauseEnd(); }))
    , m_step(clock.makeTimer([this] { onStep(); }))
{
}

bool ServerGuard::isStrain(const base::Error &error)
{
    static constexpr std::array statuses{429, 502, 503, 504};
    switch (error.kind) {
    case ErrorKind::ConnectionRefused:
    case ErrorKind::ConnectionFailed:
    case ErrorKind::ConnectionReset:
    case ErrorKind::ConnectTimeout:
    case ErrorKind::Stalled:
        return true;
    case ErrorKind::HttpStatus:
        return std::ranges::find(statuses, error.httpStatus) != statuses.end();
    default:
        return false;
    }
}

void ServerGuard::setOn(bool on)
{
    if (on == m_isOn) // what the server asked for holds
        return;
    m_isOn = on;
    reset();
}

void ServerGuard::setMost(int most)
{
    const bool wasFull = m_allowed >= m_most;
    m_most = std::max(most, 1);
    m_allowed = m_isOn ? std::min<double>(m_allowed, m_most) : m_most;
    m_isStarting = m_isOn && (m_isStarting || wasFull) && m_allowed < m_most;
    if (m_hasBegun)
        startSteps(); // large uploads may begin and end nothing for an hour
    Q_EMIT changed();
}

int ServerGuard::allowed() const
{
    switch (m_state) {
    case State::Open:
        return 0;
    case State::HalfOpen:
        return 1;
    case State::Closed:
        break;
    }
    const int allowed = static_cast<int>(m_allowed);
    return m_quota ? std::clamp(*m_quota - m_taken, 1, allowed) : allowed;
}

void ServerGuard::began()
{
    m_hasBegun = true;
    startSteps();
}

void ServerGuard::startSteps()
{
    if (m_isStarting && !m_step->isActive())
        m_step->start(stepTime);
}

void ServerGuard::onStep()
{
    if (!m_isStarting)
        return;
    m_allowed = std::min<double>(m_most, 2 * m_allowed);
    m_isStarting = m_allowed < m_most;
    if (m_isStarting)
        m_step->start(stepTime);
    Q_EMIT changed();
}

void ServerGuard::ended(const base::Error &error, base::Steady begun,
                        std::optional<std::chrono::milliseconds> hold, const Upload &upload)
{
    const bool isStrained = isStrain(error);
    if (!m_isOn || begun < m_begun || (!isStrained && !isAnswer(error)))
        return;
    const bool isStale = begun < m_decreased;
    if (!isStrained) {
        if (error.kind == ErrorKind::None)
            learnOfSize(upload.bytes, isStale);
        succeeded(isStale);
        return;
    }
    m_isStarting = false;
    if (hold) {
        this->hold(error, *hold);
        return;
    }
    if (m_state == State::HalfOpen && !isStale && upload.getsOn) {
        succeeded(isStale);
        return;
    }
    countStrain(upload);
    if (m_state == State::HalfOpen && !isStale) {
        ++m_failedProbes;
        open(error);
    } else if (m_state == State::Closed && m_inARow >= opensAfter) {
        open(error);
    } else if (!isStale) {
        allowLess();
    }
}

bool ServerGuard::isOfTheUpload(const Upload &upload) const
{
    return upload.getsOn || (upload.isCut && upload.bytes >= m_tooLarge);
}

void ServerGuard::countStrain(const Upload &upload)
{
    if (isOfTheUpload(upload))
        return;
    if (!upload.isCut || upload.bytes < 0)
        m_smallestCut = -1; // not size alone: nothing is smaller
    else
        m_smallestCut = std::min(m_smallestCut, upload.bytes);
    ++m_inARow;
}

// What began before a cut was known may have got its answer before, too.
void ServerGuard::learnOfSize(qint64 taken, bool isStale)
{
    if (taken >= m_tooLarge)
        m_tooLarge = unknownSize;
    if (m_inARow > 0 && !isStale && taken >= 0 && taken < m_smallestCut)
        m_tooLarge = std::min(m_tooLarge, m_smallestCut);
}

void ServerGuard::succeeded(bool isStale)
{
    m_inARow = 0;
    m_smallestCut = unknownSize;
    ++m_taken;
    if (m_state == State::HalfOpen && !isStale) {
        m_allowed = 1;
        if (!m_isHold)
            m_tooMany = std::numeric_limits<double>::infinity(); // it was away: no number was too many
        m_failedProbes = 0;
        setState(State::Closed);
    } else if (m_quota && m_taken >= *m_quota) {
        m_quota.reset(); // it takes more than the last time: no telling how many
        m_allowed = 1;
        Q_EMIT changed();
    } else {
        allowMore();
    }
}

void ServerGuard::allowMore()
{
    if (m_allowed >= m_most) {
        if (m_quota)
            Q_EMIT changed();
        return;
    }
    const bool isJustBelow = m_allowed < m_tooMany && std::floor(m_allowed) + 1 >= m_tooMany;
    const double more = m_isStarting ? 1 : 1 / (m_allowed * (isJustBelow ? roundsBelow : 1));
    m_allowed = std::min<double>(m_most, m_allowed + more);
    if (m_allowed >= m_tooMany + 1) { // which was not too many, then
        m_tooMany = std::numeric_limits<double>::infinity();
        m_isStarting = m_allowed < m_most;
    }
    Q_EMIT changed();
}

void ServerGuard::allowLess()
{
    m_decreased = m_clock.now();
    m_tooMany = std::floor(m_allowed);
    m_allowed = std::max(1.0, std::floor(m_allowed / 2));
    Q_EMIT changed();
}

void ServerGuard::open(const base::Error &error)
{
    m_backOff = std::clamp(2 * m_backOff, firstPause, longestPause);
    m_isHold = false;
    m_quota.reset();
    pauseFor(m_backOff, error);
}

void ServerGuard::hold(const base::Error &error, std::chrono::milliseconds time)
{
    if (m_state == State::Open && m_clock.now() + time <= m_until)
        return;
    if (m_state == State::Closed) // one at a time is not too many at once
        m_tooMany = m_allowed < 2 ? std::numeric_limits<double>::infinity() : std::floor(m_allowed);
    m_isHold = true;
    pauseFor(time, error);
}

void ServerGuard::pauseFor(std::chrono::milliseconds time, const base::Error &error)
{
    m_pause = time;
    m_reason = error;
    m_decreased = m_clock.now();
    m_until = m_decreased + time;
    setState(State::Open);
    m_timer->start(time);
}

void ServerGuard::onPauseEnd()
{
    if (m_state != State::Open)
        return;
    // Only now: what was under way when the pause began counts, too.
    m_quota = m_isHold && m_taken > 0 ? std::optional(m_taken) : std::nullopt;
    m_taken = 0;
    setState(State::HalfOpen);
}

void ServerGuard::reset()
{
    m_timer->stop();
    m_step->stop();
    m_hasBegun = false;
    m_isStarting = m_isOn && m_most > firstAtOnce;
    m_allowed = m_isStarting ? firstAtOnce : m_most;
    m_inARow = m_failedProbes = m_taken = 0;
    m_smallestCut = m_tooLarge = unknownSize;
    m_quota.reset();
    m_tooMany = std::numeric_limits<double>::infinity();
    m_decreased = {};
    m_begun = m_clock.now();
    setState(State::Closed);
}

void ServerGuard::setState(State state)
{
    m_state = state;
    if (state != State::Open)
        m_timer->stop();
    if (state == State::Closed) {
        m_inARow = 0;
        m_smallestCut = unknownSize;
        m_backOff = {};
    }
    Q_EMIT changed();
}

} // namespace transfer
