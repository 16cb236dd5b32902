// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/uploadrun.h"

namespace cli {

/// `tidemark-cli upload`: uploads files and says what they left behind.
class UploadCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UploadCommand)

public:
    explicit UploadCommand(const Context &context);

    void start() override;
    void interrupt() override;

private:
    void refuse(const base::Error &error);
    void conclude(const session::SharedSnapshot &snapshot, bool interrupted, const base::Error &unkept);

    Context m_context;
    UploadRun m_run;
};

} // namespace cli
