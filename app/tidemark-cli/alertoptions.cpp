// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/alertoptions.h"

#include "core/base/units.h"
#include "core/session/alertrulefile.h"
#include "core/transfer/nativepath.h"

namespace cli {

using base::Done;
using base::Result;

namespace {
Result<Done> readOutput(const RawOptions &raw, Options &options)
{
    options.out = text(raw.out);
    options.alertsFormat = text(raw.format).toLower();
    const bool isKnown = options.alertsFormat.isEmpty()
        || options.alertsFormat == QLatin1StringView("prometheus")
        || options.alertsFormat == QLatin1StringView("json");
    if (!isKnown)
        return usage(QStringLiteral("--format %1 is not known; write prometheus or json")
                         .arg(options.alertsFormat.left(40)));
    if (!options.out.isEmpty() && options.alertsFormat.isEmpty())
        return usage(QStringLiteral("--out needs --format prometheus or json"));
    return Done();
}
} // namespace

Result<Done> readAlerts(const RawOptions &raw, Options &options)
{
    options.alerts.rules = analysis::defaultAlertRules();
    if (!raw.alertRules.empty()) {
        const auto rules
            = session::readAlertRules(transfer::fromNativePath(QByteArray::fromStdString(raw.alertRules)));
        if (!rules)
            return usage(rules.error().message);
        options.alerts.rules = *rules;
    }
    if (!raw.memoryLimit.empty()) {
        const auto limit = base::parseSize(text(raw.memoryLimit));
        if (!limit || *limit < 1)
            return usage(QStringLiteral("--memory-limit %1 is not a size; write 512M or 2G")
                             .arg(text(raw.memoryLimit)));
        options.alerts.memoryLimit = static_cast<double>(*limit);
    }
    return raw.command == CommandName::Alerts ? readOutput(raw, options) : Done();
}

} // namespace cli
