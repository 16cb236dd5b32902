// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/profileoptions.h"
#include "core/experiment/auditplan.h"
#include "core/experiment/checkplan.h"
#include "core/experiment/sweepplan.h"
#include "core/report/format.h"
#include "core/session/alert.h"
#include "core/session/folderoptions.h"
#include "core/session/history.h"
#include "core/transfer/ratelimit.h"
#include "core/transfer/uploadtarget.h"

#include <QStringList>

#include <optional>

namespace cli {

/// The exit codes of the contract (cli.md).
enum ExitCode {
    exitFine = 0,
    exitFound = 1, ///< What --fail-on names was found.
    exitUsage = 2,
    exitCouldNotRun = 3,
    exitInconclusive = 4, ///< Only of commands that judge.
    exitInterrupted = 130,
};

enum class CommandName { Upload, Watch, Check, Sweep, Audit, Demo, Report, Profile, Compare, Runs, Alerts };
enum class RunsAction { List, Show, Delete, Tag, Untag, Note };
enum class ColorMode { Auto, Always, Never };

/// The command line, checked and typed.
struct Options
{
    CommandName command = CommandName::Upload;

    transfer::UploadTarget target; ///< --to with headers, TLS, proxy, user, field and form.
    net::Endpoint
        watch; ///< --watch, or the origin of --to. On another origin without user, key and secret headers.
    bool usesToken = false; ///< --bearer: the token is still to be had.
    QStringList
        notes; ///< What cannot be done as it was asked for, by --from-curl or otherwise, a sentence each.
    bool watchNamed = false; ///< --watch was given: its absence is worth a sentence.
    QList<net::Endpoint> watchAlso; ///< upload, watch: what further --watch name.
    QStringList paths;
    int concurrency = 4;
    transfer::RateLimit::Setting rateLimit; ///< upload.
    int retries = 3; ///< upload: attempts after the first.
    session::FolderOptions folderOptions; ///< upload.
    QString archive; ///< upload: where the queue is kept; empty: nowhere.
    bool archiveNamed = false; ///< --archive was given, or is needed: no upload without it.
    bool resume = false; ///< upload: go on with what the archive holds.
    bool forgets = false; ///< upload: what the archive holds for the address goes.

    qint64 pid = 0; ///< upload, watch, check, sweep, audit; 0: none.
    QStringList folders; ///< --disk of the same.

    session::AlertPlan alerts; ///< upload, watch, alerts.

    std::chrono::milliseconds interval{1000};
    std::optional<std::chrono::milliseconds> duration; ///< --for; none: until Ctrl-C.

    experiment::CheckPlan::Speed speed = experiment::CheckPlan::Speed::Standard;
    qint64 checkSize = 1024 * 1024; ///< Of generated uploads.
    bool usesPut = false; ///< check, sweep: the bare content by PUT instead of a form by POST.
    bool aborts = true;
    quint64 seed = 1; ///< Of a check or sweep.
    std::chrono::seconds idle{0}; ///< 0: as the speed says.
    bool waitsAsTold = false; ///< --stall-timeout was given.

    experiment::SweepPlan sweep; ///< Levels and bounds; its uploads are those of the options above.
    experiment::AuditPlan audit; ///< Bounds, choice of checks; the rest is told by the other options.

    QString specimen = QStringLiteral("read-all");
    bool cured = false;
    quint16 port = 0;
    int demoUploads = 0; ///< demo --upload; 0: stay in front.
    qint64 demoSize = 1024 * 1024;
    bool demoChecks = false; ///< demo --check

    QString history; ///< Where runs are kept and found; empty: nowhere.
    bool historyNamed = false; ///< --history was given.
    qint64 historyRoom = session::History::usualRoom; ///< --history-limit, bytes.
    RunsAction runsAction = RunsAction::List;
    QStringList runs; ///< runs: those that are meant, see RunFinder.
    QStringList words; ///< runs tag, untag: the tags; runs note: the note, one, perhaps empty.
    session::RunFilter filter; ///< runs list.
    bool limitNamed = false; ///< --limit was given.

    QString run = QStringLiteral("last"); ///< report RUN, see RunFinder.
    QString before; ///< compare: leak checks, named likewise.
    QString after;
    QString baseline; ///< check: an earlier one, named likewise, whose leaks are accepted; empty: none are.
    report::Format format = report::Format::Html; ///< report: of `out`.
    QString alertsFormat; ///< alerts: "prometheus", "json" or nothing.
    QString out;

    ProfileOptions profile; ///< Its addresses are reached as `watch` says.

    QString json; ///< "-" is stdout; empty: none.
    QString reportFile; ///< Its ending is that of a format.
    QString junit; ///< upload, check, sweep, audit.
    bool failOnFailed = true;
    bool failOnLeak = true;
    bool failOnAudit = true;
    bool failOnAlert = true; ///< upload, watch.
    bool quiet = false;
    bool progress = true;
    ColorMode color = ColorMode::Auto;

    [[nodiscard]] bool jsonOnStdout() const { return json == QLatin1Char('-'); }
};

} // namespace cli
