// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/measureoptions.h"

#include "app/tidemark-cli/hostconsent.h"
#include "core/base/units.h"

#include <QFileInfo>

namespace cli {
namespace {

using base::Done;
using base::Result;

constexpr qint64 largestContent = 1024 * 1024 * 1024;

} // namespace

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

} // namespace cli
