// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/auditoptions.h"

#include "app/tidemark-cli/hostconsent.h"
#include "core/base/format.h"
#include "core/base/units.h"
#include "core/experiment/auditcheck.h"

namespace cli {
namespace {

using base::Done;
using base::Result;
using std::chrono::seconds;

constexpr qint64 smallestBody = 64 * 1024;
constexpr qint64 largestBody = qint64(16) * 1024 * 1024 * 1024;
constexpr seconds longest{3600};

Result<Done> readSeconds(const char *option, const std::string &raw, seconds &time)
{
    if (raw.empty())
        return Done();
    const auto parsed = base::parseDuration(text(raw));
    const auto whole = parsed ? std::chrono::ceil<seconds>(*parsed) : seconds(0);
    if (whole < seconds(1) || whole > longest)
        return usage(
            QStringLiteral("%1 %2 is not a time of 1s to 1h").arg(QLatin1StringView(option), text(raw)));
    time = whole;
    return Done();
}

Result<Done> readOnly(const RawOptions &raw, QStringList &only)
{
    for (const std::string &id : raw.only) {
        if (experiment::findAuditCheck(text(id))) {
            only += text(id);
            continue;
        }
        QStringList known;
        for (const experiment::AuditCheck &check : experiment::auditChecks())
            known += QString::fromUtf8(check.id);
        return usage(QStringLiteral("--only knows no check \"%1\"; there are %2")
                         .arg(text(id), known.join(QStringLiteral(", "))));
    }
    return Done();
}

} // namespace

Result<Done> readAudit(const RawOptions &raw, Options &options)
{
    const net::TransportOptions &transport = options.target.endpoint.transport;
    if (!raw.proxy.empty())
        return usage(QStringLiteral(
            "--proxy is not for audit: what is wrong on purpose has to reach the server as it is"));
    if (transport.auth == net::TransportOptions::Auth::Digest)
        return usage(QStringLiteral(
            "--digest is not for audit, which shows a user and password as Basic does, or a token"));
    experiment::AuditBounds &bounds = options.audit.bounds;
    if (!raw.maxBody.empty()) {
        const auto size = base::parseSize(text(raw.maxBody));
        if (!size || *size < smallestBody || *size > largestBody)
            return usage(QStringLiteral("--max-body %1 is not a size of 64K to 16G").arg(text(raw.maxBody)));
        bounds.reachFor(*size);
    }
    if (const auto done = readSeconds("--slow-for", raw.slowFor, bounds.slow); !done)
        return done;
    if (const auto done = readSeconds("--idle", raw.idle, bounds.release); !done)
        return done;
    if (const auto done = readSeconds("--idle", raw.idle, bounds.remains); !done)
        return done;
    options.audit.sendsOddNames = raw.oddNames;
    if (const auto done = readOnly(raw, options.audit.only); !done)
        return done;
    return readConsent(raw, options.target.endpoint.url.host(),
                       QStringLiteral("audit sends requests that are wrong, slow and as large as %1 to")
                           .arg(base::formatBytes(static_cast<double>(bounds.body))));
}

} // namespace cli
