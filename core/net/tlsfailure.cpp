// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/tlsfailure.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSslCertificate>

#include <algorithm>

namespace net {
namespace {

using base::Error;
using base::ErrorKind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(net::TlsFailure)
};

constexpr qsizetype sha256Size = 32;

QString dateText(const QDateTime &time)
{
    return time.toString(QStringLiteral("yyyy-MM-dd hh:mm 'UTC'"));
}

/// Of the one that is at fault; the server's own has no need of a name.
QString whose(const TlsFailure &failure)
{
    if (failure.at <= 0 || failure.at >= failure.chain.size())
        return Text::tr("the certificate");
    return Text::tr("the certificate of “%1”").arg(failure.chain[failure.at].subject);
}

QString issuerOf(const TlsFailure &failure)
{
    return failure.chain.isEmpty() ? Text::tr("its issuer") : failure.chain.constLast().issuer;
}

QString namesOf(const CertificateInfo &certificate)
{
    constexpr qsizetype enough = 4;
    if (certificate.names.isEmpty())
        return certificate.subject;
    QStringList names = certificate.names.first(std::min(enough, certificate.names.size()));
    if (certificate.names.size() > enough)
        names.append(Text::tr("%1 more").arg(certificate.names.size() - enough));
    return names.join(QLatin1String(", "));
}

QString sentence(const TlsFailure &failure)
{
    const CertificateInfo fault = failure.chain.value(failure.at);
    switch (failure.problem) {
    case TlsProblem::None:
        break;
    case TlsProblem::WrongHost:
        return Text::tr("the certificate is for %1, not for %2")
            .arg(namesOf(failure.chain.value(0)), failure.host);
    case TlsProblem::Expired:
        return Text::tr("%1 expired on %2").arg(whose(failure), dateText(fault.validUntil));
    case TlsProblem::NotYetValid:
        return Text::tr("%1 is valid only from %2 on; is the clock of this computer right?")
            .arg(whose(failure), dateText(fault.validFrom));
    case TlsProblem::SelfSigned:
        return Text::tr("the certificate is self-signed: no authority vouches for it");
    case TlsProblem::UnknownIssuer:
        return Text::tr("the certificate was issued by “%1”, an authority that is not trusted here")
            .arg(issuerOf(failure));
    case TlsProblem::IncompleteChain:
        return Text::tr("the certificate was issued by “%1”, whose own certificate neither the server sent "
                        "(an intermediate may be missing there) nor anybody here knows")
            .arg(issuerOf(failure));
    case TlsProblem::Revoked:
        return Text::tr("%1 was revoked by its issuer").arg(whose(failure));
    case TlsProblem::NoRevocationList:
        return Text::tr("whether %1 was revoked cannot be told: the given list is not one of its issuer, "
                        "or is out of date")
            .arg(whose(failure));
    case TlsProblem::ClientCertificateMissing:
        return Text::tr("the server demands a client certificate and got none");
    case TlsProblem::ClientCertificateRefused:
        return Text::tr("the server does not accept the client certificate it was shown");
    case TlsProblem::VersionTooOld:
        return Text::tr("the server speaks only versions of TLS before 1.2, which are not safe any more");
    case TlsProblem::Other:
        return Text::tr("no secure connection: %1").arg(failure.reason);
    }
    return failure.reason;
}

/// Not translated: tellsOfCertificates() reads it, and the window shows the certificates themselves.
QString block(const CertificateInfo &certificate, qsizetype number)
{
    return QStringLiteral("certificate %1: %2\n  for %3\n  issued by %4\n  valid from %5 to %6\n  SHA-256 %7")
        .arg(QString::number(number), certificate.subject, namesOf(certificate), certificate.issuer,
             dateText(certificate.validFrom), dateText(certificate.validUntil),
             fingerprintText(certificate.sha256));
}

} // namespace

CertificateInfo certificateInfo(const QByteArray &der)
{
    CertificateInfo info;
    info.sha256 = QCryptographicHash::hash(der, QCryptographicHash::Sha256);
    const QSslCertificate certificate(der, QSsl::Der);
    if (certificate.isNull())
        return info;
    info.subject = certificate.subjectDisplayName();
    info.issuer = certificate.issuerDisplayName();
    const QMultiMap<QSsl::AlternativeNameEntryType, QString> names = certificate.subjectAlternativeNames();
    for (const auto type : {QSsl::DnsEntry, QSsl::IpAddressEntry}) {
        QStringList found = names.values(type);
        std::reverse(found.begin(), found.end()); // as they stand in the certificate
        info.names += found;
    }
    info.validFrom = certificate.effectiveDate().toUTC();
    info.validUntil = certificate.expiryDate().toUTC();
    return info;
}

bool canBeTrusted(const TlsFailure &failure)
{
    switch (failure.problem) {
    case TlsProblem::WrongHost:
    case TlsProblem::Expired:
    case TlsProblem::NotYetValid:
    case TlsProblem::SelfSigned:
    case TlsProblem::UnknownIssuer:
    case TlsProblem::IncompleteChain:
        return !failure.chain.isEmpty();
    case TlsProblem::None:
    case TlsProblem::Revoked:
    case TlsProblem::NoRevocationList:
    case TlsProblem::ClientCertificateMissing:
    case TlsProblem::ClientCertificateRefused:
    case TlsProblem::VersionTooOld:
    case TlsProblem::Other:
        break;
    }
    return false;
}

Error toError(const TlsFailure &failure)
{
    QStringList detail;
    for (qsizetype i = 0; i < failure.chain.size(); ++i)
        detail.append(block(failure.chain[i], i));
    if (!failure.reason.isEmpty())
        detail.append(failure.reason);
    QString message = sentence(failure);
    if (failure.isNotTheTrusted && !failure.chain.isEmpty())
        message = Text::tr("another certificate than the trusted one: SHA-256 %1; %2")
                      .arg(fingerprintText(failure.chain.constFirst().sha256), message);
    return {ErrorKind::TlsFailed, message, 0, detail.join(u'\n')};
}

bool tellsOfCertificates(const Error &error)
{
    return error.kind == ErrorKind::TlsFailed && error.detail.startsWith(QLatin1String("certificate 0: "));
}

QString fingerprintText(const QByteArray &sha256)
{
    return QString::fromLatin1(sha256.toHex(':')).toUpper();
}

std::optional<QByteArray> parseFingerprint(const QString &text)
{
    QString digits = text.section(u'=', -1).trimmed();
    if (digits.startsWith(QLatin1String("sha256:"), Qt::CaseInsensitive))
        digits = digits.sliced(7);
    digits.remove(u':').remove(u' ');
    const QByteArray hex = digits.toLatin1();
    const bool isHex = std::all_of(hex.begin(), hex.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
    if (!isHex || hex.size() != 2 * sha256Size)
        return {};
    return QByteArray::fromHex(hex);
}

} // namespace net
