// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/democommand.h"

#include "app/tidemark-cli/outcome.h"
#include "app/tidemark-cli/output.h"
#include "app/tidemark-cli/results.h"
#include "core/base/writefile.h"
#include "core/report/report.h"

namespace cli {

namespace {
constexpr int readingsBefore = 3, readingsAfter = 5;

void printUrls(Output &output, const session::SampleInfo &info)
{
    output.line(QStringLiteral("The sample server runs until Ctrl-C."), Output::Ink::Bold);
    for (auto it = info.uploads.begin(); it != info.uploads.end(); ++it) {
        output.line(QStringLiteral("  %1  leaks  %2").arg(it.key(), -15).arg(it->leaking.toString()));
        output.line(QStringLiteral("  %1  cured  %2").arg(QString(), -15).arg(it->cured.toString()));
    }
    output.line(QStringLiteral("  metrics                ") + info.metrics.toString());
    const session::SpecimenUrls plainest
        = info.uploads.value(QStringLiteral("read-all"), info.uploads.first());
    output.line(QStringLiteral("Try:  tidemark-cli upload --to %1 FILE …").arg(plainest.leaking.toString()));
}
} // namespace

DemoCommand::DemoCommand(const Context &context)
    : m_context(context)
    , m_files(context.options.demoUploads, context.options.demoSize)
{
    connect(&m_server, &session::SampleServer::started, this, &DemoCommand::onStarted);
    connect(&m_server, &session::SampleServer::failed, this, &DemoCommand::onServerFailed);
    connect(&m_files, &DemoFiles::finished, this, [this](const base::Result<QStringList> &paths) {
        if (m_over)
            return;
        if (paths)
            upload(*paths);
        else
            fail(exitCouldNotRun, paths.error());
    });
}

DemoCommand::~DemoCommand() = default;

void DemoCommand::start()
{
    m_server.start(m_context.options.port);
}

void DemoCommand::interrupt()
{
    if (m_over)
        return;
    if (m_run)
        m_run->interrupt();
    else if (m_check)
        m_check->interrupt();
    else
        finish(exitInterrupted);
}

void DemoCommand::onStarted(const session::SampleInfo &info)
{
    const Options &options = m_context.options;
    m_info = info;
    if (!info.uploads.contains(options.specimen)) {
        fail(exitUsage,
             {base::ErrorKind::NotFound,
              QStringLiteral("there is no specimen \"%1\"; the sample server has %2")
                  .arg(options.specimen, QStringList(info.uploads.keys()).join(QStringLiteral(", "))),
              0,
              {}});
        return;
    }
    if (options.demoUploads > 0) {
        m_files.start();
        return;
    }
    if (options.demoChecks) {
        check();
        return;
    }
    const QByteArray line = info.line + '\n';
    if (options.json.isEmpty() || options.jsonOnStdout()) {
        if (const auto done = m_context.output.document(line); !done)
            fail(exitCouldNotRun, done.error());
    } else if (const auto done = base::writeFile(options.json, line); !done) {
        fail(exitCouldNotRun, done.error());
    }
    if (!m_over)
        printUrls(m_context.output, info);
}

void DemoCommand::onServerFailed(const base::Error &error)
{
    if (m_over)
        return;
    base::Error explained = error;
    if (error.message.contains(QLatin1StringView("is in use")))
        explained.message
            = QStringLiteral("port %1 is in use by another program; take another one, or leave --port out "
                             "to get a free one")
                  .arg(m_context.options.port);
    fail(exitCouldNotRun, explained);
}

void DemoCommand::upload(const QStringList &paths)
{
    const Options &options = m_context.options;
    const session::SpecimenUrls &urls = m_info.uploads[options.specimen];
    UploadPlan plan;
    plan.target.endpoint.url = options.cured ? urls.cured : urls.leaking;
    plan.watch.url = m_info.metrics;
    plan.paths = paths;
    plan.concurrency = options.concurrency;
    plan.interval = options.interval;
    plan.readingsBefore = readingsBefore;
    plan.readingsAfter = readingsAfter;
    plan.patience = std::chrono::seconds(10);
    m_context.output.note(QStringLiteral("Uploading %1 files to %2")
                              .arg(paths.size())
                              .arg(plan.target.endpoint.url.toString()));
    m_run = std::make_unique<UploadRun>(m_context, std::move(plan));
    connect(m_run.get(), &UploadRun::finished, this, &DemoCommand::conclude);
    m_run->start();
}

void DemoCommand::check()
{
    const session::SpecimenUrls &urls = m_info.uploads[m_context.options.specimen];
    m_checkOptions = m_context.options;
    m_checkOptions.target.endpoint.url = m_checkOptions.cured ? urls.cured : urls.leaking;
    m_checkOptions.watch.url = m_info.metrics;
    m_checkOptions.speed = experiment::CheckPlan::Speed::Quick;
    m_checkOptions.checkSize = m_checkOptions.demoSize;
    m_checkOptions.pid = m_info.pid;
    m_checkOptions.folders = {m_info.temporary};
    m_check = std::make_unique<CheckCommand>(
        Context{m_checkOptions, m_context.output, m_context.clock, m_context.manager});
    connect(m_check.get(), &CheckCommand::finished, this,
            [this](int code) { finish(static_cast<ExitCode>(code)); });
    m_context.output.note(QStringLiteral("Checking %1").arg(m_checkOptions.target.endpoint.url.toString()));
    m_check->start();
}

void DemoCommand::conclude(const session::SharedSnapshot &snapshot, bool interrupted)
{
    const auto failure = interrupted ? std::nullopt : couldNotUpload(*snapshot);
    const bool delivered = Results(m_context).deliver(*snapshot, failure);
    if (interrupted)
        finish(exitInterrupted);
    else
        finish(delivered ? uploadExitCode(*snapshot, m_context.options.failOnFailed, false)
                         : exitCouldNotRun);
}

void DemoCommand::fail(ExitCode code, const base::Error &error)
{
    Results(m_context).deliverFailure(QStringLiteral("demo"), error);
    finish(code);
}

void DemoCommand::finish(ExitCode code)
{
    m_over = true;
    Q_EMIT finished(code);
}

} // namespace cli
