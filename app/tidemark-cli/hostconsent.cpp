// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/hostconsent.h"

#include "core/net/privatehost.h"

namespace cli {

base::Result<base::Done> readConsent(const RawOptions &raw, const QString &host, const QString &work)
{
    if (raw.yes || net::isPrivateHost(host))
        return base::Done();
    return usage(QStringLiteral("%1 %2, which is neither this machine nor surely in a private network; if it "
                                "is yours, repeat the command with --yes")
                     .arg(work, host));
}

} // namespace cli
