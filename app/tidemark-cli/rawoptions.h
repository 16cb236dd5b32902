// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/options.h"
#include "core/base/result.h"

#include <optional>
#include <string>
#include <vector>

namespace cli {

/// The command line as typed: what CLI11 fills in, before it means anything.
struct RawOptions
{
    CommandName command = CommandName::Upload;
    std::string to, field = "file", method = "post", cacert, cert, key, proxy, user;
    std::vector<std::string> watch, form, header, paths, failOn, only;
    std::string timeout = "0", connectTimeout = "30s", stallTimeout = "2m";
    std::string duration, interval;
    std::string specimen = "read-all", size = "1M";
    std::string run = "last", format, out;
    std::string before, after, baseline;
    std::string history, historyLimit, runsAction = "list", onlyServer, onlyCommand, onlyTag;
    std::vector<std::string> runsWords;
    std::optional<int> limit;
    std::string action, source, base, sample, sort = "flat", function;
    std::string json, report, junit, color = "auto";
    std::optional<std::string> levels, rate; ///< None: not given.
    std::string errorLimit = "50%", levelLimit = "60s";
    std::string seed, idle, limitRate, digestField, archive, relativePath = "none";
    std::string pin, crlfile, proxyUser, fromCurl;
    std::string maxBody, slowFor;
    std::string alertRules, memoryLimit;
    std::vector<std::string> disk;
    std::optional<long long> pid;
    int concurrency = 4, retry = 3, port = 0, demoUploads = 0, nodeCount = 30;
    std::optional<int> requests;
    int peak = 0;
    bool demoChecks = false;
    bool reprDigest = false, idempotencyKey = false;
    bool quick = false, thorough = false, noAborts = false;
    bool noHistory = false;
    bool noArchive = false, resume = false, forget = false;
    bool digest = false, bearer = false;
    bool oddNames = false;
    bool followLinks = false, noHidden = false, followRedirects = false;
    bool yes = false;
    bool insecure = false, cured = false, quiet = false, noProgress = false;
};

/// As typed, in the user's encoding.
[[nodiscard]] QString text(const std::string &raw);
/// The error of a command line that is wrong.
[[nodiscard]] base::Error usage(const QString &message);

/// The files and folders that it names.
[[nodiscard]] QStringList pathsOf(const RawOptions &raw);

/// What follows an option that takes an address.
[[nodiscard]] base::Result<QUrl> httpUrl(const char *option, const std::string &raw);
/// What follows an option that takes a time.
[[nodiscard]] base::Result<std::chrono::milliseconds> duration(const char *option, const std::string &raw);
/// The options of how requests travel, for the server whose URL the endpoint holds.
[[nodiscard]] base::Result<base::Done> readTransport(const RawOptions &raw, net::Endpoint &endpoint);

/// Gives the raw text its types and checks it. An error's message is the sentence to print before exit
/// code 2; WriteFailed: --json must not be written, see resultfiles.h.
[[nodiscard]] base::Result<Options> interpret(const RawOptions &raw);

} // namespace cli
