// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/signinoptions.h"

#include "core/net/tlsfailure.h"

namespace cli {

using base::Done;
using base::Result;

Result<Done> readSignIn(const RawOptions &raw, net::TransportOptions &transport)
{
    if (raw.bearer && (raw.digest || !raw.user.empty()))
        return usage(
            QStringLiteral("--bearer sends a token instead of --user and --digest; give one of them"));
    if (raw.digest && raw.user.empty() && transport.user.isEmpty())
        return usage(QStringLiteral("--digest needs --user"));
    if (raw.digest)
        transport.auth = net::TransportOptions::Auth::Digest;
    return Done();
}

Result<Done> readTrust(const RawOptions &raw, net::TransportOptions &transport)
{
    const auto take = [](const std::string &given, QString &value) {
        if (!given.empty())
            value = text(given);
    };
    take(raw.cacert, transport.caFile);
    take(raw.crlfile, transport.crlFile);
    take(raw.cert, transport.certFile);
    take(raw.key, transport.keyFile);
    take(raw.proxyUser, transport.proxyUser);
    if (transport.proxyUser.contains(u':'))
        return usage(QStringLiteral("--proxy-user takes the name alone; the password is read from "
                                    "TIDEMARK_PROXY_PASSWORD or asked for on the terminal"));
    transport.verifyTls = !raw.insecure;
    if (!transport.keyFile.isEmpty() && transport.certFile.isEmpty())
        return usage(QStringLiteral("--key needs --cert: the key alone proves nothing"));
    if (raw.pin.empty())
        return Done();
    const auto fingerprint = net::parseFingerprint(text(raw.pin));
    if (!fingerprint)
        return usage(
            QStringLiteral("--pin %1 is not a SHA-256 fingerprint (32 bytes in hex, with or without colons); "
                           "openssl x509 -in FILE -noout -fingerprint -sha256 prints it")
                .arg(text(raw.pin)));
    if (raw.insecure)
        return usage(
            QStringLiteral("--pin and --insecure exclude each other: one certificate is trusted, or any"));
    transport.trustedCertificate = *fingerprint;
    return Done();
}

} // namespace cli
