// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTemporaryDir>

namespace support {

/// Certificates made by the openssl program, in a folder that goes with this object. All are for "localhost"
/// and 127.0.0.1 and signed by authority(), unless said otherwise. Each is made when first asked for; one
/// that cannot be made ends the test (qFatal).
class TestCertificates final
{
    Q_DISABLE_COPY_MOVE(TestCertificates)

public:
    struct Pair
    {
        QString certificate; ///< PEM file.
        QString key; ///< PEM file, not encrypted unless said otherwise.
    };

    TestCertificates() = default;

    /// Signs the others. In no system's bundle.
    [[nodiscard]] Pair authority() const;
    [[nodiscard]] Pair server() const;
    [[nodiscard]] Pair selfSigned() const;
    [[nodiscard]] Pair otherSelfSigned() const; ///< Like selfSigned(), but another one.
    [[nodiscard]] Pair expired() const; ///< Since February 2020.
    [[nodiscard]] Pair notYetValid() const; ///< Before 2090.
    [[nodiscard]] Pair
    withIntermediate() const; ///< Signed by an intermediate that authority() signed; both in the file.
    [[nodiscard]] Pair withoutIntermediate() const; ///< The same without the intermediate.
    [[nodiscard]] Pair revoked() const; ///< In revocationList().
    [[nodiscard]] QString revocationList() const; ///< Of authority(), PEM.
    [[nodiscard]] Pair wrongName() const; ///< For "other.example".
    [[nodiscard]] Pair client() const; ///< For a client, "CN=tester".
    [[nodiscard]] Pair strangeClient() const; ///< The same, signed by nobody.
    [[nodiscard]] QString
    clientP12() const; ///< client() with its key as PKCS#12, behind the passphrase "tide".
    [[nodiscard]] QString clientP12WithoutKey() const;
    [[nodiscard]] QString oldClientP12() const; ///< The same, encrypted as OpenSSL 3 reads it no more (RC2).
    [[nodiscard]] Pair encryptedClient() const; ///< client(), the key behind the passphrase "tide".

private:
    [[nodiscard]] Pair make(const QString &name, const QStringList &arguments) const;
    /// By `openssl ca`, for which time can be any; times as "20200101000000Z".
    [[nodiscard]] Pair makeDated(const QString &name, const QString &from, const QString &until) const;
    void prepareDatabase() const;
    [[nodiscard]] Pair makeSigned(const QString &name, const QString &commonName,
                                  const QString &alternatives) const;

    QTemporaryDir m_folder;
};

} // namespace support
