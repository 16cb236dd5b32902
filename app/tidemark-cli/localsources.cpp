// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/localsources.h"

namespace cli {

QList<session::LocalSource> localSources(const Options &options)
{
    QList<session::LocalSource> sources;
    if (options.pid != 0)
        sources.append(session::LocalSource{options.pid, {}});
    for (const QString &folder : options.folders)
        sources.append(session::LocalSource{0, folder});
    return sources;
}

std::optional<base::Error> couldNotRead(const QList<session::LocalSource> &sources)
{
    for (const session::LocalSource &source : sources) {
        if (!source.isProcess())
            continue;
        const auto reading = session::LocalProbe(source).read();
        if (reading)
            continue;
        base::Error error = reading.error();
        error.message.prepend(QStringLiteral("--pid %1: ").arg(source.pid));
        return error;
    }
    return {};
}

} // namespace cli
