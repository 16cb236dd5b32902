// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curlreply.h"

#include "core/net/credentialfiles.h"
#include "core/net/curlengine.h"
#include "core/net/curlerror.h"
#include "core/net/curlsetup.h"
#include "core/net/networkerror.h"
#include "core/net/redirect.h"
#include "core/net/requesthead.h"

#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxy>

namespace net {
namespace {

using base::Error;
using base::ErrorKind;

SharedTransport transportFor(const QNetworkRequest &request)
{
    static const auto defaults = std::make_shared<const TransportOptions>();
    const auto given = request.attribute(transportAttribute).value<SharedTransport>();
    return given ? given : defaults;
}

// libcurl reads *_proxy from the environment unless told otherwise; an explicit proxy of the manager wins
// over that. That of the environment is another machine's as a rule, from which this one's servers cannot be reached.
void applyProxy(CURL *handle, const QNetworkProxy &proxy, bool isToLoopback)
{
    const bool isNamed = proxy.type() != QNetworkProxy::DefaultProxy;
    if (!isNamed && !isToLoopback)
        return;
    if (!isNamed || proxy.type() == QNetworkProxy::NoProxy) {
        curl_easy_setopt(handle, CURLOPT_PROXY, "");
        return;
    }
    curl_easy_setopt(handle, CURLOPT_PROXY, proxy.hostName().toUtf8().constData());
    curl_easy_setopt(handle, CURLOPT_PROXYPORT, static_cast<long>(proxy.port()));
    curl_easy_setopt(handle, CURLOPT_PROXYTYPE,
                     proxy.type() == QNetworkProxy::Socks5Proxy ? CURLPROXY_SOCKS5_HOSTNAME : CURLPROXY_HTTP);
    if (!proxy.user().isEmpty()) {
        curl_easy_setopt(handle, CURLOPT_PROXYUSERNAME, proxy.user().toUtf8().constData());
        curl_easy_setopt(handle, CURLOPT_PROXYPASSWORD, proxy.password().toUtf8().constData());
    }
}

// What nginx, Apache and Go's net/http answer to plain HTTP where they speak TLS.
bool wantsTls(const QByteArray &page)
{
    return page.contains("plain HTTP request was sent to HTTPS port")
        || page.contains("speaking plain HTTP to an SSL-enabled server port")
        || page.contains("sent an HTTP request to an HTTPS server");
}

// nginx ends the handshake in peace and says it in HTTP, with one of two pages of its own.
TlsProblem problemOfPage(const QByteArray &page)
{
    if (page.contains("No required SSL certificate was sent"))
        return TlsProblem::ClientCertificateMissing;
    return page.contains("The SSL certificate error") ? TlsProblem::ClientCertificateRefused
                                                      : TlsProblem::None;
}

QByteArray cookiesFor(QNetworkAccessManager &manager, const QNetworkRequest &request, const QUrl &url)
{
    const auto mode
        = request.attribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Automatic);
    if (mode.toInt() != QNetworkRequest::Automatic || request.hasRawHeader("Cookie"))
        return {};
    QByteArray line;
    const QList<QNetworkCookie> cookies = manager.cookieJar()->cookiesForUrl(url);
    for (const QNetworkCookie &cookie : cookies)
        line += (line.isEmpty() ? QByteArray() : QByteArray("; "))
            + cookie.toRawForm(QNetworkCookie::NameAndValueOnly);
    return line;
}

} // namespace

CurlReply::CurlReply(QNetworkAccessManager &manager, CurlEngine &engine,
                     QNetworkAccessManager::Operation operation, const QNetworkRequest &request,
                     QIODevice *body)
    : QNetworkReply(&manager)
    , m_manager(manager)
    , m_transport(transportFor(request))
    , m_device(body)
{
    setOperation(operation);
    setRequest(request);
    setUrl(request.url());
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    const QVariant declared = request.header(QNetworkRequest::ContentLengthHeader);
    m_body = RequestBody(body, declared.isValid() ? declared.toLongLong() : -1);

    const Error error = refusal();
    if (error.kind != ErrorKind::None) {
        QMetaObject::invokeMethod(
            this, [this, error] { finish(error); }, Qt::QueuedConnection);
        return;
    }
    m_sinceBegin.start();
    CurlTransfer::Listener &listener = *this;
    m_transfer = std::make_unique<CurlTransfer>(engine, listener);
    startHop();
}

CurlReply::~CurlReply()
{
    CurlTransfer::dispose(std::move(m_transfer));
}

Error CurlReply::refusal() const
{
    const QUrl target = url();
    const QString scheme = target.scheme();
    if (!target.isValid() || target.host().isEmpty())
        return {ErrorKind::BadUrl,
                tr("'%1' is not a complete http address").arg(target.toDisplayString()),
                0,
                {}};
    if (scheme != QLatin1String("http") && scheme != QLatin1String("https")) {
        return {ErrorKind::UnsupportedScheme, tr("'%1' is neither http nor https").arg(scheme), 0, {}};
    }
    if (!m_transport->trustedCertificate.isEmpty() && m_transport->proxy.scheme() == QLatin1String("https")) {
        // see traceFor()
        return {ErrorKind::TlsFailed,
                tr("an exception for one certificate cannot be made through an https:// proxy"),
                0,
                {}};
    }
    if (m_body.isPresent() && m_body.size() < 0 && m_transport->auth == TransportOptions::Auth::Digest) {
        return {ErrorKind::Internal, tr("digest authentication needs a body whose size is known"), 0, {}};
    }
    return {};
}

std::shared_ptr<TlsTrace> CurlReply::traceFor(const QUrl &target) const
{
    // Two handshakes, the proxy's and the server's, could not be told apart.
    const bool isProxySecure = m_transport->proxy.scheme() == QLatin1String("https");
    if (target.scheme() != QLatin1String("https") || isProxySecure)
        return {};
    return std::make_shared<TlsTrace>(TlsTrace::Rules{
        target.host(QUrl::FullyEncoded), m_transport->trustedCertificate, m_transport->verifyTls});
}

void CurlReply::startHop()
{
    HopRequest hop;
    hop.url = url();
    const QNetworkRequest original = request();
    hop.method = methodFor(operation(), original);
    hop.request = &original;
    hop.transport = m_transport.get();
    hop.hasBody = m_body.isPresent();
    hop.bodySize = m_body.size();
    hop.contentType = m_body.contentType();
    hop.mayAuthenticate = m_mayAuthenticate;
    hop.cookies = cookiesFor(m_manager, original, url());
    if (!hop.cookies.isEmpty())
        setAttribute(sentCookiesAttribute, hop.cookies);
    m_transfer->setUrl(hop.url);
    m_transfer->setTls(traceFor(hop.url));
    curl_slist *headers = setUp(m_transfer->handle(), hop);
    const bool hasOwnProxy = !m_transport->proxy.isEmpty();
    const QNetworkProxy managers = hasOwnProxy ? QNetworkProxy() : m_manager.proxy();
    if (!hasOwnProxy)
        applyProxy(m_transfer->handle(), managers, m_transfer->isToLoopback());

    if (m_transport->totalTimeout.count() > 0) {
        // One limit for all hops. libcurl takes 0 for none.
        const auto left = m_transport->totalTimeout - std::chrono::milliseconds(m_sinceBegin.elapsed());
        curl_easy_setopt(m_transfer->handle(), CURLOPT_TIMEOUT_MS, std::max<long>(1, left.count()));
    }

    const bool isManagers
        = managers.type() != QNetworkProxy::DefaultProxy && managers.type() != QNetworkProxy::NoProxy;
    CurlTransfer::Limits limits{m_transport->stallTimeout, m_transport->maxAnswerBytes, isDigest(hop),
                                hasOwnProxy || isManagers, hasOwnProxy && hasProxyUser()};
    if (original.transferTimeout() > 0)
        limits.stall = std::chrono::milliseconds(original.transferTimeout());
    m_transfer->begin(m_body, headers, limits);
}

void CurlReply::abort()
{
    if (isFinished())
        return;
    finish({ErrorKind::Cancelled, tr("cancelled"), 0, {}});
}

void CurlReply::close()
{
    QNetworkReply::close();
    if (!isFinished())
        abort();
}

void CurlReply::onProgress(qint64 sent, qint64 total)
{
    Q_EMIT uploadProgress(sent, total);
}

void CurlReply::onData(QByteArray data)
{
    // The text of a redirect that will be followed is nobody's answer.
    const Redirect redirect = decideRedirect(m_transfer->head(), request(), url(), m_body.isPresent(),
                                             m_transport->resendBodyOnRedirect, m_hops);
    if (redirect.action == Redirect::Action::Follow)
        return;
    const QPointer<CurlReply> self(this);
    publishHead();
    if (!self || isFinished() || data.isEmpty())
        return;
    m_received += data.size();
    constexpr qsizetype enough = 1024;
    if (m_transfer->head().status() == 400 && m_page.size() < enough)
        m_page += data.first(std::min(enough, data.size()));
    if (m_bufferRead == m_buffer.size()) {
        m_buffer = std::move(data);
        m_bufferRead = 0;
    } else {
        m_buffer += data;
    }
    Q_EMIT readyRead();
    if (self && !isFinished())
        Q_EMIT downloadProgress(m_received, m_transfer->head().contentLength());
}

void CurlReply::onDone(const Error &error)
{
    if (error.kind == ErrorKind::None && followRedirect())
        return;
    if (isFinished())
        return;
    const QPointer<CurlReply> self(this);
    const ResponseHead &head = m_transfer->head();
    if (m_transfer->hasAnswer())
        publishHead();
    if (!self || isFinished())
        return;
    Error result = error;
    const bool isManualRedirect = head.status() >= 300 && head.status() < 400
        && policyOf(request()) == QNetworkRequest::ManualRedirectPolicy;
    if (result.kind == ErrorKind::None && (head.status() < 200 || head.status() >= 300) && !isManualRedirect)
        result = refusedStatus();
    explainCredentialFiles(*m_transport, m_transfer->code(), result);
    if (m_transfer->tlsFailure())
        setAttribute(tlsFailureAttribute, QVariant::fromValue(*m_transfer->tlsFailure()));
    else if (const TlsProblem problem = problemOfPage(m_page);
             problem != TlsProblem::None && url().scheme() == QLatin1String("https"))
        result = refusedCertificate(problem);
    finish(result);
}

bool CurlReply::hasProxyUser() const
{
    return !m_transport->proxyUser.isEmpty() || !m_transport->proxy.userName().isEmpty();
}

Error CurlReply::refusedStatus() const
{
    constexpr int proxyAuthenticationRequired = 407;
    const int status = m_transfer->head().status();
    if (status == proxyAuthenticationRequired) // only a proxy says so (RFC 9110 section 15.5.8)
        return {ErrorKind::ProxyFailed, proxySignInText(hasProxyUser()), status, {}};
    if (wantsTls(m_page) && url().scheme() == QLatin1String("http"))
        return {ErrorKind::TlsFailed,
                tr("the server speaks TLS at this port: let the address begin with https://"),
                status,
                {}};
    return {ErrorKind::HttpStatus,
            answeredText(status, m_transfer->head().reason(), url(), *m_transport),
            status,
            {}};
}

Error CurlReply::refusedCertificate(TlsProblem problem)
{
    const ResponseHead &head = m_transfer->head();
    TlsFailure failure;
    failure.problem = problem;
    failure.host = url().host(QUrl::FullyEncoded);
    failure.reason = tr("the server answered %1 %2")
                         .arg(QString::number(head.status()), QString::fromLatin1(head.reason()));
    setAttribute(tlsFailureAttribute, QVariant::fromValue(failure));
    Error error = toError(failure);
    error.httpStatus = head.status();
    return error;
}

bool CurlReply::followRedirect()
{
    const Redirect redirect = decideRedirect(m_transfer->head(), request(), url(), m_body.isPresent(),
                                             m_transport->resendBodyOnRedirect, m_hops);
    if (redirect.action == Redirect::Action::Deliver)
        return false;
    storeCookies();
    if (redirect.action == Redirect::Action::Refuse) {
        const QPointer<CurlReply> self(this);
        publishHead();
        if (self && !isFinished())
            finish(redirect.error);
        return true;
    }
    m_body = m_transfer->body(); // its copy knows how far the device was read
    if (!m_body.rewind()) {
        finish({ErrorKind::RedirectRefused,
                tr("the server redirects, but the data to send cannot be read twice"),
                m_transfer->head().status(),
                {}});
        return true;
    }
    ++m_hops;
    m_mayAuthenticate = m_mayAuthenticate && redirect.isSameOrigin;
    const QPointer<CurlReply> self(this);
    setUrl(redirect.target);
    const bool isAsking = policyOf(request()) == QNetworkRequest::UserVerifiedRedirectPolicy;
    if (isAsking) // before the question: it may be answered on the spot
        connect(this, &QNetworkReply::redirectAllowed, this, &CurlReply::startAgain,
                Qt::SingleShotConnection);
    Q_EMIT redirected(redirect.target);
    if (self && !isFinished() && !isAsking)
        startAgain();
    return true;
}

void CurlReply::startAgain()
{
    if (isFinished())
        return;
    curl_easy_reset(m_transfer->handle());
    startHop();
}

void CurlReply::publishHead()
{
    if (std::exchange(m_isHeadPublished, true))
        return;
    const ResponseHead &head = m_transfer->head();
    setAttribute(QNetworkRequest::HttpStatusCodeAttribute, head.status());
    setAttribute(QNetworkRequest::HttpReasonPhraseAttribute, QString::fromLatin1(head.reason()));
    setAttribute(QNetworkRequest::ConnectionEncryptedAttribute, url().scheme() == QLatin1String("https"));
    for (const auto &[name, value] : head.headers()) {
        // As Qt combines repeated headers.
        const QByteArray separator = name.compare("Set-Cookie", Qt::CaseInsensitive) == 0 ? "\n" : ", ";
        setRawHeader(name, hasRawHeader(name) ? rawHeader(name) + separator + value : value);
    }
    const QByteArray location = head.value("Location");
    if (!location.isEmpty() && head.status() >= 300 && head.status() < 400)
        setAttribute(QNetworkRequest::RedirectionTargetAttribute, QUrl::fromEncoded(location));
    storeCookies();
    Q_EMIT metaDataChanged();
}

void CurlReply::storeCookies()
{
    const auto mode
        = request().attribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Automatic);
    if (mode.toInt() != QNetworkRequest::Automatic)
        return;
    QByteArray lines;
    for (const auto &[name, value] : m_transfer->head().headers()) {
        if (name.compare("Set-Cookie", Qt::CaseInsensitive) == 0)
            lines += value + '\n';
    }
    if (!lines.isEmpty())
        m_manager.cookieJar()->setCookiesFromUrl(QNetworkCookie::parseCookies(lines), url());
}

void CurlReply::finish(const Error &error)
{
    if (isFinished())
        return;
    if (m_transfer) {
        m_transfer->recordTimings();
        setAttribute(phaseTimingsAttribute, QVariant::fromValue(m_transfer->timings()));
        // Inside a libcurl callback the transfer cannot be stopped; it is disposed of instead.
        CurlTransfer::dispose(std::move(m_transfer));
    }
    setAttribute(errorAttribute, QVariant::fromValue(error));
    setFinished(true);
    const QPointer<CurlReply> self(this);
    if (error.kind != ErrorKind::None) {
        const NetworkError code = qtErrorFor(error);
        setError(code, error.message);
        Q_EMIT errorOccurred(code);
    }
    if (self)
        Q_EMIT finished();
}

bool CurlReply::wantsData(qint64 pending) const
{
    return readBufferSize() <= 0 || bytesAvailable() + pending < readBufferSize();
}

// Only now: most bodies never starve, and a connection is a part of a small upload that can be measured.
void CurlReply::onStarved()
{
    if (QIODevice *device = std::exchange(m_device, nullptr)) {
        connect(device, &QIODevice::readyRead, this, [this] {
            if (m_transfer)
                m_transfer->resumeSending();
        });
    }
}

qint64 CurlReply::bytesAvailable() const
{
    return QNetworkReply::bytesAvailable() + m_buffer.size() - m_bufferRead;
}

void CurlReply::setReadBufferSize(qint64 size)
{
    QNetworkReply::setReadBufferSize(size);
    if (m_transfer && wantsData(0))
        m_transfer->resumeReading();
}

qint64 CurlReply::undeliveredBytes() const
{
    return m_transfer ? m_transfer->undeliveredBytes() : 0;
}

qint64 CurlReply::readData(char *data, qint64 maxSize)
{
    const qint64 bytes = std::min<qint64>(maxSize, m_buffer.size() - m_bufferRead);
    if (bytes <= 0)
        return isFinished() ? -1 : 0;
    std::copy_n(m_buffer.constData() + m_bufferRead, bytes, data);
    m_bufferRead += bytes;
    if (m_bufferRead == m_buffer.size()) {
        m_buffer.clear();
        m_bufferRead = 0;
    }
    if (m_transfer && wantsData(0))
        m_transfer->resumeReading();
    return bytes;
}

} // namespace net
