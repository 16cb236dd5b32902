// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/transfer/uploadmethod.h"
#include "core/transfer/uploadtarget.h"

#include <QMap>

#include <chrono>

namespace servers {

/// A form field or a header.
struct NamedValue
{
    QString name;
    QString value;
    bool isSecret = false; ///< Then the value is kept in the keychain, and nowhere else.

    bool operator==(const NamedValue &) const = default;
};

using Method = transfer::UploadMethod;

enum class Auth { None, Basic, Digest, Bearer };

struct Limits
{
    int parallel = 4; ///< Uploads at once.
    qint64 bytesPerSecond = 0; ///< All uploads together; 0: none.
    std::chrono::milliseconds connectTimeout{30'000};
    std::chrono::milliseconds stallTimeout{120'000}; ///< 0: none.
    std::chrono::milliseconds totalTimeout{0}; ///< Of one request; 0: none.
    int retries = 3; ///< After the first attempt.

    bool operator==(const Limits &) const = default;
};

/// All that is known of a server, as a person sets it up once and chooses it by name afterwards. Plain values; secrets
/// are among them while it is in use, but only secretsOf() of them is ever stored, in the keychain.
struct ServerProfile
{
    QString id; ///< Stays the same when the rest changes; also the secrets' name in the keychain.
    QString name;
    QUrl url; ///< Without user and password.
    QUrl watch; ///< Where metrics are; empty: the origin of `url`.
    Method method = Method::Post;
    QString field = QStringLiteral("file");
    QList<NamedValue> form; ///< Further form fields.
    QList<NamedValue> headers;
    Auth auth = Auth::None;
    QString user;
    QString password; ///< Secret.
    QString token; ///< Secret; of Auth::Bearer.
    QUrl proxy; ///< Without user and password; empty: that of the environment, if any.
    QString proxyUser;
    QString proxyPassword; ///< Secret.
    QString caFile; ///< PEM; empty: the system's.
    QString crlFile; ///< PEM.
    QString certFile; ///< PEM, or PKCS#12 (.p12, .pfx).
    QString keyFile; ///< PEM.
    QString keyPassword; ///< Secret; of the key or of the PKCS#12 file.
    QByteArray
        trustedCertificate; ///< SHA-256: the one certificate that is trusted by exception; empty: none.
    bool followsRedirects = false; ///< 307 and 308 may send the body again.
    QString digestField; ///< Of Method::Post, as the next two of transfer::UploadTarget: see there.
    bool sendsReprDigest = false; ///< Not of Method::Tus, which checks the bytes by its own means.
    bool sendsIdempotencyKey = false;
    Limits limits;

    bool operator==(const ServerProfile &) const = default;
};

/// With an id of its own.
[[nodiscard]] ServerProfile newProfile();

/// Whether something of this name is likely to be secret, see net::isSecretName(): Authorization, Cookie, access_token …
[[nodiscard]] bool isSecretName(const QString &name);

/// By what they are: "password", "token", "header:Authorization" … Only those that are not empty.
using Secrets = QMap<QString, QString>;
[[nodiscard]] Secrets secretsOf(const ServerProfile &profile);
/// Those that it has a place for; others stay as they are.
void putSecrets(ServerProfile &profile, const Secrets &secrets);
[[nodiscard]] ServerProfile withoutSecrets(ServerProfile profile);
/// One that it needs to sign in is empty: a password, a token, a secret header.
[[nodiscard]] bool isSecretMissing(const ServerProfile &profile);

/// Error BadUrl, UnsupportedScheme or Malformed with what is wrong and what to do; files are not looked at.
[[nodiscard]] base::Result<base::Done> check(const ServerProfile &profile);

/// For the queue.
[[nodiscard]] transfer::UploadTarget targetOf(const ServerProfile &profile);
/// For watching. On another origin without anything that proves who we are: that is meant for the server of the uploads.
[[nodiscard]] net::Endpoint watchOf(const ServerProfile &profile);

} // namespace servers
