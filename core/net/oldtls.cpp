// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/oldtls.h"

#include <QHostAddress>
#include <QRandomGenerator>

namespace net {
namespace {

constexpr quint8 alertRecord = 21;
constexpr quint8 handshakeRecord = 22;
constexpr quint8 clientHello = 1;
constexpr quint8 serverHello = 2;
constexpr quint16 tls11 = 0x0302;

// (EC)DHE and RSA key exchange with AES or 3DES in CBC mode: nothing else was common with these versions.
constexpr quint16 ciphers[]{0xc013, 0xc014, 0xc009, 0xc00a, 0x0033, 0x0039, 0x002f, 0x0035, 0x000a};

QByteArray number(quint32 value, int bytes)
{
    QByteArray text;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        text += static_cast<char>((value >> shift) & 0xff);
    return text;
}

/// A vector of TLS's presentation language: its length, then itself.
QByteArray vector(const QByteArray &content, int lengthBytes)
{
    return number(static_cast<quint32>(content.size()), lengthBytes) + content;
}

QByteArray extension(quint16 type, const QByteArray &content)
{
    return number(type, 2) + vector(content, 2);
}

QByteArray extensions(const QString &host)
{
    const QByteArray curves = number(0x001d, 2) + number(0x0017, 2) + number(0x0018, 2);
    QByteArray text
        = extension(0x000a, vector(curves, 2)) + extension(0x000b, vector(QByteArray(1, '\0'), 1));
    if (QHostAddress(host).isNull()) {
        const QByteArray name = QByteArray(1, '\0') + vector(host.toLatin1(), 2);
        text += extension(0x0000, vector(name, 2));
    }
    return text;
}

int at(const QByteArray &bytes, qsizetype index)
{
    return static_cast<quint8>(bytes[index]);
}

} // namespace

QByteArray oldTlsHello(const QString &host)
{
    QByteArray random(32, '\0');
    QRandomGenerator::global()->generate(random.begin(), random.end());
    QByteArray suites;
    for (const quint16 cipher : ciphers)
        suites += number(cipher, 2);
    const QByteArray noSession = vector({}, 1), noCompression = vector(QByteArray(1, '\0'), 1);
    const QByteArray hello = number(tls11, 2) + random + noSession + vector(suites, 2) + noCompression
        + vector(extensions(host), 2);
    const QByteArray message = number(clientHello, 1) + vector(hello, 3);
    return number(handshakeRecord, 1) + number(0x0301, 2) + vector(message, 2);
}

std::optional<OldTlsAnswer> readOldTlsAnswer(const QByteArray &received)
{
    // Record: type, version (2), length (2); handshake: type, length (3), version (2).
    if (received.size() >= 7 && at(received, 0) == alertRecord)
        return OldTlsAnswer();
    if (received.size() < 11 || at(received, 0) != handshakeRecord || at(received, 5) != serverHello)
        return {};
    const int version = at(received, 9) * 256 + at(received, 10);
    if (version > tls11)
        return OldTlsAnswer();
    return OldTlsAnswer{true,
                        version == tls11       ? QStringLiteral("TLS 1.1")
                            : version == 0x301 ? QStringLiteral("TLS 1.0")
                                               : QStringLiteral("SSL 3.0")};
}

} // namespace net
