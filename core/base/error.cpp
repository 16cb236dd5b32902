// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

#include <QMetaEnum>

namespace base {

QString toKey(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::None:
        return QStringLiteral("none");
    case ErrorKind::FileMissing:
        return QStringLiteral("file-missing");
    case ErrorKind::FileUnreadable:
        return QStringLiteral("file-unreadable");
    case ErrorKind::NotAFile:
        return QStringLiteral("not-a-file");
    case ErrorKind::FileChanged:
        return QStringLiteral("file-changed");
    case ErrorKind::BadUrl:
        return QStringLiteral("bad-url");
    case ErrorKind::UnsupportedScheme:
        return QStringLiteral("unsupported-scheme");
    case ErrorKind::HostNotFound:
        return QStringLiteral("host-not-found");
    case ErrorKind::ConnectionRefused:
        return QStringLiteral("connection-refused");
    case ErrorKind::ConnectionFailed:
        return QStringLiteral("connection-failed");
    case ErrorKind::ConnectionReset:
        return QStringLiteral("connection-reset");
    case ErrorKind::ProxyFailed:
        return QStringLiteral("proxy-failed");
    case ErrorKind::TlsFailed:
        return QStringLiteral("tls-failed");
    case ErrorKind::ConnectTimeout:
        return QStringLiteral("connect-timeout");
    case ErrorKind::Stalled:
        return QStringLiteral("stalled");
    case ErrorKind::Timeout:
        return QStringLiteral("timeout");
    case ErrorKind::RedirectRefused:
        return QStringLiteral("redirect-refused");
    case ErrorKind::TooManyRedirects:
        return QStringLiteral("too-many-redirects");
    case ErrorKind::AddressTaken:
        return QStringLiteral("address-taken");
    case ErrorKind::AnsweredEarly:
        return QStringLiteral("answered-early");
    case ErrorKind::Protocol:
        return QStringLiteral("protocol");
    case ErrorKind::HttpStatus:
        return QStringLiteral("http-status");
    case ErrorKind::TooLarge:
        return QStringLiteral("too-large");
    case ErrorKind::Malformed:
        return QStringLiteral("malformed");
    case ErrorKind::NotFound:
        return QStringLiteral("not-found");
    case ErrorKind::WriteFailed:
        return QStringLiteral("write-failed");
    case ErrorKind::ProcessFailed:
        return QStringLiteral("process-failed");
    case ErrorKind::Cancelled:
        return QStringLiteral("cancelled");
    case ErrorKind::Interrupted:
        return QStringLiteral("interrupted");
    case ErrorKind::InUse:
        return QStringLiteral("in-use");
    case ErrorKind::NewerVersion:
        return QStringLiteral("newer-version");
    case ErrorKind::Internal:
        return QStringLiteral("internal");
    }
    return QStringLiteral("internal");
}

ErrorKind errorKindFromKey(const QString &key)
{
    static const QMetaEnum kinds = QMetaEnum::fromType<ErrorKind>();
    for (int i = 0; i < kinds.keyCount(); ++i) {
        const auto kind = static_cast<ErrorKind>(kinds.value(i));
        if (toKey(kind) == key)
            return kind;
    }
    return ErrorKind::Internal;
}

} // namespace base
