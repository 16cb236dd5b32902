// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcertificates.h"

#include <QFile>
#include <QProcess>

namespace support {

namespace {
constexpr char localNames[] = "subjectAltName=DNS:localhost,IP:127.0.0.1";

// `openssl req` cannot make a certificate that is already over, `openssl ca` can; it wants a little database.
constexpr char databaseConfig[] = "[ca]\ndefault_ca = tests\n"
                                  "[tests]\ndatabase = index\nnew_certs_dir = .\nrand_serial = yes\n"
                                  "default_md = sha256\npolicy = any\nx509_extensions = leaf\n"
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

TestCertificates::Pair TestCertificates::expired() const
{
    const Pair signer = authority();
    const Pair request
        = make(QStringLiteral("expired-request"), {QStringLiteral("-subj"), QStringLiteral("/CN=localhost")});
    const Pair made{m_folder.filePath(QStringLiteral("expired.pem")), request.key};
    if (QFile::exists(made.certificate))
        return made;
    const QString config = m_folder.filePath(QStringLiteral("ca.conf"));
    write(config, databaseConfig);
    write(m_folder.filePath(QStringLiteral("index")), {});
    openssl(m_folder.path(),
            {QStringLiteral("ca"), QStringLiteral("-batch"), QStringLiteral("-notext"),
             QStringLiteral("-config"), config, QStringLiteral("-cert"), signer.certificate,
             QStringLiteral("-keyfile"), signer.key, QStringLiteral("-startdate"),
             QStringLiteral("20200101000000Z"), QStringLiteral("-enddate"), QStringLiteral("20200201000000Z"),
             QStringLiteral("-in"), request.certificate, QStringLiteral("-out"), made.certificate});
    return made;
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
