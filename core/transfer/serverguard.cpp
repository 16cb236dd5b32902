// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/serverguard.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace transfer {
namespace {

using base::ErrorKind;
using namespace std::chrono_literals;

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
    , m_timer(clock.makeTimer([this] {
        if (m_state == State::Open)
            setState(State::HalfOpen);
    }))
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
    m_isOn = on;
    reset();
}

void ServerGuard::setMost(int most)
{
    const bool wasFull = m_allowed >= m_most;
    m_most = std::max(most, 1);
    m_allowed = wasFull ? m_most : std::min<double>(m_allowed, m_most);
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
    return static_cast<int>(m_allowed);
}

void ServerGuard::ended(const base::Error &error, base::Steady begun)
{
    const bool isStrained = isStrain(error);
    if (!m_isOn || begun < m_begun || (!isStrained && !isAnswer(error)))
        return;
    const bool isStale = begun < m_decreased;
    if (!isStrained) {
        m_inARow = 0;
        if (m_state == State::HalfOpen && !isStale) {
            m_allowed = 1;
            m_tooMany = std::numeric_limits<double>::infinity(); // it was away: no number was too many
            m_failedProbes = 0;
            setState(State::Closed);
        } else {
            allowMore();
        }
        return;
    }
    ++m_inARow;
    if (m_state == State::HalfOpen && !isStale) {
        ++m_failedProbes;
        open(error);
    } else if (m_state == State::Closed && m_inARow >= opensAfter) {
        open(error);
    } else if (!isStale) {
        allowLess();
    }
}

void ServerGuard::allowMore()
{
    if (m_allowed >= m_most)
        return;
    const bool isJustBelow = std::floor(m_allowed) + 1 >= m_tooMany;
    m_allowed = std::min<double>(m_most, m_allowed + 1 / (m_allowed * (isJustBelow ? roundsBelow : 1)));
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
    m_pause = m_failedProbes == 0 ? firstPause : std::min(2 * m_pause, longestPause);
    m_reason = error;
    m_decreased = m_clock.now();
    setState(State::Open);
    m_timer->start(m_pause);
}

void ServerGuard::reset()
{
    m_timer->stop();
    m_allowed = m_most;
    m_inARow = m_failedProbes = 0;
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
    if (state == State::Closed)
        m_inARow = 0;
    Q_EMIT changed();
}

} // namespace transfer
