// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/networkerror.h"

#include <QCoreApplication>
#include <QVariant>

namespace net {
namespace {

using base::Error;
using base::ErrorKind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(net::NetworkError)
};

ErrorKind kindFor(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::NoError:
        return ErrorKind::None;
    case QNetworkReply::ConnectionRefusedError:
        return ErrorKind::ConnectionRefused;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return ErrorKind::ConnectionReset;
    case QNetworkReply::HostNotFoundError:
        return ErrorKind::HostNotFound;
    case QNetworkReply::TimeoutError:
        return ErrorKind::Timeout;
    case QNetworkReply::OperationCanceledError:
        return ErrorKind::Cancelled;
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorKind::TlsFailed;
    case QNetworkReply::TooManyRedirectsError:
        return ErrorKind::TooManyRedirects;
    case QNetworkReply::InsecureRedirectError:
        return ErrorKind::RedirectRefused;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return ErrorKind::ProxyFailed;
    case QNetworkReply::ProtocolUnknownError:
        return ErrorKind::UnsupportedScheme;
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
        return ErrorKind::Protocol;
    default:
        return ErrorKind::ConnectionFailed;
    }
}

} // namespace

Error errorOf(const QNetworkReply &reply)
{
    const QVariant typed = reply.attribute(errorAttribute);
    if (typed.isValid())
        return typed.value<Error>();

    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 200 && status < 300 && reply.error() == QNetworkReply::NoError)
        return {};
    if (status >= 300 || (status > 0 && status < 200)) {
        const QString reason = reply.attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString();
        const auto given = reply.request().attribute(transportAttribute).value<SharedTransport>();
        return {ErrorKind::HttpStatus,
                answeredText(status, reason.toLatin1(), reply.url(), given ? *given : TransportOptions()),
                status,
                {}};
    }
    return {kindFor(reply.error()), reply.errorString(), status, {}};
}

QString answeredText(int status, const QByteArray &reason, const QUrl &url, const TransportOptions &transport)
{
    const QString text = mayProxyAnswer(url, transport)
        ? Text::tr("the server, or the proxy on the way, answered %1 %2")
        : Text::tr("the server answered %1 %2");
    return text.arg(QString::number(status), QString::fromLatin1(reason)).trimmed();
}

QNetworkReply::NetworkError qtErrorFor(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::None:
        return QNetworkReply::NoError;
    case ErrorKind::HttpStatus:
        return qtErrorForStatus(error.httpStatus);
    case ErrorKind::BadUrl:
    case ErrorKind::AnsweredEarly:
    case ErrorKind::Protocol:
    case ErrorKind::Malformed:
    case ErrorKind::TooLarge:
        return QNetworkReply::ProtocolFailure;
    case ErrorKind::UnsupportedScheme:
        return QNetworkReply::ProtocolUnknownError;
    case ErrorKind::HostNotFound:
        return QNetworkReply::HostNotFoundError;
    case ErrorKind::ConnectionRefused:
        return QNetworkReply::ConnectionRefusedError;
    case ErrorKind::ConnectionReset:
        return QNetworkReply::RemoteHostClosedError;
    case ErrorKind::ProxyFailed:
        return QNetworkReply::UnknownProxyError;
    case ErrorKind::TlsFailed:
        return QNetworkReply::SslHandshakeFailedError;
    case ErrorKind::ConnectTimeout:
    case ErrorKind::Stalled:
    case ErrorKind::Timeout:
        return QNetworkReply::TimeoutError;
    case ErrorKind::RedirectRefused:
        return QNetworkReply::InsecureRedirectError;
    case ErrorKind::TooManyRedirects:
        return QNetworkReply::TooManyRedirectsError;
    case ErrorKind::Cancelled:
        return QNetworkReply::OperationCanceledError;
    default:
        return QNetworkReply::UnknownNetworkError;
    }
}

QNetworkReply::NetworkError qtErrorForStatus(int status)
{
    if (status < 400)
        return QNetworkReply::NoError;
    switch (status) {
    case 400:
        return QNetworkReply::ProtocolInvalidOperationError;
    case 401:
        return QNetworkReply::AuthenticationRequiredError;
    case 403:
        return QNetworkReply::ContentAccessDenied;
    case 404:
        return QNetworkReply::ContentNotFoundError;
    case 405:
        return QNetworkReply::ContentOperationNotPermittedError;
    case 407:
        return QNetworkReply::ProxyAuthenticationRequiredError;
    case 409:
        return QNetworkReply::ContentConflictError;
    case 410:
        return QNetworkReply::ContentGoneError;
    case 500:
        return QNetworkReply::InternalServerError;
    case 501:
        return QNetworkReply::OperationNotImplementedError;
    case 503:
        return QNetworkReply::ServiceUnavailableError;
    default:
        return status < 500 ? QNetworkReply::UnknownContentError : QNetworkReply::UnknownServerError;
    }
}

} // namespace net
