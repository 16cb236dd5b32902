// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/runscommand.h"

#include "app/tidemark-cli/outcome.h"
#include "app/tidemark-cli/output.h"
#include "app/tidemark-cli/results.h"
#include "app/tidemark-cli/runstext.h"
#include "core/base/writefile.h"

#include <QFileInfo>

#include <algorithm>

namespace cli {
namespace {

using base::Done;
using base::ErrorKind;
using base::Result;
using session::KeptRun;

constexpr qint64 mostForPeople = 30; // unless told otherwise: a screen full
constexpr qsizetype piece = 64 * 1024;

} // namespace

RunsCommand::RunsCommand(const Context &context)
    : m_context(context)
    , m_finder(context)
{
}

void RunsCommand::start()
{
    Result<Done> done = act();
    if (done)
        done = m_context.output.linesWritten();
    if (!done)
        Results(m_context).deliverFailure(nameOf(m_context.options.command), done.error());
    Q_EMIT finished(done ? exitFine : exitCouldNotRun);
}

void RunsCommand::interrupt()
{
    // Nothing lasts: start() has done it all.
}

Result<Done> RunsCommand::act()
{
    switch (m_context.options.runsAction) {
    case RunsAction::List:
        return list();
    case RunsAction::Show:
        return show();
    case RunsAction::Delete:
        return remove();
    case RunsAction::Tag:
    case RunsAction::Untag:
    case RunsAction::Note:
        break;
    }
    return mark();
}

// ---- Looking ---------------------------------------------------------------------------------------------

Result<Done> RunsCommand::list()
{
    const Options &options = m_context.options;
    session::History *history = nullptr;
    // Before the first run there is no file, which is nobody's mistake unless it was named.
    if (options.historyNamed || QFileInfo::exists(options.history)) {
        const auto found = m_finder.history();
        if (!found)
            return found.error();
        history = *found;
    }
    if (!options.json.isEmpty())
        return listForPrograms(history);
    if (history)
        return listForPeople(*history);
    m_context.output.line(QStringLiteral("No run is kept yet."));
    return Done();
}

Result<Done> RunsCommand::listForPeople(session::History &history)
{
    Output &output = m_context.output;
    session::RunFilter filter = m_context.options.filter;
    if (!m_context.options.limitNamed)
        filter.limit = mostForPeople;
    const auto all = history.count(filter);
    if (!all)
        return all.error();
    if (*all == 0) {
        const bool isAny = filter.server.isEmpty() && filter.command.isEmpty() && filter.tag.isEmpty();
        output.line(isAny ? QStringLiteral("No run is kept yet.") : QStringLiteral("No run is like that."));
        return Done();
    }
    output.line(runs::headLine(), Output::Ink::Bold);
    const auto done = history.each(filter, [&output](const KeptRun &run) { output.line(runs::line(run)); });
    if (const qint64 more = *all - filter.limit; done && filter.limit > 0 && more > 0)
        output.line(QStringLiteral("and %1 older: --limit 0 shows all").arg(more), Output::Ink::Dim);
    return done;
}

/// Without a history: an empty list. On standard output it goes piece by piece, so that a long one takes no memory.
Result<Done> RunsCommand::listForPrograms(session::History *history)
{
    const session::RunFilter &filter = m_context.options.filter;
    const auto total = history ? history->count(filter) : Result<qint64>(0);
    if (!total)
        return total.error();
    runs::ListDocument document(*total);
    Result<Done> written{Done()};
    const auto take = [&](const KeptRun &run) {
        document.add(run);
        if (written && m_context.options.jsonOnStdout() && document.size() > piece)
            written = m_context.output.document(document.take());
    };
    const auto listed = history ? history->each(filter, take) : Result<Done>(Done());
    if (!listed || !written)
        return listed ? written : listed;
    document.finish();
    return deliver(document.take());
}

Result<Done> RunsCommand::show()
{
    const QString &name = m_context.options.runs.constFirst();
    const auto id = m_finder.id(name);
    if (!id)
        return id.error();
    session::History &history = **m_finder.history();
    if (!m_context.options.json.isEmpty()) {
        const auto json = history.document(*id, QStringLiteral("json"));
        return json ? deliver(*json) : json.error();
    }
    const auto run = history.find(*id);
    if (!run)
        return run.error();
    auto said = history.document(*id, QStringLiteral("text"));
    if (!said && said.error().kind == ErrorKind::NotFound) // the window's runs say the same in Markdown
        said = history.document(*id, QStringLiteral("md"));
    if (!said && said.error().kind != ErrorKind::NotFound)
        return said.error();
    Output &output = m_context.output;
    for (const QString &line : runs::head(*run))
        output.line(line, Output::Ink::Dim);
    const QString text = said ? QString::fromUtf8(*said) : run->sentence;
    for (const QString &line : text.split(u'\n'))
        output.line(line);
    return Done();
}

Result<Done> RunsCommand::deliver(const QByteArray &json) const
{
    return m_context.options.jsonOnStdout() ? m_context.output.document(json)
                                            : base::writeFile(m_context.options.json, json);
}

// ---- Tidying ---------------------------------------------------------------------------------------------

Result<Done> RunsCommand::remove()
{
    QList<qint64> ids;
    for (const QString &name : m_context.options.runs) {
        const auto id = m_finder.id(name);
        if (!id)
            return id.error();
        if (!ids.contains(*id))
            ids += *id;
    }
    const auto done = (*m_finder.history())->remove(ids);
    if (done)
        m_context.output.line(ids.size() == 1 ? QStringLiteral("Deleted: run %1").arg(ids.constFirst())
                                              : QStringLiteral("Deleted: %1 runs").arg(ids.size()));
    return done;
}

Result<Done> RunsCommand::mark()
{
    const Options &options = m_context.options;
    const auto id = m_finder.id(options.runs.constFirst());
    if (!id)
        return id.error();
    session::History &history = **m_finder.history();
    if (options.runsAction == RunsAction::Note)
        return history.setNote(*id, options.words.constFirst());
    const auto run = history.find(*id);
    if (!run)
        return run.error();
    QStringList tags = run->tags;
    for (const QString &word : options.words) {
        tags.removeAll(word);
        if (options.runsAction == RunsAction::Tag)
            tags += word;
    }
    return history.setTags(*id, tags);
}

} // namespace cli
