// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/stablefile.h"

#include <memory>

namespace transfer {

/// A part of a file as a body of its own: it begins at `offset` and is `bytes` long. What goes wrong while it is read, the
/// file's failure() tells. Thread: the file's.
class FilePiece final : public QIODevice
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilePiece)

public:
    /// Inside the file, which is open.
    FilePiece(std::shared_ptr<StableFile> file, qint64 offset, qint64 bytes, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return false; }
    [[nodiscard]] qint64 size() const override { return m_bytes; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    std::shared_ptr<StableFile> m_file;
    qint64 m_begin;
    qint64 m_bytes;
};

} // namespace transfer
