// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/failurewording.h"

#include "core/net/networkerror.h"
#include "core/report/failurereason.h"
#include "core/report/httpstatus.h"
#include "core/report/wording.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace report {
namespace {

using base::ErrorKind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::FailureWording)
};

QString titleOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::None:
        break;
    case ErrorKind::Cancelled:
        return Text::tr("Cancelled");
    case ErrorKind::FileMissing:
        return Text::tr("File missing");
    case ErrorKind::FileUnreadable:
        return Text::tr("File unreadable");
    case ErrorKind::NotAFile:
        return Text::tr("Not a file");
    case ErrorKind::FileChanged:
        return Text::tr("File changed");
    case ErrorKind::BadUrl:
        return Text::tr("Bad address");
    case ErrorKind::UnsupportedScheme:
        return Text::tr("Unsupported scheme");
    case ErrorKind::HostNotFound:
        return Text::tr("Host not found");
    case ErrorKind::ConnectionRefused:
        return Text::tr("Connection refused");
    case ErrorKind::ConnectionFailed:
        return Text::tr("Connection failed");
    case ErrorKind::ConnectionReset:
        return Text::tr("Connection broken");
    case ErrorKind::ProxyFailed:
        return Text::tr("Proxy failed");
    case ErrorKind::TlsFailed:
        return Text::tr("TLS failed");
    case ErrorKind::ConnectTimeout:
        return Text::tr("Connect timeout");
    case ErrorKind::Stalled:
        return Text::tr("Stalled");
    case ErrorKind::Timeout:
        return Text::tr("Timeout");
    case ErrorKind::RedirectRefused:
        return Text::tr("Redirect refused");
    case ErrorKind::TooManyRedirects:
        return Text::tr("Too many redirects");
    case ErrorKind::AddressTaken:
        return Text::tr("Same address");
    case ErrorKind::AnsweredEarly:
        return Text::tr("Answered too early");
    case ErrorKind::Protocol:
        return Text::tr("Broken answer");
    case ErrorKind::HttpStatus:
        return Text::tr("Refused by the server");
    case ErrorKind::TooLarge:
        return Text::tr("Answer too large");
    case ErrorKind::Malformed:
        return Text::tr("Answer not understood");
    case ErrorKind::NotFound:
        return Text::tr("Not found");
    case ErrorKind::WriteFailed:
        return Text::tr("Write failed");
    case ErrorKind::ProcessFailed:
        return Text::tr("Process failed");
    case ErrorKind::Interrupted:
        return Text::tr("Interrupted");
    case ErrorKind::InUse:
        return Text::tr("In use");
    case ErrorKind::NewerVersion:
        return Text::tr("Newer version");
    case ErrorKind::Internal:
        return Text::tr("Internal error");
    }
    return Text::tr("Failed", "an upload, why is not known");
}

/// Whether the message tells who answered with which status, and nothing beside it.
bool saysOnlyStatus(const base::Error &error)
{
    static const QRegularExpression more(QStringLiteral("[;:,；：，]"));
    const QString answered = net::answeredText(error.httpStatus, {}, {}, {});
    return error.kind == ErrorKind::HttpStatus && error.message.startsWith(answered)
        && !error.message.sliced(answered.size()).contains(more);
}

} // namespace

QString failureWords(const base::Error &error, const QString &serverMessage)
{
    const QString said = serverWords(serverMessage, error.httpStatus);
    if (error.message.isEmpty() || saysOnlyStatus(error))
        return said.isEmpty() ? error.message : said;
    return said.isEmpty() || error.message.contains(said)
        ? error.message
        : Text::tr("%1; the server says: “%2”").arg(error.message, said);
}

QString failureTitle(ErrorKind kind, int httpStatus)
{
    return kind == ErrorKind::HttpStatus && httpStatus ? httpStatusText(httpStatus) : titleOf(kind);
}

QString failureAdvice(ErrorKind kind, int httpStatus)
{
    if (kind == ErrorKind::None || kind == ErrorKind::Cancelled)
        return {};
    const FailureReason reason = failureReason(kind, httpStatus);
    return sentences(reason.why, reason.advice);
}

} // namespace report
