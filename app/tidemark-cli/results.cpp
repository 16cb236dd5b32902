// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/results.h"

#include "app/tidemark-cli/keeping.h"
#include "app/tidemark-cli/outcome.h"
#include "app/tidemark-cli/output.h"
#include "app/tidemark-cli/pdf.h"
#include "core/base/writefile.h"
#include "core/net/tlsfailure.h"
#include "core/report/failurewording.h"
#include "core/report/junit.h"
#include "core/report/report.h"
#include "core/report/runtokeep.h"
#include "core/report/safetext.h"
#include "core/report/summary.h"

namespace cli {

namespace {
constexpr int mostFailures = 20;
constexpr qsizetype mostWords = 200;

QString failureOf(const transfer::UploadRecord &record)
{
    const QString words = report::failureWords(record.error, record.serverMessage);
    return QStringLiteral("%1: %2: %3")
        .arg(record.path, report::failureTitle(record.error.kind, record.httpStatus),
             report::printable(report::withoutSecrets(words).simplified(), mostWords));
}

/// "path: what: why" for each, as far as a person would read.
template <typename Print>
void printFailedFiles(const session::SessionSnapshot &snapshot, Print print)
{
    int printed = 0;
    for (const transfer::UploadRecord &record : snapshot.uploads) {
        if (record.state != transfer::UploadState::Failed)
            continue;
        if (printed++ == mostFailures)
            break;
        print(failureOf(record));
    }
    if (snapshot.totals.failed > mostFailures)
        print(QStringLiteral("and %1 more; --json lists all").arg(snapshot.totals.failed - mostFailures));
}

QByteArray junitOf(const session::SessionSnapshot &snapshot, qint64 nowMs,
                   const std::optional<base::Error> &failure)
{
    const bool isNothing = failure && snapshot.uploads.isEmpty(); // a suite without cases would pass
    return isNothing ? report::failureToJUnit(snapshot.command, nowMs, *failure) : report::toJUnit(snapshot);
}
} // namespace

Results::Results(const Context &context)
    : m_context(context)
{
}

bool Results::deliver(const session::SessionSnapshot &snapshot,
                      const std::optional<base::Error> &failure) const
{
    const Options &options = m_context.options;
    QByteArray json = report::toJson(snapshot);
    if (failure)
        json = withError(json, *failure);
    bool delivered = writeJson(json);
    if (!options.reportFile.isEmpty())
        delivered = writeReport(snapshot, failure) && delivered;
    if (!options.junit.isEmpty())
        delivered
            = write(options.junit, junitOf(snapshot, base::toUnixMs(m_context.clock.wallNow()), failure))
            && delivered;
    print(snapshot);
    if (const auto done = m_context.output.linesWritten(); !done) {
        m_context.output.error(done.error().message);
        delivered = false;
    }
    if (failure)
        printFailure(*failure);
    else if (!options.reportFile.isEmpty() && delivered)
        m_context.output.line(QStringLiteral("Report: ") + options.reportFile);
    keep(snapshot, json, failure);
    return delivered;
}

void Results::keep(const session::SessionSnapshot &snapshot, const QByteArray &json,
                   const std::optional<base::Error> &failure) const
{
    session::RunToKeep kept = report::runToKeep(snapshot, json);
    if (failure) {
        kept.run.verdict = QStringLiteral("failed");
        kept.run.sentence = report::withoutSecrets(failure->message);
        kept.documents.back().second += '\n' + kept.run.sentence.toUtf8(); // the text
    }
    keepRun(m_context, kept);
}

void Results::deliverFailure(const QString &command, const base::Error &failure) const
{
    writeJson(errorDocument(command, failure));
    if (!m_context.options.junit.isEmpty())
        write(m_context.options.junit,
              report::failureToJUnit(command, base::toUnixMs(m_context.clock.wallNow()), failure));
    printFailure(failure);
}

bool Results::couldDeliver() const
{
    const Options &options = m_context.options;
    std::optional<base::Error> failure;
    const auto say = [&](const base::Result<base::Done> &done) {
        if (done)
            return true;
        m_context.output.error(done.error().message);
        failure = failure.value_or(done.error());
        return false;
    };
    const auto canTake = [&](const QString &file) {
        return say(file.isEmpty() ? base::Result<base::Done>(base::Done()) : base::couldWriteFile(file));
    };
    const bool takesJson = options.jsonOnStdout() || canTake(options.json);
    if (canTake(options.reportFile) && !options.reportFile.isEmpty())
        say(canMake(*report::formatForFile(options.reportFile)));
    const bool takesJUnit = canTake(options.junit);
    if (!failure)
        return true;
    const QString command = nameOf(options.command);
    if (takesJson)
        writeJson(errorDocument(command, *failure));
    if (takesJUnit && !options.junit.isEmpty())
        write(options.junit,
              report::failureToJUnit(command, base::toUnixMs(m_context.clock.wallNow()), *failure));
    return false;
}

void Results::print(const session::SessionSnapshot &snapshot) const
{
    Output &output = m_context.output;
    if (!output.showsLines()) {
        printFailedFiles(snapshot, [&output](const QString &line) { output.error(line); });
        return;
    }
    const QStringList lines = report::summaryText(snapshot).split(QLatin1Char('\n'));
    output.line(lines.constFirst(), snapshot.totals.failed > 0 ? Output::Ink::Bad : Output::Ink::Bold);
    for (const QString &line : lines.sliced(1))
        output.line(line);
    // The summary names one file for each reason; whoever has to act needs the others, too.
    if (report::summarize(snapshot).failures.size() < snapshot.totals.failed) {
        output.line(QStringLiteral("Failed files:"), Output::Ink::Bold);
        printFailedFiles(snapshot,
                         [&output](const QString &line) { output.line(QStringLiteral("  ") + line); });
    }
}

void Results::printFailure(const base::Error &failure) const
{
    m_context.output.error(report::withoutSecrets(failure.message));
    // Of connections, detail is libcurl's wording of the same, unless it is the certificates that are not trusted; where
    // nothing was found, it is what was tried.
    if (failure.kind != base::ErrorKind::NotFound && !net::tellsOfCertificates(failure))
        return;
    const QString detail = report::withoutSecrets(failure.detail);
    for (const QString &line : detail.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        m_context.output.note(QStringLiteral("  ") + line);
}

/// False when it could not be written (the reason is printed).
bool Results::write(const QString &file, const QByteArray &content) const
{
    const auto done = base::writeFile(file, content);
    if (!done)
        m_context.output.error(done.error().message);
    return done.ok();
}

bool Results::writeReport(const session::SessionSnapshot &snapshot,
                          const std::optional<base::Error> &failure) const
{
    const QString &file = m_context.options.reportFile;
    const report::Format format = *report::formatForFile(file); // was checked with the options
    const auto finished
        = finishedReport(format,
                         format == report::Format::JUnit
                             ? junitOf(snapshot, base::toUnixMs(m_context.clock.wallNow()), failure)
                             : report::render(snapshot, format));
    if (finished)
        return write(file, *finished);
    m_context.output.error(finished.error().message);
    return false;
}

bool Results::writeJson(const QByteArray &json) const
{
    const Options &options = m_context.options;
    if (options.json.isEmpty())
        return true;
    if (!options.jsonOnStdout())
        return write(options.json, json);
    const auto done = m_context.output.document(json);
    if (!done)
        m_context.output.error(done.error().message);
    return done.ok();
}

} // namespace cli
