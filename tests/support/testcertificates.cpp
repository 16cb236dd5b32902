// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcertificates.h"

#include <QFile>
#include <QProcess>

namespace support {

namespace {
constexpr char localNames[] = "subjectAltName=DNS:localhost,IP:127.0.0.1";

// `openssl req` cannot make a certificate that is already over, `openssl ca` can; it wants a little database.
constexpr char databaseConfig[]
    = "[ca]\ndefault_ca = tests\n"
      "[tests]\ndatabase = index\nnew_certs_dir = .\nrand_serial = yes\n"
      "unique_subject = no\ndefault_md = sha256\npolicy = any\nx509_extensions = leaf\n"
      "[any]\ncommonName = supplied\n"
      "[leaf]\nsubjectAltName = DNS:localhost,IP:127.0.0.1\n";

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

void openssl(const QString &folder, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral("openssl"), arguments);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        qFatal("openssl %s: %s %s", qPrintable(arguments.join(QLatin1Char(' '))),
               qPrintable(process.errorString()), process.readAllStandardError().constData());
}
} // namespace

TestCertificates::Pair TestCertificates::authority() const
{
    return make(
        QStringLiteral("authority"),
        {QStringLiteral("-x509"), QStringLiteral("-subj"), QStringLiteral("/CN=Authority of the tests")});
}

TestCertificates::Pair TestCertificates::server() const
{
    return makeSigned(QStringLiteral("server"), QStringLiteral("localhost"), QLatin1StringView(localNames));
}

TestCertificates::Pair TestCertificates::selfSigned() const
{
    return make(QStringLiteral("self-signed"),
                {QStringLiteral("-x509"), QStringLiteral("-subj"), QStringLiteral("/CN=localhost"),
                 QStringLiteral("-addext"), QLatin1StringView(localNames)});
}

TestCertificates::Pair TestCertificates::otherSelfSigned() const
{
    return make(QStringLiteral("other-self-signed"),
                {QStringLiteral("-x509"), QStringLiteral("-subj"), QStringLiteral("/CN=localhost"),
                 QStringLiteral("-addext"), QLatin1StringView(localNames)});
}

TestCertificates::Pair TestCertificates::expired() const
{
    return makeDated(QStringLiteral("expired"), QStringLiteral("20200101000000Z"),
                     QStringLiteral("20200201000000Z"));
}

TestCertificates::Pair TestCertificates::notYetValid() const
{
    return makeDated(QStringLiteral("not-yet"), QStringLiteral("20900101000000Z"),
                     QStringLiteral("20910101000000Z"));
}

TestCertificates::Pair TestCertificates::revoked() const
{
    return makeDated(QStringLiteral("revoked"), QStringLiteral("20200101000000Z"),
                     QStringLiteral("20900101000000Z"));
}

QString TestCertificates::revocationList() const
{
    const QString list = m_folder.filePath(QStringLiteral("revoked.crl"));
    if (QFile::exists(list))
        return list;
    const Pair signer = authority();
    const QStringList common{QStringLiteral("ca"),
                             QStringLiteral("-config"),
                             m_folder.filePath(QStringLiteral("ca.conf")),
                             QStringLiteral("-cert"),
                             signer.certificate,
                             QStringLiteral("-keyfile"),
                             signer.key};
    openssl(m_folder.path(), common + QStringList{QStringLiteral("-revoke"), revoked().certificate});
    openssl(m_folder.path(),
            common
                + QStringList{QStringLiteral("-gencrl"), QStringLiteral("-crldays"), QStringLiteral("30"),
                              QStringLiteral("-out"), list});
    return list;
}

TestCertificates::Pair TestCertificates::withoutIntermediate() const
{
    const Pair root = authority();
    const Pair middle
        = make(QStringLiteral("intermediate"),
               {QStringLiteral("-x509"), QStringLiteral("-CA"), root.certificate, QStringLiteral("-CAkey"),
                root.key, QStringLiteral("-subj"), QStringLiteral("/CN=Intermediate of the tests"),
                QStringLiteral("-addext"), QStringLiteral("basicConstraints=critical,CA:TRUE")});
    return make(QStringLiteral("leaf"),
                {QStringLiteral("-x509"), QStringLiteral("-CA"), middle.certificate, QStringLiteral("-CAkey"),
                 middle.key, QStringLiteral("-subj"), QStringLiteral("/CN=localhost"),
                 QStringLiteral("-addext"), QStringLiteral("basicConstraints=critical,CA:FALSE"),
                 QStringLiteral("-addext"), QLatin1StringView(localNames)});
}

TestCertificates::Pair TestCertificates::withIntermediate() const
{
    const Pair leaf = withoutIntermediate();
    QByteArray both;
    for (const QString &name : {leaf.certificate, m_folder.filePath(QStringLiteral("intermediate.pem"))}) {
        QFile file(name);
        if (file.open(QIODevice::ReadOnly))
            both += file.readAll();
    }
    const QString chain = m_folder.filePath(QStringLiteral("chain.pem"));
    write(chain, both);
    return {chain, leaf.key};
}

TestCertificates::Pair TestCertificates::wrongName() const
{
    return makeSigned(QStringLiteral("wrong-name"), QStringLiteral("other.example"),
                      QStringLiteral("subjectAltName=DNS:other.example"));
}

TestCertificates::Pair TestCertificates::client() const
{
    return makeSigned(QStringLiteral("client"), QStringLiteral("tester"),
                      QStringLiteral("extendedKeyUsage=clientAuth"));
}

TestCertificates::Pair TestCertificates::strangeClient() const
{
    return make(QStringLiteral("strange-client"),
                {QStringLiteral("-x509"), QStringLiteral("-subj"), QStringLiteral("/CN=stranger"),
                 QStringLiteral("-addext"), QStringLiteral("extendedKeyUsage=clientAuth")});
}

QString TestCertificates::clientP12() const
{
    const Pair pair = client();
    const QString file = m_folder.filePath(QStringLiteral("client.p12"));
    if (!QFile::exists(file)) {
        openssl(m_folder.path(),
                {QStringLiteral("pkcs12"), QStringLiteral("-export"), QStringLiteral("-in"), pair.certificate,
                 QStringLiteral("-inkey"), pair.key, QStringLiteral("-passout"), QStringLiteral("pass:tide"),
                 QStringLiteral("-out"), file});
    }
    return file;
}

QString TestCertificates::clientP12WithoutKey() const
{
    const Pair pair = client();
    const QString file = m_folder.filePath(QStringLiteral("client-alone.p12"));
    if (!QFile::exists(file)) {
        openssl(m_folder.path(),
                {QStringLiteral("pkcs12"), QStringLiteral("-export"), QStringLiteral("-nokeys"),
                 QStringLiteral("-in"), pair.certificate, QStringLiteral("-passout"),
                 QStringLiteral("pass:tide"), QStringLiteral("-out"), file});
    }
    return file;
}

QString TestCertificates::oldClientP12() const
{
    const Pair pair = client();
    const QString file = m_folder.filePath(QStringLiteral("client-old.p12"));
    if (!QFile::exists(file)) {
        openssl(m_folder.path(),
                {QStringLiteral("pkcs12"), QStringLiteral("-export"), QStringLiteral("-legacy"),
                 QStringLiteral("-in"), pair.certificate, QStringLiteral("-inkey"), pair.key,
                 QStringLiteral("-passout"), QStringLiteral("pass:tide"), QStringLiteral("-out"), file});
    }
    return file;
}

TestCertificates::Pair TestCertificates::encryptedClient() const
{
    Pair pair = client();
    const QString encrypted = m_folder.filePath(QStringLiteral("client-encrypted.key"));
    if (!QFile::exists(encrypted)) {
        openssl(m_folder.path(),
                {QStringLiteral("pkey"), QStringLiteral("-in"), pair.key, QStringLiteral("-aes256"),
                 QStringLiteral("-passout"), QStringLiteral("pass:tide"), QStringLiteral("-out"), encrypted});
    }
    pair.key = encrypted;
    return pair;
}

void TestCertificates::prepareDatabase() const
{
    const QString config = m_folder.filePath(QStringLiteral("ca.conf"));
    if (QFile::exists(config))
        return;
    write(config, databaseConfig);
    write(m_folder.filePath(QStringLiteral("index")), {});
}

TestCertificates::Pair TestCertificates::makeDated(const QString &name, const QString &from,
                                                   const QString &until) const
{
    const Pair signer = authority();
    const Pair request
        = make(name + QStringLiteral("-request"), {QStringLiteral("-subj"), QStringLiteral("/CN=localhost")});
    const Pair made{m_folder.filePath(name + QStringLiteral(".pem")), request.key};
    if (QFile::exists(made.certificate))
        return made;
    prepareDatabase();
    openssl(m_folder.path(),
            {QStringLiteral("ca"), QStringLiteral("-batch"), QStringLiteral("-notext"),
             QStringLiteral("-config"), m_folder.filePath(QStringLiteral("ca.conf")), QStringLiteral("-cert"),
             signer.certificate, QStringLiteral("-keyfile"), signer.key, QStringLiteral("-startdate"), from,
             QStringLiteral("-enddate"), until, QStringLiteral("-in"), request.certificate,
             QStringLiteral("-out"), made.certificate});
    return made;
}

TestCertificates::Pair TestCertificates::make(const QString &name, const QStringList &arguments) const
{
    const Pair made{m_folder.filePath(name + QStringLiteral(".pem")),
                    m_folder.filePath(name + QStringLiteral(".key"))};
    if (QFile::exists(made.certificate))
        return made;
    openssl(m_folder.path(),
            QStringList{QStringLiteral("req"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                        QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"),
                        QStringLiteral("-nodes"), QStringLiteral("-keyout"), made.key, QStringLiteral("-out"),
                        made.certificate}
                + arguments);
    return made;
}

TestCertificates::Pair TestCertificates::makeSigned(const QString &name, const QString &commonName,
                                                    const QString &alternatives) const
{
    const Pair signer = authority();
    return make(name,
                {QStringLiteral("-x509"), QStringLiteral("-CA"), signer.certificate, QStringLiteral("-CAkey"),
                 signer.key, QStringLiteral("-subj"), QString(QStringLiteral("/CN=") + commonName),
                 QStringLiteral("-addext"), QStringLiteral("basicConstraints=critical,CA:FALSE"),
                 QStringLiteral("-addext"), alternatives});
}

} // namespace support
