// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pprof/profile.h"

#include <QList>

#include <optional>

namespace pprof {

/// A line of code.
struct Site
{
    QString function;
    QString file; ///< Empty when not known.
    int line = 0; ///< 0 when not known.

    bool operator==(const Site &) const = default;
};

/// One function whose doing grew; of one that several functions of the program call, what grew by one of these, if that is
/// enough: the function to name is then that of several suspects, and their stacks differ.
struct Suspect
{
    Site allocation; ///< Where the memory was asked for, mostly deep in the library: io.ReadAll.
    std::optional<Site>
        caller; ///< First frame from there that is not of the standard library: perhaps a dependency's.
    std::optional<Site> own; ///< First frame from there of the main module.
    /// Of goroutines that run nothing but the standard library, the function that they run - net/http's readLoop, say: it
    /// tells what for, and the place at which all of them wait does not.
    std::optional<Site> begin;
    /// The stack that grew most, leaf first. Where several callers share `grown` and none is a suspect of its own, it ends
    /// before them.
    QList<Site> stack;
    qint64 grown = 0; ///< Of all its stacks, net, in the unit of the sample type.
    double standardError = 0; ///< Of `grown`, from sampling; 0 when the profile is exact.
    double share = 0; ///< grown / Growth::amount.
    /// Its function did at least 20 % of the growth and three standard errors, and its callers an eighth and two.
    bool accepted = false;

    /// The one to name: `own`, else `caller`, else `begin`, else `allocation`.
    [[nodiscard]] const Site &guilty() const;
};

/// What the caller measured without the profile, between the two profiles' times.
struct Growth
{
    double amount = 0; ///< Of the floor, in the unit of the sample type: bytes, or goroutines.
    qint64 uploads = 0; ///< In which it grew.
};

struct Attribution
{
    QList<Suspect> suspects; ///< Those that grew, by function, most first; at most 20.
    qint64 grown = 0; ///< Net, of the whole profile.
    double coverage = 0; ///< grown / Growth::amount: how much of the growth the profile sees at all.
    /// No suspect is accepted and the profile is an estimate, which saw too little: nothing is to be named.
    bool tooCoarse = false;
    /// No suspect is accepted, though the profile saw the growth: it is many functions' doing.
    bool isSpread = false;
    /// When spread: the function of the main module, nearest to the allocations, below which four fifths of it grew.
    std::optional<Site> common;
    /// When too coarse: so many uploads would give ten samples. Nothing when not even that is practical.
    std::optional<qint64> uploadsNeeded;

    /// The first suspect if it is accepted.
    [[nodiscard]] const Suspect *guilty() const;
};

/// Whose doing the growth is. `delta` comes from difference(), `type` is an index of its types: "inuse_space", or
/// "goroutine". Stacks are put together by the function to name, its line is that of the stack that grew
/// most. A profile tells who allocated, not who keeps; and the amount per upload comes from the floors, never from here.
/// `witness` as for Origins: a goroutine profile of the same process. Pure; any thread.
[[nodiscard]] Attribution attribute(const Profile &delta, int type, const Growth &growth,
                                    const Profile *witness = nullptr);

} // namespace pprof
