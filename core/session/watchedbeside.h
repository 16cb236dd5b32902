// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/seriesstore.h"
#include "core/metrics/source.h"

#include <QList>
#include <QString>

namespace session {

/// One thing that is watched beside the server of a session, with a history of its own: a further server, a process of this
/// machine, or a folder. A plain value.
struct WatchedBeside
{
    enum class Kind { Server, Process, Folder };

    Kind kind = Kind::Server;
    QString
        name; ///< Tells it from all others: the server's address, "process 4711", "folder /srv/tmp". No credentials.
    metrics::DiscoveryReport discovery; ///< Of a server.
    metrics::SeriesStore series;
    qint64 readings = 0; ///< Good ones.
    qint64 missed = 0;
    QString lastMissReason; ///< Empty when none was missed.
};

} // namespace session
