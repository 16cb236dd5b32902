// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/measurement.h"

#include "app/tidemark-cli/keeping.h"
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
    const QByteArray &json = *measured.run.find(QLatin1StringView("json"));
    if (options.jsonOnStdout())
        say(context.output.document(json));
    else if (!options.json.isEmpty())
        say(base::writeFile(options.json, json));
    if (!options.junit.isEmpty())
        say(base::writeFile(options.junit, *measured.run.find(QLatin1StringView("junit"))));
    if (!measured.report.isEmpty())
        say(base::writeFile(options.reportFile, measured.report));
    return delivered;
}

void keepMeasurement(const Context &context, Measurement measured, const QString &said)
{
    measured.run.documents.emplace_back(QStringLiteral("text"), said.toUtf8());
    keepRun(context, measured.run);
}

} // namespace cli
