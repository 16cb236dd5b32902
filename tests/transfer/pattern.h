// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <atomic>

/// Files whose every byte is known from its offset, and the check that a received body holds nothing else.
namespace testing {

[[nodiscard]] char patternAt(qint64 offset);
[[nodiscard]] QByteArray pattern(qint64 offset, qint64 size);
/// False when the file could not be written whole.
[[nodiscard]] bool writePattern(const QString &path, qint64 size);

/// Takes the body of a multipart message as it arrives, and compares what lies between the last part's head
/// and the closing boundary with the pattern. Fed in the server's thread, read in the test's.
class PatternCheck final
{
public:
    explicit PatternCheck(qint64 fileSize)
        : m_fileSize(fileSize)
    {
    }
    void take(QByteArrayView body);

    [[nodiscard]] qint64 fileBytes() const { return m_fileBytes; }
    [[nodiscard]] qint64 foreignBytes() const { return m_foreignBytes; }
    /// After the file's last byte. Only once the server is done.
    [[nodiscard]] QByteArray trailer() const { return m_trailer; }

private:
    const qint64 m_fileSize;
    QByteArray m_head;
    QByteArray m_trailer;
    bool m_isPastHead = false;
    std::atomic<qint64> m_fileBytes = 0;
    std::atomic<qint64> m_foreignBytes = 0;
};

} // namespace testing
