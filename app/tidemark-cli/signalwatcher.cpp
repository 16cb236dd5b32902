// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/signalwatcher.h"

#include "app/tidemark-cli/options.h"

#include <array>
#include <atomic>
#include <csignal>

#include <sys/eventfd.h>
#include <unistd.h>

namespace cli {

namespace {
constexpr std::array watchedSignals{SIGINT, SIGTERM};

// A signal handler is handed nothing but the signal's number: what it needs must be static.
std::atomic<int> descriptorOfHandler{-1};
std::atomic<int> received{0};
static_assert(std::atomic<int>::is_always_lock_free,
              "only lock-free atomics may be used in a signal handler");

void onSignal(int)
{
    if (received.fetch_add(1) > 0)
        ::_exit(exitInterrupted);
    const quint64 one = 1;
    // Nothing can be done about a failure here; the next signal ends the program.
    [[maybe_unused]] const auto written = ::write(descriptorOfHandler.load(), &one, sizeof one);
}
} // namespace

SignalWatcher::SignalWatcher(QObject *parent)
    : QObject(parent)
    , m_descriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    , m_notifier(m_descriptor, QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &SignalWatcher::read);
    received = 0;
    descriptorOfHandler = m_descriptor;
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    for (const int signal : watchedSignals)
        ::sigaction(signal, &action, nullptr);
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
