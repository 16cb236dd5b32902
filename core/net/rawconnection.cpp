// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/rawconnection.h"

#include "core/net/sslsettings.h"

#include <QCryptographicHash>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTcpSocket>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace net {
namespace {

using base::Error;
using base::ErrorKind;

constexpr qint64 ahead = 256 * 1024; // given to the socket before the kernel takes it
constexpr qsizetype mostReceived = 1024 * 1024; // no answer of interest is longer

ErrorKind kindOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return ErrorKind::ConnectionRefused;
    case QAbstractSocket::HostNotFoundError:
        return ErrorKind::HostNotFound;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return ErrorKind::TlsFailed;
    default:
        return ErrorKind::ConnectionFailed;
    }
}

} // namespace

RawConnection::RawConnection(Endpoint endpoint, QObject *parent)
    : QObject(parent)
    , m_endpoint(std::move(endpoint))
{
}

RawConnection::~RawConnection()
{
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
    }
    letGo();
}

void RawConnection::letGo()
{
    if (m_spare >= 0)
        ::close(std::exchange(m_spare, -1));
}

void RawConnection::open(Security security)
{
    Q_ASSERT_X(!m_socket, "RawConnection::open", "opened twice");
    const bool isHttps = m_endpoint.url.scheme() == QLatin1StringView("https");
    m_isSecure = isHttps && security == Security::AsTold;
    const auto port = static_cast<quint16>(m_endpoint.url.port(isHttps ? 443 : 80));
    if (!m_isSecure) {
        m_socket = std::make_unique<QTcpSocket>();
        connectSignals();
        m_socket->connectToHost(m_endpoint.url.host(), port);
        return;
    }
    const base::Result<QSslConfiguration> settings = sslSettings(m_endpoint.transport);
    if (!settings) {
        QMetaObject::invokeMethod(
            this, [this, error = settings.error()] { fail(error); }, Qt::QueuedConnection);
        return;
    }
    auto socket = std::make_unique<QSslSocket>();
    socket->setSslConfiguration(*settings);
    connect(socket.get(), &QSslSocket::encrypted, this, &RawConnection::begin);
    connect(socket.get(), &QSslSocket::encryptedBytesWritten, this, &RawConnection::pump);
    QSslSocket *secure = socket.get();
    connect(secure, &QSslSocket::sslErrors, this, [this, secure] {
        if (isExcepted(secure->peerCertificate()))
            secure->ignoreSslErrors();
    });
    m_socket = std::move(socket);
    connectSignals();
    secure->connectToHostEncrypted(m_endpoint.url.host(), port);
}

bool RawConnection::isExcepted(const QSslCertificate &certificate) const
{
    const QByteArray &trusted = m_endpoint.transport.trustedCertificate;
    return !trusted.isEmpty() && certificate.digest(QCryptographicHash::Sha256) == trusted;
}

void RawConnection::connectSignals()
{
    m_socket->setProxy(QNetworkProxy::NoProxy);
    if (!m_isSecure)
        connect(m_socket.get(), &QTcpSocket::connected, this, &RawConnection::begin);
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, &RawConnection::pump);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &RawConnection::read);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, qOverload<>(&RawConnection::fail));
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &RawConnection::end);
}

void RawConnection::begin()
{
    m_isOpen = true;
    if (!m_isSecure)
        m_spare = ::fcntl(static_cast<int>(m_socket->socketDescriptor()), F_DUPFD_CLOEXEC, 0);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    pump();
}

void RawConnection::send(const QByteArray &bytes, qint64 times)
{
    if (bytes.isEmpty() || times <= 0)
        return;
    m_pieces.push_back({bytes, times});
    pump();
}

void RawConnection::endSending()
{
    m_endsSending = true;
    pump();
}

qint64 RawConnection::unwritten() const
{
    if (!m_socket)
        return 0;
    const auto *secure = m_isSecure ? qobject_cast<const QSslSocket *>(m_socket.get()) : nullptr;
    return m_socket->bytesToWrite() + (secure ? secure->encryptedBytesToWrite() : 0);
}

qint64 RawConnection::sent() const
{
    return m_hasEnded ? m_written : m_written - std::min(m_written, unwritten());
}

bool RawConnection::hasSentAll() const
{
    return m_isOpen && m_pieces.empty() && unwritten() == 0;
}

void RawConnection::pump()
{
    if (!m_isOpen || m_hasEnded)
        return;
    while (!m_hasEnded && !m_pieces.empty() && unwritten() < ahead) {
        Piece &next = m_pieces.front();
        const QByteArray bytes = next.bytes; // writing may end it all
        if (--next.times == 0)
            m_pieces.pop_front();
        const qint64 written = m_socket->write(bytes);
        m_written += std::max<qint64>(0, written);
    }
    if (m_endsSending && hasSentAll()) {
        m_endsSending = false;
        ::shutdown(static_cast<int>(m_socket->socketDescriptor()),
                   SHUT_WR); // Qt cannot end one direction alone
    }
    Q_EMIT changed();
}

void RawConnection::read()
{
    m_received += m_socket->readAll();
    if (m_received.size() > mostReceived) {
        m_socket->abort();
        end();
    }
    Q_EMIT changed();
}

/// A server that refuses early and closes resets the connection. Qt, writing, meets the reset first and closes its descriptor
/// with what the kernel still has for us: the answer.
void RawConnection::rescue()
{
    char buffer[16 * 1024];
    while (m_spare >= 0 && m_received.size() <= mostReceived) {
        const ssize_t count = ::recv(m_spare, buffer, sizeof buffer, MSG_DONTWAIT);
        if (count <= 0)
            return;
        m_received.append(buffer, count);
    }
}

void RawConnection::fail()
{
    if (m_hasEnded)
        return;
    m_received += m_socket->readAll();
    rescue();
    if (!m_isOpen)
        m_error = {kindOf(m_socket->error()), m_socket->errorString(), 0, {}};
    end();
}

void RawConnection::fail(Error error)
{
    m_error = std::move(error);
    end();
}

void RawConnection::end()
{
    if (m_hasEnded)
        return;
    m_written = sent();
    m_hasEnded = true;
    if (m_socket)
        m_received += m_socket->readAll();
    letGo();
    Q_EMIT changed();
}

bool RawConnection::hasAnswer()
{
    if (!m_answer)
        m_answer = net::takeAnswer(m_received, m_hasEnded);
    return m_answer.has_value();
}

std::optional<RawAnswer> RawConnection::takeAnswer()
{
    (void)hasAnswer();
    return std::exchange(m_answer, {});
}

} // namespace net
