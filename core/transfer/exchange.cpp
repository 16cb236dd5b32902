// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/exchange.h"

#include "core/net/curlaccessmanager.h"
#include "core/net/networkerror.h"
#include "core/net/redirect.h"
#include "core/net/requesthead.h"
#include "core/net/retryafter.h"
#include "core/net/signinreason.h"
#include "core/transfer/answertext.h"
#include "core/transfer/formbody.h"

#include <QNetworkReply>

namespace transfer {
namespace {

using base::Error;
using base::ErrorKind;
using namespace std::chrono_literals;

// Kept for its text: enough to find the title of a page that begins with its style sheet.
constexpr qint64 textKept = 16 * 1024;
// A slow 2xx is waited for: the server may still be at work.
constexpr qint64 textLimit = 1024 * 1024;
constexpr auto refusalTime = 5s;

constexpr int unauthorized = 401;
constexpr int methodNotAllowed = 405;

} // namespace

QByteArray Exchange::Answer::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (name.compare(key, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

Exchange::Exchange(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_manager(manager)
    , m_clock(clock)
{
}

Exchange::~Exchange()
{
    releaseReply();
}

void Exchange::send(const QByteArray &verb, const QNetworkRequest &request, std::unique_ptr<FormBody> body)
{
    Q_ASSERT_X(!m_reply, "Exchange::send", "one at a time");
    m_verb = verb;
    m_text.clear();
    m_textBytes = 0;
    m_bodyBytes = body ? std::optional(body->size()) : std::nullopt;
    m_bodyType = body ? body->contentType() : QByteArray();
    m_isBodySent = !body;
    m_isRefused = false;
    if (body && m_limit)
        body->setRateLimit(*m_limit, m_clock);
    m_reply = begin(request, body.get());
    m_operation = m_reply->operation();
    if (m_limit && m_limit->isOn())
        m_limit->spend(net::headBytes(net::requestHeadOf(*m_reply, m_bodyBytes, m_bodyType)));
    if (body)
        body.release()->setParent(m_reply);
    connect(m_reply, &QNetworkReply::uploadProgress, this, &Exchange::onProgress);
    connect(m_reply, &QIODevice::readyRead, this, &Exchange::onAnswerData);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Exchange::onAnswerData);
    connect(m_reply, &QNetworkReply::finished, this, [this] {
        readAnswer();
        conclude(net::errorOf(*m_reply));
    });
}

QNetworkReply *Exchange::begin(const QNetworkRequest &request, QIODevice *body)
{
    using Manager = net::CurlAccessManager;
    if (body && m_verb == "POST")
        return Manager::send(m_manager, QNetworkAccessManager::PostOperation, request, body);
    if (body && m_verb == "PUT")
        return Manager::send(m_manager, QNetworkAccessManager::PutOperation, request, body);
    return m_manager.sendCustomRequest(request, m_verb, body);
}

void Exchange::onProgress(qint64 sent, qint64 total)
{
    if (total <= 0) // Qt's own engine ends with (0, 0)
        return;
    m_isBodySent = m_isBodySent || sent == total;
    Q_EMIT progressed(sent, total);
}

int Exchange::status() const
{
    return m_reply ? m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
}

void Exchange::readAnswer()
{
    if (m_reply->bytesAvailable() == 0) // as a rule twice of three times
        return;
    const QByteArray data = m_reply->readAll();
    m_textBytes += data.size();
    m_text += QByteArrayView(data).first(std::min(data.size(), textKept - m_text.size()));
}

void Exchange::onAnswerData()
{
    readAnswer();
    const bool isRefusal = status() >= 300;
    const bool mayEnd = isRefusal || m_isBodySent;
    if (mayEnd && m_textBytes > textLimit) {
        cutOff();
    } else if (isRefusal && !std::exchange(m_isRefused, true)) {
        if (!m_cutOffTimer)
            m_cutOffTimer = m_clock.makeTimer([this] { cutOff(); });
        m_cutOffTimer->start(refusalTime);
    }
}

void Exchange::cutOff()
{
    m_reply->disconnect(this);
    m_reply->abort(); // now it has its timings
    conclude({});
}

Error Exchange::refusal(int status) const
{
    const QString reason = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString();
    const QUrl target = m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (status < 400 && !target.isEmpty()) {
        return {ErrorKind::RedirectRefused,
                tr("the server redirects to %1 (%2); %3")
                    .arg(m_reply->url().resolved(target).toString(QUrl::RemoveUserInfo),
                         QString::number(status), net::redirectAdvice(status)),
                status,
                {}};
    }
    const auto transport
        = m_reply->request().attribute(net::transportAttribute).value<net::SharedTransport>();
    QString message = net::answeredText(status, reason.toLatin1(), m_reply->url(),
                                        transport ? *transport : net::TransportOptions());
    if (status == unauthorized)
        message = tr("%1; %2", "what the server answered; why").arg(message, net::signInReason(*m_reply));
    if (status == methodNotAllowed) {
        const QString verb = QString::fromLatin1(m_verb);
        const QString allowed = QString::fromLatin1(m_reply->rawHeader("Allow"));
        message = allowed.isEmpty()
            ? tr("%1; it takes no %2 at this address").arg(message, verb)
            : tr("%1; it takes no %2 at this address, only %3").arg(message, verb, allowed);
    }
    return {ErrorKind::HttpStatus, message, status, {}};
}

// The order of what Answer::error documents.
Error Exchange::judge(const Error &transportError) const
{
    const int code = status();
    const bool isRedirectError = transportError.kind == ErrorKind::RedirectRefused
        || transportError.kind == ErrorKind::TooManyRedirects;
    // A status may tell of the way: of the client's certificate (nginx), of https, of the proxy.
    const bool isOfTheWay
        = transportError.kind == ErrorKind::TlsFailed || transportError.kind == ErrorKind::ProxyFailed;
    if (code >= 300 && !isRedirectError && !isOfTheWay)
        return refusal(code);
    // The server had everything and has said what came of it; the rest of its sentence changes nothing.
    const bool isBroken
        = transportError.kind == ErrorKind::ConnectionReset || transportError.kind == ErrorKind::Protocol;
    const bool isToldAllTheSame = isBroken && code >= 200 && m_isBodySent;
    if (transportError.kind != ErrorKind::None && !isToldAllTheSame) {
        Error error = transportError;
        if (code > 0)
            error.httpStatus = code;
        return error;
    }
    if (m_reply->operation() != m_operation)
        return {ErrorKind::RedirectRefused, tr("a redirect turned the upload into a GET"), code, {}};
    return {};
}

Exchange::Answer Exchange::answer(const Error &error) const
{
    Answer answer;
    answer.error = error;
    answer.secrets = m_secrets;
    if (m_reply) {
        answer.status = status();
        answer.timings = m_reply->attribute(net::phaseTimingsAttribute).value<net::PhaseTimings>();
        if (const QByteArray retryAfter = m_reply->rawHeader("Retry-After"); !retryAfter.isEmpty())
            answer.retryAfter
                = net::parseRetryAfter(retryAfter, m_reply->rawHeader("Date"), m_clock.wallNow());
        answer.request = net::requestHeadOf(*m_reply, m_bodyBytes, m_bodyType);
        if (!answer.request.cookies.isEmpty())
            answer.secrets.addCookies(answer.request.cookies);
        answer.message = answerText(m_text, m_reply->rawHeader("Content-Type"), answer.secrets);
        if (answer.message.isEmpty())
            answer.message = answer.secrets.struckFrom(
                m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString());
        answer.headers = m_reply->rawHeaderPairs();
    }
    if (error.kind == ErrorKind::HttpStatus)
        answer.error.detail = answer.message;
    return answer;
}

Exchange::Answer Exchange::abort(const Error &why)
{
    const Answer soFar = answer(why);
    releaseReply();
    return soFar;
}

void Exchange::conclude(const Error &transportError)
{
    Answer whole = answer(judge(transportError));
    if (whole.error.kind == ErrorKind::None && transportError.kind != ErrorKind::None)
        whole.message = tr("%1 (the answer broke off)").arg(whole.message);
    releaseReply();
    Q_EMIT finished(whole);
}

void Exchange::releaseReply()
{
    if (m_cutOffTimer)
        m_cutOffTimer->stop();
    m_text = {}; // whoever wanted it has it
    if (!m_reply)
        return;
    // Not deleted here: this may be within one of its signals. The body goes with it.
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->disconnect(this);
    if (!reply->isFinished())
        reply->abort();
    reply->deleteLater();
}

} // namespace transfer
