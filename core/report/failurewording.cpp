// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/failurewording.h"

#include "core/net/networkerror.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace report {
namespace {

using base::ErrorKind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::FailureWording)
};

struct Wording
{
    ErrorKind kind;
    const char *title;
    const char *advice;
};

constexpr std::array wordings{
    Wording{
        ErrorKind::FileMissing, QT_TRANSLATE_NOOP("report::FailureWording", "File missing"),
        QT_TRANSLATE_NOOP("report::FailureWording",
                          "The file was not there when its turn came. Check its path and upload it again.")},
    Wording{
        ErrorKind::FileUnreadable, QT_TRANSLATE_NOOP("report::FailureWording", "File unreadable"),
        QT_TRANSLATE_NOOP("report::FailureWording",
                          "This computer did not let the file be read. Check its permissions and the disk.")},
    Wording{ErrorKind::NotAFile, QT_TRANSLATE_NOOP("report::FailureWording", "Not a file"),
            QT_TRANSLATE_NOOP("report::FailureWording",
                              "Only regular files can be uploaded; a folder's files can.")},
    Wording{ErrorKind::FileChanged, QT_TRANSLATE_NOOP("report::FailureWording", "File changed"),
            QT_TRANSLATE_NOOP(
                "report::FailureWording",
                "The file changed while it was being sent. Upload it again when nothing writes to it.")},
    Wording{
        ErrorKind::BadUrl, QT_TRANSLATE_NOOP("report::FailureWording", "Bad address"),
        QT_TRANSLATE_NOOP("report::FailureWording", "The upload address cannot be understood. Check it.")},
    Wording{ErrorKind::UnsupportedScheme, QT_TRANSLATE_NOOP("report::FailureWording", "Unsupported scheme"),
            QT_TRANSLATE_NOOP("report::FailureWording", "The upload address must be http:// or https://.")},
    Wording{ErrorKind::HostNotFound, QT_TRANSLATE_NOOP("report::FailureWording", "Host not found"),
            QT_TRANSLATE_NOOP("report::FailureWording",
                              "The server's name does not resolve. Check it for a slip.")},
    Wording{
        ErrorKind::ConnectionRefused, QT_TRANSLATE_NOOP("report::FailureWording", "Connection refused"),
        QT_TRANSLATE_NOOP("report::FailureWording",
                          "Nothing listens at that address. Is the server running, and is the port right?")},
    Wording{ErrorKind::ConnectionFailed, QT_TRANSLATE_NOOP("report::FailureWording", "Connection failed"),
            QT_TRANSLATE_NOOP("report::FailureWording", "The server could not be reached over the network.")},
    Wording{
        ErrorKind::ConnectionReset, QT_TRANSLATE_NOOP("report::FailureWording", "Connection broken"),
        QT_TRANSLATE_NOOP(
            "report::FailureWording",
            "The connection broke before an answer could be read. Servers and proxies do that to a body they "
            "refuse, most often because it is too large; a crash looks the same.")},
    Wording{
        ErrorKind::ProxyFailed, QT_TRANSLATE_NOOP("report::FailureWording", "Proxy failed"),
        QT_TRANSLATE_NOOP(
            "report::FailureWording",
            "The proxy could not be reached, or it refused. Check its address, and the user and password for "
            "it.")},
    Wording{ErrorKind::TlsFailed, QT_TRANSLATE_NOOP("report::FailureWording", "TLS failed"),
            QT_TRANSLATE_NOOP(
                "report::FailureWording",
                "No trusted connection could be made. Check the address and the certificate, or name the "
                "authority that signed it.")},
    Wording{
        ErrorKind::ConnectTimeout, QT_TRANSLATE_NOOP("report::FailureWording", "Connect timeout"),
        QT_TRANSLATE_NOOP(
            "report::FailureWording",
            "No connection came about in time. A firewall that drops packets looks like this, and a server "
            "that is not what the address says.")},
    Wording{
        ErrorKind::Stalled, QT_TRANSLATE_NOOP("report::FailureWording", "Stalled"),
        QT_TRANSLATE_NOOP("report::FailureWording", "The connection stood still for longer than allowed.")},
    Wording{ErrorKind::Timeout, QT_TRANSLATE_NOOP("report::FailureWording", "Timeout"),
            QT_TRANSLATE_NOOP("report::FailureWording", "The whole upload took longer than allowed.")},
    Wording{
        ErrorKind::RedirectRefused, QT_TRANSLATE_NOOP("report::FailureWording", "Redirect refused"),
        QT_TRANSLATE_NOOP(
            "report::FailureWording",
            "The server redirects, and following it would drop the file or send it twice. "
            "Upload to the final address. If that shows the result, the file may have arrived; if it is for "
            "signing in, do so first.")},
    Wording{ErrorKind::TooManyRedirects, QT_TRANSLATE_NOOP("report::FailureWording", "Too many redirects"),
            QT_TRANSLATE_NOOP("report::FailureWording", "The server redirects in a circle.")},
    Wording{
        ErrorKind::AddressTaken, QT_TRANSLATE_NOOP("report::FailureWording", "Same address"),
        QT_TRANSLATE_NOOP(
            "report::FailureWording",
            "Another file of this queue goes to the same address, where only one of them would be left. Send "
            "relative "
            "paths as names, or put {n} or {uuid} into the address.")},
    Wording{ErrorKind::AnsweredEarly, QT_TRANSLATE_NOOP("report::FailureWording", "Answered too early"),
            QT_TRANSLATE_NOOP(
                "report::FailureWording",
                "The server said yes before it had the whole file, and took no more of it. Look what it has "
                "kept, and whether "
                "a proxy before it answers in its place.")},
    Wording{ErrorKind::Protocol, QT_TRANSLATE_NOOP("report::FailureWording", "Broken answer"),
            QT_TRANSLATE_NOOP("report::FailureWording",
                              "What came back is not a whole HTTP answer. Is this the right port?")},
    Wording{ErrorKind::HttpStatus, QT_TRANSLATE_NOOP("report::FailureWording", "Refused by the server"),
            QT_TRANSLATE_NOOP("report::FailureWording", "The server answered, but did not accept the file.")},
    Wording{ErrorKind::TooLarge, QT_TRANSLATE_NOOP("report::FailureWording", "Answer too large"),
            QT_TRANSLATE_NOOP("report::FailureWording",
                              "The server's answer, or the header of it, is larger than an answer may be.")},
    Wording{ErrorKind::Malformed, QT_TRANSLATE_NOOP("report::FailureWording", "Answer not understood"),
            QT_TRANSLATE_NOOP("report::FailureWording", "The server's answer cannot be understood.")},
    Wording{ErrorKind::NotFound, QT_TRANSLATE_NOOP("report::FailureWording", "Not found"),
            QT_TRANSLATE_NOOP("report::FailureWording", "Nothing usable was found.")},
    Wording{ErrorKind::WriteFailed, QT_TRANSLATE_NOOP("report::FailureWording", "Write failed"),
            QT_TRANSLATE_NOOP("report::FailureWording", "A file could not be written on this computer.")},
    Wording{ErrorKind::ProcessFailed, QT_TRANSLATE_NOOP("report::FailureWording", "Process failed"),
            QT_TRANSLATE_NOOP("report::FailureWording", "A helper program could not be run.")},
    Wording{ErrorKind::Interrupted, QT_TRANSLATE_NOOP("report::FailureWording", "Interrupted"),
            QT_TRANSLATE_NOOP("report::FailureWording",
                              "The program ended before the server had answered. The server may have the "
                              "file nevertheless; upload "
                              "it again where it does not.")},
    Wording{ErrorKind::InUse, QT_TRANSLATE_NOOP("report::FailureWording", "In use"),
            QT_TRANSLATE_NOOP("report::FailureWording",
                              "Another instance of this program has it. Wait for its end.")},
    Wording{ErrorKind::NewerVersion, QT_TRANSLATE_NOOP("report::FailureWording", "Newer version"),
            QT_TRANSLATE_NOOP("report::FailureWording",
                              "A newer version of this program wrote it. Update this one.")},
    Wording{ErrorKind::Internal, QT_TRANSLATE_NOOP("report::FailureWording", "Internal error"),
            QT_TRANSLATE_NOOP("report::FailureWording", "This is a defect of Tidemark; please report it.")},
};

struct Status
{
    int code;
    const char *phrase;
    const char *advice;
};

constexpr std::array statuses{
    Status{200, "OK", ""},
    Status{201, "Created", ""},
    Status{202, "Accepted", ""},
    Status{204, "No Content", ""},
    Status{301, "Moved Permanently", ""},
    Status{302, "Found", ""},
    Status{303, "See Other", ""},
    Status{307, "Temporary Redirect", ""},
    Status{308, "Permanent Redirect", ""},
    Status{
        400, "Bad Request",
        QT_TRANSLATE_NOOP("report::FailureWording",
                          "The server did not understand the form. Check the field name that it expects.")},
    Status{
        401, "Unauthorized",
        QT_TRANSLATE_NOOP(
            "report::FailureWording",
            "The server was not told who uploads, or does not let that one in. Check the user and password, "
            "the token or the header.")},
    Status{
        403, "Forbidden",
        QT_TRANSLATE_NOOP("report::FailureWording", "The server knows who uploads and does not allow it.")},
    Status{404, "Not Found",
           QT_TRANSLATE_NOOP("report::FailureWording", "There is nothing at this address. Check its path.")},
    Status{405, "Method Not Allowed",
           QT_TRANSLATE_NOOP("report::FailureWording",
                             "This address does not take this method. Check its path, and the method.")},
    Status{407, "Proxy Authentication Required",
           QT_TRANSLATE_NOOP(
               "report::FailureWording",
               "The proxy on the way wants to know who uses it, or does not know this user and password.")},
    Status{408, "Request Timeout",
           QT_TRANSLATE_NOOP("report::FailureWording",
                             "The server lost its patience before the whole file had arrived.")},
    Status{409, "Conflict",
           QT_TRANSLATE_NOOP("report::FailureWording",
                             "The server has something there already that this file conflicts with.")},
    Status{411, "Length Required",
           QT_TRANSLATE_NOOP("report::FailureWording", "The server wants to know the length beforehand.")},
    Status{413, "Content Too Large",
           QT_TRANSLATE_NOOP(
               "report::FailureWording",
               "The file is larger than the server, or a proxy before it, takes. Raise the limit there "
               "(nginx: client_max_body_size), or send smaller files.")},
    Status{415, "Unsupported Media Type",
           QT_TRANSLATE_NOOP("report::FailureWording",
                             "The server does not take files of this type, or no multipart form.")},
    Status{417, "Expectation Failed",
           QT_TRANSLATE_NOOP("report::FailureWording",
                             "The server does not do what a header of the request expects of it.")},
    Status{422, "Unprocessable Content",
           QT_TRANSLATE_NOOP("report::FailureWording",
                             "The server read the form and did not accept what is in it.")},
    Status{423, "Locked",
           QT_TRANSLATE_NOOP("report::FailureWording",
                             "Somebody else has the file or the upload in use there. Try again later.")},
    Status{425, "Too Early",
           QT_TRANSLATE_NOOP("report::FailureWording",
                             "The server did not want to take the request this early. Try again.")},
    Status{429, "Too Many Requests",
           QT_TRANSLATE_NOOP("report::FailureWording", "The server asks for fewer uploads at a time.")},
    Status{
        460, "Checksum Mismatch",
        QT_TRANSLATE_NOOP(
            "report::FailureWording",
            "What arrived is not what was sent: something on the way changes it. Encryption (https) keeps it "
            "from that.")},
    Status{500, "Internal Server Error",
           QT_TRANSLATE_NOOP("report::FailureWording", "The server failed. Its log says more.")},
    Status{502, "Bad Gateway",
           QT_TRANSLATE_NOOP("report::FailureWording",
                             "A proxy got no usable answer from the service behind it.")},
    Status{503, "Service Unavailable",
           QT_TRANSLATE_NOOP("report::FailureWording", "The server is overloaded or down for maintenance.")},
    Status{504, "Gateway Timeout",
           QT_TRANSLATE_NOOP("report::FailureWording", "A proxy waited too long for the service behind it.")},
    Status{507, "Insufficient Storage",
           QT_TRANSLATE_NOOP("report::FailureWording", "The server's disk is full.")},
};

const Status *findStatus(int code)
{
    const auto found
        = std::find_if(statuses.begin(), statuses.end(), [code](const Status &s) { return s.code == code; });
    return found == statuses.end() ? nullptr : &*found;
}

/// Whether the message tells who answered with which status, and nothing beside it.
bool saysOnlyStatus(const base::Error &error)
{
    static const QRegularExpression more(QStringLiteral("[;:,；：，]"));
    const QString answered = net::answeredText(error.httpStatus, {}, {}, {});
    return error.kind == ErrorKind::HttpStatus && error.message.startsWith(answered)
        && !error.message.sliced(answered.size()).contains(more);
}

const Wording *findWording(ErrorKind kind)
{
    const auto found
        = std::find_if(wordings.begin(), wordings.end(), [kind](const Wording &w) { return w.kind == kind; });
    return found == wordings.end() ? nullptr : &*found;
}

} // namespace

QString statusText(int httpStatus)
{
    const Status *status = findStatus(httpStatus);
    const QString code = QString::number(httpStatus);
    return status ? QString(code + QLatin1Char(' ') + QLatin1String(status->phrase)) : code;
}

QString failureWords(const base::Error &error, const QString &serverMessage)
{
    const QString said = serverMessage.trimmed();
    if (error.message.isEmpty() || saysOnlyStatus(error))
        return said.isEmpty() ? error.message : said;
    const Status *status = findStatus(error.httpStatus);
    const bool isPhrase = status && said.compare(QLatin1String(status->phrase), Qt::CaseInsensitive) == 0;
    return said.isEmpty() || isPhrase || error.message.contains(said)
        ? error.message
        : Text::tr("%1; the server says: “%2”").arg(error.message, said);
}

QString failureTitle(ErrorKind kind, int httpStatus)
{
    if (kind == ErrorKind::HttpStatus && httpStatus)
        return statusText(httpStatus);
    const Wording *wording = findWording(kind);
    return wording ? Text::tr(wording->title) : Text::tr("Failed", "an upload, why is not known");
}

QString failureAdvice(ErrorKind kind, int httpStatus)
{
    if (kind == ErrorKind::HttpStatus) {
        const Status *status = findStatus(httpStatus);
        if (status && *status->advice)
            return Text::tr(status->advice);
    }
    const Wording *wording = findWording(kind);
    return wording ? Text::tr(wording->advice) : QString();
}

} // namespace report
