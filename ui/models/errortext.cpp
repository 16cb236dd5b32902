// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/errortext.h"

#include "ui/models/httpstatus.h"

#include <QCoreApplication>

#include <optional>

namespace ui {

using base::ErrorKind;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::ErrorText)
};

struct Reason
{
    QString why;
    QString advice;
};

QString headline(Task task, const QString &subject)
{
    switch (task) {
    case Task::Upload:
        return Text::tr("“%1” was not uploaded.").arg(subject);
    case Task::Connect:
        return Text::tr("%1 cannot be watched.").arg(subject);
    case Task::Export:
        return Text::tr("The report “%1” was not written.").arg(subject);
    case Task::Sample:
        return Text::tr("The sample server is not running.");
    case Task::Profile:
        return Text::tr("The profile “%1” cannot be shown.").arg(subject);
    case Task::Archive:
        return Text::tr("The queue is not kept: it will not come back after the next start.");
    case Task::RulesLoad:
        return Text::tr("The alert rules in “%1” were not taken over.").arg(subject);
    case Task::RulesSave:
        return Text::tr("The alert rules were not written to “%1”.").arg(subject);
    case Task::RulesRestore:
        return Text::tr("Your alert rules of the last time cannot be used; the default ones are in force.");
    }
    return {};
}

Reason clientStatusReason(int status)
{
    switch (status) {
    case 401:
        return {Text::tr("The server wants to know who you are."),
                Text::tr("Put user and password into the address: http://user:password@host/path.")};
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
                Text::tr("Check the path in the address, the method before it, and the server's routes.")};
    case 408:
        return {Text::tr("The server lost patience before the whole file had arrived."),
                Text::tr("Upload fewer files at once, or raise the server's read timeout.")};
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
                Text::tr("Lower “At once”, wait, then retry.")};
    case 460:
        return {Text::tr("The server got other bytes than were sent."),
                Text::tr("Something between changes them; look at the proxies, then retry.")};
    default:
        return {Text::tr("The server did not accept the request."),
                Text::tr("Its answer says more; the server's log may, too.")};
    }
}

Reason statusReason(int status)
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

Reason fileReason(ErrorKind kind)
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

Reason connectionReason(ErrorKind kind)
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

Reason exchangeReason(ErrorKind kind)
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
                Text::tr("Connect to the address that the server names.")};
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

Reason reasonFor(const base::Error &error)
{
    switch (error.kind) {
    case ErrorKind::FileMissing:
    case ErrorKind::FileUnreadable:
    case ErrorKind::NotAFile:
    case ErrorKind::FileChanged:
        return fileReason(error.kind);
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
        return connectionReason(error.kind);
    case ErrorKind::Stalled:
    case ErrorKind::Timeout:
    case ErrorKind::RedirectRefused:
    case ErrorKind::TooManyRedirects:
    case ErrorKind::AnsweredEarly:
    case ErrorKind::Protocol:
    case ErrorKind::TooLarge:
    case ErrorKind::Malformed:
        return exchangeReason(error.kind);
    case ErrorKind::HttpStatus:
        return statusReason(error.httpStatus);
    case ErrorKind::NotFound:
        return {Text::tr("It could not be found."), Text::tr("Check whether it is installed and where.")};
    case ErrorKind::WriteFailed:
        return {Text::tr("The file cannot be written there."),
                Text::tr("Choose another folder, or free some disk space.")};
    case ErrorKind::ProcessFailed:
        return {Text::tr("Its process could not be started, or ended too early."),
                Text::tr("Try it once more; the reason below may say why.")};
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

/// Where a profile asks for other words than an upload; nothing where it does not.
std::optional<Reason> profileReason(const base::Error &error)
{
    switch (error.kind) {
    case ErrorKind::Malformed:
        return Reason{Text::tr("It is not a pprof profile, or it is damaged."),
                      Text::tr("Save one with: curl -o heap.pb.gz http://host:port/debug/pprof/heap")};
    case ErrorKind::TooLarge:
        return Reason{Text::tr("It is larger than a profile can sensibly be."),
                      Text::tr("Check whether it is one.")};
    case ErrorKind::NotFound:
        return Reason{Text::tr("There is nothing in it to be shown."),
                      Text::tr("Choose another kind of profile, or connect to a server that offers pprof.")};
    case ErrorKind::HttpStatus:
        return Reason{Text::tr("The server does not hand it out."),
                      Text::tr("Choose another kind of profile; the server's log may say why.")};
    case ErrorKind::FileMissing:
        return Reason{Text::tr("There is no file at its path."), Text::tr("Check the name.")};
    case ErrorKind::FileUnreadable:
        return Reason{Text::tr("The file is there but cannot be read."), Text::tr("Check its permissions.")};
    case ErrorKind::NotAFile:
        return Reason{Text::tr("It is not a regular file."), Text::tr("Choose a file.")};
    case ErrorKind::Timeout:
    case ErrorKind::Stalled:
        return Reason{Text::tr("The server did not send it in time."),
                      Text::tr("Try again when the server is less busy.")};
    default:
        return {};
    }
}

/// Likewise for an archive.
std::optional<Reason> archiveReason(const base::Error &error)
{
    switch (error.kind) {
    case ErrorKind::InUse:
        return Reason{
            Text::tr("Another Tidemark has the archive."),
            Text::tr("Uploads work all the same. Close the other one and start this one again to have the "
                     "queue kept.")};
    case ErrorKind::NewerVersion:
        return Reason{Text::tr("A newer version of Tidemark wrote the archive; it is left as it is."),
                      Text::tr("Uploads work all the same. Update Tidemark to have the queue back.")};
    case ErrorKind::NotAFile:
        return Reason{Text::tr("What lies in the archive's place is no archive."),
                      Text::tr("Uploads work all the same. Move it away and start Tidemark again.")};
    case ErrorKind::NotFound:
        return Reason{Text::tr("A part of Tidemark is not installed."),
                      Text::tr("Uploads work all the same. Install it and start Tidemark again.")};
    case ErrorKind::WriteFailed:
        return Reason{
            Text::tr("The archive cannot be written."),
            Text::tr("Uploads work all the same. Free some disk space, or check the folder's permissions.")};
    default:
        return {};
    }
}

/// Likewise for alert rules.
std::optional<Reason> rulesReason(const base::Error &error, Task task)
{
    switch (error.kind) {
    case ErrorKind::FileMissing:
    case ErrorKind::FileUnreadable:
        return Reason{Text::tr("The file cannot be read."), Text::tr("Check its name and permissions.")};
    case ErrorKind::Malformed:
        return Reason{
            Text::tr("They do not mean what Tidemark understands."),
            task == Task::RulesRestore
                ? Text::tr("Set them up anew in the settings, or load them from a file there.")
                : Text::tr("Mend that place. A file that is saved here shows how rules are written.")};
    default:
        return {};
    }
}

/// Core's own message is short and technical; it names the certificate's fault, the path, the system's
/// reason.
QString withDetail(const QString &why, const base::Error &error)
{
    const QString said = serverWords(error.message, error.httpStatus);
    if (said.isEmpty() || error.kind == ErrorKind::Cancelled || error.kind == ErrorKind::Interrupted)
        return why;
    return Text::tr("%1 (%2)", "a reason, and its technical detail").arg(why, said);
}

} // namespace

ErrorText errorText(const base::Error &error, Task task, const QString &subject)
{
    Reason reason = reasonFor(error);
    if (task == Task::Sample && error.kind == ErrorKind::NotFound)
        reason
            = {Text::tr("Its program, tidemark-specimens, is not where Tidemark looks for it."),
               Text::tr("Build or install Tidemark completely, or name the program in TIDEMARK_SPECIMENS.")};
    if (task == Task::Profile)
        reason = profileReason(error).value_or(reason);
    if (task == Task::Archive)
        reason = archiveReason(error).value_or(reason);
    if (task == Task::RulesLoad || task == Task::RulesRestore)
        reason = rulesReason(error, task).value_or(reason);
    const QString what = task == Task::Upload && error.kind == ErrorKind::Interrupted
        ? Text::tr("It is not known whether “%1” was uploaded.").arg(subject)
        : headline(task, subject);
    return {what, withDetail(reason.why, error), reason.advice};
}

QString errorLabel(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::None:
        return {};
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
        return Text::tr("Not http or https");
    case ErrorKind::HostNotFound:
        return Text::tr("Host not found");
    case ErrorKind::ConnectionRefused:
        return Text::tr("Connection refused");
    case ErrorKind::ConnectionFailed:
        return Text::tr("No connection");
    case ErrorKind::ConnectionReset:
        return Text::tr("Connection closed");
    case ErrorKind::ProxyFailed:
        return Text::tr("Proxy failed");
    case ErrorKind::TlsFailed:
        return Text::tr("Not secure");
    case ErrorKind::ConnectTimeout:
        return Text::tr("No connection in time");
    case ErrorKind::Stalled:
        return Text::tr("Stood still");
    case ErrorKind::Timeout:
        return Text::tr("Took too long");
    case ErrorKind::RedirectRefused:
        return Text::tr("Redirected");
    case ErrorKind::TooManyRedirects:
        return Text::tr("Endless redirects");
    case ErrorKind::AddressTaken:
        return Text::tr("Same address");
    case ErrorKind::AnsweredEarly:
        return Text::tr("Answered too early");
    case ErrorKind::Protocol:
        return Text::tr("Not HTTP");
    case ErrorKind::HttpStatus:
        return Text::tr("Refused");
    case ErrorKind::TooLarge:
        return Text::tr("Answer too large");
    case ErrorKind::Malformed:
        return Text::tr("Answer not understood");
    case ErrorKind::NotFound:
        return Text::tr("Not found");
    case ErrorKind::WriteFailed:
        return Text::tr("Not written");
    case ErrorKind::ProcessFailed:
        return Text::tr("Program failed");
    case ErrorKind::Cancelled:
        return Text::tr("Cancelled");
    case ErrorKind::Interrupted:
        return Text::tr("Interrupted");
    case ErrorKind::InUse:
        return Text::tr("In use");
    case ErrorKind::NewerVersion:
        return Text::tr("Newer version");
    case ErrorKind::Internal:
        return Text::tr("Defect");
    }
    return {};
}

} // namespace ui
