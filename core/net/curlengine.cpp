// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curlengine.h"

#include "core/net/curltransfer.h"

#include <sys/socket.h>
#include <unistd.h>

namespace net {
namespace {

using namespace std::chrono_literals;

// One turn of the event loop serves this long at most before Qt's other events get theirs.
constexpr auto maxTurn = 4ms;
// Few connections to a quick server stir one at a time, and a trip through Qt's event loop costs as much as a small upload's
// share of libcurl: so for a moment what comes next is waited for here.
constexpr auto linger = 1ms;
constexpr auto stallCheckInterval = 100ms;
constexpr size_t poolLimit = 256;
constexpr qsizetype leftoverLimit = 64 * 1024;

class DepthGuard
{
public:
    explicit DepthGuard(int &depth)
        : m_depth(depth)
    {
        ++m_depth;
    }
    ~DepthGuard() { --m_depth; }
    Q_DISABLE_COPY_MOVE(DepthGuard)

private:
    int &m_depth;
};

quint32 interestOf(int what)
{
    quint32 interest = PollSet::None;
    if (what == CURL_POLL_IN || what == CURL_POLL_INOUT)
        interest |= PollSet::Read;
    if (what == CURL_POLL_OUT || what == CURL_POLL_INOUT)
        interest |= PollSet::Write;
    return interest;
}

CURLM *makeMulti()
{
    static const CURLcode code = curl_global_init(CURL_GLOBAL_DEFAULT); // once for the process
    static_cast<void>(code);
    return curl_multi_init();
}

} // namespace

CurlEngine::CurlEngine(QObject *parent)
    : QObject(parent)
    , m_multi(makeMulti())
    , m_notifier(m_poll.descriptor(), QSocketNotifier::Read)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_stallTimer.setInterval(stallCheckInterval);
    connect(&m_notifier, &QSocketNotifier::activated, this, &CurlEngine::drive);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_isDue = true;
        drive();
    });
    connect(&m_stallTimer, &QTimer::timeout, this, &CurlEngine::checkStalls);

    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &CurlEngine::onSocket);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &CurlEngine::onTimer);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    // libcurl's default, four per running transfer, would drop most kept-alive connections of a burst that
    // ends.
    curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, 512L);
}

CurlEngine::~CurlEngine()
{
    m_buried.clear();
    Q_ASSERT_X(m_running.empty(), "CurlEngine", "a transfer outlived its engine");
    for (CURL *handle : m_pool)
        curl_easy_cleanup(handle);
    // Closing the kept-alive connections still calls back for sockets and timers.
    m_isDriving = true;
    curl_multi_cleanup(m_multi);
}

CURL *CurlEngine::takeHandle()
{
    if (m_pool.empty())
        return curl_easy_init();
    CURL *handle = m_pool.back();
    m_pool.pop_back();
    return handle;
}

void CurlEngine::recycle(CURL *handle)
{
    if (m_pool.size() >= poolLimit) {
        curl_easy_cleanup(handle);
        return;
    }
    curl_easy_reset(handle);
    m_pool.push_back(handle);
}

void CurlEngine::add(CurlTransfer &transfer)
{
    Q_ASSERT(!isInsideCurl());
    m_running.push_back(&transfer);
    curl_easy_setopt(transfer.handle(), CURLOPT_PRIVATE, &transfer);
    curl_multi_add_handle(m_multi, transfer.handle());
    if (!m_stallTimer.isActive())
        m_stallTimer.start();
}

void CurlEngine::remove(CurlTransfer &transfer)
{
    Q_ASSERT(!isInsideCurl());
    curl_multi_remove_handle(m_multi, transfer.handle());
    std::erase(m_running, &transfer);
    // Slots run while m_touched is walked: keep the positions, forget the transfer.
    std::replace(m_touched.begin(), m_touched.end(), &transfer, static_cast<CurlTransfer *>(nullptr));
    if (m_running.empty())
        m_stallTimer.stop();
    if (!m_isDriving)
        m_poll.flush();
}

void CurlEngine::touch(CurlTransfer &transfer)
{
    if (transfer.isTouched())
        return;
    transfer.setTouched(true);
    m_touched.push_back(&transfer);
}

void CurlEngine::bury(std::unique_ptr<CurlTransfer> transfer)
{
    m_buried.push_back(std::move(transfer));
    wake();
}

void CurlEngine::wake()
{
    m_isDue = true;
    if (!m_isDriving)
        m_timer.start(0);
}

int CurlEngine::onSocket(CURL *easy, curl_socket_t socket, int what, void *engine, void *)
{
    auto *self = static_cast<CurlEngine *>(engine);
    if (!self->m_connections.contains(socket)) {
        // The resolver's. It is still open now, and when its number comes again it is another socket's.
        if (what == CURL_POLL_REMOVE)
            self->m_poll.forget(socket);
        else
            self->m_poll.setInterest(socket, interestOf(what));
        return 0;
    }
    self->m_poll.setInterest(socket, interestOf(what));
    if (what == CURL_POLL_REMOVE)
        return 0;
    char *transfer = nullptr;
    if (curl_easy_getinfo(easy, CURLINFO_PRIVATE, &transfer) == CURLE_OK && transfer)
        reinterpret_cast<CurlTransfer *>(transfer)->setSocket(socket);
    return 0;
}

int CurlEngine::onTimer(CURLM *, long timeoutMs, void *engine)
{
    auto *self = static_cast<CurlEngine *>(engine);
    if (timeoutMs < 0) {
        self->m_timer.stop();
    } else if (timeoutMs == 0 && self->m_isDriving) {
        self->m_isDue = true; // served at the end of this turn, without a trip through the event loop
    } else {
        self->m_timer.start(static_cast<int>(timeoutMs));
    }
    return 0;
}

curl_socket_t CurlEngine::onOpenSocket(void *engine, curlsocktype, curl_sockaddr *address)
{
    const int socket = ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    if (socket < 0)
        return CURL_SOCKET_BAD;
    static_cast<CurlEngine *>(engine)->m_connections.insert(socket);
    return socket;
}

int CurlEngine::onCloseSocket(void *engine, curl_socket_t socket)
{
    auto *self = static_cast<CurlEngine *>(engine);
    self->m_poll.forget(socket);
    self->m_connections.remove(socket);
    // A server that refuses an upload answers, closes, and so resets our next write; libcurl reports the
    // failed write and never looks whether an answer had arrived. It did, on Linux: it can still be read
    // here.
    QByteArray leftover(leftoverLimit, Qt::Uninitialized);
    const ssize_t bytes = ::recv(socket, leftover.data(), static_cast<size_t>(leftover.size()), MSG_DONTWAIT);
    if (bytes > 0) {
        leftover.truncate(bytes);
        self->m_leftovers.insert(socket, leftover);
    }
    return ::close(socket);
}

void CurlEngine::act(curl_socket_t socket, int events)
{
    int running = 0;
    const DepthGuard guard(m_depth);
    curl_multi_socket_action(m_multi, socket, events, &running);
}

void CurlEngine::drive()
{
    if (m_isDriving)
        return;
    m_isDriving = true;
    const auto until = std::chrono::steady_clock::now() + maxTurn;
    bool isBusy = true;
    while (isBusy) {
        isBusy = false;
        if (std::exchange(m_isDue, false)) {
            act(CURL_SOCKET_TIMEOUT, 0);
            isBusy = true;
        }
        const bool mayLinger = !isBusy && !m_running.empty();
        for (const PollSet::Event &event : m_poll.poll(mayLinger ? linger : 0ms)) {
            const int events = ((event.ready & PollSet::Read) ? CURL_CSELECT_IN : 0)
                | ((event.ready & PollSet::Write) ? CURL_CSELECT_OUT : 0);
            act(event.socket, events);
            isBusy = true;
        }
        collectFinished();
        deliver();
        m_leftovers.clear();
        m_buried.clear();
        isBusy = (isBusy || m_isDue) && std::chrono::steady_clock::now() < until;
    }
    m_poll.flush();
    if (m_isDue)
        m_timer.start(0);
    m_isDriving = false;
}

void CurlEngine::collectFinished()
{
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        const CURLcode code = message->data.result; // the message dies with the next libcurl call
        char *transfer = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
        reinterpret_cast<CurlTransfer *>(transfer)->setFinished(code);
    }
}

void CurlEngine::deliver()
{
    // By index: a slot that runs meanwhile may touch further transfers.
    for (size_t i = 0; i < m_touched.size(); ++i) { // NOLINT(modernize-loop-convert)
        if (CurlTransfer *transfer = m_touched[i]) {
            transfer->setTouched(false);
            transfer->deliver();
        }
    }
    m_touched.clear();
}

void CurlEngine::checkStalls()
{
    const auto now = std::chrono::steady_clock::now();
    const std::vector<CurlTransfer *> running = m_running;
    for (CurlTransfer *transfer : running)
        transfer->checkStall(now);
    if (!m_touched.empty())
        wake();
}

} // namespace net
