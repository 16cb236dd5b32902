// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/checkcommand.h"
#include "app/tidemark-cli/demofiles.h"
#include "app/tidemark-cli/uploadrun.h"
#include "core/session/sampleserver.h"

namespace cli {

/// `tidemark-cli demo`: runs the sample server; with --upload shows what uploads leave behind in it, with --check
/// whether it leaks.
class DemoCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DemoCommand)

public:
    explicit DemoCommand(const Context &context);
    ~DemoCommand() override;

    void start() override;
    void interrupt() override;

private:
    void onStarted(const session::SampleInfo &info);
    void onServerFailed(const base::Error &error);
    void upload(const QStringList &paths);
    void check();
    void conclude(const session::SharedSnapshot &snapshot, bool interrupted);
    void finish(ExitCode code);
    void fail(ExitCode code, const base::Error &error);

    Context m_context;
    session::SampleServer m_server;
    session::SampleInfo m_info;
    DemoFiles m_files;
    std::unique_ptr<UploadRun> m_run;
    Options m_checkOptions;
    std::unique_ptr<CheckCommand> m_check;
    bool m_over = false;
};

} // namespace cli
