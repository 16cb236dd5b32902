// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/sweepsettings.h"

namespace ui {

namespace {

constexpr QLatin1StringView bytesKey("bytes");
constexpr QLatin1StringView levelsKey("levels");
constexpr QLatin1StringView perConnectionKey("perConnection");
constexpr QLatin1StringView secondsKey("seconds");
constexpr QLatin1StringView errorLimitKey("errorLimit");

} // namespace

const experiment::SweepPlan &SweepSettings::usual()
{
    static const experiment::SweepPlan plan;
    return plan;
}

experiment::SweepPlan SweepSettings::plan() const
{
    experiment::SweepPlan plan;
    plan.uploads.bytes = bytes;
    plan.uploads.files = files;
    plan.levels = levels;
    plan.perConnection = perConnection;
    if (levelTime.count() > 0)
        plan.levelTime = levelTime;
    plan.errorLimit = errorLimit / 100.0;
    return plan;
}

QVariantMap SweepSettings::saved() const
{
    return {{bytesKey, bytes},
            {levelsKey, levelsText(levels)},
            {perConnectionKey, perConnection},
            {secondsKey, static_cast<int>(levelTime.count())},
            {errorLimitKey, errorLimit}};
}

SweepSettings SweepSettings::restored(const QVariantMap &saved, SweepSettings now)
{
    const auto number = [&](QLatin1StringView key, auto &value) {
        if (const qint64 kept = saved.value(key).toLongLong(); kept > 0)
            value = static_cast<std::remove_reference_t<decltype(value)>>(kept);
    };
    number(bytesKey, now.bytes);
    number(perConnectionKey, now.perConnection);
    number(errorLimitKey, now.errorLimit);
    if (const int seconds = saved.value(secondsKey, -1).toInt(); seconds >= 0)
        now.levelTime = std::chrono::seconds(seconds);
    if (const auto levels = experiment::parseLevels(saved.value(levelsKey).toString()))
        now.levels = *levels;
    return now;
}

QString levelsText(const std::vector<int> &levels)
{
    QStringList texts;
    for (const int level : levels)
        texts += QString::number(level);
    return texts.join(QStringLiteral(", "));
}

} // namespace ui
