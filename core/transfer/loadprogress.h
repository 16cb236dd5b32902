// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

namespace transfer {

/// What a load puts on the wire. A plain value.
struct LoadTraffic
{
    qint64 bytes = 0; ///< Of bodies, given to the kernel by attempts that are over.
    int inFlight = 0; ///< Uploads under way.

    bool operator==(const LoadTraffic &) const = default;
};

/// How far a LoadPlan is.
struct LoadProgress
{
    int attempts = 0; ///< Over, whatever became of them.
    int planned = 0;
    LoadTraffic traffic; ///< Since the load began.
};

} // namespace transfer

Q_DECLARE_METATYPE(transfer::LoadProgress)
