// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/runhead.h"

#include "core/experiment/auditresult.h"
#include "core/report/jsonfields.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"

#include <cmath>

namespace report {
namespace {

QString verdictOf(const QString &command, const Summary &summary)
{
    if (command == QLatin1String("watch"))
        return QStringLiteral("watched");
    if (summary.failed > 0)
        return QStringLiteral("failed");
    const bool isDone = summary.files > 0 && summary.done == summary.files;
    return isDone ? QStringLiteral("done") : QStringLiteral("unfinished");
}

/// As overallOutcome() judges the result itself.
QString auditVerdict(JsonFields &fields)
{
    if (fields.number(QLatin1String("failed")) > 0)
        return QStringLiteral("failed");
    const bool isPassed = fields.text(QLatin1String("end")) == toKey(experiment::AuditEnd::Whole)
        && fields.number(QLatin1String("passed")) > 0;
    return isPassed ? QStringLiteral("passed") : QStringLiteral("unknown");
}

} // namespace

session::KeptRun runHead(const session::SessionSnapshot &snapshot)
{
    const Summary summary = summarize(snapshot);
    const QUrl &server = snapshot.server.isEmpty() ? snapshot.watched : snapshot.server;
    session::KeptRun run;
    run.command = snapshot.command;
    run.server = server.isEmpty() ? QString() : encodedUrl(server);
    run.startedAtMs = snapshot.startedAtMs;
    run.seconds
        = static_cast<double>(std::max<qint64>(0, snapshot.finishedAtMs - snapshot.startedAtMs)) / 1000;
    run.verdict = verdictOf(snapshot.command, summary);
    run.sentence = uploadsSentence(snapshot, summary);
    if (const QString memory = memorySentence(summary); !memory.isEmpty())
        run.sentence = sentences(run.sentence, memory);
    run.sentence = withoutSecrets(run.sentence);
    return run;
}

session::KeptRun runHead(const QJsonObject &measurement)
{
    JsonFields fields(measurement, QString());
    session::KeptRun run;
    run.command = fields.text(QLatin1String("command"));
    run.server = fields.text(QLatin1String("server"));
    run.startedAtMs = fields.time(QLatin1String("startedAt"));
    const double seconds = fields.number(QLatin1String("seconds"));
    run.seconds = std::isfinite(seconds) ? seconds : 0;
    run.sentence = withoutSecrets(fields.text(QLatin1String("sentence")));
    run.verdict = run.command == QLatin1String("audit") ? auditVerdict(fields)
                                                        : fields.text(QLatin1String("verdict"));
    return run;
}

} // namespace report
