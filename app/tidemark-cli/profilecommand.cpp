// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/profilecommand.h"

#include "app/tidemark-cli/output.h"
#include "app/tidemark-cli/profileview.h"
#include "app/tidemark-cli/results.h"

namespace cli {

ProfileCommand::ProfileCommand(const Context &context)
    : m_context(context)
    , m_baseSource(context.manager, context.options.watch, context.options.profile.base,
                   context.options.profile.baseUrl)
    , m_source(context.manager, context.options.watch, context.options.profile.source,
               context.options.profile.sourceUrl)
{
}

ProfileCommand::~ProfileCommand() = default;

void ProfileCommand::start()
{
    if (m_context.options.profile.base.isEmpty())
        loadSource();
    else
        m_baseSource.load([this](base::Result<pprof::Profile> profile) { onBase(std::move(profile)); });
}

void ProfileCommand::interrupt()
{
    finish(exitInterrupted);
}

void ProfileCommand::onBase(base::Result<pprof::Profile> profile)
{
    if (m_over)
        return;
    if (!profile) {
        fail(profile.error());
        return;
    }
    m_base = std::move(profile).value();
    loadSource();
}

void ProfileCommand::loadSource()
{
    m_source.load([this](base::Result<pprof::Profile> profile) { onSource(std::move(profile)); });
}

void ProfileCommand::onSource(base::Result<pprof::Profile> profile)
{
    if (m_over)
        return;
    if (!profile) {
        fail(profile.error());
        return;
    }
    const Options &options = m_context.options;
    const auto view = makeView(std::move(profile).value(), m_base, options.profile);
    if (!view) {
        fail(view.error());
        return;
    }
    const QStringList lines = viewText(*view, options.profile.nodeCount);
    m_context.output.line(lines.constFirst(), Output::Ink::Bold);
    for (const QString &line : lines.sliced(1))
        m_context.output.line(line);
    const bool written = options.json.isEmpty() || Results(m_context).writeJson(viewJson(*view));
    finish(written ? exitFine : exitCouldNotRun);
}

void ProfileCommand::fail(const base::Error &error)
{
    Results(m_context).deliverFailure(QStringLiteral("profile"), error);
    finish(exitCouldNotRun);
}

void ProfileCommand::finish(ExitCode code)
{
    if (std::exchange(m_over, true))
        return;
    Q_EMIT finished(code);
}

} // namespace cli
