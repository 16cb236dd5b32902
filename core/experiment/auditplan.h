// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/endpoint.h"
#include "core/transfer/uploadtarget.h"

#include <QStringList>

#include <algorithm>
#include <chrono>

namespace experiment {

/// What an audit never goes beyond, whatever it meets. A check that would have to is undecided.
struct AuditBounds
{
    qint64 body = 64 * 1024 * 1024; ///< Bytes of one request's body: a limit is looked for up to here.
    qint64 bytes = 1024 * 1024 * 1024; ///< Of all bodies together.
    int requests = 500; ///< Readings of the server's metrics are not counted.
    std::chrono::seconds time{600}; ///< After which no further request is made.
    std::chrono::seconds patience{10}; ///< For an answer, from when no byte moves any more.
    std::chrono::seconds slow{65}; ///< For how long a body is sent slowly: nginx and Apache wait 60 s.
    /// How long aborted uploads may take to be cleaned up: servers do so after up to a minute (leak-check method, section 0.4).
    std::chrono::seconds release{75};
    std::chrono::seconds remains{15}; ///< How long the temporary files of whole uploads may take to go.

    bool operator==(const AuditBounds &) const = default;

    /// Looks for a limit up to there, which takes several such bodies.
    void reachFor(qint64 largestBody)
    {
        constexpr qint64 bodiesInAll = 16;
        body = largestBody;
        bytes = std::max(AuditBounds().bytes, bodiesInAll * largestBody);
    }
};

/// What an audit is to look at.
struct AuditPlan
{
    /// Method Post or Put. A URL of Put that ends with '/' gets a name for every upload. Passwords as Basic shows them.
    transfer::UploadTarget target;
    net::Endpoint watch; ///< Where to look for metrics.
    qint64 pid = 0; ///< The server's process, if it is a local one; 0: not looked at.
    QStringList folders; ///< Of a local server: where files are looked for.
    AuditBounds bounds;
    int connections = 4; ///< Of aborted uploads at once.
    bool sendsOddNames
        = false; ///< File names that lead elsewhere, also to a server that is not on this machine.
    QStringList only; ///< Ids of the checks to make; empty: all.
    QString token; ///< In the names and contents of everything uploaded; empty: a new one.
};

} // namespace experiment
