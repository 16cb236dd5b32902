// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/failurereason.h"

#include <QCoreApplication>

namespace report {

using base::ErrorKind;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::FailureReason)
};

FailureReason clientStatusReason(int status)
{
    switch (status) {
    case 400:
        return {Text::tr("The server did not understand the form."),
                Text::tr("Check the name of the field that it expects.")};
    case 401:
        return {Text::tr("The server was not told who uploads, or does not let that one in."),
                Text::tr("Check the user and password, the token or the header.")};
    case 403:
        return {Text::tr("The server does not allow this upload."),
                Text::tr("Check the user, and the server's access rules.")};
    case 404:
    case 410:
        return {
            Text::tr("There is nothing at this path of the server."),
            Text::tr("Check the path in the address; uploads often have one of their own, such as /upload.")};
    case 405:
    case 501:
        return {Text::tr("This path does not take uploads of this kind."),
                Text::tr("Check the path in the address, the method, and the server's routes.")};
    case 407:
        return {Text::tr("The proxy on the way wants to know who uses it, or does not know this user."),
                Text::tr("Check the user and password for the proxy.")};
    case 408:
        return {Text::tr("The server lost patience before the whole file had arrived."),
                Text::tr("Upload fewer files at once, or raise the server's read timeout.")};
    case 409:
        return {Text::tr("The server has something there already that this file conflicts with."),
                Text::tr("Look at what is there, or send the file under another name.")};
    case 411:
        return {
            Text::tr(
                "The server asks for a length although one was sent: something between changes requests."),
            Text::tr("Look at the proxy in front of the server.")};
    case 413:
        return {Text::tr("The file is larger than the server, or a proxy in front of it, accepts."),
                Text::tr("Raise the limit (nginx: client_max_body_size; Go: http.MaxBytesReader), or send a "
                         "smaller file.")};
    case 415:
    case 422:
        return {Text::tr("The server does not understand this kind of content."),
                Text::tr("Check which form field and which types of file the server expects.")};
    case 417:
        return {Text::tr("Something between here and the server does not take the header Expect."),
                Text::tr("Leave it out of the request headers.")};
    case 423:
        return {Text::tr("Somebody else is writing there, perhaps an upload that broke off."),
                Text::tr("Wait, then retry.")};
    case 425:
        return {Text::tr("The server wants the request once more, when the connection is set up."),
                Text::tr("Retry.")};
    case 429:
        return {Text::tr("The server gets too many requests."),
                Text::tr("Upload fewer files at once, wait, then retry.")};
    case 460:
        return {Text::tr("The server got other bytes than were sent."),
                Text::tr("Something between changes them: look at the proxies. Encryption (https) keeps it "
                         "from that.")};
    default:
        return {Text::tr("The server did not accept the request."),
                Text::tr("Its answer says more; the server's log may, too.")};
    }
}

FailureReason statusReason(int status)
{
    if (status >= 400 && status < 500)
        return clientStatusReason(status);
    switch (status) {
    case 501:
        return clientStatusReason(status);
    case 502:
    case 504:
        return {
            Text::tr("A proxy answered, because the service behind it did not."),
            Text::tr("Check whether the service still runs: it may have been stopped for lack of memory.")};
    case 503:
        return {Text::tr("The service is overloaded or being restarted."), Text::tr("Wait, then retry.")};
    case 507:
        return {Text::tr("The server has no room left for the file."),
                Text::tr("Free disk space on the server.")};
    default:
        break;
    }
    if (status >= 500)
        return {Text::tr("The server failed while it handled the upload."),
                Text::tr("Look into the server's log for the time of this upload.")};
    return {Text::tr("The server gave an answer that is neither success nor failure."),
            Text::tr("Check the path in the address, and the server's routes.")};
}

FailureReason fileReason(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::FileMissing:
        return {Text::tr("There is no file at its path any more."), Text::tr("Put it back, then retry.")};
    case ErrorKind::FileUnreadable:
        return {Text::tr("The file is there but cannot be read."),
                Text::tr("Check its permissions and its disk, then retry.")};
    case ErrorKind::NotAFile:
        return {Text::tr("It is not a regular file but a pipe, a socket or a device."),
                Text::tr("Save its content to a file and add that one.")};
    default:
        return {
            Text::tr(
                "The file changed while it was being sent; the server may have a mixture of old and new."),
            Text::tr("Wait until nothing writes to it any more, then retry.")};
    }
}

FailureReason connectionReason(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::HostNotFound:
        return {Text::tr("No computer of this name is known."),
                Text::tr("Check the spelling of the address, and the network or VPN.")};
    case ErrorKind::ConnectionRefused:
        return {Text::tr("Nothing listens at this address."),
                Text::tr("Start the server, or check the port in the address.")};
    case ErrorKind::ConnectionFailed:
        return {Text::tr("There is no way to this computer."),
                Text::tr("Check the network, the VPN and firewalls.")};
    case ErrorKind::ConnectionReset:
        return {Text::tr("The server closed the connection before it had answered. Some do so when a file is "
                         "larger than they accept; others because they crashed."),
                Text::tr("Look into the server's log, then retry.")};
    case ErrorKind::ProxyFailed:
        return {Text::tr("The proxy cannot be reached, or refuses."), Text::tr("Check the proxy's address.")};
    case ErrorKind::TlsFailed:
        return {Text::tr("No secure connection could be made."),
                Text::tr("Check the server's certificate: its name, its dates, and who signed it.")};
    case ErrorKind::ConnectTimeout:
        return {Text::tr("The server did not take the connection in time."),
                Text::tr("Check address and firewall; the server may also be overloaded.")};
    default:
        return {};
    }
}

FailureReason exchangeReason(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Stalled:
        return {Text::tr("The connection stood still for too long."),
                Text::tr("Look whether the server is stuck, then retry.")};
    case ErrorKind::Timeout:
        return {Text::tr("It took longer than allowed."), Text::tr("Retry; upload fewer files at once.")};
    case ErrorKind::RedirectRefused:
        return {Text::tr(
                    "The server points to another address. Following could lose the file or store it twice."),
                Text::tr("Upload to the final address. If that shows the result, the file may have arrived; "
                         "if it is for "
                         "signing in, do so first.")};
    case ErrorKind::TooManyRedirects:
        return {Text::tr("The server keeps pointing from one address to the next."),
                Text::tr("Check the server's redirect rules.")};
    case ErrorKind::AnsweredEarly:
        return {Text::tr("The server said yes before it had the whole file, and took no more of it."),
                Text::tr("Look what the server has kept, and whether a proxy before it answers in its place; "
                         "then retry.")};
    case ErrorKind::Protocol:
        return {Text::tr("What came back is not HTTP, or breaks off."),
                Text::tr("Check the port and whether it should be http or https.")};
    case ErrorKind::TooLarge:
        return {Text::tr("The answer is larger than is sensible."), Text::tr("Check the address.")};
    case ErrorKind::Malformed:
        return {Text::tr("The answer cannot be understood."), Text::tr("Check the address.")};
    default:
        return {};
    }
}

} // namespace

FailureReason failureReason(ErrorKind kind, int httpStatus)
{
    switch (kind) {
    case ErrorKind::FileMissing:
    case ErrorKind::FileUnreadable:
    case ErrorKind::NotAFile:
    case ErrorKind::FileChanged:
        return fileReason(kind);
    case ErrorKind::BadUrl:
        return {Text::tr("The address is not complete."), Text::tr("Write it as http://host:port/path.")};
    case ErrorKind::UnsupportedScheme:
        return {Text::tr("The address is of a kind that takes no uploads."),
                Text::tr("Use one that begins with http:// or https://.")};
    case ErrorKind::AddressTaken:
        return {Text::tr("Another file of the list goes to the same address, where the server would keep "
                         "only one of them."),
                Text::tr("Send names with their folders, or put {n} or {uuid} into the address.")};
    case ErrorKind::HostNotFound:
    case ErrorKind::ConnectionRefused:
    case ErrorKind::ConnectionFailed:
    case ErrorKind::ConnectionReset:
    case ErrorKind::ProxyFailed:
    case ErrorKind::TlsFailed:
    case ErrorKind::ConnectTimeout:
        return connectionReason(kind);
    case ErrorKind::Stalled:
    case ErrorKind::Timeout:
    case ErrorKind::RedirectRefused:
    case ErrorKind::TooManyRedirects:
    case ErrorKind::AnsweredEarly:
    case ErrorKind::Protocol:
    case ErrorKind::TooLarge:
    case ErrorKind::Malformed:
        return exchangeReason(kind);
    case ErrorKind::HttpStatus:
        return statusReason(httpStatus);
    case ErrorKind::NotFound:
        return {Text::tr("It could not be found."), Text::tr("Check whether it is installed and where.")};
    case ErrorKind::WriteFailed:
        return {Text::tr("The file cannot be written there."),
                Text::tr("Choose another folder, or free some disk space.")};
    case ErrorKind::ProcessFailed:
        return {Text::tr("Its process could not be started, or ended too early."),
                Text::tr("Look at the reason that it gave, then try once more.")};
    case ErrorKind::Cancelled:
        return {Text::tr("You stopped it."), Text::tr("Retry whenever you like.")};
    case ErrorKind::Interrupted:
        return {
            Text::tr(
                "Tidemark ended before the server had answered, so the server may have the file, or not."),
            Text::tr(
                "Retry sends it again from its beginning; look at the server first if it must not be there "
                "twice.")};
    case ErrorKind::InUse:
        return {Text::tr("Another Tidemark uses it."), Text::tr("Close that one, or go on without.")};
    case ErrorKind::NewerVersion:
        return {Text::tr("A newer version of Tidemark wrote it."), Text::tr("Update Tidemark.")};
    case ErrorKind::None:
    case ErrorKind::Internal:
        return {Text::tr("This is a defect of Tidemark."),
                Text::tr("Please report it, with what you did before.")};
    }
    return {};
}

} // namespace report
