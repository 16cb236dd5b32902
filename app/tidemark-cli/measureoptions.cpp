// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/measureoptions.h"

#include "app/tidemark-cli/hostconsent.h"
#include "core/base/format.h"
#include "core/base/units.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <optional>

namespace cli {
namespace {

using base::Done;
using base::Result;
using experiment::SweepPlan;

constexpr qint64 largestContent = 1024 * 1024 * 1024;
constexpr int mostPerConnection = 100'000;
constexpr double largestPercent = 120; // of a peak that is known: beyond it, nobody knows what is asked for

/// What the uploads hold.
Result<Done> readContent(const RawOptions &raw, const char *command, Options &options)
{
    const auto size = base::parseSize(text(raw.size));
    if (!size || *size > largestContent)
        return usage(
            QStringLiteral("--size %1 is not a size of up to 1G; write 64K or 1M").arg(text(raw.size)));
    options.checkSize = *size;
    bool isNumber = true;
    options.seed
        = raw.seed.empty() ? experiment::CheckPlan::freshSeed() : text(raw.seed).toULongLong(&isNumber);
    if (!isNumber)
        return usage(QStringLiteral("--seed %1 is not a number").arg(text(raw.seed)));
    for (const QString &path : std::as_const(options.paths)) {
        if (!QFileInfo(path).isFile())
            return usage(QStringLiteral("%1 is not a file; %2 sends files, not folders")
                             .arg(path, QLatin1StringView(command)));
    }
    return Done();
}

/// "50%" is 50; nothing for anything else.
std::optional<double> percentOf(const QString &given)
{
    bool isNumber = false;
    const double value = given.endsWith(u'%') ? given.chopped(1).trimmed().toDouble(&isNumber) : 0;
    return isNumber && value > 0 ? std::optional(value) : std::nullopt;
}

/// Percentages of --levels as uploads at once; everything else stays as it is.
Result<QString> withoutPercentages(const QString &levels, int peak)
{
    QStringList entries = levels.split(u',');
    for (QString &entry : entries) {
        const QString given = entry.trimmed();
        if (!given.endsWith(u'%'))
            continue;
        const std::optional<double> percent = percentOf(given);
        if (!percent || peak < 1 || *percent > largestPercent)
            return usage(
                QStringLiteral("--levels %1: a percentage is of --peak, and at most 120%").arg(given));
        entry = QString::number(std::max(1, static_cast<int>(std::lround(peak * *percent / 100))));
    }
    return entries.join(u',');
}

Result<Done> readLevels(const RawOptions &raw, SweepPlan &plan)
{
    if (raw.peak < 0 || raw.peak > SweepPlan::mostConnections)
        return usage(QStringLiteral("--peak takes 1 to %1").arg(SweepPlan::mostConnections));
    const Result<QString> numbers = withoutPercentages(text(raw.levels), raw.peak);
    if (!numbers)
        return numbers.error();
    const Result<std::vector<int>> levels = experiment::parseLevels(*numbers);
    if (!levels)
        return usage(QStringLiteral("--levels ") + levels.error().message);
    plan.levels = *levels;
    return Done();
}

Result<Done> readBounds(const RawOptions &raw, SweepPlan &plan)
{
    if (raw.requests < 1 || raw.requests > mostPerConnection)
        return usage(QStringLiteral("--requests takes 1 to %1").arg(mostPerConnection));
    plan.perConnection = raw.requests;
    const auto longest = duration("--level-limit", raw.levelLimit);
    if (!longest)
        return longest.error();
    if (longest->count() < 1)
        return usage(QStringLiteral("--level-limit must be longer than 0"));
    plan.longestLevel = *longest;
    if (!raw.duration.empty()) {
        const auto time = duration("--for", raw.duration);
        if (!time)
            return time.error();
        if (*time < std::chrono::milliseconds(100) || *time > plan.longestLevel)
            return usage(QStringLiteral("--for takes 100ms to the --level-limit, which is %1")
                             .arg(base::formatDuration(plan.longestLevel)));
        plan.levelTime = *time;
    }
    const auto limit = percentOf(text(raw.errorLimit));
    if (!limit || *limit > 100)
        return usage(
            QStringLiteral("--error-limit %1 is not a share; write 5% or 50%").arg(text(raw.errorLimit)));
    plan.errorLimit = *limit / 100;
    if (plan.mostUploads() > SweepPlan::largestSweep)
        return usage(
            QStringLiteral("that would be up to %1 uploads; a sweep makes at most %2: lower --requests "
                           "or --levels")
                .arg(base::formatCount(static_cast<double>(plan.mostUploads())),
                     base::formatCount(SweepPlan::largestSweep)));
    return Done();
}

} // namespace

Result<Done> readCheck(const RawOptions &raw, Options &options)
{
    using Speed = experiment::CheckPlan::Speed;
    if (raw.quick && raw.thorough)
        return usage(QStringLiteral("--quick and --thorough exclude each other"));
    options.speed = raw.quick ? Speed::Quick : raw.thorough ? Speed::Thorough : Speed::Standard;
    options.aborts = !raw.noAborts;
    options.baseline = text(raw.baseline);
    if (const auto done = readContent(raw, "check", options); !done)
        return done;
    if (!raw.idle.empty()) {
        const auto idle = duration("--idle", raw.idle);
        if (!idle)
            return idle.error();
        options.idle = std::chrono::ceil<std::chrono::seconds>(*idle);
        if (options.idle.count() < 1)
            return usage(QStringLiteral("--idle takes 1s or more; --quick does not wait"));
    }
    options.waitsAsTold = raw.stallTimeout != RawOptions().stallTimeout;
    return readConsent(raw, options.target.endpoint.url.host(),
                       options.aborts
                           ? QStringLiteral("check makes hundreds of uploads, and breaks some off, to")
                           : QStringLiteral("check makes hundreds of uploads to"));
}

Result<Done> readSweep(const RawOptions &raw, Options &options)
{
    if (const auto done = readContent(raw, "sweep", options); !done)
        return done;
    if (const auto done = readLevels(raw, options.sweep); !done)
        return done;
    if (const auto done = readBounds(raw, options.sweep); !done)
        return done;
    const net::Endpoint &endpoint = options.target.endpoint;
    if (endpoint.transport.totalTimeout.count() < 1)
        return usage(
            QStringLiteral("--timeout 0 is not for sweep: a server that never answers would end no level"));
    return readConsent(raw, endpoint.url.host(),
                       QStringLiteral("sweep makes up to %1 uploads, %2 at once, to")
                           .arg(base::formatCount(static_cast<double>(options.sweep.mostUploads())),
                                QString::number(options.sweep.levels.back())));
}

} // namespace cli
