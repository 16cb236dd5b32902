// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/measurement.h"

#include "app/tidemark-cli/keeping.h"
#include "app/tidemark-cli/output.h"
#include "core/base/writefile.h"
#include "core/report/runhead.h"

#include <QJsonDocument>

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
    return delivered;
}

void keepMeasurement(const Context &context, const Measurement &measured, const QString &said)
{
    session::RunDocuments documents = measured.documents;
    documents.emplace_back(QStringLiteral("json"), measured.json);
    documents.emplace_back(QStringLiteral("text"), said.toUtf8());
    keepRun(context, report::runHead(QJsonDocument::fromJson(measured.json).object()), documents);
}

} // namespace cli
