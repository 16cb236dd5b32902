// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/tlsfailure.h"
#include "core/servers/serverprofile.h"

/// What tests and pictures of ui/servers show.
namespace examples {

inline servers::ServerProfile photoServer()
{
    servers::ServerProfile profile = servers::newProfile();
    profile.name = QStringLiteral("Photo archive");
    profile.url = QUrl(QStringLiteral("https://photos.example.org/api/v2/upload"));
    profile.field = QStringLiteral("photo");
    profile.form = {{QStringLiteral("album"), QStringLiteral("Summer 2026"), false}};
    profile.headers = {{QStringLiteral("X-Client"), QStringLiteral("tidemark"), false},
                       {QStringLiteral("X-Api-Key"), QStringLiteral("HUSH-key"), true}};
    profile.auth = servers::Auth::Basic;
    profile.user = QStringLiteral("ann");
    profile.password = QStringLiteral("HUSH-password");
    profile.certFile = QStringLiteral("/home/ann/certificates/ann.p12");
    profile.trustedCertificate
        = QByteArray::fromHex("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    profile.limits.bytesPerSecond = 2 * 1024 * 1024;
    return profile;
}

inline servers::ServerProfile plainServer()
{
    servers::ServerProfile profile = servers::newProfile();
    profile.name = QStringLiteral("Build machine");
    profile.url = QUrl(QStringLiteral("http://build.local:8080/upload"));
    return profile;
}

inline net::CertificateInfo certificate(const char *subject, const char *issuer, char fill)
{
    net::CertificateInfo info;
    info.subject = QString::fromUtf8(subject);
    info.issuer = QString::fromUtf8(issuer);
    info.names = {info.subject, QStringLiteral("www.") + info.subject};
    info.validFrom = QDateTime({2026, 3, 1}, {0, 0}, Qt::UTC);
    info.validUntil = QDateTime({2027, 3, 1}, {0, 0}, Qt::UTC);
    for (int i = 0; i < 32; ++i)
        info.sha256 += static_cast<char>(fill + i * 37);
    return info;
}

inline net::TlsFailure selfSigned()
{
    net::TlsFailure failure;
    failure.problem = net::TlsProblem::SelfSigned;
    failure.host = QStringLiteral("nas.home");
    failure.chain = {certificate("nas.home", "nas.home", 'a')};
    failure.reason = QStringLiteral("SSL certificate problem: self-signed certificate");
    return failure;
}

inline net::TlsFailure unknownIssuer()
{
    net::TlsFailure failure;
    failure.problem = net::TlsProblem::UnknownIssuer;
    failure.host = QStringLiteral("files.intranet.example.org");
    failure.chain = {certificate("files.intranet.example.org", "Example Intermediate Authority 2", 'b'),
                     certificate("Example Intermediate Authority 2", "Example Root Authority", 'k'),
                     certificate("Example Root Authority", "Example Root Authority", 'x')};
    failure.at = 2;
    return failure;
}

inline net::TlsFailure revoked()
{
    net::TlsFailure failure = unknownIssuer();
    failure.problem = net::TlsProblem::Revoked;
    failure.at = 0;
    return failure;
}

} // namespace examples
