// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/rawoptions.h"

#include "app/tidemark-cli/alertoptions.h"
#include "app/tidemark-cli/auditoptions.h"
#include "app/tidemark-cli/curlfile.h"
#include "app/tidemark-cli/historyoptions.h"
#include "app/tidemark-cli/measureoptions.h"
#include "app/tidemark-cli/resultfiles.h"
#include "app/tidemark-cli/signinoptions.h"
#include "app/tidemark-cli/sweepoptions.h"
#include "app/tidemark-cli/watchoptions.h"
#include "core/base/format.h"
#include "core/base/secrets.h"
#include "core/base/units.h"
#include "core/report/format.h"
#include "core/session/archive.h"
#include "core/transfer/nativepath.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace cli {

QString text(const std::string &raw)
{
    return QString::fromLocal8Bit(raw.data(), static_cast<qsizetype>(raw.size()));
}

base::Error usage(const QString &message)
{
    return {base::ErrorKind::Malformed, message, 0, {}};
}

QStringList pathsOf(const RawOptions &raw)
{
    QStringList paths;
    for (const std::string &path : raw.paths)
        paths.append(transfer::fromNativePath(QByteArray::fromStdString(path)));
    return paths;
}

namespace {

/// What was given for an address and is none is not taken apart as one: here a user and a password may stand without
/// "://", or hold what would end them in an address.
QString shownAddress(const QString &given)
{
    static const QRegularExpression userInfo(QStringLiteral("^([A-Za-z][A-Za-z0-9+.-]*:/+)?[^/?#]*@"));
    static const QRegularExpression leftOver(QStringLiteral("^([A-Za-z][A-Za-z0-9+.-]*:/+)?.*:.*@"));
    QString shown = base::withoutSecrets(given);
    shown.replace(userInfo, QStringLiteral("\\1"));
    return shown.replace(leftOver, QStringLiteral("\\1***@"));
}

} // namespace

base::Result<QUrl> httpUrl(const char *option, const std::string &raw)
{
    const QString given = text(raw);
    const QString shown = shownAddress(given);
    QString encoded = given; // "{n}", "{uuid}" and "{name}" change with every upload
    encoded.replace(u'{', QLatin1StringView("%7B")).replace(u'}', QLatin1StringView("%7D"));
    QUrl url(encoded, QUrl::StrictMode);
    const bool isHttp
        = url.scheme() == QLatin1StringView("http") || url.scheme() == QLatin1StringView("https");
    // "localhost:8080/upload" is one, of the scheme "localhost".
    if (!isHttp && !given.contains(QLatin1StringView("://")) && !given.startsWith(u'/')
        && !QUrl(QStringLiteral("http://") + encoded, QUrl::StrictMode).host().isEmpty())
        return usage(QStringLiteral("%1 %2 lacks its scheme; write http://%2 or https://%2")
                         .arg(QLatin1StringView(option), shown));
    if (!url.isValid() || url.scheme().isEmpty())
        return usage(QStringLiteral("%1 %2 is not a URL; write it in full, as http://host:port/path")
                         .arg(QLatin1StringView(option), shown));
    if (!isHttp)
        return usage(QStringLiteral("%1 %2: only http and https are spoken here, not \"%3\"")
                         .arg(QLatin1StringView(option), shown, url.scheme()));
    if (url.host().isEmpty())
        return usage(QStringLiteral("%1 %2 names no host").arg(QLatin1StringView(option), shown));
    if (!url.password().isEmpty())
        return usage(QStringLiteral("%1 holds a password, which every user of this machine could read; "
                                    "put it into TIDEMARK_PASSWORD and the name after --user")
                         .arg(QLatin1StringView(option)));
    url.setFragment({}); // no server is sent it, and what it holds would be kept and reported
    return url;
}

base::Result<std::chrono::milliseconds> duration(const char *option, const std::string &raw)
{
    const auto parsed = base::parseDuration(text(raw));
    if (!parsed)
        return usage(QStringLiteral("%1 %2 is not a duration; write 500ms, 30s or 5m")
                         .arg(QLatin1StringView(option), text(raw)));
    return *parsed;
}

namespace {
using base::Done;
using base::Error;
using base::Result;
using transfer::UploadMethod;

/// The tokens of RFC 9110 5.6.2; anything else would let a header smuggle another one in.
bool isHeaderName(const QByteArray &name)
{
    static constexpr QByteArrayView marks("!#$%&'*+-.^_`|~");
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || marks.contains(c);
    });
}

Result<Done> readHeaders(const RawOptions &raw, net::Endpoint &endpoint)
{
    for (const std::string &header : raw.header) {
        const QByteArray line = QByteArray::fromStdString(header);
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(std::max<qsizetype>(colon, 0)).trimmed();
        if (!isHeaderName(name) || line.contains('\n') || line.contains('\r') || line.contains('\0'))
            return usage(QStringLiteral("what follows --header is not of the form 'Name: value'"));
        endpoint.headers.append({name, line.mid(colon + 1).trimmed()});
    }
    return Done();
}

Result<Done> readProxy(const RawOptions &raw, net::TransportOptions &transport)
{
    if (raw.proxy.empty())
        return Done();
    static constexpr std::array schemes{"http", "https", "socks4", "socks4a", "socks5", "socks5h"};
    QString given = text(raw.proxy);
    if (!given.contains(QLatin1StringView("://")))
        given.prepend(QLatin1StringView("http://"));
    const QUrl proxy(given, QUrl::StrictMode);
    const bool known = std::any_of(schemes.begin(), schemes.end(), [&](const char *scheme) {
        return proxy.scheme() == QLatin1StringView(scheme);
    });
    if (!known || proxy.host().isEmpty())
        return usage(QStringLiteral("--proxy %1 is not a proxy address; write it as http://host:port or "
                                    "socks5://host:port")
                         .arg(shownAddress(given)));
    if (!proxy.password().isEmpty())
        return usage(QStringLiteral("--proxy holds a password, which every user of this machine could read"));
    transport.proxy = proxy;
    return Done();
}

Result<Done> readUser(const RawOptions &raw, net::Endpoint &endpoint)
{
    if (!raw.user.empty())
        endpoint.transport.user = text(raw.user);
    if (endpoint.transport.user.contains(QLatin1Char(':')))
        return usage(
            QStringLiteral("--user takes the name alone; the password is read from TIDEMARK_PASSWORD "
                           "or asked for on the terminal"));
    if (endpoint.transport.user.isEmpty())
        endpoint.transport.user = endpoint.url.userName();
    endpoint.url.setUserInfo({});
    return readSignIn(raw, endpoint.transport);
}

} // namespace

base::Result<base::Done> readTransport(const RawOptions &raw, net::Endpoint &endpoint)
{
    net::TransportOptions &transport = endpoint.transport;
    const RawOptions standard;
    const std::array limits{
        std::tuple{"--timeout", std::pair{&raw.timeout, &transport.totalTimeout}, standard.timeout},
        std::tuple{"--connect-timeout", std::pair{&raw.connectTimeout, &transport.connectTimeout},
                   standard.connectTimeout},
        std::tuple{"--stall-timeout", std::pair{&raw.stallTimeout, &transport.stallTimeout},
                   standard.stallTimeout},
    };
    for (const auto &[option, limit, usual] : limits) {
        const auto parsed = duration(option, *limit.first);
        if (!parsed)
            return parsed.error();
        if (raw.fromCurl.empty() || *limit.first != usual) // that of the curl command stays
            *limit.second = *parsed;
    }
    if (const auto done = readTrust(raw, transport); !done)
        return done;
    if (const auto done = readHeaders(raw, endpoint); !done)
        return done;
    if (const auto done = readProxy(raw, transport); !done)
        return done;
    return readUser(raw, endpoint);
}

namespace {
Result<Done> readMethod(const RawOptions &raw, Options &options)
{
    const auto method = transfer::uploadMethodFrom(text(raw.method));
    if (!method)
        return usage(
            QStringLiteral("--method %1 is not known; write post, put or tus").arg(text(raw.method)));
    const bool isMeasured = raw.command == CommandName::Check || raw.command == CommandName::Sweep;
    if ((isMeasured || raw.command == CommandName::Audit) && *method == UploadMethod::Tus)
        return usage(QStringLiteral(
            "--method tus is for upload; check, sweep and audit send each upload whole, by post or put"));
    if (*method != UploadMethod::Post && !raw.digestField.empty())
        return usage(
            QStringLiteral("--sha256-field is a field of a form, and --method %1 sends none; put can send "
                           "--repr-digest, and tus proves every piece where the server offers it")
                .arg(text(raw.method)));
    if (*method == UploadMethod::Tus && raw.reprDigest)
        return usage(QStringLiteral(
            "--repr-digest is not for --method tus, which proves every piece by a checksum of its "
            "own where the server offers it"));
    options.target.method = *method;
    options.usesPut = isMeasured && *method == UploadMethod::Put;
    return Done();
}

bool isMetadataName(const QString &name)
{
    return std::ranges::all_of(name, [](QChar c) { return c > u' ' && c <= u'~' && c != u','; });
}

Result<Done> readFolders(const RawOptions &raw, Options &options)
{
    using RelativePath = session::FolderOptions::RelativePath;
    session::FolderOptions &folders = options.folderOptions;
    const QString given = text(raw.relativePath);
    const QLatin1StringView fieldMark("field:");
    if (given == QLatin1StringView("name")) {
        folders.relativePath = RelativePath::InName;
    } else if (given.startsWith(fieldMark) && given.size() > fieldMark.size()) {
        folders.relativePath = RelativePath::InField;
        folders.field = given.sliced(fieldMark.size());
    } else if (given != QLatin1StringView("none")) {
        return usage(QStringLiteral("--relative-path takes none, name or field:NAME, not \"%1\"").arg(given));
    }
    const bool isInField = folders.relativePath == RelativePath::InField;
    if (isInField && options.target.method == UploadMethod::Put)
        return usage(QStringLiteral("--relative-path %1 is a field of a form, and --method put sends none; "
                                    "write --relative-path name")
                         .arg(given));
    if (isInField && options.target.method == UploadMethod::Tus && !isMetadataName(folders.field))
        return usage(
            QStringLiteral("--relative-path %1: with --method tus it is sent as metadata, whose names "
                           "are of ASCII characters without spaces and commas")
                .arg(given));
    folders.followsLinks = raw.followLinks;
    folders.takesHidden = !raw.noHidden;
    return Done();
}

Result<Done> readUpload(const RawOptions &raw, Options &options)
{
    if (const auto done = readMethod(raw, options); !done)
        return done;
    if (raw.field.empty())
        return usage(QStringLiteral("--field must not be empty"));
    if (!raw.fromCurl.empty()) {
        if (const auto done = takeCurl(raw, options); !done)
            return done;
    } else {
        if (raw.to.empty())
            return usage(QStringLiteral("--to is required"));
        const auto url = httpUrl("--to", raw.to);
        if (!url)
            return url.error();
        options.target.endpoint.url = *url;
        options.target.field = text(raw.field);
    }
    if (raw.followRedirects && options.target.method == UploadMethod::Tus)
        return usage(QStringLiteral(
            "--follow-redirects is not for --method tus, which tells by itself where an upload goes on"));
    if (!raw.form.empty() && options.target.method == UploadMethod::Put)
        return usage(QStringLiteral(
            "--form is a field of a form, and --method put sends none, only the file as it is"));
    if (raw.followRedirects)
        options.target.endpoint.transport.resendBodyOnRedirect = true;
    options.usesToken = raw.bearer;
    options.target.digestField = text(raw.digestField);
    options.target.sendsReprDigest = raw.reprDigest;
    options.target.sendsIdempotencyKey = raw.idempotencyKey;
    for (const std::string &entry : raw.form) {
        const QString pair = text(entry);
        const qsizetype equals = pair.indexOf(QLatin1Char('='));
        if (equals < 1)
            return usage(QStringLiteral("what follows --form is not of the form name=value"));
        if (options.target.method == UploadMethod::Tus && !isMetadataName(pair.left(equals)))
            return usage(QStringLiteral(
                             "--form %1: with --method tus it is sent as metadata, whose names are of ASCII "
                             "characters without spaces and commas")
                             .arg(pair.left(equals)));
        options.target.form.append({pair.left(equals), pair.mid(equals + 1)});
    }
    options.paths += pathsOf(raw);
    if (const auto done = readFolders(raw, options); !done)
        return done;
    return readTransport(raw, options.target.endpoint);
}

Result<Done> readTimes(const RawOptions &raw, Options &options)
{
    const char *standard = raw.command == CommandName::Demo ? "200ms" : "1s";
    const auto interval = duration("--interval", raw.interval.empty() ? std::string(standard) : raw.interval);
    if (!interval)
        return interval.error();
    if (*interval < std::chrono::milliseconds(100))
        return usage(QStringLiteral("--interval must be at least 100ms"));
    options.interval = *interval;
    if (raw.duration.empty())
        return Done();
    const auto whole = duration("--for", raw.duration);
    if (!whole)
        return whole.error();
    options.duration = *whole;
    return Done();
}

Result<Done> readDemo(const RawOptions &raw, Options &options)
{
    const auto size = base::parseSize(text(raw.size));
    if (!size)
        return usage(QStringLiteral("--size %1 is not a size; write 64K, 1M or 2G").arg(text(raw.size)));
    if (raw.port < 0 || raw.port > 65535)
        return usage(QStringLiteral("--port %1 is not a port (0 to 65535)").arg(raw.port));
    if (raw.demoUploads < 0 || raw.demoUploads > 100'000)
        return usage(QStringLiteral("--upload takes 1 to 100000 files"));
    options.demoSize = *size;
    options.port = static_cast<quint16>(raw.port);
    if (raw.demoChecks && raw.demoUploads > 0)
        return usage(QStringLiteral("--check makes uploads of its own: it cannot be combined with --upload"));
    options.demoUploads = raw.demoUploads;
    options.demoChecks = raw.demoChecks;
    options.specimen = text(raw.specimen);
    options.cured = raw.cured;
    return Done();
}

Result<Done> readReport(const RawOptions &raw, Options &options)
{
    options.run = text(raw.run);
    options.out = text(raw.out);
    if (raw.format.empty() && raw.out == "-")
        return usage(QStringLiteral("--out - needs --format html, pdf, md, csv, json or junit"));
    const auto format
        = raw.format.empty() ? report::formatForFile(options.out) : report::formatForName(text(raw.format));
    if (!format)
        return usage(format.error().message);
    options.format = *format;
    return Done();
}

/// A file, or where it is fetched from.
Result<Done> readProfileSource(const char *what, const std::string &raw, QString &file, QUrl &address)
{
    if (!raw.starts_with("http://") && !raw.starts_with("https://")) {
        file = transfer::fromNativePath(QByteArray::fromStdString(raw));
        return Done();
    }
    const auto url = httpUrl(what, raw);
    if (!url)
        return url.error();
    file = text(raw);
    address = profileUrl(*url);
    return Done();
}

Result<Done> readProfile(const RawOptions &raw, Options &options)
{
    ProfileOptions &profile = options.profile;
    if (raw.action == "diff")
        profile.action = ProfileAction::Diff;
    else if (raw.action == "list")
        profile.action = ProfileAction::List;
    else if (raw.action != "top")
        return usage(QStringLiteral("profile takes top, diff or list, not \"%1\"").arg(text(raw.action)));
    if (profile.action == ProfileAction::Diff && raw.base.empty())
        return usage(QStringLiteral("profile diff needs BASE, the earlier profile, after the later one"));
    if (profile.action == ProfileAction::Top && !raw.base.empty())
        return usage(QStringLiteral("profile top takes one profile; profile diff takes two"));
    if (const auto done = readProfileSource("FILE", raw.source, profile.source, profile.sourceUrl); !done)
        return done;
    if (const auto done = readProfileSource("BASE", raw.base, profile.base, profile.baseUrl); !done)
        return done;
    if (raw.nodeCount < 0)
        return usage(QStringLiteral("--nodecount takes 0 (all) or more"));
    if (raw.sort != "flat" && raw.sort != "cum")
        return usage(QStringLiteral("--sort takes flat or cum, not \"%1\"").arg(text(raw.sort)));
    profile.sample = text(raw.sample);
    profile.nodeCount = raw.nodeCount;
    profile.order = raw.sort == "cum" ? pprof::Order::Cum : pprof::Order::Flat;
    profile.function.setPattern(text(raw.function));
    if (!profile.function.isValid())
        return usage(QStringLiteral("--function %1 is not a regular expression: %2")
                         .arg(text(raw.function), profile.function.errorString()));
    return readTransport(raw, options.watch);
}

Result<Done> readArchive(const RawOptions &raw, Options &options)
{
    if (options.paths.isEmpty() && !raw.resume && !raw.fromCurl.empty())
        return usage(QStringLiteral("the command of --from-curl uploads no file, so FILE is required"));
    if (options.paths.isEmpty() && !raw.resume)
        return usage(QStringLiteral("FILE is required; only --resume goes on with the files of the archive"));
    if (raw.noArchive && raw.resume)
        return usage(QStringLiteral("--resume needs the archive that --no-archive forbids"));
    if (raw.noArchive && !raw.archive.empty())
        return usage(QStringLiteral("--archive and --no-archive exclude each other"));
    if (raw.forget && (raw.noArchive || raw.resume))
        return usage(
            QStringLiteral("--forget is for what the archive holds: it excludes --resume, which goes on "
                           "with that, and --no-archive"));
    if (raw.noArchive)
        return Done();
    options.archiveNamed = !raw.archive.empty() || raw.resume || raw.forget;
    options.archive = raw.archive.empty()
        ? session::defaultArchivePath()
        : transfer::absolutePath(transfer::fromNativePath(QByteArray::fromStdString(raw.archive)));
    options.resume = raw.resume;
    options.forgets = raw.forget;
    return Done();
}

Result<transfer::RateLimit::Setting> readRateLimit(const QString &given)
{
    const QString rate = given.section(u':', 0, 0), burst = given.section(u':', 1);
    const auto bytesPerSecond = base::parseSize(rate);
    const auto bytes
        = burst.isEmpty() && !given.contains(u':') ? std::optional<qint64>(0) : base::parseSize(burst);
    if (!bytesPerSecond || *bytesPerSecond < 1 || !bytes || (given.contains(u':') && *bytes < 1))
        return usage(QStringLiteral("--limit-rate %1 is not a rate; write 2M for 2 MiB a second, or 2M:256K")
                         .arg(given));
    return transfer::RateLimit::Setting{*bytesPerSecond, *bytes};
}

Result<Done> readCompare(const RawOptions &raw, Options &options)
{
    options.before = text(raw.before);
    options.after = text(raw.after);
    return Done();
}

Result<Done> readResults(const RawOptions &raw, Options &options)
{
    options.json = text(raw.json);
    options.reportFile = text(raw.report);
    options.junit = text(raw.junit);
    options.concurrency = raw.concurrency;
    options.quiet = raw.quiet;
    options.progress = !raw.noProgress && !raw.quiet;
    if (raw.concurrency < 1 || raw.concurrency > 1000)
        return usage(QStringLiteral("--concurrency takes 1 to 1000"));
    if (!raw.limitRate.empty()) {
        const auto limit = readRateLimit(text(raw.limitRate));
        if (!limit)
            return limit.error();
        options.rateLimit = *limit;
        if (const qint64 burst = transfer::RateLimit::burstOf(*limit);
            limit->burst > 0 && burst > limit->burst)
            options.notes
                += QStringLiteral("--limit-rate %1: a burst of %2 is too small for timers to hold that "
                                  "rate; bursts are of %3, what it lets through in 25 ms")
                       .arg(text(raw.limitRate), base::formatBytes(static_cast<double>(limit->burst)),
                            base::formatBytes(static_cast<double>(burst)));
    }
    options.retries = raw.retry;
    if (raw.retry < 0 || raw.retry > 100)
        return usage(QStringLiteral("--retry takes 0 to 100"));
    if (!options.reportFile.isEmpty()) {
        if (const auto format = report::formatForFile(options.reportFile); !format)
            return usage(QStringLiteral("--report %1: %2").arg(options.reportFile, format.error().message));
        else if (*format == report::Format::JUnit && raw.command == CommandName::Watch)
            return usage(
                QStringLiteral("--report %1: watching alone has no JUnit, which tells of uploads and of "
                               "what judges; .html, .pdf, .md, .csv and .json it has")
                    .arg(options.reportFile));
    }
    static const std::array findings{"leak", "failed", "alert", "audit"};
    for (const std::string &finding : raw.failOn) {
        if (std::find(findings.begin(), findings.end(), finding) == findings.end())
            return usage(QStringLiteral("--fail-on knows leak, failed, alert and audit, not \"%1\"")
                             .arg(text(finding)));
    }
    options.failOnLeak
        = raw.failOn.empty() || std::find(raw.failOn.begin(), raw.failOn.end(), "leak") != raw.failOn.end();
    options.failOnAudit
        = raw.failOn.empty() || std::find(raw.failOn.begin(), raw.failOn.end(), "audit") != raw.failOn.end();
    options.failOnAlert
        = raw.failOn.empty() || std::find(raw.failOn.begin(), raw.failOn.end(), "alert") != raw.failOn.end();
    options.failOnFailed
        = raw.failOn.empty() || std::find(raw.failOn.begin(), raw.failOn.end(), "failed") != raw.failOn.end();
    if (raw.color == "always")
        options.color = ColorMode::Always;
    else if (raw.color == "never")
        options.color = ColorMode::Never;
    else if (raw.color != "auto")
        return usage(QStringLiteral("--color takes auto, always or never, not \"%1\"").arg(text(raw.color)));
    return Done();
}
} // namespace

base::Result<Options> interpret(const RawOptions &raw)
{
    Options options;
    options.command = raw.command;
    std::vector<Result<Done> (*)(const RawOptions &, Options &)> readers{keepResultsApart, readResults,
                                                                         readHistory};
    switch (raw.command) {
    case CommandName::Upload:
        readers.insert(readers.end(),
                       {readUpload, readWatch, readLocal, readTimes, readAlerts, readArchive, spareFiles});
        break;
    case CommandName::Watch:
        readers.insert(readers.end(), {readWatch, readLocal, readTimes, readAlerts});
        break;
    case CommandName::Check:
        readers.insert(readers.end(), {readUpload, readWatch, readLocal, readCheck, spareFiles});
        break;
    case CommandName::Sweep:
        readers.insert(readers.end(), {readUpload, readWatch, readLocal, readSweep, spareFiles});
        break;
    case CommandName::Audit:
        readers.insert(readers.end(), {readUpload, readWatch, readLocal, readAudit});
        break;
    case CommandName::Demo:
        readers.insert(readers.end(), {readDemo, readTimes});
        break;
    case CommandName::Profile:
        readers.push_back(readProfile);
        break;
    case CommandName::Report:
        readers.push_back(readReport);
        break;
    case CommandName::Compare:
        readers.push_back(readCompare);
        break;
    case CommandName::Alerts:
        readers.push_back(readAlerts);
        break;
    case CommandName::Runs:
        readers.push_back(readRuns);
        break;
    }
    for (const auto reader : readers) {
        if (const auto done = reader(raw, options); !done)
            return done.error();
    }
    return options;
}

} // namespace cli
