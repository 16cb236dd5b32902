// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/reportcommand.h"

#include "app/tidemark-cli/output.h"
#include "app/tidemark-cli/pdf.h"
#include "app/tidemark-cli/runfinder.h"
#include "core/base/writefile.h"

namespace cli {

ReportCommand::ReportCommand(const Context &context)
    : m_context(context)
{
}

void ReportCommand::start()
{
    const auto done = write();
    if (!done)
        m_context.output.error(done.error().message);
    Q_EMIT finished(done ? exitFine : exitCouldNotRun);
}

void ReportCommand::interrupt()
{
    // Nothing lasts: start() has done it all.
}

base::Result<base::Done> ReportCommand::write() const
{
    const Options &options = m_context.options;
    RunFinder runs(m_context);
    const auto run = runs.find(options.run);
    if (!run)
        return run.error();
    const auto rendered = runs.report(*run, options.format);
    if (!rendered)
        return rendered.error();
    const auto document = finishedReport(options.format, *rendered);
    if (!document)
        return document.error();
    if (options.out == QLatin1Char('-'))
        return m_context.output.document(*document);
    const auto done = base::writeFile(options.out, *document);
    if (done)
        m_context.output.line(QStringLiteral("Report: ") + options.out);
    return done;
}

} // namespace cli
