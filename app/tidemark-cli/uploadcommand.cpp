// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/uploadcommand.h"

#include "app/tidemark-cli/localsources.h"
#include "app/tidemark-cli/outcome.h"
#include "app/tidemark-cli/output.h"
#include "app/tidemark-cli/results.h"
#include "core/session/archiverows.h"
#include "core/session/destination.h"
#include "core/transfer/nativepath.h"

namespace cli {

namespace {
/// What may lie in a folder that is uploaded: the results, and archive and history with what SQLite and we keep beside them.
QStringList writtenBy(const Options &options)
{
    QStringList files;
    for (const QString &result :
         {options.reportFile, options.junit, options.jsonOnStdout() ? QString() : options.json}) {
        if (!result.isEmpty())
            files << transfer::absolutePath(result);
    }
    for (const QString &store : {options.archive, options.history}) {
        for (const char *part : {"", "-wal", "-shm", "-lock", "-begun"}) {
            if (!store.isEmpty())
                files << store + QLatin1StringView(part);
        }
    }
    return files;
}

UploadPlan planOf(const Options &options)
{
    UploadPlan plan;
    plan.target = options.target;
    plan.watch = options.watch;
    plan.watchAlso = options.watchAlso;
    plan.local = localSources(options);
    plan.paths = options.paths;
    plan.folders = options.folderOptions;
    plan.folders.own = writtenBy(options);
    plan.concurrency = options.concurrency;
    plan.rateLimit = options.rateLimit;
    plan.retry.attempts = options.retries;
    plan.retry.givesUp = true; // nobody may be there to stop it
    plan.interval = options.interval;
    plan.alerts = options.alerts;
    plan.archive = {options.archive,
                    QStringLiteral("upload"),
                    options.resume,
                    options.resume,
                    session::addressKept(options.target.endpoint.url),
                    options.forgets,
                    session::destinationDetail(options.target)};
    plan.needsArchive = options.archiveNamed;
    // Who named the place to watch wants to see the memory before; a guess must not hold the uploads up.
    plan.patience = options.watchNamed || !plan.local.isEmpty() ? std::chrono::seconds(10)
                                                                : std::chrono::milliseconds(500);
    return plan;
}
} // namespace

UploadCommand::UploadCommand(const Context &context)
    : m_context(context)
    , m_run(context, planOf(context.options))
{
    connect(&m_run, &UploadRun::finished, this, &UploadCommand::conclude);
    connect(&m_run, &UploadRun::refused, this, &UploadCommand::refuse);
}

void UploadCommand::start()
{
    if (const auto failure = couldNotRead(localSources(m_context.options)))
        refuse(*failure);
    else
        m_run.start();
}

void UploadCommand::refuse(const base::Error &error)
{
    Results(m_context).deliverFailure(nameOf(m_context.options.command), error);
    Q_EMIT finished(exitCouldNotRun);
}

void UploadCommand::interrupt()
{
    m_run.interrupt();
}

void UploadCommand::conclude(const session::SharedSnapshot &snapshot, bool interrupted,
                             const base::Error &unkept)
{
    auto failure = interrupted ? std::nullopt : couldNotUpload(*snapshot);
    if (unkept.kind != base::ErrorKind::None)
        failure = unkept;
    const bool delivered = Results(m_context).deliver(*snapshot, failure);
    if (m_context.options.watchNamed && !failure) {
        if (const auto blind = couldNotWatch(m_context.options.watch.url, snapshot->discovery))
            m_context.output.error(QStringLiteral("warning: the memory was not watched: ") + blind->message);
    }
    for (const session::WatchedBeside &beside : snapshot->beside) {
        const bool isServer = beside.kind == session::WatchedBeside::Kind::Server && !failure;
        if (const auto blind = isServer ? couldNotWatch(QUrl(beside.name), beside.discovery) : std::nullopt)
            m_context.output.error(QStringLiteral("warning: not watched: ") + blind->message);
    }
    if (interrupted)
        Q_EMIT finished(exitInterrupted);
    else if (failure)
        Q_EMIT finished(exitCouldNotRun);
    else
        Q_EMIT finished(delivered ? uploadExitCode(*snapshot, m_context.options.failOnFailed,
                                                   m_context.options.failOnAlert)
                                  : exitCouldNotRun);
}

} // namespace cli
