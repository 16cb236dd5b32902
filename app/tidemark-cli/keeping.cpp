// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/keeping.h"

#include "app/tidemark-cli/output.h"
#include "core/report/wording.h"
#include "core/session/history.h"

namespace cli {

void keepRun(const Context &context, const session::RunToKeep &run)
{
    const Options &options = context.options;
    if (options.history.isEmpty())
        return;
    session::History history(options.historyRoom);
    const auto opened = history.open(options.history, session::History::Use::Making);
    if (opened && !opened->isEmpty()) {
        QString said
            = QStringLiteral("warning: the history was damaged; it is kept as %1, and a new one is begun")
                  .arg(*opened);
        if (history.salvaged() > 0)
            said += QStringLiteral(" with %1 that could still be read")
                        .arg(report::counted(history.salvaged(), QStringLiteral("run"),
                                             QStringLiteral("runs")));
        context.output.error(said);
    }
    const auto kept = opened ? history.add(run.run, run.documents) : base::Result<qint64>(opened.error());
    if (kept)
        return;
    const QString what = QStringLiteral("this run is not kept: %1; --history keeps runs in another file, "
                                        "--no-history none")
                             .arg(kept.error().message);
    if (options.historyNamed)
        context.output.error(QStringLiteral("warning: ") + what);
    else
        context.output.note(what);
}

} // namespace cli
