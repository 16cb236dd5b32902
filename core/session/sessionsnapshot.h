// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timerange.h"
#include "core/metrics/seriesstore.h"
#include "core/metrics/source.h"
#include "core/session/alert.h"
#include "core/session/timeline.h"
#include "core/session/watchedbeside.h"
#include "core/transfer/uploadrecord.h"

#include <memory>
#include <optional>

namespace session {

/// One server's uploads and readings, frozen: what reports are made from. Shared, never changed.
struct SessionSnapshot
{
    QString command; ///< "upload", "watch" or "session" (from the window).
    QUrl server; ///< Where uploads go; empty when only watching. Never contains credentials.
    QUrl watched; ///< Below which metrics were looked for; empty when nothing is watched.
    qint64 startedAtMs = 0;
    qint64 finishedAtMs = 0;
    std::optional<base::TimeRange>
        partOf; ///< Of a part only, when the whole session began and ended; see sessionrange.h.
    metrics::DiscoveryReport discovery;
    metrics::SeriesStore series;
    QList<WatchedBeside> beside; ///< What else was watched.
    Timeline timeline;
    QList<transfer::UploadRecord> uploads;
    transfer::QueueTotals totals;
    qint64 scrapesOk = 0;
    qint64 scrapesMissed = 0;
    QString lastMissReason; ///< Empty when none was missed.
    QString programVersion;
    QList<JudgedRule> alertRules; ///< Those in force; empty: none were.
    QList<Alert> alerts; ///< In the order in which they were raised.
};

using SharedSnapshot = std::shared_ptr<const SessionSnapshot>;

} // namespace session

Q_DECLARE_METATYPE(session::SharedSnapshot)
