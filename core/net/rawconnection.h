// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/net/endpoint.h"
#include "core/net/rawanswer.h"

#include <QObject>

#include <deque>
#include <memory>

class QSslCertificate;
class QTcpSocket;

namespace net {

/// One connection to a server on which bytes are sent as they are, and whose HTTP/1.1 answers are read while sending: for
/// requests that no library would make. No proxy, no redirects, no retries. A server that is not trusted (TransportOptions) is sent nothing.
///
///     RawConnection connection(endpoint);
///     connection.open();
///     connection.send(head);
///     connection.send(QByteArray(65'536, 'x'), 16);   // 1 MiB that takes 64 KiB
///     … changed() … connection.takeAnswer()
///
/// Thread: one, with an event loop. Ownership: the caller's; destroying it ends the connection.
/// Errors: error(), of connecting and TLS. A connection that the server ends is none.
class RawConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RawConnection)

public:
    explicit RawConnection(Endpoint endpoint, QObject *parent = nullptr);
    ~RawConnection() override;

    enum class Security {
        AsTold, ///< TLS for https.
        Plain, ///< Never: what is sent is what the server's host receives.
    };
    /// Once only.
    void open(Security security = Security::AsTold);
    /// Sends these bytes so many times, after all that was given before; may be called before the connection is there.
    void send(const QByteArray &bytes, qint64 times = 1);
    /// Ends our direction (FIN) once all of that is sent; answers can still come. TLS is not told before, so that to its other
    /// end the connection looks cut off.
    void endSending();

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    /// By the server, by an error, or it never came about.
    [[nodiscard]] bool hasEnded() const { return m_hasEnded; }
    [[nodiscard]] const base::Error &error() const { return m_error; }
    /// Bytes given to the kernel; of TLS, as plain text.
    [[nodiscard]] qint64 sent() const;
    [[nodiscard]] bool hasSentAll() const;

    /// Whether takeAnswer() has one.
    [[nodiscard]] bool hasAnswer();
    /// The next final answer, whole, or as far as it came before the connection ended.
    [[nodiscard]] std::optional<RawAnswer> takeAnswer();
    /// What came and is part of no answer that was taken.
    [[nodiscard]] const QByteArray &received() const { return m_received; }

Q_SIGNALS:
    /// Any of the above may have changed.
    void changed();

private:
    struct Piece
    {
        QByteArray bytes;
        qint64 times = 1;
    };

    [[nodiscard]] bool isExcepted(const QSslCertificate &certificate) const;
    void connectSignals();
    void begin();
    void pump();
    void read();
    void rescue();
    void letGo();
    void fail();
    void end();
    void fail(base::Error error);
    [[nodiscard]] qint64 unwritten() const;

    Endpoint m_endpoint;
    std::unique_ptr<QTcpSocket> m_socket;
    std::deque<Piece> m_pieces;
    QByteArray m_received;
    std::optional<RawAnswer> m_answer;
    base::Error m_error;
    qint64 m_written = 0; ///< To the socket.
    int m_spare = -1; ///< A second descriptor of the connection, for rescue().
    bool m_isSecure = false;
    bool m_isOpen = false;
    bool m_hasEnded = false;
    bool m_endsSending = false;
};

} // namespace net
