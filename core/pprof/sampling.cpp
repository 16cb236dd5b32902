// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pprof/sampling.h"

#include <cmath>

namespace pprof {

namespace {

/// "inuse_space" <-> "inuse_objects", "space" <-> "objects".
std::optional<int> partner(const Profile &profile, int type, QLatin1StringView from, QLatin1StringView to)
{
    QString name = profile.types[static_cast<size_t>(type)].type;
    if (!name.endsWith(from))
        return std::nullopt;
    name.chop(from.size());
    name += to;
    for (size_t i = 0; i < profile.types.size(); ++i) {
        if (profile.types[i].type == name)
            return static_cast<int>(i);
    }
    return std::nullopt;
}

constexpr QLatin1StringView space("space");
constexpr QLatin1StringView objects("objects");

/// Bytes of one object of that sample; 0 when the profile does not say.
double objectBytes(const Profile &profile, qsizetype sample, std::optional<int> bytesType,
                   std::optional<int> countType)
{
    if (const qint64 label = profile.blockBytes[static_cast<size_t>(sample)]; label > 0)
        return static_cast<double>(label);
    if (!bytesType || !countType)
        return 0;
    const auto bytes = static_cast<double>(profile.value(sample, *bytesType));
    const auto count = static_cast<double>(profile.value(sample, *countType));
    return count != 0 ? std::fabs(bytes / count) : 0;
}

} // namespace

bool isSampledHeap(const Profile &profile)
{
    return profile.period > 1 && profile.periodType.type == space;
}

double visibility(double size, qint64 period)
{
    return period <= 1 ? 1 : -std::expm1(-size / static_cast<double>(period));
}

double sampleVariance(const Profile &profile, qsizetype sample, int type)
{
    if (!isSampledHeap(profile))
        return 0;
    const auto value = std::fabs(static_cast<double>(profile.value(sample, type)));
    if (value == 0)
        return 0;
    const auto countType = partner(profile, type, space, objects);
    const auto bytesType = partner(profile, type, objects, space);
    const double size = objectBytes(profile, sample, countType ? std::optional(type) : bytesType,
                                    countType ? countType : std::optional(type));
    if (bytesType) { // the value counts objects
        const double p = visibility(size, profile.period);
        return p > 0 ? value * (1 - p) / p : 0;
    }
    if (size <= 0) // the limit for small objects, S² n / p with p = S / period
        return value * static_cast<double>(profile.period);
    const double p = visibility(size, profile.period);
    return size * value * (1 - p) / p;
}

std::optional<qint64> uploadsForTenSamples(double bytesPerUpload, qint64 period)
{
    if (!(bytesPerUpload > 0))
        return std::nullopt;
    const double uploads = std::ceil(10 / visibility(bytesPerUpload, period));
    return uploads <= 1e9 ? std::optional(static_cast<qint64>(uploads)) : std::nullopt;
}

} // namespace pprof
