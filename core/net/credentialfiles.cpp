// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/credentialfiles.h"

#include <QCoreApplication>
#include <QFile>

namespace net {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(net::CredentialFiles)
};

constexpr qint64 longestKey = 64 * 1024;

/// "… cannot be read: No such file or directory"; empty if it can be.
QString unreadable(const QString &what, const QString &fileName)
{
    QFile file(fileName);
    if (fileName.isEmpty() || file.open(QIODevice::ReadOnly))
        return {};
    return Text::tr("%1 %2 cannot be read: %3").arg(what, fileName, file.errorString());
}

QString aboutPkcs12(const TransportOptions &transport, const QString &said)
{
    // Without its key OpenSSL takes a certificate for one of an authority, and finds none of the client's.
    if (said.contains(QLatin1String("could not load PKCS12 client certificate"))
        && said.contains(QLatin1String("passed a null parameter")))
        return Text::tr(
                   "%1 does not hold the private key of its certificate, which proves nothing without it")
            .arg(transport.certFile);
    // libcurl's two sentences: the file is none at all, or its password (which guards all of it) is another.
    if (!said.contains(QLatin1String("could not parse PKCS12")))
        return Text::tr("%1 is not a PKCS#12 file, or it is damaged").arg(transport.certFile);
    if (said.contains(QLatin1String("unsupported"))) // the passphrase was right: that is looked at before
        return Text::tr(
                   "%1 is encrypted by an old method (RC2, most often) that OpenSSL reads no more; write it "
                   "anew: openssl pkcs12 -legacy -in OLD.p12 -nodes | openssl pkcs12 -export -out NEW.p12")
            .arg(transport.certFile);
    return transport.keyPassword.isEmpty()
        ? Text::tr("the client certificate is encrypted: no passphrase was given; %1 needs one")
              .arg(transport.certFile)
        : Text::tr("the client certificate is encrypted: the passphrase does not open %1")
              .arg(transport.certFile);
}

QString aboutPem(const TransportOptions &transport)
{
    const bool isApart = !transport.keyFile.isEmpty();
    QFile key(isApart ? transport.keyFile : transport.certFile);
    // RFC 5958's header, or RFC 1421's of older keys
    if (key.open(QIODevice::ReadOnly) && key.read(longestKey).contains("ENCRYPTED")) {
        return transport.keyPassword.isEmpty()
            ? Text::tr("the key is encrypted: no passphrase was given; %1 needs one").arg(key.fileName())
            : Text::tr("the key is encrypted: the passphrase does not open %1").arg(key.fileName());
    }
    return isApart
        ? Text::tr(
              "the client certificate %1 and the key %2 do not belong together, or one of them is damaged")
              .arg(transport.certFile, transport.keyFile)
        : Text::tr("%1 does not hold a client certificate and its key (PEM), or it is damaged")
              .arg(transport.certFile);
}

QString aboutClientCertificate(const TransportOptions &transport, const QString &said)
{
    if (const QString why = unreadable(Text::tr("the client certificate"), transport.certFile);
        !why.isEmpty())
        return why;
    if (const QString why = unreadable(Text::tr("the key"), transport.keyFile); !why.isEmpty())
        return why;
    return isPkcs12(transport.certFile) ? aboutPkcs12(transport, said) : aboutPem(transport);
}

QString aboutList(const QString &what, const QString &fileName)
{
    const QString why = unreadable(what, fileName);
    return why.isEmpty() ? Text::tr("%1 %2 is not PEM, or it is damaged").arg(what, fileName) : why;
}

} // namespace

void explainCredentialFiles(const TransportOptions &transport, CURLcode code, base::Error &error)
{
    QString message;
    if (code == CURLE_SSL_CERTPROBLEM && !transport.certFile.isEmpty())
        message = aboutClientCertificate(transport, error.message);
    else if (code == CURLE_SSL_CACERT_BADFILE && !transport.caFile.isEmpty())
        message = aboutList(Text::tr("the file of certificate authorities"), transport.caFile);
    else if (code == CURLE_SSL_CRL_BADFILE && !transport.crlFile.isEmpty())
        message = aboutList(Text::tr("the list of revoked certificates"), transport.crlFile);
    if (message.isEmpty())
        return;
    error.detail = error.message;
    error.message = message;
}

} // namespace net
