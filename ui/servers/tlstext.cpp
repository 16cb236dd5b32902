// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/servers/tlstext.h"

#include <QCoreApplication>
#include <QLocale>

namespace ui {

using net::TlsProblem;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::TlsText)
};

QString dateText(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().date(), QLocale::LongFormat);
}

QString namesOf(const net::CertificateInfo &certificate)
{
    constexpr qsizetype enough = 3;
    if (certificate.names.isEmpty())
        return certificate.subject;
    return certificate.names.first(std::min(enough, certificate.names.size())).join(QStringLiteral(", "));
}

} // namespace

TlsText tlsText(const net::TlsFailure &failure)
{
    const net::CertificateInfo own = failure.chain.value(0);
    const net::CertificateInfo fault = failure.chain.value(failure.at);
    const QString issuer = failure.chain.isEmpty() ? QString() : failure.chain.constLast().issuer;
    switch (failure.problem) {
    case TlsProblem::WrongHost:
        return {Text::tr("The certificate is not for %1.").arg(failure.host),
                Text::tr("It is for %1. Somebody else may be answering, or the address is an alias.")
                    .arg(namesOf(own))};
    case TlsProblem::Expired:
        return {
            Text::tr("The certificate of %1 expired on %2.").arg(fault.subject, dateText(fault.validUntil)),
            Text::tr("Its owner has to renew it. Check the date of this computer, too.")};
    case TlsProblem::NotYetValid:
        return {Text::tr("The certificate of %1 is valid only from %2 on.")
                    .arg(fault.subject, dateText(fault.validFrom)),
                Text::tr("Check date and time of this computer first.")};
    case TlsProblem::SelfSigned:
        return {Text::tr("The certificate of %1 is self-signed.").arg(failure.host),
                Text::tr("No authority vouches for it: that is usual on a server of one's own, and what an "
                         "attacker would "
                         "show, too. Compare the fingerprint with the server's.")};
    case TlsProblem::UnknownIssuer:
        return {
            Text::tr("The certificate was issued by “%1”, which is not trusted here.").arg(issuer),
            Text::tr(
                "If it is your organisation's authority, name its certificate in this server's settings.")};
    case TlsProblem::IncompleteChain:
        return {Text::tr("The server does not show who “%1” is, who issued its certificate.").arg(issuer),
                Text::tr("An intermediate certificate is missing on the server, or the authority is your "
                         "organisation's: then "
                         "name its certificate in this server's settings.")};
    case TlsProblem::Revoked:
        return {Text::tr("The certificate of %1 was revoked by its issuer.").arg(fault.subject),
                Text::tr("Its key may be in wrong hands. Nothing is sent to this server.")};
    case TlsProblem::NoRevocationList:
        return {Text::tr("Whether the certificate of %1 was revoked cannot be told.").arg(fault.subject),
                Text::tr("The given list is not one of its issuer, or is out of date: get a new one.")};
    case TlsProblem::ClientCertificateMissing:
        return {Text::tr("The server demands a client certificate."),
                Text::tr("Name yours, and its key, in this server's settings.")};
    case TlsProblem::ClientCertificateRefused:
        return {Text::tr("The server does not accept your client certificate."),
                Text::tr("Check in this server's settings whether it is the right one, and whether it is "
                         "still valid.")};
    case TlsProblem::VersionTooOld:
        return {Text::tr("The server speaks only versions of TLS that are not safe any more."),
                Text::tr("It has to learn TLS 1.2 or newer.")};
    case TlsProblem::None:
    case TlsProblem::Other:
        break;
    }
    return {Text::tr("No secure connection to %1 could be made.").arg(failure.host), failure.reason};
}

} // namespace ui
