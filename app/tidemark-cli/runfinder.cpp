// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/runfinder.h"

#include "app/tidemark-cli/output.h"
#include "core/report/jsonfile.h"
#include "core/report/openedrun.h"
#include "core/report/runtokeep.h"
#include "core/report/wording.h"

#include <algorithm>

namespace cli {
namespace {

using base::Error;
using base::ErrorKind;
using base::Result;

QString salvagedText(const QString &history, qint64 runs)
{
    return QStringLiteral("warning: the history %1 is damaged; %2 could still be read. The next run that is "
                          "kept sets it aside "
                          "and begins a new one with them")
        .arg(history, report::counted(runs, QStringLiteral("run"), QStringLiteral("runs")));
}

} // namespace

RunFinder::RunFinder(const Context &context)
    : m_context(context)
    , m_options(context.options)
{
}

RunFinder::~RunFinder() = default;

bool RunFinder::isKept(const QString &run)
{
    const bool isNumber
        = !run.isEmpty() && std::ranges::all_of(run, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isNumber || run == QLatin1StringView("last");
}

Result<session::History *> RunFinder::history()
{
    if (m_history)
        return m_history.get();
    if (m_options.history.isEmpty())
        return Error{ErrorKind::NotFound,
                     QStringLiteral("--no-history leaves the history alone; name a file that --json wrote"),
                     0,
                     {}};
    auto history = std::make_unique<session::History>();
    const auto opened = history->open(m_options.history, session::History::Use::Existing);
    if (opened) {
        m_history = std::move(history);
        if (m_history->salvaged() > 0)
            m_context.output.error(salvagedText(m_options.history, m_history->salvaged()));
        return m_history.get();
    }
    Error error = opened.error();
    if (error.kind == ErrorKind::NotFound && !m_options.historyNamed)
        error.message = QStringLiteral("there is no last run yet; upload, watch or check something first, or "
                                       "name a file that --json wrote");
    else if (error.kind == ErrorKind::Malformed)
        error.message
            += QStringLiteral("; the next run that is kept sets %1 aside and begins a new one with what "
                              "can still be read of it")
                   .arg(m_options.history);
    return error;
}

Result<qint64> RunFinder::id(const QString &run)
{
    const auto found = history();
    if (!found)
        return found.error();
    const bool isLast = run == QLatin1StringView("last");
    const Result<qint64> id = isLast ? (*found)->last() : Result<qint64>(run.toLongLong());
    if (!id)
        return id.error();
    if (isLast && *id == 0)
        return Error{ErrorKind::NotFound,
                     QStringLiteral("there is no last run: the history %1 is empty").arg(m_options.history),
                     0,
                     {}};
    const auto kept = (*found)->find(*id);
    if (kept)
        return *id;
    Error error = kept.error();
    if (error.kind == ErrorKind::NotFound)
        error.message = QStringLiteral("there is no run %1; 'runs' lists those that are kept").arg(run);
    return error;
}

Result<FoundRun> RunFinder::find(const QString &run)
{
    FoundRun found{run, 0, {}, {}};
    Result<QByteArray> json{QByteArray()};
    if (isKept(run)) {
        const auto kept = id(run);
        if (!kept)
            return kept.error();
        found.id = *kept;
        found.name = QStringLiteral("run %1").arg(found.id);
        json = m_history->document(found.id, QStringLiteral("json"));
    } else {
        json = report::readReportFile(run);
    }
    if (!json)
        return json.error();
    found.json = *json;
    const auto object = report::parseJson(found.json, found.name);
    if (!object)
        return object.error();
    found.object = *object;
    return found;
}

Result<report::CheckRecord> RunFinder::check(const QString &run)
{
    const auto found = find(run);
    if (!found)
        return found.error();
    return report::checkRecordOf({found->name, found->id != 0, found->json, found->object});
}

experiment::CheckProfiles RunFinder::profiles(const QString &run)
{
    session::RunDocuments documents;
    const Result<qint64> kept = isKept(run) ? id(run) : Result<qint64>(0);
    for (const QString &format : report::profileDocuments()) {
        const auto document
            = kept && *kept != 0 ? m_history->document(*kept, format) : Result<QByteArray>(QByteArray());
        if (document)
            documents.emplace_back(format, *document);
    }
    return report::profilesFrom(documents);
}

Result<QByteArray> RunFinder::report(const FoundRun &run, report::Format format)
{
    if (run.id != 0 && format != report::Format::Json) {
        Result<QByteArray> kept = m_history->document(run.id, toKey(format));
        if (kept || kept.error().kind != ErrorKind::NotFound)
            return kept;
    }
    return report::reportFrom({run.name, run.id != 0, run.json, run.object}, format);
}

} // namespace cli
