// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/measurement.h"

#include "app/tidemark-cli/keeping.h"
#include "app/tidemark-cli/output.h"
#include "app/tidemark-cli/pdf.h"
#include "core/base/writefile.h"
#include "core/report/runtokeep.h"

namespace cli {
namespace {

using report::Format;

base::Result<base::Done> writeReport(const QString &fileName, const Measurement &measured)
{
    const base::Result<Format> format = report::formatForFile(fileName);
    if (!format)
        return format.error();
    const base::Result<QByteArray> finished = finishedReport(*format, measured.at(*format));
    return finished ? base::writeFile(fileName, *finished) : base::Result<base::Done>(finished.error());
}

} // namespace

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
        say(context.output.document(measured.at(Format::Json)));
    else if (!options.json.isEmpty())
        say(base::writeFile(options.json, measured.at(Format::Json)));
    if (!options.junit.isEmpty())
        say(base::writeFile(options.junit, measured.at(Format::JUnit)));
    if (!options.reportFile.isEmpty())
        say(writeReport(options.reportFile, measured));
    return delivered;
}

void keepMeasurement(const Context &context, const Measurement &measured, const QString &said,
                     const session::RunDocuments &more)
{
    session::RunToKeep kept = report::measuredToKeep(measured);
    kept.documents.insert(kept.documents.end(), more.begin(), more.end());
    kept.documents.emplace_back(QStringLiteral("text"), said.toUtf8());
    keepRun(context, kept);
}

} // namespace cli
