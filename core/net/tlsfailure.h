// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QNetworkRequest>
#include <QStringList>

#include <optional>

namespace net {

/// Why there is no secure connection, as far as a person can do something about it.
enum class TlsProblem {
    None,
    WrongHost, ///< The certificate is good, but another server's.
    Expired,
    NotYetValid, ///< Or this computer's clock is behind.
    SelfSigned,
    UnknownIssuer, ///< The chain ends at an authority that is not trusted here.
    IncompleteChain, ///< The server sent its own certificate alone, and the issuer is not known here.
    Revoked, ///< Told by the list (CRL) that was given.
    NoRevocationList, ///< A list was given, but none that is current for this issuer.
    ClientCertificateMissing, ///< The server demands one and got none.
    ClientCertificateRefused, ///< It got one and does not accept it.
    VersionTooOld, ///< The server speaks nothing as new as TLS 1.2.
    Other, ///< Something else; TlsFailure::reason says it in OpenSSL's words.
};

/// What a person needs to know of a certificate to recognise it.
struct CertificateInfo
{
    QString subject; ///< The common name, or else the organisation.
    QString issuer; ///< Likewise.
    QStringList names; ///< Host names and addresses that it is for.
    QDateTime validFrom; ///< UTC.
    QDateTime validUntil; ///< UTC.
    QByteArray sha256; ///< Of the whole certificate (DER), 32 bytes.

    bool operator==(const CertificateInfo &) const = default;
};

/// A certificate as DER. One that cannot be read has its fingerprint only.
[[nodiscard]] CertificateInfo certificateInfo(const QByteArray &der);

/// What a failed handshake showed.
struct TlsFailure
{
    TlsProblem problem = TlsProblem::None;
    QString host; ///< Who was asked for.
    QList<CertificateInfo> chain; ///< The server's own first; empty if it sent none, or none was at fault.
    int at = 0; ///< Which of them is at fault.
    QString reason; ///< The TLS library's own words.
    bool isNotTheTrusted
        = false; ///< A certificate was to be trusted by its fingerprint, but the server's has another.

    bool operator==(const TlsFailure &) const = default;
};

/// On a finished CurlReply that failed for TLS: a net::TlsFailure.
inline constexpr auto tlsFailureAttribute
    = static_cast<QNetworkRequest::Attribute>(QNetworkRequest::User + 4);

/// Whether trusting the server's own certificate by its fingerprint (TransportOptions::trustedCertificate) is a sensible
/// answer. It is not where the certificate was revoked, nor where none was the reason.
[[nodiscard]] bool canBeTrusted(const TlsFailure &failure);

/// Kind TlsFailed. The message is one sentence of its own for each problem; the detail holds the chain, a certificate
/// in five lines, and the library's words.
[[nodiscard]] base::Error toError(const TlsFailure &failure);

/// Whether the detail of an error is a chain of certificates (and not just libcurl's words), and so worth being shown.
[[nodiscard]] bool tellsOfCertificates(const base::Error &error);

/// "AA:BB:…", as browsers and `openssl x509 -fingerprint` write it.
[[nodiscard]] QString fingerprintText(const QByteArray &sha256);
/// Reads that, with or without colons, blanks, upper case and a name before "=" or "sha256:"; nothing if it is not 32 bytes.
[[nodiscard]] std::optional<QByteArray> parseFingerprint(const QString &text);

} // namespace net

Q_DECLARE_METATYPE(net::TlsFailure)
