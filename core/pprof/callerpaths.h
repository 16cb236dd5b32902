// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pprof/origin.h"

#include <functional>
#include <limits>

namespace pprof {

/// Samples whose growth is put down to one function.
struct Group
{
    qint64 grown = 0; ///< Net.
    double variance = 0; ///< Of `grown`, from sampling.
    std::vector<qsizetype> samples; ///< Of the profile.

    void add(const Profile &profile, qsizetype sample, int type);
};

/// What of a group came by one way through the program.
struct CallerPath
{
    static constexpr size_t whole = std::numeric_limits<size_t>::max();

    Group group;
    std::vector<qsizetype>
        shown; ///< Of the group's samples, those that came that way: all but some odd ones.
    size_t functions
        = whole; ///< So many of the program's functions, from the leaf, are on the way of all of them.
};

/// A helper that makes buffers for two leaks is one function and two causes: takes a group apart by the program's own
/// functions that lead to it, as far as the parts still satisfy `isEnough`. What does not goes by a way that ends
/// where the callers part, so that no stack is credited with what came through others. `isEnough` holds for the
/// group. The parts add up to it; largest first.
[[nodiscard]] std::vector<CallerPath> splitByCallers(const Profile &profile, const Origins &origins, int type,
                                                     const Group &group,
                                                     const std::function<bool(const Group &)> &isEnough);

/// The frames of a sample, from the leaf, up to the last of so many different functions of the program.
[[nodiscard]] std::vector<Frame> framesUpTo(const Profile &profile, const Origins &origins, qsizetype sample,
                                            size_t functions);

} // namespace pprof
