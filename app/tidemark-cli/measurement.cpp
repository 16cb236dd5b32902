// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/measurement.h"

#include "app/tidemark-cli/outcome.h"
#include "app/tidemark-cli/output.h"
#include "core/base/writefile.h"

namespace cli {

bool deliverMeasurement(const Context &context, const Measurement &measured)
{
    const Options &options = context.options;
    bool delivered = true;
    const auto say = [&](const base::Result<base::Done> &done) {
        if (done)
            return;
        context.output.error(done.error().message);
        delivered = false;
    };
    if (options.jsonOnStdout())
        say(context.output.document(measured.json));
    else if (!options.json.isEmpty())
        say(base::writeFile(options.json, measured.json));
    for (const auto &[format, document] : measured.documents) {
        if (format == QLatin1StringView("junit") && !options.junit.isEmpty())
            say(base::writeFile(options.junit, document));
    }
    if (!measured.report.isEmpty())
        say(base::writeFile(options.reportFile, measured.report));
    if (const auto kept = checkfile::save(measured.json, measured.documents); !kept)
        context.output.note(QStringLiteral("'report last' will not know this %1: %2")
                                .arg(nameOf(options.command), kept.error().message));
    return delivered;
}

} // namespace cli
