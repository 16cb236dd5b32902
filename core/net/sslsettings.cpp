// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/sslsettings.h"

#include <QCoreApplication>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

namespace net {
namespace {

using base::Error;
using base::ErrorKind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(net::SslSettings)
};

Error unreadable(const QString &fileName, const QString &why)
{
    return {ErrorKind::FileUnreadable, Text::tr("%1: %2").arg(fileName, why), 0, {}};
}

base::Result<QByteArray> contentOf(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(fileName, file.errorString());
    return file.readAll();
}

/// A key of any kind that Qt reads; a null one: it is none, or the passphrase is wrong.
QSslKey keyFrom(const QByteArray &pem, const QByteArray &passphrase)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey, passphrase);
        if (!key.isNull())
            return key;
    }
    return {};
}

std::optional<Error> addPkcs12(QSslConfiguration &settings, const TransportOptions &transport)
{
    QFile file(transport.certFile);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(transport.certFile, file.errorString());
    QSslKey key;
    QSslCertificate certificate;
    if (!QSslCertificate::importPkcs12(&file, &key, &certificate, nullptr, transport.keyPassword.toUtf8()))
        return unreadable(transport.certFile, Text::tr("cannot be read with this passphrase"));
    settings.setLocalCertificate(certificate);
    settings.setPrivateKey(key);
    return {};
}

std::optional<Error> addPem(QSslConfiguration &settings, const TransportOptions &transport)
{
    const base::Result<QByteArray> pem = contentOf(transport.certFile);
    if (!pem)
        return pem.error();
    const QString keyFile = transport.keyFile.isEmpty() ? transport.certFile : transport.keyFile;
    const base::Result<QByteArray> keyPem = contentOf(keyFile);
    if (!keyPem)
        return keyPem.error();
    const QList<QSslCertificate> chain = QSslCertificate::fromData(*pem, QSsl::Pem);
    if (chain.isEmpty())
        return unreadable(transport.certFile, Text::tr("holds no certificate"));
    const QSslKey key = keyFrom(*keyPem, transport.keyPassword.toUtf8());
    if (key.isNull())
        return unreadable(keyFile, Text::tr("holds no key, or not with this passphrase"));
    settings.setLocalCertificateChain(chain);
    settings.setPrivateKey(key);
    return {};
}

} // namespace

base::Result<QSslConfiguration> sslSettings(const TransportOptions &transport)
{
    QSslConfiguration settings = QSslConfiguration::defaultConfiguration();
    settings.setPeerVerifyMode(transport.verifyTls ? QSslSocket::VerifyPeer : QSslSocket::VerifyNone);
    if (!transport.caFile.isEmpty()) {
        const base::Result<QByteArray> pem = contentOf(transport.caFile);
        if (!pem)
            return pem.error();
        settings.setCaCertificates(QSslCertificate::fromData(*pem, QSsl::Pem));
    }
    if (transport.certFile.isEmpty())
        return settings;
    const std::optional<Error> failed
        = isPkcs12(transport.certFile) ? addPkcs12(settings, transport) : addPem(settings, transport);
    if (failed)
        return *failed;
    return settings;
}

} // namespace net
