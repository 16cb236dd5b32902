// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/commandline.h"

#include <QDir>
#include <QTest>

#include <vector>

using namespace cli;

namespace {

/// The arguments after the program's name, as the shell would hand them over.
std::variant<Options, CommandLineExit> parse(const QByteArrayList &arguments)
{
    std::vector<const char *> argv{"tidemark-cli"};
    for (const QByteArray &argument : arguments)
        argv.push_back(argument.constData());
    return parseCommandLine(static_cast<int>(argv.size()), argv.data());
}

Options options(const QByteArrayList &arguments)
{
    const auto parsed = parse(arguments);
    if (const auto *exit = std::get_if<CommandLineExit>(&parsed)) {
        QTest::qFail(qPrintable(QStringLiteral("refused: ") + exit->text), __FILE__, __LINE__);
        return {};
    }
    return std::get<Options>(parsed);
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void uploadReadsEveryOption();
    void uploadWatchesTheOriginByDefault();
    void credentialsStayWithTheOriginOfTheUploads();
    void fragmentsAreNoPartOfAnAddress();
    void repeatableOptionsLeaveTheFilesAlone();
    void bracketsAreNoList();
    void pathsKeepTheirBytes();
    void watchDemoAndReport();
    void sweepReadsItsLevels();
    void sweepReadsItsRates();
    void sweepHasDefaultsOfItsOwn();
    void mistakesAreNamed_data();
    void mistakesAreNamed();
    void helpPrintsTheContract_data();
    void helpPrintsTheContract();
    void versionIsPrinted();
};

void TestCommandLine::uploadReadsEveryOption()
{
    const Options o = options({"upload",
                               "--to",
                               "https://host:8443/in",
                               "--field",
                               "upload",
                               "--form",
                               "a=b=c",
                               "--header",
                               "X-Key: v: w",
                               "--concurrency",
                               "7",
                               "--retry",
                               "5",
                               "--limit-rate",
                               "2M:256K",
                               "--relative-path",
                               "field:where",
                               "--follow-redirects",
                               "--follow-links",
                               "--no-hidden",
                               "--timeout",
                               "90s",
                               "--connect-timeout",
                               "500ms",
                               "--stall-timeout",
                               "0",
                               "--cacert",
                               "ca.pem",
                               "--cert",
                               "c.pem",
                               "--key",
                               "k.pem",
                               "--insecure",
                               "--proxy",
                               "proxy:3128",
                               "--user",
                               "me",
                               "--interval",
                               "250ms",
                               "--json",
                               "-",
                               "--report",
                               "r.html",
                               "--quiet",
                               "--color",
                               "never",
                               "f1",
                               "f2"});
    const net::Endpoint &endpoint = o.target.endpoint;
    QCOMPARE(o.command, CommandName::Upload);
    QCOMPARE(endpoint.url, QUrl(QStringLiteral("https://host:8443/in")));
    QCOMPARE(o.target.field, QStringLiteral("upload"));
    QCOMPARE(o.target.form,
             (QList<std::pair<QString, QString>>{{QStringLiteral("a"), QStringLiteral("b=c")}}));
    QCOMPARE(endpoint.headers, (QList<std::pair<QByteArray, QByteArray>>{{"X-Key", "v: w"}}));
    QVERIFY(endpoint.transport.resendBodyOnRedirect);
    QCOMPARE(o.concurrency, 7);
    QCOMPARE(o.retries, 5);
    QCOMPARE(o.rateLimit, (transfer::RateLimit::Setting{2 * 1024 * 1024, 256 * 1024}));
    QCOMPARE(o.folderOptions,
             (session::FolderOptions{session::FolderOptions::RelativePath::InField, QStringLiteral("where"),
                                     true, false}));
    QVERIFY(o.notes.isEmpty());
    const Options narrow = options({"upload", "--to", "http://h/", "--limit-rate", "1000K:1K", "f"});
    QCOMPARE(narrow.notes.size(), 1);
    QVERIFY2(narrow.notes.first().contains(QStringLiteral("bursts are of 25.0 KiB")),
             qPrintable(narrow.notes.first()));
    const Options plain = options({"upload", "--to", "http://h/", "f"});
    QVERIFY(!plain.target.endpoint.transport.resendBodyOnRedirect);
    QCOMPARE(plain.folderOptions, session::FolderOptions());
    const Options named = options({"upload", "--to", "http://h/", "--relative-path", "name", "f"});
    QCOMPARE(named.folderOptions.relativePath, session::FolderOptions::RelativePath::InName);
    QCOMPARE(endpoint.transport.totalTimeout, std::chrono::seconds(90));
    QCOMPARE(endpoint.transport.connectTimeout, std::chrono::milliseconds(500));
    QCOMPARE(endpoint.transport.stallTimeout, std::chrono::milliseconds(0));
    QCOMPARE(endpoint.transport.caFile, QStringLiteral("ca.pem"));
    QCOMPARE(endpoint.transport.certFile, QStringLiteral("c.pem"));
    QCOMPARE(endpoint.transport.keyFile, QStringLiteral("k.pem"));
    QVERIFY(!endpoint.transport.verifyTls);
    QCOMPARE(endpoint.transport.proxy, QUrl(QStringLiteral("http://proxy:3128")));
    QCOMPARE(endpoint.transport.user, QStringLiteral("me"));
    QCOMPARE(o.interval, std::chrono::milliseconds(250));
    QVERIFY(o.jsonOnStdout());
    QCOMPARE(o.reportFile, QStringLiteral("r.html"));
    QVERIFY(o.quiet);
    QVERIFY(!o.progress);
    QCOMPARE(o.color, ColorMode::Never);
    QCOMPARE(o.paths, (QStringList{QStringLiteral("f1"), QStringLiteral("f2")}));
    QVERIFY(o.failOnFailed);
    QVERIFY(!options({"upload", "--to", "http://h/", "--fail-on", "leak,alert", "f"}).failOnFailed);
    QVERIFY(options({"upload", "--to", "http://h/", "--fail-on", "leak,failed", "f"}).failOnFailed);
    QVERIFY(o.failOnAlert);
    QVERIFY(options({"upload", "--to", "http://h/", "--fail-on", "leak,alert", "f"}).failOnAlert);
    QVERIFY(!options({"upload", "--to", "http://h/", "--fail-on", "leak,failed", "f"}).failOnAlert);
    QCOMPARE(o.alerts, (session::AlertPlan{analysis::defaultAlertRules(), 0}));
    QCOMPARE(options({"upload", "--to", "http://h/", "--memory-limit", "2G", "f"}).alerts.memoryLimit,
             2.0 * 1024 * 1024 * 1024);
}

void TestCommandLine::uploadWatchesTheOriginByDefault()
{
    const Options o = options({"upload", "--to", "http://me@host:81/a/b?c", "f"});
    QCOMPARE(o.watch.url, QUrl(QStringLiteral("http://host:81/")));
    QVERIFY(!o.watchNamed);
    QCOMPARE(o.target.endpoint.url, QUrl(QStringLiteral("http://host:81/a/b?c")));
    QCOMPARE(o.watch.transport.user, QStringLiteral("me"));

    const Options named
        = options({"upload", "--to", "http://host/a", "--watch", "http://host:9090/metrics", "f"});
    QCOMPARE(named.watch.url, QUrl(QStringLiteral("http://host:9090/metrics")));
    QVERIFY(named.watchNamed);
}

void TestCommandLine::credentialsStayWithTheOriginOfTheUploads()
{
    const auto watch = [](const QByteArrayList &arguments) {
        return options(QByteArrayList{"upload", "f", "--header", "authorization: Bearer x", "--header",
                                      "Cookie: a=b", "--header", "X-Api-Key: k", "--header", "X-Tag: t",
                                      "--cert", "c.pem", "--key", "k.pem", "--cacert", "ca.pem"}
                       + arguments)
            .watch;
    };
    const QList<std::pair<QByteArray, QByteArray>> harmless{{"X-Tag", "t"}};
    const net::Endpoint same = watch({"--to", "https://h/in", "--watch", "https://h:443/m", "--user", "me"});
    QCOMPARE(same.headers.size(), 4);
    QCOMPARE(same.transport.user, QStringLiteral("me"));
    QCOMPARE(same.transport.keyFile, QStringLiteral("k.pem"));
    for (const char *elsewhere :
         {"https://other/m", "https://h:444/m", "http://h:443/m", "https://you@other/m"}) {
        const net::Endpoint other = watch({"--to", "https://h/in", "--watch", elsewhere, "--user", "me"});
        QCOMPARE(other.headers, harmless);
        QCOMPARE(other.transport.user, QString());
        QCOMPARE(other.transport.certFile, QString());
        QCOMPARE(other.transport.keyFile, QString());
        QCOMPARE(other.transport.caFile, QStringLiteral("ca.pem"));
    }
    for (const char *elsewhere : {"https://other/m", "https://you@other/m"}) {
        const Options several
            = options({"upload", "f", "--to", "https://h/in", "--watch", "https://h/m", "--watch", elsewhere,
                       "--watch", "https://h/n", "--user", "me", "--header", "X-Api-Key: k"});
        QCOMPARE(several.watchAlso.size(), 2);
        QVERIFY(several.watchAlso[0].headers.isEmpty());
        QCOMPARE(several.watchAlso[0].transport.user, QString());
        QCOMPARE(several.watchAlso[1].headers.size(), 1);
        QCOMPARE(several.watchAlso[1].transport.user, QStringLiteral("me"));
    }
    const Options watched = options({"watch", "--watch", "http://you@a/", "--watch", "http://me@b/"});
    QCOMPARE(watched.watch.transport.user, QStringLiteral("you"));
    QCOMPARE(watched.watchAlso[0].transport.user, QString()); // there is one password
    // The only user that was named.
    QCOMPARE(watch({"--to", "https://h/in", "--watch", "https://you@other/m"}).transport.user,
             QStringLiteral("you"));
}

void TestCommandLine::fragmentsAreNoPartOfAnAddress()
{
    const Options o
        = options({"upload", "--to", "http://h/in?n=1#token=s", "--watch", "http://h:1/#token=s", "f"});
    QCOMPARE(o.target.endpoint.url, QUrl(QStringLiteral("http://h/in?n=1")));
    QCOMPARE(o.watch.url, QUrl(QStringLiteral("http://h:1/")));
}

void TestCommandLine::repeatableOptionsLeaveTheFilesAlone()
{
    const Options o
        = options({"upload", "--to", "http://h/", "--header", "A: 1", "--header", "B: 2", "f1", "--form",
                   "k=v", "f2", "--watch", "http://h/m", "f3", "--fail-on", "failed", "--", "--odd"});
    QCOMPARE(o.paths,
             (QStringList{QStringLiteral("f1"), QStringLiteral("f2"), QStringLiteral("f3"),
                          QStringLiteral("./--odd")}));
    QCOMPARE(o.target.endpoint.headers.size(), 2);
    QCOMPARE(o.target.form.size(), 1);
}

void TestCommandLine::bracketsAreNoList()
{
    const Options o = options({"upload", "--to", "http://h/", "[2024]", "--field", "[a,b]", "--quiet",
                               "[c,d]", "--form=[k]=[v]", "--", "[--e]"});
    QCOMPARE(o.paths,
             (QStringList{QStringLiteral("./[2024]"), QStringLiteral("./[c,d]"), QStringLiteral("./[--e]")}));
    QCOMPARE(o.target.field, QStringLiteral("[a,b]"));
}

void TestCommandLine::pathsKeepTheirBytes()
{
    const Options o = options({"upload", "--to", "http://h/", "caf\xc3\xa9", "caf\xe9"});
    QCOMPARE(o.paths.size(), 2);
    QCOMPARE(o.paths[0], QStringLiteral(u"caf\u00e9"));
    QVERIFY2(o.paths[1] != QStringLiteral(u"caf\ufffd"), "the byte is lost, and with it the file");
}

void TestCommandLine::watchDemoAndReport()
{
    const Options watch = options({"watch", "--watch", "http://h:1/", "--for", "1.5s"});
    QCOMPARE(watch.command, CommandName::Watch);
    QCOMPARE(watch.interval, std::chrono::milliseconds(1000));
    QCOMPARE(watch.duration, std::optional(std::chrono::milliseconds(1500)));
    QVERIFY(!options({"watch", "--watch", "http://h:1/"}).duration);
    const Options local = options({"watch", "--pid", "7", "--disk", "/tmp", "--disk", "/proc"});
    QVERIFY(!local.watchNamed);
    QCOMPARE(local.pid, qint64(7));
    QCOMPARE(local.folders, (QStringList{QStringLiteral("/tmp"), QStringLiteral("/proc")}));

    const Options demo = options({"demo", "--specimen", "global-cache", "--cured", "--port", "8099",
                                  "--upload", "3", "--size", "64K"});
    QCOMPARE(demo.command, CommandName::Demo);
    QCOMPARE(demo.specimen, QStringLiteral("global-cache"));
    QVERIFY(demo.cured);
    QCOMPARE(demo.port, quint16(8099));
    QCOMPARE(demo.demoUploads, 3);
    QCOMPARE(demo.demoSize, qint64(65536));
    QCOMPARE(demo.interval, std::chrono::milliseconds(200));

    const Options alerts = options({"alerts", "--format", "Prometheus", "--memory-limit", "1G"});
    QCOMPARE(alerts.command, CommandName::Alerts);
    QCOMPARE(alerts.alertsFormat, QStringLiteral("prometheus"));
    QCOMPARE(alerts.alerts, (session::AlertPlan{analysis::defaultAlertRules(), 1024.0 * 1024 * 1024}));
    QCOMPARE(watch.alerts.rules, analysis::defaultAlertRules());
    QVERIFY(demo.alerts.rules.isEmpty());

    const Options report = options({"report", "--out", "x.csv"});
    QCOMPARE(report.command, CommandName::Report);
    QCOMPARE(report.run, QStringLiteral("last"));
    QCOMPARE(report.format, report::Format::Csv);
    QCOMPARE(options({"report", "r.json", "--format", "HTML", "--out", "-"}).format, report::Format::Html);
    QCOMPARE(options({"report", "--out", "check.xml"}).format, report::Format::JUnit);

    const Options runs = options({"runs"});
    QCOMPARE(runs.command, CommandName::Runs);
    QCOMPARE(runs.runsAction, RunsAction::List);
    QVERIFY(runs.history.endsWith(QLatin1StringView("/history.sqlite")) && !runs.historyNamed);
    const Options some = options({"runs", "list", "--server", "h:1", "--command", "check", "--tag", "fix",
                                  "--limit", "5", "--history", "h.sqlite"});
    QCOMPARE(some.filter.server, QStringLiteral("h:1"));
    QCOMPARE(some.filter.command, QStringLiteral("check"));
    QCOMPARE(some.filter.tag, QStringLiteral("fix"));
    QVERIFY(some.filter.limit == 5 && some.limitNamed && some.historyNamed);
    QVERIFY(QDir::isAbsolutePath(some.history));
    const Options note = options({"runs", "note", "last", "[old]", "pool"});
    QCOMPARE(note.runsAction, RunsAction::Note);
    QCOMPARE(note.runs, QStringList(QStringLiteral("last")));
    QCOMPARE(note.words, QStringList(QStringLiteral("[old] pool")));
    QCOMPARE(options({"watch", "--watch", "http://a/", "--history-limit", "64MiB"}).historyRoom,
             64LL * 1024 * 1024);
    QVERIFY(options({"watch", "--watch", "http://a/", "--no-history"}).history.isEmpty());
}

void TestCommandLine::sweepReadsItsLevels()
{
    const Options o
        = options({"sweep", "--to", "http://10.0.0.1/in", "--peak", "80", "--levels", "25%,50%,100%,120%",
                   "--requests", "5", "--error-limit", "5%", "--level-limit", "10s", "--method", "put"});
    QCOMPARE(o.command, CommandName::Sweep);
    QCOMPARE(o.sweep.levels, (std::vector<int>{20, 40, 80, 96}));
    QCOMPARE(o.sweep.perConnection, 5);
    QCOMPARE(o.sweep.errorLimit, 0.05);
    QCOMPARE(o.sweep.longestLevel, std::chrono::milliseconds(10'000));
    QVERIFY(!o.sweep.levelTime);
    QCOMPARE(o.sweep.leastTime, std::chrono::milliseconds(0)); // a number that is given is exact
    QVERIFY(options({"sweep", "--to", "http://10.0.0.1/in"}).sweep.leastTime > std::chrono::milliseconds(0));
    QVERIFY(o.usesPut);
    QVERIFY(std::holds_alternative<CommandLineExit>(parse({"sweep", "--to", "http://example.com/in"})));
    QCOMPARE(options({"sweep", "--to", "http://example.com/in", "--yes"}).command, CommandName::Sweep);
    QCOMPARE(options({"check", "--to", "http://example.com/in", "--yes"}).command, CommandName::Check);
    const Options timed = options({"sweep", "--to", "http://localhost/in", "--for", "2s"});
    QCOMPARE(timed.sweep.levelTime, std::chrono::milliseconds(2'000));
    QCOMPARE(options({"sweep", "--to", "http://localhost/in", "--peak", "10", "--levels",
                      "20%\xEF\xBC\x8C"
                      "100%\xE3\x80\x81"
                      "11"})
                 .sweep.levels,
             (std::vector<int>{2, 10, 11}));
}

void TestCommandLine::sweepReadsItsRates()
{
    const Options o
        = options({"sweep", "--to", "http://localhost/in", "--rate", "0.5,10,200", "--requests", "5"});
    QCOMPARE(o.sweep.rates, (std::vector<double>{0.5, 10, 200}));
    QVERIFY(o.sweep.isOpenLoop());
    QCOMPARE(o.sweep.perConnection, 5);
    QVERIFY(options({"sweep", "--to", "http://localhost/in"}).sweep.rates.empty());
}

// The options of all commands are the same variables: what a sweep is told must not become the default of others.
void TestCommandLine::sweepHasDefaultsOfItsOwn()
{
    const Options sweep = options({"sweep", "--to", "http://localhost/in"});
    QCOMPARE(sweep.sweep.levels, (std::vector<int>{1, 10, 50, 200}));
    QCOMPARE(sweep.checkSize, experiment::SweepPlan::usualBytes);
    QCOMPARE(sweep.target.endpoint.transport.totalTimeout, std::chrono::milliseconds(30'000));
    const Options told = options({"sweep", "--to", "http://localhost/in", "--size", "1M", "--timeout", "5s"});
    QCOMPARE(told.checkSize, 1024 * 1024);
    QCOMPARE(told.target.endpoint.transport.totalTimeout, std::chrono::milliseconds(5'000));
    const Options check = options({"check", "--to", "http://localhost/in"});
    QCOMPARE(check.checkSize, 1024 * 1024);
    QCOMPARE(check.target.endpoint.transport.totalTimeout, std::chrono::milliseconds(0));
}

void TestCommandLine::mistakesAreNamed_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QByteArrayList &arguments, const char *said) {
        QTest::newRow(name) << arguments << QString::fromUtf8(said);
    };
    const auto upload = [&](const char *name, QByteArrayList extra, const char *said) {
        row(name, QByteArrayList{"upload", "--to", "http://h/", "f"} + extra, said);
    };
    row("no command", {}, "a command is missing");
    row("unknown command", {"frobnicate"}, "\"frobnicate\" is not a command of this version");
    row("unknown option without command", {"--frobnicate"}, "--frobnicate");
    row("no target", {"upload", "f"}, "--to");
    row("no file", {"upload", "--to", "http://h/"}, "FILE");
    upload("two archives", {"--archive", "a.sqlite", "--no-archive"}, "exclude each other");
    upload("resume of nothing", {"--resume", "--no-archive"}, "--resume needs the archive");
    row("wrong scheme", {"upload", "--to", "ftp://h/x", "f"},
        "only http and https are spoken here, not \"ftp\"");
    row("target without host", {"upload", "--to", "http:///x", "f"}, "names no host");
    row("target without a scheme", {"upload", "--to", "localhost:8080/up", "f"},
        "lacks its scheme; write http://localhost:8080/up or https://localhost:8080/up");
    row("target without a scheme, with a token", {"upload", "--to", "localhost/up?token=secret", "f"},
        "localhost/up?token=***");
    row("target without a scheme, with a password", {"upload", "--to", "joe:secret@host/up", "f"},
        "--to host/up lacks its scheme; write http://host/up");
    row("target of one slash, with a password", {"upload", "--to", "http:/joe:secret@host/up", "f"},
        "--to http:/host/up names no host");
    row("target with a slash in its password", {"upload", "--to", "http://joe:a/secret@host/up", "f"},
        "--to http://***@host/up is not a URL");
    row("watch without a scheme, with a password", {"watch", "--watch", "joe:secret@host:80"},
        "--watch host:80 lacks its scheme");
    row("target is a path", {"upload", "--to", "/up", "f"}, "is not a URL");
    row("target is not a URL", {"upload", "--to", "http://a b/", "f"}, "not a URL");
    row("password in the URL", {"upload", "--to", "http://u:secret@h/", "f"}, "TIDEMARK_PASSWORD");
    row("watch with a wrong scheme", {"watch", "--watch", "file:///etc/passwd"}, "only http and https");
    row("nothing to watch", {"watch"}, "--watch");
    row("a check of two", {"check", "--to", "http://h/", "--watch", "http://a/", "--watch", "http://b/"},
        "one URL");
    row("one to watch, twice",
        {"watch", "--watch", "http://a/", "--watch", "http://b/", "--watch", "http://a/"},
        "http://a/ is given twice");
    row("memory limit", {"watch", "--watch", "http://h/", "--memory-limit", "much"},
        "--memory-limit much is not a size");
    row("no memory", {"upload", "--to", "http://h/", "f", "--memory-limit", "0"},
        "--memory-limit 0 is not a size");
    row("no such rules", {"alerts", "--alert-rules", "/no/such/file"}, "/no/such/file do not exist");
    row("format of alerts", {"alerts", "--format", "yaml"}, "--format yaml is not known");
    row("alerts to a file", {"alerts", "--out", "f"}, "--out needs --format");
    row("process without sense", {"watch", "--pid", "0"}, "--pid 0 is not a process");
    row("process that is no number", {"watch", "--pid", "nginx"}, "nginx");
    row("folder that is not there", {"watch", "--disk", "/no/such/folder"},
        "/no/such/folder is not a folder");
    row("folder that is a file", {"watch", "--disk", "/proc/self/stat"}, "is not a folder");
    row("one folder, twice", {"watch", "--disk", "/tmp", "--disk", "/tmp"}, "/tmp is given twice");
    row("interval too short", {"watch", "--watch", "http://a/", "--interval", "1ms"}, "100ms");
    row("duration without sense", {"watch", "--watch", "http://a/", "--for", "soon"}, "not a duration");
    row("port out of range", {"demo", "--port", "65536"}, "not a port");
    row("size without sense", {"demo", "--size", "big"}, "not a size");
    row("negative uploads", {"demo", "--upload", "-1"}, "1 to 100000");
    row("report without out", {"report"}, "--out");
    row("report on stdout without a format", {"report", "--out", "-"}, "--format");
    row("report with an unknown ending", {"report", "--out", "x.doc"}, "doc");
    row("report with an unknown format", {"report", "--out", "x", "--format", "doc"}, "doc");
    upload("unknown option", {"--frobnicate"}, "--frobnicate");
    upload("unknown method", {"--method", "patch"}, "write post, put or tus");
    upload("metadata with a space", {"--method", "tus", "--form", "my key=v"}, "without spaces and commas");
    upload("field of no form", {"--method", "put", "--form", "a=b"}, "--method put sends none");
    upload("redirects of tus", {"--method", "tus", "--follow-redirects"}, "not for --method tus");
    upload("digest of no form", {"--method", "put", "--sha256-field", "sha256"}, "is a field of a form");
    upload("digest of pieces", {"--method", "tus", "--repr-digest"}, "not for --method tus");
    row("check of a public host", {"check", "--to", "http://example.com/in"},
        "repeat the command with --yes");
    row("sweep of a public host", {"sweep", "--to", "http://example.com/in", "--levels", "1,5"},
        "sweep makes up to");
    row("sweep of a public host by time", {"sweep", "--to", "http://example.com/in", "--for", "5s"},
        "sweep makes as many uploads as are answered in 5.00 s at each level, 200 at once in the end");
    row("sweep of a public host by rate",
        {"sweep", "--to", "http://example.com/in", "--for", "5s", "--rate", "10"}, ", 10 a second, ");
    row("rates and levels", {"sweep", "--to", "http://h/", "--rate", "5", "--levels", "1,10,50,200"},
        "--rate and --levels exclude each other");
    row("rates and a peak", {"sweep", "--to", "http://h/", "--rate", "5", "--peak", "100"},
        "--rate and --peak exclude each other");
    for (const char *rate : {"0", "-1", "fast", "", "10001", "1e99", "5,,6", "50%"})
        row(QByteArray("rate " + QByteArray(rate)).constData(),
            {"sweep", "--to", "http://h/", "--rate", rate},
            "--rate takes uploads a second, from 0.1 to 10000, as in 10,50,200");
    row("rates that fall", {"sweep", "--to", "http://h/", "--rate", "20,10"}, "--rate must rise");
    row("too many by rate", {"sweep", "--to", "http://h/", "--rate", "9000", "--requests", "100000"},
        "lower --requests or --rate");
    for (const char *command : {"check", "sweep", "audit"})
        row(QByteArray("interval of " + QByteArray(command)).constData(),
            {command, "--to", "http://h/", "--interval", "1s"}, "--interval");
    row("check by tus", {"check", "--to", "http://h/", "--method", "tus"}, "--method tus is for upload");
    upload("empty field", {"--field", ""}, "--field must not be empty");
    upload("form without value", {"--form", "key"}, "name=value");
    upload("form that is only a secret", {"--form", "secret"}, "name=value");
    upload("header without colon", {"--header", "Key"}, "'Name: value'");
    upload("header that is only a secret", {"--header", "Bearer secret"}, "'Name: value'");
    upload("header with a line break", {"--header", "A: b\r\nC: d"}, "'Name: value'");
    upload("header name with a space", {"--header", "A b: c"}, "'Name: value'");
    upload("no uploads at once", {"--concurrency", "0"}, "1 to 1000");
    upload("retries below none", {"--retry", "-1"}, "0 to 100");
    for (const char *rate : {"fast", "0", "1M:", "1M:0", ":1M"})
        upload(rate, {"--limit-rate", rate}, "is not a rate");
    for (const char *way : {"field", "field:", "sideways", ""})
        upload(*way ? way : "no way", {"--relative-path", way},
               "--relative-path takes none, name or field:NAME");
    upload("a path in a field of no form", {"--method", "put", "--relative-path", "field:p"},
           "--method put sends none");
    upload("a path in metadata without a name for it", {"--method", "tus", "--relative-path", "field:a b"},
           "without spaces and commas");
    upload("concurrency is no number", {"--concurrency", "many"}, "many");
    upload("timeout without sense", {"--timeout", "-5s"}, "--timeout");
    upload("key without certificate", {"--key", "k.pem"}, "--cert");
    upload("password after the user", {"--user", "me:secret"}, "TIDEMARK_PASSWORD");
    upload("proxy with a password", {"--proxy", "http://u:secret@p:1"}, "password");
    upload("proxy of an unknown kind", {"--proxy", "gopher://p"}, "not a proxy address");
    upload("proxy of an unknown kind, with a password", {"--proxy", "ftp://u:secret@h:1"},
           "--proxy ftp://h:1 is not a proxy address");
    upload("password after the proxy's user", {"--proxy-user", "joe:secret"}, "TIDEMARK_PROXY_PASSWORD");
    upload("unknown finding", {"--fail-on", "everything"}, "everything");
    upload("unknown colour", {"--color", "mauve"}, "mauve");
    upload("report of an unknown format", {"--report", "r.doc"}, "r.doc");
}

void TestCommandLine::mistakesAreNamed()
{
    QFETCH(const QByteArrayList, arguments);
    QFETCH(const QString, said);
    const auto parsed = parse(arguments);
    const auto *exit = std::get_if<CommandLineExit>(&parsed);
    QVERIFY(exit);
    QCOMPARE(exit->code, int(exitUsage));
    QVERIFY2(exit->text.contains(said), qPrintable(exit->text));
    QVERIFY2(!exit->text.contains(QLatin1Char('\n')), "one sentence, one line");
    QVERIFY2(!exit->text.contains(QStringLiteral("secret")), "a password must not be printed");
}

void TestCommandLine::helpPrintsTheContract_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *name, const QByteArrayList &arguments, const char *words) {
        QTest::newRow(name) << arguments << QString::fromLatin1(words).split(QLatin1Char(' '));
    };
    row("program", {"--help"}, "upload watch sweep demo report runs 130 TIDEMARK_PASSWORD");
    row("upload", {"upload", "--help"},
        "--to --watch --field --form --header --method --concurrency --limit-rate --retry --relative-path "
        "--follow-redirects --follow-links --no-hidden --archive --resume --no-archive --timeout "
        "--connect-timeout "
        "--stall-timeout "
        "--cacert --cert --key --insecure --proxy --user --json --report --junit --fail-on --quiet "
        "--no-progress "
        "--color "
        "--interval --pid --disk --alert-rules --memory-limit FILE 130");
    row("check", {"check", "--help"},
        "--to --watch --quick --thorough --idle --no-aborts --baseline --yes --size 1M --pid --disk --json "
        "--report "
        "--junit --fail-on FILE");
    row("sweep", {"sweep", "--help"},
        "--to --watch --levels 1,10,50,200 --rate --peak --requests --for --level-limit --error-limit --yes "
        "--size "
        "64K "
        "--timeout 30s --pid --disk --json --report --junit --fail-on FILE");
    row("watch", {"watch", "--help"},
        "--watch --for --interval --pid --disk --json --report --alert-rules --memory-limit --fail-on");
    row("alerts", {"alerts", "--help"}, "--alert-rules --memory-limit --format --out prometheus json");
    row("demo", {"demo", "--help"}, "--specimen --cured --port --upload --size --json --report");
    row("report", {"report", "--help"}, "RUN --format --out last --history");
    row("runs", {"runs", "--help"},
        "list show delete tag untag note RUN --server --command --tag --limit --json --history");
    row("audit", {"audit", "--help"}, "--history --no-history 512");
}

void TestCommandLine::helpPrintsTheContract()
{
    QFETCH(const QByteArrayList, arguments);
    QFETCH(const QStringList, words);
    const auto parsed = parse(arguments);
    const auto *exit = std::get_if<CommandLineExit>(&parsed);
    QVERIFY(exit);
    QCOMPARE(exit->code, int(exitFine));
    for (const QString &word : words)
        QVERIFY2(exit->text.contains(word),
                 qPrintable(word + QStringLiteral(" is missing in\n") + exit->text));
}

void TestCommandLine::versionIsPrinted()
{
    const auto parsed = parse({"--version"});
    const auto *exit = std::get_if<CommandLineExit>(&parsed);
    QVERIFY(exit);
    QCOMPARE(exit->code, int(exitFine));
    QCOMPARE(exit->text.trimmed(), QStringLiteral("tidemark-cli " TIDEMARK_VERSION));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
