// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/reportcommand.h"

#include "app/tidemark-cli/checkfile.h"
#include "app/tidemark-cli/output.h"
#include "app/tidemark-cli/runfile.h"
#include "core/base/writefile.h"
#include "core/report/report.h"

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

base::Result<QByteArray> ReportCommand::render(const QString &file) const
{
    const QString &format = m_context.options.formatName;
    if (checkfile::isOne(file))
        return checkfile::read(file, format);
    const auto known = report::formatForName(format);
    if (!known)
        return base::Error{
            base::ErrorKind::Malformed,
            QStringLiteral("%1 is no leak check, sweep or audit: only those have %2").arg(file, format),
            0,
            {}};
    const auto snapshot = report::readJson(file);
    if (!snapshot)
        return snapshot.error();
    if (*known == report::Format::JUnit && (*snapshot)->command == QLatin1StringView("watch"))
        return base::Error{
            base::ErrorKind::Malformed,
            QStringLiteral("%1 tells of watching alone: JUnit tells of uploads and leak checks; "
                           "html, md, json and csv it has")
                .arg(file),
            0,
            {}};
    return report::render(**snapshot, *known);
}

base::Result<base::Done> ReportCommand::write() const
{
    const Options &options = m_context.options;
    const auto file = runfile::resolve(options.run);
    if (!file)
        return file.error();
    const auto rendered = render(*file);
    if (!rendered)
        return rendered.error();
    const QByteArray &document = *rendered;
    if (options.out == QLatin1Char('-'))
        return m_context.output.document(document);
    const auto done = base::writeFile(options.out, document);
    if (done)
        m_context.output.line(QStringLiteral("Report: ") + options.out);
    return done;
}

} // namespace cli
