// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/watchoptions.h"

#include "core/base/secrets.h"
#include "core/net/redirect.h"

#include <QFileInfo>

#include <algorithm>

namespace cli {

using base::Done;
using base::Result;

namespace {

/// What proves who we are is meant for the server of the uploads; another origin may be anyone's.
void withholdCredentials(const net::Endpoint &target, net::Endpoint &watch)
{
    watch.headers.removeIf(
        [&](const auto &header) { return net::isSecretHeader(header.first, watch.transport); });
    watch.transport.certFile.clear();
    watch.transport.keyFile.clear();
    watch.transport.trustedCertificate.clear();
    watch.transport.token.clear();
    if (!target.transport.user.isEmpty()) // there is one password
        watch.transport.user.clear();
}

Result<Done> readFurtherWatch(const RawOptions &raw, const std::string &given, Options &options)
{
    const auto url = httpUrl("--watch", given);
    if (!url)
        return url.error();
    net::Endpoint further;
    further.url = *url;
    if (const auto done = readTransport(raw, further); !done)
        return done;
    const net::Endpoint &home
        = options.target.endpoint.url.isEmpty() ? options.watch : options.target.endpoint;
    if (!net::isSameOrigin(home.url, *url))
        withholdCredentials(home, further);
    if (!options.watch.transport.user.isEmpty() && !net::isSameOrigin(options.watch.url, *url))
        further.transport.user.clear(); // there is one password
    const auto isKnown = [&](const net::Endpoint &other) { return other.url == further.url; };
    if (isKnown(options.watch) || std::ranges::any_of(options.watchAlso, isKnown))
        return usage(QStringLiteral("--watch %1 is given twice").arg(base::withoutSecrets(text(given))));
    options.watchAlso.append(further);
    return Done();
}

} // namespace

Result<Done> readWatch(const RawOptions &raw, Options &options)
{
    const bool isMeasured = raw.command == CommandName::Check || raw.command == CommandName::Sweep
        || raw.command == CommandName::Audit;
    if (isMeasured && raw.watch.size() > 1)
        return usage(QStringLiteral("check, sweep and audit judge one server: --watch takes one URL there"));
    options.watchNamed = !raw.watch.empty();
    if (!options.watchNamed) {
        if (options.target.endpoint.url.isEmpty() && !raw.pid && raw.disk.empty())
            return usage(QStringLiteral("--watch is required; only --pid and --disk can do without"));
        options.watch = options.target.endpoint;
        options.watch.url = options.target.endpoint.origin();
        return Done();
    }
    const auto url = httpUrl("--watch", raw.watch.front());
    if (!url)
        return url.error();
    options.watch.url = *url;
    if (const auto done = readTransport(raw, options.watch); !done)
        return done;
    const net::Endpoint &target = options.target.endpoint;
    if (!target.url.isEmpty() && !net::isSameOrigin(target.url, *url))
        withholdCredentials(target, options.watch);
    for (size_t i = 1; i < raw.watch.size(); ++i) {
        if (const auto done = readFurtherWatch(raw, raw.watch[i], options); !done)
            return done;
    }
    return Done();
}

/// What is watched of this machine.
Result<Done> readLocal(const RawOptions &raw, Options &options)
{
    if (raw.pid && *raw.pid < 1)
        return usage(QStringLiteral("--pid %1 is not a process").arg(*raw.pid));
    options.pid = raw.pid.value_or(0);
    for (const std::string &given : raw.disk) {
        const QString folder = text(given);
        if (!QFileInfo(folder).isDir())
            return usage(QStringLiteral("--disk %1 is not a folder").arg(folder));
        if (options.folders.contains(folder))
            return usage(QStringLiteral("--disk %1 is given twice").arg(folder));
        options.folders.append(folder);
    }
    return Done();
}

} // namespace cli
