// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/commandline.h"

#include "app/tidemark-cli/outcome.h"
#include "app/tidemark-cli/resultfiles.h"
#include "core/report/safetext.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <sstream>
#include <utility>
#include <vector>

// The only file that includes CLI11: its header takes longer to compile than the rest of the program.
namespace cli {

namespace {
constexpr auto footer
    = "Sizes are written 64K 1M 2G (powers of 1024), durations 500ms 30s 5m.\n"
      "Secrets never stand on the command line. They are taken from the environment, or else asked for on "
      "the\n"
      "terminal: TIDEMARK_PASSWORD (--user), TIDEMARK_TOKEN (--bearer), TIDEMARK_PROXY_PASSWORD "
      "(--proxy-user),\n"
      "TIDEMARK_KEY_PASSWORD (the passphrase of --key or of a .p12; asked for only with a .p12).\n"
      "Exit codes:\n"
      "    0  fine\n"
      "    1  found what --fail-on names\n"
      "    2  usage: the command line is wrong\n"
      "    3  could not run: no upload reached the server, no metrics found, no file readable,\n"
      "       a result not written\n"
      "    4  inconclusive: the reason is printed\n"
      "  130  interrupted: what was done so far is saved and reported";

void addTransport(CLI::App &app, RawOptions &raw)
{
    app.add_option("--header", raw.header,
                   "Header of uploads and readings, repeatable; Authorization, Cookie and whatever is named "
                   "like a key or token only within one origin")
        ->type_name("'K: V'")
        ->allow_extra_args(false);
    app.add_option("--timeout", raw.timeout, "Limit for a whole request, 0 for none")
        ->type_name("T")
        ->capture_default_str();
    app.add_option("--connect-timeout", raw.connectTimeout, "Limit for resolving, connecting and TLS")
        ->type_name("T")
        ->capture_default_str();
    app.add_option("--stall-timeout", raw.stallTimeout, "Limit for a connection on which no byte moves")
        ->type_name("T")
        ->capture_default_str();
    app.add_option("--cacert", raw.cacert, "Certificate authorities (PEM) instead of the system's")
        ->type_name("FILE");
    app.add_option("--crlfile", raw.crlfile, "Lists of revoked certificates (PEM), one of each authority")
        ->type_name("FILE");
    app.add_option("--cert", raw.cert,
                   "Client certificate (PEM, or PKCS#12 if it ends in .p12 or .pfx), shown to the origin of "
                   "--to only, "
                   "if there is one")
        ->type_name("FILE");
    app.add_option("--key", raw.key, "Key of the client certificate (PEM)")->type_name("FILE");
    app.add_option("--pin", raw.pin,
                   "Trust the one certificate with this SHA-256 fingerprint, whatever is wrong with it, and "
                   "any other only "
                   "as usual")
        ->type_name("SHA256");
    app.add_flag("--insecure", raw.insecure, "Accept any TLS certificate (prints a warning)");
    app.add_option("--proxy", raw.proxy,
                   "http://, https:// or socks5:// proxy; default: that of the environment (http_proxy, "
                   "https_proxy, all_proxy, no_proxy), which is none for localhost")
        ->type_name("URL");
    app.add_option("--proxy-user", raw.proxyUser, "User name for the proxy")->type_name("U");
    app.add_option("--user", raw.user,
                   "User name for basic authentication at the origin of --to, or else of --watch")
        ->type_name("U");
    app.add_flag("--digest", raw.digest, "Digest authentication for --user; the file is not sent in vain");
    app.add_flag("--bearer", raw.bearer, "Send a token, \"Authorization: Bearer\", instead of a user");
}

void addFailOn(CLI::App &app, RawOptions &raw)
{
    app.add_option("--fail-on", raw.failOn,
                   "What makes exit code 1: leak,failed,alert,audit; default all that the "
                   "command can find: of upload failed and alert, of watch alert")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("WHAT");
}

void addResults(CLI::App &app, RawOptions &raw)
{
    app.add_option("--json", raw.json, "The result as one JSON document; - is standard output")
        ->type_name("FILE|-");
    app.add_option("--report", raw.report,
                   "The report, format by file ending: .html .pdf .md .csv .json .xml (JUnit)")
        ->type_name("FILE");
    addFailOn(app, raw);
}

void addJUnit(CLI::App &app, RawOptions &raw)
{
    app.add_option("--junit", raw.junit,
                   "JUnit XML, for CI servers: of upload a test case for each file, of check one for the "
                   "leak, of sweep one for each level and one for the leak, of audit one for each check")
        ->type_name("FILE");
}

void addConsole(CLI::App &app, RawOptions &raw)
{
    app.add_flag("--quiet", raw.quiet, "Print errors only");
    app.add_flag("--no-progress", raw.noProgress, "No progress line (there is one only on a terminal)");
    app.add_option("--color", raw.color, "auto, always or never")->type_name("WHEN")->capture_default_str();
}

void addWatching(CLI::App &app, RawOptions &raw, const char *defaultUrl)
{
    app.add_option("--watch", raw.watch,
                   std::string("Base or metrics URL of the server; formats are discovered below it")
                       + defaultUrl)
        ->allow_extra_args(false)
        ->type_name("URL");
}

void addInterval(CLI::App &app, RawOptions &raw, const char *about)
{
    app.add_option("--interval", raw.interval, about)->type_name("T");
}

void addLocal(CLI::App &app, RawOptions &raw)
{
    app.add_option(
           "--pid", raw.pid,
           "A process of this machine, as the server's: its anonymous memory, threads, and descriptors by "
           "kind, from /proc")
        ->type_name("N");
    app.add_option("--disk", raw.disk, "Also count files and bytes below this folder, repeatable")
        ->type_name("DIR")
        ->allow_extra_args(false);
}

void addAlertRules(CLI::App &app, RawOptions &raw)
{
    app.add_option(
           "--alert-rules", raw.alertRules,
           "JSON file with alert rules of one's own, and changes to the default ones; alerts --format "
           "json writes those in force")
        ->type_name("FILE");
    app.add_option("--memory-limit", raw.memoryLimit,
                   "Memory that the server may have, for the alert about the time until it is reached")
        ->type_name("SIZE");
}

void addTarget(CLI::App &app, RawOptions &raw, const char *methods, const char *about)
{
    app.add_option("--to", raw.to, "Upload endpoint")->type_name("URL");
    app.add_option("--field", raw.field, "Form field of the file")->type_name("NAME")->capture_default_str();
    app.add_option("--form", raw.form, "Further form field, repeatable")
        ->type_name("K=V")
        ->allow_extra_args(false);
    app.add_option("--method", raw.method, about)->type_name(methods)->capture_default_str();
}

void addConcurrency(CLI::App &app, RawOptions &raw)
{
    app.add_option("--concurrency", raw.concurrency, "Uploads at once")
        ->type_name("N")
        ->capture_default_str();
}

void addFolders(CLI::App &upload, RawOptions &raw)
{
    upload
        .add_option(
            "--relative-path", raw.relativePath,
            "Whether the server is told where in its folder a file was: not at all, in the file name, or "
            "in a form field")
        ->type_name("none|name|field:NAME")
        ->capture_default_str();
    upload.add_flag("--follow-links", raw.followLinks,
                    "Follow symbolic links within folders, each folder once");
    upload.add_flag("--no-hidden", raw.noHidden,
                    "Leave out files and folders within folders whose name begins with a dot");
}

void addArchive(CLI::App &app, RawOptions &raw)
{
    app.add_option(
           "--archive", raw.archive,
           "Keep the queue in this file, so that it survives any end of the program; one program at a time. "
           "Default: archive.sqlite in the user's data folder, if no other program has it")
        ->type_name("FILE");
    app.add_flag("--resume", raw.resume,
                 "Go on with what the archive holds for this address with this query, method and form "
                 "(secrets in them may differ): send all of it that is not done, interrupted files "
                 "included, and of the files named those that are new or changed. A script may repeat the "
                 "same command "
                 "until it ends with 0. Without it everything named is sent, and what was not done before "
                 "stays in the "
                 "archive");
    app.add_flag("--forget", raw.forget,
                 "First forget what the archive holds for this address, whether it is done or not: what went "
                 "there with this query, method and form, and without a query and for a plain form by POST "
                 "all of it");
    app.add_flag("--no-archive", raw.noArchive, "Keep the queue in memory only");
}

void addHistory(CLI::App &app, RawOptions &raw, bool keeps)
{
    app.add_option(
           "--history", raw.history,
           keeps ? "Keep the run with its result in this file. Default: history.sqlite in the user's "
                   "data folder. When it gets too large, the oldest runs go that have neither tag nor note"
                 : "Where kept runs are. Default: history.sqlite in the user's data folder")
        ->type_name("FILE");
    if (!keeps)
        return;
    app.add_flag("--no-history", raw.noHistory, "Do not keep the run");
    app.add_option("--history-limit", raw.historyLimit,
                   "How large the history may get, packed: 64MiB (default 512MiB)")
        ->type_name("SIZE");
}

void addUpload(CLI::App &app, RawOptions &raw)
{
    auto *upload
        = app.add_subcommand("upload", "Upload files and folders, and watch the server's memory meanwhile");
    addTarget(*upload, raw, "post|put|tus",
              "post: multipart/form-data; put: the bare content, below a URL that ends with / under the "
              "file's name; "
              "tus: tus 1.0, goes on where it was broken off. {n}, {uuid} and {name} in the URL, and {n} and "
              "{uuid} in "
              "form values, change with every upload");
    addConcurrency(*upload, raw);
    upload
        ->add_option(
            "--limit-rate", raw.limitRate,
            "Bytes a second for all uploads together, and how many at once after a pause (the rate's "
            "25 ms at least)")
        ->type_name("R[:BURST]");
    upload->add_option("--retry", raw.retry, "Attempts after the first, for failures that may pass; 0: none")
        ->type_name("N")
        ->capture_default_str();
    upload
        ->add_option("--sha256-field", raw.digestField,
                     "Form field behind the file that holds its SHA-256 in hex, computed while it is sent")
        ->type_name("NAME");
    upload->add_flag("--repr-digest", raw.reprDigest,
                     "Send the body's SHA-256 as Repr-Digest (RFC 9530); reads every file twice");
    upload->add_flag("--idempotency-key", raw.idempotencyKey,
                     "Send an Idempotency-Key that is the same for every attempt at one file");
    upload->add_flag("--follow-redirects", raw.followRedirects,
                     "Where the server answers 307 or 308, send the file again to the address that it names; "
                     "secrets only within one origin");
    addFolders(*upload, raw);
    addArchive(*upload, raw);
    upload
        ->add_option(
            "--from-curl", raw.fromCurl,
            "Take server and files from a curl command in this file instead of --to; - reads standard input. "
            "Options here come before those in it")
        ->type_name("FILE|-");
    upload->add_option("FILE", raw.paths,
                       "Files, and folders to be walked; with --resume there need be none");
    addWatching(*upload, raw, "; several are watched side by side; default: the origin of --to");
    addInterval(*upload, raw, "Time between readings (default 1s)");
    addLocal(*upload, raw);
    addAlertRules(*upload, raw);
    addTransport(*upload, raw);
    addResults(*upload, raw);
    addJUnit(*upload, raw);
    addHistory(*upload, raw, true);
    addConsole(*upload, raw);
    upload->callback([&raw] { raw.command = CommandName::Upload; });
}

void addWatch(CLI::App &app, RawOptions &raw)
{
    auto *watch = app.add_subcommand("watch", "Watch a server's memory");
    addWatching(*watch, raw, "; several are watched side by side; may be missing beside --pid or --disk");
    addInterval(*watch, raw, "Time between readings (default 1s)");
    addLocal(*watch, raw);
    addAlertRules(*watch, raw);
    watch->add_option("--for", raw.duration, "How long; default: until Ctrl-C (which is exit code 130)")
        ->type_name("T");
    addTransport(*watch, raw);
    addResults(*watch, raw);
    addHistory(*watch, raw, true);
    addConsole(*watch, raw);
    watch->callback([&raw] { raw.command = CommandName::Watch; });
}

void addContent(CLI::App &app, RawOptions &raw)
{
    app.add_option("--size", raw.size, "Size of the generated uploads")
        ->type_name("SIZE")
        ->capture_default_str();
    app.add_option("--seed", raw.seed, "Of their contents and numbers; default: another one each time")
        ->type_name("N");
    app.add_option("FILE", raw.paths, "Send these instead of generated content");
}

void addConsent(CLI::App &app, RawOptions &raw)
{
    app.add_flag("--yes", raw.yes,
                 "The server may be one that is neither this machine nor in a private network");
}

void addCheck(CLI::App &app, RawOptions &raw)
{
    auto *check = app.add_subcommand("check",
                                     "Is there a leak? Makes uploads and looks at what is left of them: how "
                                     "much, in what, in which function");
    addTarget(
        *check, raw, "post|put",
        "post: multipart/form-data; put: the bare content. {n} and {uuid} in the URL and in form values "
        "change with every upload");
    addConcurrency(*check, raw);
    check->add_flag("--quick", raw.quick, "At most about 15 s on a local server; a leak stays unconfirmed");
    check->add_flag("--thorough", raw.thorough, "40 rounds and 310 s of waiting");
    addContent(*check, raw);
    check->add_option("--idle", raw.idle, "How long to wait for a late release (default 75s, thorough 310s)")
        ->type_name("T");
    check->add_flag("--no-aborts", raw.noAborts, "Do not break off uploads on purpose");
    check
        ->add_option(
            "--baseline", raw.baseline,
            "An earlier check, its JSON file or its number in the history: leaks that it shows as well are "
            "accepted, exit code 1 and a failure in JUnit are for what is new or worse, 4 and an error for "
            "what "
            "it knows and this check cannot tell")
        ->type_name("RUN");
    addConsent(*check, raw);
    addWatching(*check, raw, "; default: the origin of --to");
    addLocal(*check, raw);
    addTransport(*check, raw);
    addResults(*check, raw);
    addJUnit(*check, raw);
    addHistory(*check, raw, true);
    addConsole(*check, raw);
    check->callback([&raw] { raw.command = CommandName::Check; });
}

void addSweep(CLI::App &app, RawOptions &raw)
{
    auto *sweep = app.add_subcommand("sweep",
                                     "How does it stand many at once? Latency, timeouts and the server's "
                                     "memory by concurrency, who is the "
                                     "bottleneck, and whether a leak grows with the load. Stops by itself "
                                     "when the server is down, too much "
                                     "fails, or this client is the bottleneck");
    addTarget(
        *sweep, raw, "post|put",
        "post: multipart/form-data; put: the bare content. {n} and {uuid} in the URL and in form values "
        "change with every upload");
    sweep
        ->add_option("--levels", raw.levels,
                     "Uploads at once, rising, at most 1000 and 20 levels; percentages are of --peak")
        ->type_name("N,N,…")
        ->default_str("1,10,50,200");
    sweep
        ->add_option("--rate", raw.rate,
                     "Open loop instead of --levels: uploads a second, rising, 0.1 to 10000, which begin at "
                     "these rates whatever the server does; at most 1000 are under way, others wait in "
                     "line. Times count from when an upload was due")
        ->type_name("R,R,…");
    sweep
        ->add_option("--peak", raw.peak,
                     "The uploads at once that 100% in --levels means; up to 120% may be asked for")
        ->type_name("N");
    sweep
        ->add_option("--requests", raw.requests,
                     "Uploads for each connection of a level, exactly; with --rate, seconds of arrivals. "
                     "Without it a level that is over sooner goes on for a second")
        ->type_name("N")
        ->default_str(std::to_string(experiment::SweepPlan().perConnection));
    sweep
        ->add_option("--for", raw.duration,
                     "Let each level last so long, with --rate its arrivals; excludes --requests")
        ->type_name("T");
    sweep->add_option("--level-limit", raw.levelLimit, "A level begins no upload after it")
        ->type_name("T")
        ->capture_default_str();
    sweep
        ->add_option("--error-limit", raw.errorLimit,
                     "Do no higher level once more than this share of a level's uploads failed. Above 1% "
                     "the sweep says so and ends with status 1, whatever this is")
        ->type_name("P%")
        ->capture_default_str();
    addConsent(*sweep, raw);
    addContent(*sweep, raw);
    addWatching(*sweep, raw, "; default: the origin of --to");
    addLocal(*sweep, raw);
    addTransport(*sweep, raw);
    addResults(*sweep, raw);
    addJUnit(*sweep, raw);
    addHistory(*sweep, raw, true);
    addConsole(*sweep, raw);
    // Other defaults than other commands have, whose values are the same variables.
    const std::vector<std::tuple<CLI::Option *, std::string *, std::string>> defaults{
        {sweep->get_option("--timeout"), &raw.timeout,
         std::to_string(experiment::SweepPlan::usualTimeout / std::chrono::seconds(1)) + "s"},
        {sweep->get_option("--size"), &raw.size,
         std::to_string(experiment::SweepPlan::usualBytes / 1024) + "K"}};
    for (const auto &[option, value, standard] : defaults)
        option->default_str(standard);
    sweep->callback([&raw, defaults] {
        raw.command = CommandName::Sweep;
        for (const auto &[option, value, standard] : defaults) {
            if (option->count() == 0)
                *value = standard;
        }
    });
}

void addAudit(CLI::App &app, RawOptions &raw)
{
    auto *audit = app.add_subcommand("audit",
                                     "What does an endpoint do with uploads that are too large, broken, slow "
                                     "or oddly named? Sends such ones, within "
                                     "bounds, and says with evidence what should be mended");
    addTarget(*audit, raw, "post|put",
              "post: multipart/form-data; put: the bare content. {n} and {uuid} in the URL and in form "
              "values change with "
              "every upload");
    addConcurrency(*audit, raw);
    audit
        ->add_option("--max-body", raw.maxBody,
                     "Largest body to send: a limit is looked for up to here (default 64M)")
        ->type_name("SIZE");
    audit->add_option("--slow-for", raw.slowFor, "How long a body is sent slowly (default 65s)")
        ->type_name("T");
    audit
        ->add_option("--idle", raw.idle,
                     "How long clean-up may take: aborted uploads (default 75s), files (15s)")
        ->type_name("T");
    audit->add_option("--only", raw.only, "Ids of the checks to make; default: all")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("CHECKS");
    audit->add_flag("--odd-names", raw.oddNames,
                    "Send file names that lead out of a folder also to a server that is not on this machine; "
                    "their content "
                    "is a line of text");
    addConsent(*audit, raw);
    addWatching(*audit, raw, "; default: the origin of --to");
    addLocal(*audit, raw);
    addTransport(*audit, raw);
    addResults(*audit, raw);
    addJUnit(*audit, raw);
    addHistory(*audit, raw, true);
    addConsole(*audit, raw);
    audit->callback([&raw] { raw.command = CommandName::Audit; });
}

void addDemo(CLI::App &app, RawOptions &raw)
{
    auto *demo = app.add_subcommand("demo",
                                    "Start a sample server and print its URLs; it runs until Ctrl-C, or does "
                                    "--upload or --check and ends");
    demo->add_option("--specimen", raw.specimen, "Which upload route to show")
        ->type_name("NAME")
        ->capture_default_str();
    demo->add_flag("--cured", raw.cured, "Its cured form");
    demo->add_option("--port", raw.port, "Port on loopback, 0 for a free one")
        ->type_name("P")
        ->capture_default_str();
    demo->add_option("--upload", raw.demoUploads,
                     "Upload N generated files, say what they left behind, and end")
        ->type_name("N");
    demo->add_flag("--check", raw.demoChecks, "Check it for a leak, quickly, and end");
    demo->add_option("--size", raw.size, "Size of each of them")->type_name("SIZE")->capture_default_str();
    addConcurrency(*demo, raw);
    addInterval(*demo, raw, "Time between readings (default 200ms)");
    addResults(*demo, raw);
    addHistory(*demo, raw, true);
    addConsole(*demo, raw);
    demo->callback([&raw] { raw.command = CommandName::Demo; });
}

void addReport(CLI::App &app, RawOptions &raw)
{
    auto *report = app.add_subcommand("report", "Write the report of a run");
    report
        ->add_option("RUN", raw.run,
                     "The number of a kept run, 'last', or a file that 'upload --json' or 'watch --json' "
                     "wrote; that of a check, a sweep or an audit holds less than their reports, which the "
                     "history keeps")
        ->capture_default_str();
    report
        ->add_option("--format", raw.format,
                     "html, pdf, md, csv, json or junit; default: by the ending of --out")
        ->type_name("F");
    report->add_option("--out", raw.out, "Where to; - is standard output")->type_name("FILE|-")->required();
    addHistory(*report, raw, false);
    addConsole(*report, raw);
    report->callback([&raw] { raw.command = CommandName::Report; });
}

void addCompare(CLI::App &app, RawOptions &raw)
{
    auto *compare = app.add_subcommand(
        "compare", "Say what has become of a leak: two checks, before a change to the server and after it");
    compare
        ->add_option("BEFORE", raw.before,
                     "The earlier check: the number of a kept run, 'last', or a file written by "
                     "check --json")
        ->required();
    compare->add_option("AFTER", raw.after, "The later one, named likewise")->required();
    compare->add_option("--json", raw.json, "The result as one JSON document; - is standard output")
        ->type_name("FILE|-");
    compare
        ->add_option("--report", raw.report,
                     "The report, format by file ending: .html .pdf .md .csv .json .xml (JUnit)")
        ->type_name("FILE");
    compare->add_option("--junit", raw.junit, "JUnit XML, for CI servers: a test case for the change")
        ->type_name("FILE");
    addFailOn(*compare, raw);
    addHistory(*compare, raw, false);
    addConsole(*compare, raw);
    compare->callback([&raw] { raw.command = CommandName::Compare; });
}

void addAlerts(CLI::App &app, RawOptions &raw)
{
    auto *alerts
        = app.add_subcommand("alerts",
                             "Print the alert rules that upload and watch keep an eye on, or export "
                             "them: as a file for --alert-rules, or as alerting rules for Prometheus");
    addAlertRules(*alerts, raw);
    alerts
        ->add_option("--format", raw.format,
                     "prometheus: YAML for a rule file of Prometheus; json; default: a table")
        ->type_name("F");
    alerts->add_option("--out", raw.out, "Where to; - is standard output, the default")->type_name("FILE|-");
    addConsole(*alerts, raw);
    alerts->callback([&raw] { raw.command = CommandName::Alerts; });
}

void addRuns(CLI::App &app, RawOptions &raw)
{
    auto *runs = app.add_subcommand(
        "runs", "The runs that were kept: lists them, shows what one said, marks and deletes them");
    runs->add_option("ACTION", raw.runsAction,
                     "list: newest first; show RUN: what it said; delete RUN…; tag RUN WORD… and untag RUN "
                     "WORD…; note RUN TEXT")
        ->type_name("list|show|delete|tag|untag|note")
        ->capture_default_str();
    runs->add_option("RUN", raw.runsWords, "The number of a run, or 'last'; then words or text")
        ->type_name("N|last");
    runs->add_option("--server", raw.onlyServer, "List only those whose address contains this")
        ->type_name("S");
    runs->add_option("--command", raw.onlyCommand, "List only those of this command")->type_name("C");
    runs->add_option("--tag", raw.onlyTag, "List only those with this tag")->type_name("WORD");
    runs->add_option("--limit", raw.limit, "List so many, the newest; 0: all (default 30, all with --json)")
        ->type_name("N");
    runs->add_option("--json", raw.json,
                     "The list, or with show the run's own document, as JSON; - is standard output")
        ->type_name("FILE|-");
    addHistory(*runs, raw, false);
    addConsole(*runs, raw);
    runs->callback([&raw] { raw.command = CommandName::Runs; });
}

void addProfile(CLI::App &app, RawOptions &raw)
{
    auto *profile = app.add_subcommand(
        "profile", "Say which functions hold memory, or which grew, from profiles in pprof's format");
    profile
        ->add_option("ACTION", raw.action,
                     "top: functions; diff: what grew since BASE; list: lines of functions")
        ->type_name("top|diff|list")
        ->required();
    profile
        ->add_option("FILE", raw.source,
                     "A profile, as a file or address; below a server's base it is /debug/pprof/heap?gc=1")
        ->type_name("FILE|URL")
        ->required();
    profile->add_option("BASE", raw.base, "The earlier profile: values are what was added since")
        ->type_name("FILE|URL");
    profile
        ->add_option("--sample", raw.sample,
                     "What to count: inuse_space, inuse_objects, alloc_space, goroutine, …; default: what "
                     "the profile itself prefers")
        ->type_name("NAME");
    profile->add_option("--sort", raw.sort, "flat: of the function itself; cum: with all that it calls")
        ->type_name("flat|cum")
        ->capture_default_str();
    profile->add_option("--nodecount", raw.nodeCount, "Functions shown, 0 for all; JSON holds all")
        ->type_name("N")
        ->capture_default_str();
    profile->add_option("--function", raw.function, "Only functions whose name matches a regular expression")
        ->type_name("REGEX");
    addTransport(*profile, raw);
    profile->add_option("--json", raw.json, "The result as one JSON document; - is standard output")
        ->type_name("FILE|-");
    addConsole(*profile, raw);
    profile->callback([&raw] { raw.command = CommandName::Profile; });
}

bool takesValue(const CLI::App *command, const std::string &argument)
{
    if (!command || !argument.starts_with("--"))
        return false;
    const CLI::Option *option = command->get_option_no_throw(argument);
    return option && option->get_items_expected_max() > 0;
}

/// As CLI11 takes them: last one first, without the program. What follows "--" is made to not look like an option,
/// because CLI11 forgets the mark as soon as one file came before it; and a file "[2024]" not like a list, which CLI11
/// would take apart.
std::vector<std::string> reversedArguments(const CLI::App &app, int argc, const char *const *argv)
{
    std::vector<std::string> arguments;
    const auto commands = app.get_subcommands(
        [&](const CLI::App *command) { return argc > 1 && command->check_name(argv[1]); });
    const CLI::App *command = commands.empty() ? nullptr : commands.front();
    bool onlyPaths = false;
    bool isValue = false;
    for (int i = 1; i < argc; ++i) {
        std::string argument = argv[i];
        if (std::exchange(isValue, !isValue && !onlyPaths && takesValue(command, argument))) {
            arguments.push_back(std::move(argument));
            continue;
        }
        if (!onlyPaths && argument == "--") {
            onlyPaths = true;
            continue;
        }
        const bool isList = argument.starts_with('[') && argument.ends_with(']');
        if (isList || (onlyPaths && argument.starts_with('-')))
            argument.insert(0, "./");
        arguments.push_back(std::move(argument));
    }
    std::reverse(arguments.begin(), arguments.end());
    return arguments;
}

QString aboutTheCommand(const CLI::App &app)
{
    const auto unknown = app.remaining();
    const QString known = QStringLiteral(
        "upload, watch, check, sweep, audit, demo, profile, report, runs, compare and alerts");
    if (unknown.empty())
        return QStringLiteral("a command is missing; known are ") + known;
    return QStringLiteral("\"%1\" is not a command of this version; known are %2")
        .arg(QString::fromLocal8Bit(unknown.front().c_str()), known);
}
} // namespace

std::variant<Options, CommandLineExit> parseCommandLine(int argc, const char *const *argv)
{
    RawOptions raw;
    CLI::App app("Drop files on your upload service and see what they leave behind.", "tidemark-cli");
    app.set_version_flag("--version", std::string("tidemark-cli ") + TIDEMARK_VERSION);
    app.footer(footer);
    app.require_subcommand(1);
    addUpload(app, raw);
    addWatch(app, raw);
    addCheck(app, raw);
    addSweep(app, raw);
    addAudit(app, raw);
    addDemo(app, raw);
    addProfile(app, raw);
    addReport(app, raw);
    addRuns(app, raw);
    addCompare(app, raw);
    addAlerts(app, raw);
    try {
        app.parse(reversedArguments(app, argc, argv));
    } catch (const CLI::Success &request) { // --help, --version
        std::ostringstream text;
        app.exit(request, text, text);
        return CommandLineExit{exitFine, QString::fromStdString(text.str())};
    } catch (const CLI::ParseError &mistake) {
        const QString said
            = app.get_subcommands().empty() ? aboutTheCommand(app) : QString::fromLocal8Bit(mistake.what());
        return CommandLineExit{exitUsage, report::printable(said)};
    }
    const auto options = interpret(raw);
    if (!options) {
        CommandLineExit exit{exitUsage, report::printable(options.error().message)};
        if (options.error().kind != base::ErrorKind::WriteFailed
            && !isAmong(QByteArray::fromStdString(raw.json), pathsOf(raw)))
            exit.json = text(raw.json);
        exit.document = errorDocument(nameOf(raw.command), options.error());
        return exit;
    }
    return *options;
}

} // namespace cli
