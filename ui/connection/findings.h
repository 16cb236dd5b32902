// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/source.h"

#include <QList>
#include <QString>

namespace ui {

/// One thing that watching a server needs: there, or what to add to the server to get it.
struct Finding
{
    bool isThere = false;
    QString title; ///< "Live readings"
    QString text; ///< Where it was found, or what is lost without it.
    QString line; ///< What to add: one line of the server's code or configuration. Empty when there.
    QString language; ///< Of the line: "Go", "application.properties".

    bool operator==(const Finding &) const = default;
};

/// What a person should know after connecting, most important first. Never empty.
[[nodiscard]] QList<Finding> findingsOf(const metrics::DiscoveryReport &found);

} // namespace ui
