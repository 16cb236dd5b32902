// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/pollset.h"
#include "core/net/urlcache.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QSocketNotifier>
#include <QTimer>

#include <curl/curl.h>
#include <memory>
#include <vector>

namespace net {

class CurlTransfer;

/// libcurl's multi interface on Qt's event loop (https://curl.se/libcurl/c/libcurl-multi.html,
/// "multi_socket"). Keeps connections alive between transfers and recycles easy handles.
///
/// libcurl may not be re-entered from its callbacks. Transfers therefore only record there what happened and
/// are asked to deliver it - to emit signals - after libcurl has returned. Whatever a slot does then is
/// allowed: starting new transfers, aborting others, deleting the one that speaks.
///
/// Thread: one, with an event loop. Transfers must be gone before their engine.
class CurlEngine final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CurlEngine)

public:
    explicit CurlEngine(QObject *parent = nullptr);
    ~CurlEngine() override;

    /// An easy handle in its default state. Give it back with recycle().
    [[nodiscard]] CURL *takeHandle();
    void recycle(CURL *handle);

    [[nodiscard]] UrlCache &urls() { return m_urls; }

    /// Bytes begin to move from the event loop, or at the end of the current delivery.
    void add(CurlTransfer &transfer);
    /// Nothing is called back any more. Not from a libcurl callback (see isInsideCurl).
    void remove(CurlTransfer &transfer);
    /// Asks for transfer.deliver() once libcurl has returned.
    void touch(CurlTransfer &transfer);
    [[nodiscard]] bool isInsideCurl() const { return m_depth > 0; }
    /// Keeps a transfer whose owner went away inside a libcurl callback until it can be removed.
    void bury(std::unique_ptr<CurlTransfer> transfer);
    /// libcurl may be asked to do something again soon (a paused transfer goes on).
    void wake();

    /// What the server had sent and nobody read when `socket` was closed in the current pass.
    [[nodiscard]] QByteArray takeLeftover(int socket) { return m_leftovers.take(socket); }
    /// For CURLOPT_OPENSOCKETFUNCTION and CURLOPT_CLOSESOCKETFUNCTION with the engine as client data.
    static curl_socket_t onOpenSocket(void *engine, curlsocktype, curl_sockaddr *address);
    static int onCloseSocket(void *engine, curl_socket_t socket);

private:
    static int onSocket(CURL *easy, curl_socket_t socket, int what, void *engine, void *);
    static int onTimer(CURLM *, long timeoutMs, void *engine);

    void drive();
    void act(curl_socket_t socket, int events);
    void collectFinished();
    void deliver();
    void checkStalls();

    CURLM *m_multi;
    PollSet m_poll;
    QSet<int> m_connections; ///< Sockets of ours; libcurl closes others, its resolver's, without a word.
    QSocketNotifier m_notifier;
    QTimer m_timer;
    QTimer m_stallTimer;
    std::vector<CURL *> m_pool;
    std::vector<CurlTransfer *> m_running;
    std::vector<CurlTransfer *> m_touched;
    std::vector<std::unique_ptr<CurlTransfer>> m_buried;
    QHash<int, QByteArray> m_leftovers;
    UrlCache m_urls;
    int m_depth = 0;
    bool m_isDriving = false;
    bool m_isDue = false; ///< libcurl asked for a timeout of 0.
};

} // namespace net
