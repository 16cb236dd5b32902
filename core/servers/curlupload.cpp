// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/servers/curlupload.h"

#include "core/base/secrets.h"
#include "core/net/secretheader.h"
#include "core/servers/curlexport.h"
#include "core/transfer/nativepath.h"
#include "core/transfer/uploadtemplate.h"

namespace servers {
namespace {

using transfer::UploadLabel;
using transfer::UploadRecord;
using transfer::UploadTarget;

/// The address of this one upload, without credentials.
QUrl addressOf(const UploadTarget &target, const UploadLabel &label)
{
    const transfer::UrlTemplate address(target.endpoint.url);
    const QUrl url = target.method == Method::Put ? address.fileUrlFor(label) : address.urlFor(label);
    const QUrl plain = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    const QString text = plain.toString(QUrl::FullyEncoded);
    const QString shown = base::withoutSecrets(text);
    return shown == text ? plain : QUrl(shown); // to the letter: signatures may be over it
}

void takeForm(ServerProfile &profile, const UploadTarget &target, const UploadLabel &label)
{
    profile.field = target.field;
    for (const auto &[name, value] : target.form) {
        const bool isSecret = !value.isEmpty() && (isSecretName(name) || target.secretFields.contains(name));
        profile.form.append({name, transfer::expanded(value, label), isSecret});
    }
    if (!target.pathField.isEmpty()) {
        const QString &path = label.relativePath.isEmpty() ? label.name : label.relativePath;
        profile.form.append({target.pathField, transfer::printable(path), false});
    }
}

void takeUser(ServerProfile &profile, const net::Endpoint &endpoint)
{
    const net::TransportOptions &transport = endpoint.transport;
    profile.user = transport.user.isEmpty() ? endpoint.url.userName(QUrl::FullyDecoded) : transport.user;
    if (!transport.token.isEmpty())
        profile.auth = Auth::Bearer;
    else if (!profile.user.isEmpty())
        profile.auth = transport.auth == net::TransportOptions::Auth::Digest ? Auth::Digest : Auth::Basic;
    const QUrl &proxy = transport.proxy;
    profile.proxy = proxy.adjusted(QUrl::RemoveUserInfo);
    profile.proxyUser
        = transport.proxyUser.isEmpty() ? proxy.userName(QUrl::FullyDecoded) : transport.proxyUser;
}

/// Without passwords and tokens: in the command they are variables.
void takeTransport(ServerProfile &profile, const net::TransportOptions &transport)
{
    profile.caFile = transport.caFile;
    profile.crlFile = transport.crlFile;
    profile.certFile = transport.certFile;
    profile.keyFile = transport.keyFile;
    profile.keyPassword = transport.keyPassword;
    profile.trustedCertificate = transport.trustedCertificate;
    profile.limits.connectTimeout = transport.connectTimeout;
    profile.limits.stallTimeout = transport.stallTimeout;
    profile.limits.totalTimeout = transport.totalTimeout;
    profile.followsRedirects = transport.resendBodyOnRedirect;
}

} // namespace

QString curlForUpload(const UploadTarget &target, const UploadRecord &record)
{
    const UploadLabel label{record.name, record.id.value, record.key, record.relativePath};
    const net::Endpoint &endpoint = target.endpoint;
    ServerProfile profile;
    profile.method = target.method;
    profile.url = addressOf(target, label);
    for (const net::Header &header : endpoint.headers) {
        const bool isSecret
            = !header.second.isEmpty() && net::isSecretHeader(header.first, endpoint.transport);
        profile.headers.append({QString::fromUtf8(header.first), QString::fromUtf8(header.second), isSecret});
    }
    takeForm(profile, target, label);
    takeUser(profile, endpoint);
    takeTransport(profile, endpoint.transport);
    const CurlLikeness likeness{record.name, endpoint.transport.verifyTls};
    const auto line = exportCurl(profile, record.path, SecretsIn::Variables, likeness);
    if (!line)
        return QLatin1String("# ") + line.error().message;
    QString text;
    for (const QString &note : line->notes)
        text += QLatin1String("# ") + note + u'\n';
    return text + line->command;
}

} // namespace servers
