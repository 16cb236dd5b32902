// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curltransfer.h"

#include "core/net/curlengine.h"
#include "core/net/curlerror.h"

#include <QCoreApplication>

#include <linux/sockios.h>
#include <sys/ioctl.h>

namespace net {
namespace {

using std::chrono::steady_clock;
using namespace std::chrono_literals;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(net::CurlTransfer)
};

// Emitting more often costs more than anyone can see.
constexpr auto progressInterval = 100ms;

constexpr qint64 smallestBlock = 16 * 1024; // libcurl's minimum
constexpr qint64 largestBlock = 512 * 1024;

/// Of whom TCP has connected to, 0 before that. The time of connecting libcurl does not tell before TLS stands.
int reachedPort(CURL *handle)
{
    long port = 0;
    curl_easy_getinfo(handle, CURLINFO_PRIMARY_PORT, &port);
    return static_cast<int>(port);
}

/// Of the environment's proxy nobody tells; that its port is not the target's gives it away.
bool reachedAnother(CURL *handle, const QUrl &target)
{
    const int port = reachedPort(handle);
    return port > 0 && port != target.port(target.scheme() == QLatin1String("https") ? 443 : 80);
}

} // namespace

CurlTransfer::CurlTransfer(CurlEngine &engine, Listener &listener)
    : m_engine(engine)
    , m_listener(&listener)
    , m_handle(engine.takeHandle())
{
}

CurlTransfer::~CurlTransfer()
{
    if (m_isGone)
        *m_isGone = true;
    stop();
    curl_slist_free_all(m_headers);
    m_engine.recycle(m_handle);
}

void CurlTransfer::setUrl(const QUrl &url)
{
    m_target = url;
    m_url = m_engine.urls().find(url);
    if (m_url) {
        curl_easy_setopt(m_handle, CURLOPT_URL, m_url->text.constData());
        curl_easy_setopt(m_handle, CURLOPT_CURLU, m_url->url.get()); // this one counts
        return;
    }
    // libcurl says what is wrong with it
    curl_easy_setopt(m_handle, CURLOPT_URL, url.toEncoded(QUrl::RemoveUserInfo).constData());
}

void CurlTransfer::setTls(std::shared_ptr<TlsTrace> trace)
{
    m_tls = std::move(trace);
}

void CurlTransfer::begin(RequestBody body, curl_slist *headers, Limits limits)
{
    Q_ASSERT(!m_isRunning);
    curl_slist_free_all(m_headers);
    m_headers = headers;
    m_body = std::move(body);
    m_limits = limits;
    m_head.clear();
    m_received.clear();
    m_timings = {};
    m_sent = 0;
    m_sentReported = -1;
    m_receivedTotal = 0;
    m_errorText[0] = '\0';
    m_tlsFailure.reset();
    m_ownError = base::ErrorKind::None;
    m_isHeadReported = m_isFinished = m_isReadPaused = m_isSendPaused = m_hasMoved = false;
    setCallbacks();
    m_begin = m_lastActivity = steady_clock::now();
    m_lastProgress = {};
    m_isRunning = true;
    m_engine.add(*this);
}

void CurlTransfer::setCallbacks()
{
    curl_easy_setopt(m_handle, CURLOPT_HTTPHEADER, m_headers);
    curl_easy_setopt(m_handle, CURLOPT_ERRORBUFFER, m_errorText.data());
    curl_easy_setopt(m_handle, CURLOPT_HEADERFUNCTION, &CurlTransfer::onHeader);
    curl_easy_setopt(m_handle, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(m_handle, CURLOPT_WRITEFUNCTION, &CurlTransfer::onWrite);
    curl_easy_setopt(m_handle, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(m_handle, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(m_handle, CURLOPT_XFERINFOFUNCTION, &CurlTransfer::onXferInfo);
    curl_easy_setopt(m_handle, CURLOPT_XFERINFODATA, this);
    curl_easy_setopt(m_handle, CURLOPT_OPENSOCKETFUNCTION, &CurlEngine::onOpenSocket);
    curl_easy_setopt(m_handle, CURLOPT_OPENSOCKETDATA, &m_engine);
    curl_easy_setopt(m_handle, CURLOPT_CLOSESOCKETFUNCTION, &CurlEngine::onCloseSocket);
    curl_easy_setopt(m_handle, CURLOPT_CLOSESOCKETDATA, &m_engine);
    if (m_tls)
        m_tls->attach(m_handle);
    if (!m_body.isPresent())
        return;
    curl_easy_setopt(m_handle, CURLOPT_READFUNCTION, &CurlTransfer::onRead);
    curl_easy_setopt(m_handle, CURLOPT_READDATA, this);
    curl_easy_setopt(m_handle, CURLOPT_SEEKFUNCTION, &CurlTransfer::onSeek);
    curl_easy_setopt(m_handle, CURLOPT_SEEKDATA, this);
    curl_easy_setopt(m_handle, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(m_body.size()));
    // Large blocks for large bodies; small ones so that 200 small uploads stay small.
    const qint64 wanted = m_body.size() < 0 ? largestBlock : m_body.size();
    curl_easy_setopt(m_handle, CURLOPT_UPLOAD_BUFFERSIZE,
                     static_cast<long>(std::clamp(wanted, smallestBlock, largestBlock)));
}

void CurlTransfer::stop()
{
    if (!m_isRunning)
        return;
    m_isRunning = false;
    m_engine.remove(*this);
}

void CurlTransfer::dispose(std::unique_ptr<CurlTransfer> transfer)
{
    if (!transfer || !transfer->m_engine.isInsideCurl())
        return; // destroyed here
    transfer->m_listener = nullptr;
    transfer->m_body.detach();
    CurlEngine &engine = transfer->m_engine;
    engine.bury(std::move(transfer));
}

qint64 CurlTransfer::undeliveredBytes() const
{
    int queued = 0;
    if (m_socket < 0 || ioctl(m_socket, SIOCOUTQ, &queued) != 0)
        queued = 0;
    return std::max<qint64>(0, m_body.bytesRead() - m_sent) + queued;
}

void CurlTransfer::resumeReading()
{
    if (!m_isReadPaused || !m_isRunning)
        return;
    m_isReadPaused = false;
    // Unpausing may call back at once, so it counts as being inside libcurl: the engine does it for us by
    // waking.
    curl_easy_pause(m_handle, m_isSendPaused ? CURLPAUSE_SEND : CURLPAUSE_CONT);
    m_engine.wake();
}

void CurlTransfer::resumeSending()
{
    if (!m_isSendPaused || !m_isRunning)
        return;
    m_isSendPaused = false;
    m_hasMoved = true;
    curl_easy_pause(m_handle, m_isReadPaused ? CURLPAUSE_RECV : CURLPAUSE_CONT);
    m_engine.wake();
}

size_t CurlTransfer::onRead(char *buffer, size_t size, size_t count, void *transfer)
{
    auto *self = static_cast<CurlTransfer *>(transfer);
    const auto [bytes, status] = self->m_body.read(buffer, static_cast<qint64>(size * count));
    switch (status) {
    case RequestBody::Status::Ok:
        return static_cast<size_t>(bytes);
    case RequestBody::Status::NotReady:
        self->m_isSendPaused = true;
        if (self->m_listener)
            self->m_listener->onStarved();
        return CURL_READFUNC_PAUSE;
    case RequestBody::Status::Failed:
        break;
    }
    self->m_ownError = base::ErrorKind::FileUnreadable;
    return CURL_READFUNC_ABORT;
}

int CurlTransfer::onSeek(void *transfer, curl_off_t offset, int origin)
{
    // libcurl seeks back only to send a body again on a fresh connection after a kept-alive one broke. The
    // server may have acted on the first copy: whether to repeat is for the caller to decide, never for the
    // transport.
    const auto *self = static_cast<CurlTransfer *>(transfer);
    const bool isWhereWeAre = origin == SEEK_SET && offset == self->m_body.bytesRead();
    return isWhereWeAre ? CURL_SEEKFUNC_OK : CURL_SEEKFUNC_FAIL;
}

size_t CurlTransfer::onHeader(const char *line, size_t size, size_t count, void *transfer)
{
    auto *self = static_cast<CurlTransfer *>(transfer);
    const QByteArrayView text(line, static_cast<qsizetype>(size * count));
    if (text.startsWith("HTTP/")) {
        if (self->m_head.isFinal()) { // and goes on all the same: it was the challenge
            self->m_limits.beginsWithChallenge = false;
            self->m_received.clear();
        }
        self->m_timings.firstByte
            = std::chrono::duration_cast<PhaseTimings::Microseconds>(steady_clock::now() - self->m_begin);
    }
    self->m_head.addLine(text);
    self->m_hasMoved = true;
    if (self->hasAnswer()) // a refusal is known before its text, which may never come
        self->m_engine.touch(*self);
    return size * count;
}

size_t CurlTransfer::onWrite(const char *data, size_t size, size_t count, void *transfer)
{
    auto *self = static_cast<CurlTransfer *>(transfer);
    const auto bytes = static_cast<qsizetype>(size * count);
    if (self->m_listener && !self->m_listener->wantsData(self->m_received.size())) {
        self->m_isReadPaused = true;
        return CURL_WRITEFUNC_PAUSE;
    }
    self->m_receivedTotal += bytes;
    if (self->m_limits.maxAnswerBytes > 0 && self->m_receivedTotal > self->m_limits.maxAnswerBytes) {
        self->m_ownError = base::ErrorKind::TooLarge;
        return 0;
    }
    self->m_received.append(data, bytes);
    self->m_hasMoved = true;
    self->m_engine.touch(*self);
    return size * count;
}

int CurlTransfer::onXferInfo(void *transfer, curl_off_t, curl_off_t, curl_off_t, curl_off_t sent)
{
    auto *self = static_cast<CurlTransfer *>(transfer);
    if (!self->m_listener)
        return 1;
    if (sent <= self->m_sent)
        return 0;
    self->m_sent = sent;
    self->m_hasMoved = true;
    const auto now = steady_clock::now();
    const bool isWhole = sent == self->m_body.size();
    if (isWhole)
        self->m_timings.sent = std::chrono::duration_cast<PhaseTimings::Microseconds>(now - self->m_begin);
    if (isWhole || now - self->m_lastProgress >= progressInterval) {
        self->m_lastProgress = now;
        self->m_engine.touch(*self);
    }
    return 0;
}

void CurlTransfer::checkStall(steady_clock::time_point now)
{
    if (std::exchange(m_hasMoved, false))
        m_lastActivity = now;
    // While sending is paused the server waits for us.
    if (!m_isRunning || m_isFinished || m_isReadPaused || m_isSendPaused || m_limits.stall.count() <= 0
        || now - m_lastActivity < m_limits.stall)
        return;
    m_ownError = base::ErrorKind::Stalled;
    setFinished(CURLE_OPERATION_TIMEDOUT);
}

void CurlTransfer::setFinished(CURLcode code)
{
    m_code = code;
    m_isFinished = true;
    m_engine.touch(*this);
}

void CurlTransfer::recordTimings()
{
    if (!m_isRunning || m_engine.isInsideCurl())
        return;
    const auto phase = [this](CURLINFO info) {
        curl_off_t us = 0;
        curl_easy_getinfo(m_handle, info, &us);
        return PhaseTimings::Microseconds(us);
    };
    m_timings.dns = phase(CURLINFO_NAMELOOKUP_TIME_T);
    m_timings.connect = phase(CURLINFO_CONNECT_TIME_T);
    m_timings.tls = phase(CURLINFO_APPCONNECT_TIME_T);
    m_timings.total = std::chrono::duration_cast<PhaseTimings::Microseconds>(steady_clock::now() - m_begin);
    if (isReused()) // libcurl gives the time at which a reused connection was picked
        m_timings.dns = m_timings.connect = m_timings.tls = {};
}

void CurlTransfer::salvageAnswer()
{
    if (hasAnswer() || (m_code != CURLE_SEND_ERROR && m_code != CURLE_RECV_ERROR))
        return;
    // Below TLS there is ciphertext, or what a proxy said before: nothing of the server's.
    if (m_target.scheme() == QLatin1String("https"))
        return;
    const QByteArray raw = m_engine.takeLeftover(m_socket);
    QByteArrayView rest(raw);
    ResponseHead head;
    qsizetype length = 0;
    do {
        length = head.parse(rest);
        if (length < 0)
            return;
        rest = rest.sliced(length);
    } while (!head.isFinal());
    m_head = head;
    const bool isChunked = head.value("Transfer-Encoding").toLower().contains("chunked");
    m_received = isChunked ? dechunked(rest) : rest.toByteArray();
    const qint64 declared = head.contentLength();
    if (declared >= 0)
        m_received.truncate(std::min<qsizetype>(declared, m_received.size()));
}

bool CurlTransfer::hasAnswer() const
{
    // Nothing broke: libcurl made nothing of the challenge, so that it is what the server had to say.
    const bool isOver = m_isFinished && m_code == CURLE_OK;
    return m_head.isFinal() && (isOver || !m_limits.beginsWithChallenge || m_head.status() != 401);
}

// What libcurl counted last it need not have told onXferInfo().
void CurlTransfer::recordSent()
{
    curl_off_t sent = 0;
    if (m_body.isPresent() && curl_easy_getinfo(m_handle, CURLINFO_SIZE_UPLOAD_T, &sent) == CURLE_OK)
        m_sent = std::max<qint64>(m_sent, sent);
}

// libcurl goes on sending behind a 2xx, but not where the answer says that the connection closes behind it: then it ends
// well, with the rest of the body unsent. Nor can it go on where the server closes without having said so.
bool CurlTransfer::isAnsweredEarly() const
{
    const bool isOver = m_code == CURLE_OK || m_code == CURLE_SEND_ERROR || m_code == CURLE_RECV_ERROR;
    return isOver && m_ownError == base::ErrorKind::None && hasAnswer() && m_head.status() < 300
        && m_body.isPresent() && m_sent < m_body.size();
}

// A success that had begun to be told is an answer: whether to ask for it again is not for a machine to say.
int CurlTransfer::answerStatus() const
{
    const bool isBegun = m_head.status() >= 200 && m_head.status() < 300;
    return hasAnswer() || isBegun ? m_head.status() : 0;
}

base::Error CurlTransfer::failure()
{
    if (isAnsweredEarly()) {
        return {base::ErrorKind::AnsweredEarly,
                Text::tr("the server answered %1 before everything was sent to it (%2 of %3 bytes)")
                    .arg(m_head.status())
                    .arg(m_sent)
                    .arg(m_body.size()),
                m_head.status(),
                {}};
    }
    if (m_code == CURLE_OK) {
        if (m_head.isFinal())
            return {};
        return {base::ErrorKind::ConnectionReset,
                Text::tr("the server closed the connection in the middle of its answer"),
                answerStatus(),
                {}};
    }
    // An answer that says no is the answer, even if the connection broke behind it.
    if (m_ownError == base::ErrorKind::None && hasAnswer() && m_head.status() >= 300)
        return {};
    switch (m_ownError) {
    case base::ErrorKind::TooLarge:
        return {m_ownError,
                Text::tr("the answer is larger than %1 bytes").arg(m_limits.maxAnswerBytes),
                m_head.status(),
                {}};
    case base::ErrorKind::Stalled:
        if (!isConnected())
            break; // what was waited for libcurl knows
        return {m_ownError,
                Text::tr("no byte moved for %1 s").arg(static_cast<double>(m_limits.stall.count()) / 1000.0),
                0,
                {}};
    case base::ErrorKind::FileUnreadable:
        return {m_ownError, Text::tr("the data to send could not be read to its end"), 0, {}};
    default:
        break;
    }
    return curlFailure();
}

bool CurlTransfer::isConnected() const
{
    curl_off_t connected = 0;
    curl_easy_getinfo(m_handle, CURLINFO_PRETRANSFER_TIME_T, &connected);
    return connected > 0 || m_sent > 0;
}

bool CurlTransfer::isReused() const
{
    long connections = 0;
    curl_easy_getinfo(m_handle, CURLINFO_NUM_CONNECTS, &connections);
    return connections == 0;
}

base::Error CurlTransfer::curlFailure()
{
    CurlFailure failure{.code = m_code,
                        .text = QString::fromLocal8Bit(m_errorText.data()),
                        .target = m_target,
                        .isConnected = isConnected(),
                        .bodyBytesRead = m_body.bytesRead(),
                        .answerStatus = m_head.status() >= 200 ? m_head.status() : 0};
    long number = 0;
    if (curl_easy_getinfo(m_handle, CURLINFO_OS_ERRNO, &number) == CURLE_OK)
        failure.osError = static_cast<int>(number);
    if (curl_easy_getinfo(m_handle, CURLINFO_HTTP_CONNECTCODE, &number) == CURLE_OK)
        failure.proxyStatus = static_cast<int>(number);
    failure.isTcpConnected = reachedPort(m_handle) > 0;
    failure.isProxied = m_limits.isProxied || reachedAnother(m_handle, m_target);
    failure.hasProxyUser = m_limits.hasProxyUser;
    failure.isReused = isReused();
    if (m_tls)
        m_tlsFailure = m_tls->failure(m_code, failure.text, m_head.isFinal());
    base::Error error = m_tlsFailure ? toError(*m_tlsFailure) : toError(failure);
    // Its first line is an answer all the same: what was sent has arrived.
    error.httpStatus = error.kind == base::ErrorKind::TooLarge ? failure.answerStatus : answerStatus();
    return error;
}

void CurlTransfer::deliver()
{
    if (!m_listener || !m_isRunning)
        return;
    if (m_isFinished) {
        salvageAnswer();
        recordSent();
    }

    // Every call may stop or destroy this transfer.
    bool isGone = false;
    m_isGone = &isGone;
    if (m_sent > m_sentReported && m_body.isPresent()) {
        m_sentReported = m_sent;
        m_listener->onProgress(m_sent, m_body.size());
        if (isGone || !m_isRunning)
            return;
    }
    if (hasAnswer() && (!m_received.isEmpty() || !std::exchange(m_isHeadReported, true))) {
        m_listener->onData(std::exchange(m_received, {}));
        if (isGone || !m_isRunning)
            return;
    }
    m_isGone = nullptr;
    if (!m_isFinished)
        return;
    recordTimings();
    const base::Error error = failure();
    stop();
    m_listener->onDone(error);
}

} // namespace net
