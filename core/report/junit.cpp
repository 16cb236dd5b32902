// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/junit.h"

#include "core/report/alertwording.h"
#include "core/report/failurewording.h"
#include "core/report/junitsuite.h"
#include "core/report/reporthead.h"
#include "core/report/safetext.h"
#include "core/report/summary.h"
#include "core/report/wording.h"

#include <QCoreApplication>

namespace report {
namespace {

using session::SessionSnapshot;
using transfer::UploadRecord;
using transfer::UploadState;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::UploadReport)
};

using Outcome = JUnitCase::Outcome;

constexpr qsizetype mostWords = 300;

/// Of the last attempt.
double secondsOf(const UploadRecord &record)
{
    if (record.timings.total.count() > 0)
        return static_cast<double>(record.timings.total.count()) / 1e6;
    const bool hasEnded = record.startedAtMs > 0 && record.finishedAtMs > 0;
    return hasEnded ? static_cast<double>(record.finishedAtMs - record.startedAtMs) / 1000 : 0;
}

void addFailure(JUnitCase &one, const UploadRecord &record)
{
    const int status = record.httpStatus ? record.httpStatus : record.error.httpStatus;
    const QString title = failureTitle(record.error.kind, status);
    const QString words
        = printable(withoutSecrets(failureWords(record.error, record.serverMessage)), mostWords).trimmed();
    one.outcome = Outcome::Failure;
    one.type = base::toKey(record.error.kind);
    one.message = words.isEmpty() ? title : labelled(title, words);
    QStringList parts{title, record.error.message.trimmed()};
    if (!record.serverMessage.isEmpty())
        parts << Text::tr("The server said: %1").arg(record.serverMessage);
    parts << failureAdvice(record.error.kind, status)
          << counted(record.attempts, Text::tr("attempt"), Text::tr("attempts"));
    parts.removeAll(QString());
    one.text = parts.join(u'\n');
}

void addSkip(JUnitCase &one, const QString &why)
{
    one.outcome = Outcome::Skipped;
    one.message = why;
}

JUnitCase caseOf(const UploadRecord &record, const QString &server)
{
    JUnitCase one{.className = server, .name = record.path, .seconds = secondsOf(record)};
    switch (record.state) {
    case UploadState::Done:
        break;
    case UploadState::Failed:
        addFailure(one, record);
        break;
    case UploadState::Cancelled:
        addSkip(one, Text::tr("cancelled"));
        break;
    case UploadState::Waiting:
        addSkip(one, Text::tr("not finished: waiting"));
        break;
    case UploadState::Sending:
        addSkip(one, Text::tr("not finished: sending"));
        break;
    case UploadState::Answering:
        addSkip(one, Text::tr("not finished: answering"));
        break;
    case UploadState::Paused:
        addSkip(one, Text::tr("not finished: paused"));
        break;
    }
    return one;
}

/// A rule that was broken is a case that failed. Those that were kept are none: every other case is a file.
JUnitCase caseOf(const session::Alert &alert, qint64 endMs)
{
    return {.className = QStringLiteral("alerts"),
            .name = alert.title,
            .outcome = Outcome::Failure,
            .type = QStringLiteral("alert"),
            .message = alertLine(alert, endMs)};
}

} // namespace

QByteArray toJUnit(const SessionSnapshot &snapshot)
{
    JUnitSuite suite{.command = snapshot.command,
                     .program = headOf(snapshot).program(),
                     .startedAtMs = snapshot.startedAtMs,
                     .seconds = summarize(snapshot).seconds};
    const QString server = displayUrl(snapshot.server);
    for (const UploadRecord &record : snapshot.uploads)
        suite.cases.push_back(caseOf(record, server));
    for (const session::Alert &alert : snapshot.alerts)
        suite.cases.push_back(caseOf(alert, snapshot.finishedAtMs));
    return junitXml(suite);
}

QByteArray failureToJUnit(const QString &command, qint64 atMs, const base::Error &failure)
{
    JUnitSuite suite{
        .command = command, .program = QStringLiteral("Tidemark " TIDEMARK_VERSION), .startedAtMs = atMs};
    suite.cases.push_back({.className = QStringLiteral("tidemark"),
                           .name = command,
                           .outcome = Outcome::Error,
                           .type = base::toKey(failure.kind),
                           .message = failure.message,
                           .text = failure.detail});
    return junitXml(suite);
}

} // namespace report
