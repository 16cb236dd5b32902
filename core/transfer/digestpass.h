// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/sha256.h"

#include <QIODevice>
#include <QObject>

namespace transfer {

/// Reads a device to its end for its SHA-256, a piece at each turn of the event loop, and goes back to its start: for a
/// header that tells of what is sent behind it.
///
/// Thread: the device's, with an event loop. The device must outlive it; it is open, not sequential and at its start.
class DigestPass final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DigestPass)

public:
    explicit DigestPass(QIODevice &device, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// Once, from the event loop. `digest` is empty where the device could not be read to its end.
    void finished(const QByteArray &digest);

private:
    void schedule();
    void readPiece();

    QIODevice &m_device;
    Sha256 m_hash;
    QByteArray m_piece;
};

} // namespace transfer
