// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/signalwatcher.h"

#include "app/tidemark-cli/options.h"

#include <array>
#include <atomic>
#include <csignal>
#include <ctime>

#include <sys/eventfd.h>
#include <unistd.h>

namespace cli {

namespace {
constexpr std::array watchedSignals{SIGINT, SIGTERM, SIGHUP};
constexpr qint64 sameWish = 1'000; // ms

// A signal handler is handed nothing but the signal's number: what it needs must be static.
std::atomic<int> descriptorOfHandler{-1};
std::atomic<qint64> receivedAtMs{0}; // 0: none was
static_assert(std::atomic<int>::is_always_lock_free && std::atomic<qint64>::is_always_lock_free,
              "only lock-free atomics may be used in a signal handler");

/// Of the few functions that POSIX permits in a signal handler.
qint64 nowMs()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64{now.tv_sec} * 1'000 + now.tv_nsec / 1'000'000 + 1;
}

void onSignal(int)
{
    qint64 first = 0;
    const qint64 now = nowMs();
    if (!receivedAtMs.compare_exchange_strong(first, now)) {
        if (now - first >= sameWish)
            ::_exit(exitInterrupted);
        return;
    }
    const quint64 one = 1;
    // Nothing can be done about a failure here; a later signal ends the program.
    [[maybe_unused]] const auto written = ::write(descriptorOfHandler.load(), &one, sizeof one);
}

bool isIgnored(int signal)
{
    struct sigaction present = {};
    return ::sigaction(signal, nullptr, &present) == 0 && present.sa_handler == SIG_IGN;
}
} // namespace

SignalWatcher::SignalWatcher(QObject *parent)
    : QObject(parent)
    , m_descriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    , m_notifier(m_descriptor, QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &SignalWatcher::read);
    receivedAtMs = 0;
    descriptorOfHandler = m_descriptor;
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    for (const int signal : watchedSignals) {
        if (signal != SIGHUP || !isIgnored(signal))
            ::sigaction(signal, &action, nullptr);
    }
}

SignalWatcher::~SignalWatcher()
{
    struct sigaction action = {};
    action.sa_handler = SIG_DFL;
    for (const int signal : watchedSignals)
        ::sigaction(signal, &action, nullptr);
    ::close(m_descriptor);
}

void SignalWatcher::read()
{
    quint64 count = 0;
    if (::read(m_descriptor, &count, sizeof count) == sizeof count)
        Q_EMIT interrupted();
}

} // namespace cli
