// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pprof/totals.h"

#include <QRegularExpression>
#include <QUrl>

namespace cli {

enum class ProfileAction { Top, Diff, List };

/// What `tidemark-cli profile` is asked for.
struct ProfileOptions
{
    ProfileAction action = ProfileAction::Top;
    QString source; ///< File, as typed.
    QUrl sourceUrl; ///< Valid when `source` is an address: where the profile is fetched.
    QString base; ///< The same of the earlier profile; empty: none.
    QUrl baseUrl;
    QString sample; ///< Empty: what the profile itself prefers.
    int nodeCount = 30; ///< Functions shown on the terminal; 0: all.
    pprof::Order order = pprof::Order::Flat;
    QRegularExpression function; ///< Which functions; an empty pattern means all.
};

/// Where to fetch a profile from: the address itself when it names one (…/debug/pprof/heap, or a file), else the heap
/// profile below it, after a collection.
[[nodiscard]] QUrl profileUrl(const QUrl &typed);

} // namespace cli
