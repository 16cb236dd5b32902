// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/net/phasetimings.h"
#include "core/net/requestbody.h"
#include "core/net/responsehead.h"
#include "core/net/tlstrace.h"
#include "core/net/urlcache.h"

#include <QByteArray>

#include <array>
#include <chrono>
#include <curl/curl.h>
#include <memory>

namespace net {

class CurlEngine;

/// One HTTP exchange in libcurl: one request, one final answer, no redirect followed, nothing sent twice.
/// CurlReply is its owner and gives it a Qt face; a redirect makes it begin() again.
///
/// The listener is called outside libcurl, but where it says otherwise, in this order: any number of onProgress and
/// onData, then onDone once. Thread: the engine's.
class CurlTransfer final
{
public:
    class Listener
    {
    public:
        Listener() = default;
        virtual ~Listener() = default;
        Q_DISABLE_COPY_MOVE(Listener)
        virtual void onProgress(qint64 sent, qint64 total) = 0;
        /// The head is final by now. `data` may be empty: then only the head is new.
        virtual void onData(QByteArray data) = 0;
        /// Kind None when a whole answer arrived, whatever its status, unless a 2xx came too early: see
        /// base::ErrorKind::AnsweredEarly.
        virtual void onDone(const base::Error &error) = 0;
        /// Whether more of the answer may be held in memory, beside the `pending` bytes that were not
        /// delivered yet; false pauses it until resumeReading(). Inside libcurl, too.
        virtual bool wantsData(qint64 pending) const = 0;
        /// The body has nothing to give for now: resumeSending() when it has. Inside libcurl.
        virtual void onStarved() = 0;
    };

    CurlTransfer(CurlEngine &engine, Listener &listener);
    ~CurlTransfer();
    Q_DISABLE_COPY_MOVE(CurlTransfer)

    struct Limits
    {
        std::chrono::milliseconds stall{0}; ///< 0: none.
        qint64 maxAnswerBytes = 0; ///< 0: none.
        /// The first 401 is the challenge that libcurl goes on with, and no answer unless it ends with it.
        bool beginsWithChallenge = false;
        bool isProxied = false; ///< See CurlFailure.
        bool hasProxyUser = false;
    };
    /// The handle to set options on before begin(); callbacks and body options are set by begin().
    [[nodiscard]] CURL *handle() const { return m_handle; }
    void setUrl(const QUrl &url);
    /// That of setUrl(); see net::isLoopback().
    [[nodiscard]] bool isToLoopback() const { return m_url && m_url->isLoopback; }
    /// What begin() is to listen in on; nullptr: nothing.
    void setTls(std::shared_ptr<TlsTrace> trace);
    /// Starts with the handle as it is set up. `headers` is taken over.
    void begin(RequestBody body, curl_slist *headers, Limits limits);
    /// Stops in silence; deliver() and listener are not called again. Idempotent.
    void stop();
    /// Like stop(), but safe when the listener or the body is destroyed inside a libcurl callback.
    static void dispose(std::unique_ptr<CurlTransfer> transfer);

    [[nodiscard]] const ResponseHead &head() const { return m_head; }
    /// The head is that of an answer, and not just of the challenge that comes before one.
    [[nodiscard]] bool hasAnswer() const;
    [[nodiscard]] const PhaseTimings &timings() const { return m_timings; }
    [[nodiscard]] RequestBody &body() { return m_body; }
    [[nodiscard]] qint64 bytesSent() const { return m_sent; }
    /// Of the request: what waits in libcurl, and what the peer's host has not acknowledged (tcp(7), SIOCOUTQ).
    [[nodiscard]] qint64 undeliveredBytes() const;
    void resumeReading();
    void resumeSending();
    /// How libcurl ended; known once done.
    [[nodiscard]] CURLcode code() const { return m_code; }
    /// Known once done, where TLS was what failed.
    [[nodiscard]] const std::optional<TlsFailure> &tlsFailure() const { return m_tlsFailure; }
    /// Brings timings() up to date. Does nothing once stopped, nor inside a libcurl callback.
    void recordTimings();

    // For the engine.
    void deliver();
    void setFinished(CURLcode code);
    void checkStall(std::chrono::steady_clock::time_point now);
    void setSocket(int socket) { m_socket = socket; }
    [[nodiscard]] bool isTouched() const { return m_isTouched; }
    void setTouched(bool touched) { m_isTouched = touched; }

private:
    static size_t onRead(char *buffer, size_t size, size_t count, void *self);
    static size_t onWrite(const char *data, size_t size, size_t count, void *self);
    static size_t onHeader(const char *line, size_t size, size_t count, void *self);
    static int onSeek(void *self, curl_off_t offset, int origin);
    static int onXferInfo(void *self, curl_off_t, curl_off_t, curl_off_t, curl_off_t sent);

    void setCallbacks();
    void salvageAnswer();
    void recordSent();
    [[nodiscard]] base::Error failure();
    [[nodiscard]] base::Error curlFailure();
    [[nodiscard]] bool isAnsweredEarly() const;
    [[nodiscard]] int answerStatus() const;
    [[nodiscard]] bool isConnected() const;
    [[nodiscard]] bool isReused() const;

    CurlEngine &m_engine;
    Listener *m_listener;
    CURL *m_handle;
    curl_slist *m_headers = nullptr;
    UrlCache::Parsed m_url;
    QUrl m_target;
    RequestBody m_body;
    ResponseHead m_head;
    QByteArray m_received; ///< Arrived, not yet delivered.
    PhaseTimings m_timings;
    Limits m_limits;
    std::chrono::steady_clock::time_point m_begin;
    std::chrono::steady_clock::time_point m_lastActivity; ///< As checkStall() saw it.
    std::chrono::steady_clock::time_point m_lastProgress;
    qint64 m_sent = 0;
    qint64 m_sentReported = -1;
    qint64 m_receivedTotal = 0;
    std::array<char, CURL_ERROR_SIZE> m_errorText{};
    base::ErrorKind m_ownError = base::ErrorKind::None; ///< Why one of our callbacks stopped libcurl.
    CURLcode m_code = CURLE_OK;
    std::shared_ptr<TlsTrace> m_tls;
    std::optional<TlsFailure> m_tlsFailure;
    int m_socket = -1;
    bool *m_isGone = nullptr; ///< Set by the destructor while deliver() runs.
    bool m_isRunning = false;
    bool m_isHeadReported = false;
    bool m_isFinished = false;
    bool m_isTouched = false;
    bool m_isReadPaused = false;
    bool m_isSendPaused = false;
    bool m_hasMoved
        = false; ///< A byte, since checkStall() looked last: asking for the time at each would cost more.
};

} // namespace net
