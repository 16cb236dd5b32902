// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace base {
Q_NAMESPACE

/// What went wrong, as a caller can act on it. Drives retry, icon and the sentence that a person reads.
/// The keys in JSON output (`toKey`) are a contract: add values, never rename one.
enum class ErrorKind {
    None, ///< No error; only in a default-constructed Error.
    FileMissing, ///< No such file (any more).
    FileUnreadable, ///< It exists but may not be read, or reading it failed.
    NotAFile, ///< A directory, FIFO, socket or device where a regular file was needed.
    FileChanged, ///< It grew, shrank or was replaced while it was being sent.
    BadUrl, ///< Not a URL, or one without a host.
    UnsupportedScheme, ///< Neither http nor https.
    HostNotFound, ///< The name does not resolve.
    ConnectionRefused, ///< Nothing listens there.
    ConnectionFailed, ///< No route, network down, or another failure to connect.
    ConnectionReset, ///< The connection broke before an answer could be read.
    ProxyFailed, ///< The proxy cannot be reached or refused.
    TlsFailed, ///< Handshake or certificate; the message names the reason.
    ConnectTimeout, ///< No connection in the allowed time.
    Stalled, ///< Connected, but no byte moved for the allowed time.
    Timeout, ///< The whole request took longer than allowed.
    RedirectRefused, ///< The server redirects and following would drop or duplicate the upload.
    TooManyRedirects,
    AddressTaken, ///< Another file goes to the same address, where only one of them would be left.
    AnsweredEarly, ///< A 2xx came before everything was sent, and the rest never was: what the server has is not it.
    Protocol, ///< What came back is not HTTP, or not a whole answer.
    HttpStatus, ///< A whole answer, but not a 2xx. Error::httpStatus holds the code.
    TooLarge, ///< The answer is larger than the limit for it.
    Malformed, ///< The answer arrived but its content cannot be understood.
    NotFound, ///< Nothing usable was found (no metrics source, no such run).
    WriteFailed, ///< A file could not be written.
    ProcessFailed, ///< A helper program could not be started, or ended too early.
    Cancelled, ///< The user, or the owner's destruction, stopped it.
    Interrupted, ///< The program ended before it was over; what became of it on the other side is not known.
    InUse, ///< Another instance of this program has it.
    NewerVersion, ///< Written by a newer version of this program.
    Internal, ///< A defect of this program.
};
Q_ENUM_NS(ErrorKind)

/// A failure as a value: kind for programs, message for people.
struct Error
{
    ErrorKind kind = ErrorKind::None;
    QString message; ///< One short technical sentence, in the program's language: what and why.
    int httpStatus = 0; ///< The server's status code, 0 if it gave none.
    QString detail; ///< Optional: the server's own words, or what to do.

    bool operator==(const Error &) const = default;
};

/// The stable key used in JSON and CSV: "file-missing", "http-status", …
[[nodiscard]] QString toKey(ErrorKind kind);
/// Internal for a key that is none: a newer version may know more of them.
[[nodiscard]] ErrorKind errorKindFromKey(const QString &key);

} // namespace base

Q_DECLARE_METATYPE(base::Error)
