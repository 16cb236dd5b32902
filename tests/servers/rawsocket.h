// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QUrl>

/// A bare TCP connection: unlike QTcpSocket it tells a reset from an orderly end. Blocking.
class RawSocket final
{
    Q_DISABLE_COPY_MOVE(RawSocket)

public:
    enum class Ending { Open, Orderly, Reset };

    /// Connects to host and port of `url`.
    explicit RawSocket(const QUrl &url);
    ~RawSocket();

    /// False when the connection has broken.
    bool send(const QByteArray &bytes);
    /// Sends as much as goes without waiting longer than `milliseconds` for room; returns how much that was.
    qsizetype sendUntilFull(const QByteArray &bytes, int milliseconds) const;
    /// All that comes until the connection ends, or until nothing came for `milliseconds`.
    QByteArray receive(int milliseconds = 20'000);
    /// The same, but no more than about so many bytes.
    QByteArray receiveAtMost(qsizetype bytes);
    /// Exactly one answer with a Content-Length.
    QByteArray receiveAnswer();
    /// What sending and receiving met so far.
    [[nodiscard]] Ending ending() const { return m_ending; }

private:
    bool receiveSome(QByteArray &bytes, int milliseconds);

    int m_descriptor = -1;
    Ending m_ending = Ending::Open;
};
