// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/transfer/filestamp.h"

#include <QIODevice>

namespace transfer {

/// A regular file that is read as it was when it was opened, or not at all: the body device of an upload.
///
/// Why not a QFile: an upload's size is announced once, before it is sent. When a plain QFile shrinks
/// meanwhile, QHttpMultiPart sends memory of this process in place of the missing bytes (Qt 6.4). Nor one that inherits
/// QFile: its engine costs more than opening a small file does.
/// - size() is what open() found, for good. Bytes added later are never read.
/// - A file that ends too early makes read() return -1, never 0 before the end, and failure() say why; every
///   later read fails too.
/// - open() refuses folders, FIFOs, sockets and devices, and never waits for any of them; and files whose size nobody knows
///   before they are read, as those below /proc and /sys.
/// - Unbuffered, whatever the mode says: each read goes straight into the caller's memory.
///
/// Thread: one at a time. System calls: open, fstat, a pread per block, close; in verifyUnchanged() a stat. One pread more
/// where a file has no blocks.
class StableFile final : public QIODevice
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StableFile)

public:
    /// `path` as fromNativePath() or QFile::decodeName() give it.
    explicit StableFile(const QString &path, QObject *parent = nullptr);
    ~StableFile() override;

    /// ReadOnly is all there is. On false failure() tells: FileMissing, FileUnreadable, NotAFile.
    bool open(OpenMode mode) override;
    void close() override;

    /// FileChanged or FileUnreadable once a read failed; kind None until then.
    [[nodiscard]] const base::Error &failure() const { return m_failure; }

    /// Once the server has answered: is what lies at the path still what was sent? FileChanged if it grew,
    /// shrank, was written to or replaced. A file that was merely deleted or moved away is unchanged: its
    /// bytes were all sent. Only while open.
    [[nodiscard]] base::Error verifyUnchanged() const;

    [[nodiscard]] const FileStamp &stamp() const { return m_stamp; }
    [[nodiscard]] QString fileName() const { return m_path; }
    /// As the kernel knows it; of the first open().
    [[nodiscard]] const QByteArray &nativePath() const { return m_native; }
    /// -1 before the first open().
    [[nodiscard]] qint64 size() const override { return m_stamp.bytes; }
    [[nodiscard]] bool atEnd() const override;
    bool seek(qint64 offset) override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    bool refuse(const base::Error &error);

    QString m_path;
    QByteArray m_native;
    FileStamp m_stamp;
    base::Error m_failure;
    qint64 m_offset = 0;
    int m_descriptor = -1;
};

} // namespace transfer
