// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/generateddata.h"

#include <algorithm>
#include <cstring>

namespace transfer {
namespace {

constexpr quint64 golden = 0x9E3779B97F4A7C15; // 2^64 divided by the golden ratio, odd
constexpr qint64 wordBytes = sizeof(quint64);

} // namespace

GeneratedData::GeneratedData(quint64 seed, quint64 stream, qint64 bytes, QObject *parent)
    : QIODevice(parent)
    , m_start(mix(mix(seed) ^ stream))
    , m_bytes(bytes)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

quint64 GeneratedData::mix(quint64 state)
{
    state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
    state = (state ^ (state >> 27)) * 0x94D049BB133111EB;
    return state ^ (state >> 31);
}

QByteArray GeneratedData::digits(quint64 seed, quint64 stream)
{
    return QByteArray::number(mix(mix(seed) ^ stream), 16).rightJustified(16, '0');
}

quint64 GeneratedData::word(quint64 index) const
{
    return mix(m_start + (index + 1) * golden);
}

qint64 GeneratedData::readData(char *data, qint64 maxSize)
{
    const qint64 begin = pos();
    const qint64 count = std::min(maxSize, m_bytes - begin);
    qint64 done = 0;
    while (done < count) {
        const qint64 at = begin + done;
        const qint64 inWord = at % wordBytes;
        const qint64 bytes = std::min(wordBytes - inWord, count - done);
        const quint64 value = word(static_cast<quint64>(at / wordBytes));
        std::memcpy(data + done, reinterpret_cast<const char *>(&value) + inWord, static_cast<size_t>(bytes));
        done += bytes;
    }
    return done;
}

} // namespace transfer
