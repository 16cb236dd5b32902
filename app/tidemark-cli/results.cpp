// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/results.h"

#include "app/tidemark-cli/outcome.h"
#include "app/tidemark-cli/output.h"
#include "app/tidemark-cli/runfile.h"
#include "core/report/report.h"

namespace cli {

Results::Results(const Context &context)
    : m_context(context)
{
}

bool Results::deliver(const session::SessionSnapshot &snapshot,
                      const std::optional<base::Error> &failure) const
{
    const Options &options = m_context.options;
    QByteArray json = report::toJson(snapshot);
    if (failure)
        json = withError(json, *failure);
    bool delivered = writeJson(json);
    if (!options.reportFile.isEmpty()) {
        // The format was checked with the options.
        const auto format = report::formatForFile(options.reportFile);
        if (const auto done = report::writeFile(options.reportFile, report::render(snapshot, *format));
            !done) {
            m_context.output.error(done.error().message);
            delivered = false;
        }
    }
    if (const auto done = runfile::save(json); !done)
        m_context.output.note(QStringLiteral("'report last' will not know this run: ")
                              + done.error().message);
    print(snapshot);
    if (failure)
        printFailure(*failure);
    else if (!options.reportFile.isEmpty() && delivered)
        m_context.output.line(QStringLiteral("Report: ") + options.reportFile);
    return delivered;
}

void Results::deliverFailure(const QString &command, const base::Error &failure) const
{
    writeJson(errorDocument(command, failure));
    printFailure(failure);
}

void Results::print(const session::SessionSnapshot &snapshot) const
{
    Q_UNUSED(snapshot)
}

void Results::printFailure(const base::Error &failure) const
{
    m_context.output.error(failure.message);
    for (const QString &line : failure.detail.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        m_context.output.note(QStringLiteral("  ") + line);
}

bool Results::writeJson(const QByteArray &json) const
{
    const Options &options = m_context.options;
    if (options.json.isEmpty())
        return true;
    const auto done
        = options.jsonOnStdout() ? m_context.output.document(json) : report::writeFile(options.json, json);
    if (!done)
        m_context.output.error(done.error().message);
    return done.ok();
}

} // namespace cli
