// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pprof/flame.h"
#include "core/pprof/origin.h"

#include <memory>

namespace pprof {

/// A row of the table: one function, wherever it is called.
struct FunctionRow
{
    quint32 name = 0; ///< In Profile::strings.
    QString function;
    QString file; ///< Empty when not known.
    int line = 0; ///< The one that holds most; 0 when not known.
    qint64 flat = 0;
    qint64 cum = 0;
    Origin origin = Origin::Main;
};

/// One sample type of a profile, or of the difference of two, ready to be shown. Immutable once made; shared.
struct ProfileContent
{
    std::shared_ptr<const Profile> profile; ///< Never null. With a base: what changed.
    bool isDifference = false;
    bool hasSamePeriod = true; ///< Of a difference; else the two were sampled differently.
    int type = 0; ///< Index of profile->types.
    ValueType valueType;
    double uploads = 0; ///< Made between the two profiles; 0: not known.

    qint64 net = 0; ///< Of all samples.
    qint64 moved = 0; ///< Sum of what each stack gained or lost; without a base, what is there.
    qint64 before = 0; ///< Of a difference.
    qint64 after = 0;

    FlameLayout flame;
    std::vector<FunctionRow> rows; ///< Largest `cum` first.
    std::vector<qint32> rowOfFunction; ///< Per function of the profile; -1: holds nothing.
    std::vector<bool>
        isGuilty; ///< Per flame node: part of the stacks to blame for the growth. Empty: nothing is named.
    qint32 guiltyRow = -1;

    [[nodiscard]] const FunctionRow *rowOf(const FlameNode &node) const;
    /// What 100 % is in `share`: the net growth if most of what moved grew, else all that moved.
    [[nodiscard]] qint64 whole() const;
    [[nodiscard]] double share(qint64 value) const;
    /// A node and its callers, itself first, without the root.
    [[nodiscard]] std::vector<qint32> stackOf(qint32 node) const;
};

using SharedContent = std::shared_ptr<const ProfileContent>;

struct ContentRequest
{
    std::shared_ptr<const Profile> profile;
    std::shared_ptr<const Profile> base; ///< Null: no comparison.
    QString type; ///< "inuse_space"; empty or unknown: what the profile prefers.
    double uploads = 0;
};

/// Pure; any thread. Errors: NotFound when the profile counts nothing; Malformed when the two do not count the same.
[[nodiscard]] base::Result<SharedContent> makeContent(const ContentRequest &request);

} // namespace pprof
