// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTemporaryDir>

namespace support {

/// Files to upload, in a folder that goes with this object. Every make… returns the absolute path; a file
/// that cannot be made ends the test (qFatal), because nothing after it would mean anything.
class TestFiles final
{
    Q_DISABLE_COPY_MOVE(TestFiles)

public:
    TestFiles() = default;

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    /// Content: pattern(). Folders in the name are made, too.
    QString makeFile(const QString &name, qint64 size, quint8 seed = 0) const;
    QString makeText(const QString &name, const QByteArray &content) const;
    /// All zero, takes no space on disk.
    QString makeSparse(const QString &name, qint64 size) const;
    QString makeFifo(const QString &name) const;
    QString makeFolder(const QString &name) const;
    QString makeLink(const QString &name, const QString &target) const;

    /// What a file holds; something else, and the test fails, if it cannot be read.
    [[nodiscard]] static QByteArray content(const QString &path);

    /// The same as in tests/servers/faulty/pattern.go, so that the server can tell a foreign byte.
    [[nodiscard]] static quint8 patternAt(qint64 offset, quint8 seed = 0);
    [[nodiscard]] static QByteArray pattern(qint64 size, quint8 seed = 0, qint64 offset = 0);

private:
    QTemporaryDir m_folder;
};

} // namespace support
