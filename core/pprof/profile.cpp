// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pprof/profile.h"

#include <limits>

namespace pprof {

std::span<const quint32> Profile::stack(qsizetype sample) const
{
    const auto at = static_cast<size_t>(sample);
    const size_t begin = at == 0 ? 0 : stackEnds[at - 1];
    return std::span(stackEntries).subspan(begin, stackEnds[at] - begin);
}

std::span<const Frame> Profile::framesOf(quint32 location) const
{
    const Location &place = locations[location];
    return std::span(frames).subspan(place.firstFrame, place.frameCount);
}

qint64 Profile::value(qsizetype sample, int type) const
{
    return values[static_cast<size_t>(sample) * types.size() + static_cast<size_t>(type)];
}

QString Profile::functionName(quint32 function) const
{
    return strings.text(functions[function].name);
}

QString Profile::fileName(quint32 function) const
{
    return strings.text(functions[function].file);
}

std::optional<int> Profile::typeIndex(QStringView name) const
{
    constexpr QLatin1StringView prefix("inuse_");
    const QStringView bare = name.startsWith(prefix) ? name.mid(prefix.size()) : name;
    for (size_t i = 0; i < types.size(); ++i) {
        if (types[i].type == name || types[i].type == bare)
            return static_cast<int>(i);
    }
    return std::nullopt;
}

int Profile::defaultTypeIndex() const
{
    for (size_t i = 0; i < types.size() && !defaultType.isEmpty(); ++i) {
        if (types[i].type == defaultType)
            return static_cast<int>(i);
    }
    return static_cast<int>(types.size()) - 1;
}

qint64 Profile::total(int type) const
{
    qint64 sum = 0;
    for (qsizetype i = 0; i < sampleCount(); ++i)
        sum = addWrapped(sum, value(i, type));
    return sum;
}

qint64 addWrapped(qint64 a, qint64 b)
{
    return static_cast<qint64>(static_cast<quint64>(a) + static_cast<quint64>(b));
}

qint64 negateWrapped(qint64 value)
{
    return static_cast<qint64>(0U - static_cast<quint64>(value));
}

qint64 magnitude(qint64 value)
{
    if (value >= 0)
        return value;
    return value == std::numeric_limits<qint64>::min() ? std::numeric_limits<qint64>::max() : -value;
}

qint64 addMagnitudes(qint64 a, qint64 b)
{
    const qint64 most = std::numeric_limits<qint64>::max();
    return a > most - b ? most : a + b;
}

} // namespace pprof
