// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace transfer {

/// Content made up as it is read: the same bytes for the same seed and stream number wherever one begins to read,
/// different ones for every other stream, and incompressible. Takes no memory, whatever its size.
///
/// The 64-bit words are SplitMix64's (Steele, Lea & Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA
/// 2014): a counter through a mixing function, so that word i is had without the words before it.
///
/// Thread: one at a time.
class GeneratedData final : public QIODevice
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GeneratedData)

public:
    GeneratedData(quint64 seed, quint64 stream, qint64 bytes, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return false; }
    [[nodiscard]] qint64 size() const override { return m_bytes; }

    /// SplitMix64's output for this state.
    [[nodiscard]] static quint64 mix(quint64 state);
    /// 16 hexadecimal digits, for names that are as different as the contents.
    [[nodiscard]] static QByteArray digits(quint64 seed, quint64 stream);

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    [[nodiscard]] quint64 word(quint64 index) const;

    quint64 m_start; ///< State before the first word.
    qint64 m_bytes;
};

} // namespace transfer
