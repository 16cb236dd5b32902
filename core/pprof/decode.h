// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pprof/profile.h"

#include <QByteArrayView>

namespace pprof {

/// What a profile may cost at most. The defaults hold a hundred times what servers send; a profile that is
/// within them decodes into less than 2 GiB and within seconds, whoever made it.
struct Limits
{
    qint64 inflatedBytes = 256 * 1024 * 1024;
    quint32 sampleTypes = 64;
    quint32 samples = 4'000'000;
    quint64 values = 32'000'000; ///< Of all samples together.
    quint32 locations = 4'000'000;
    quint32 lines = 8'000'000; ///< Of all locations together.
    quint32 functions = 2'000'000;
    quint32 mappings = 100'000;
    quint32 strings = 4'000'000;
    quint32 stackDepth = 10'000; ///< Frames of one sample, inlined ones too.
    quint64 stackFrames = 100'000'000; ///< Frames of all samples together.
};

/// Reads a profile of any producer: google/pprof's profile.proto, plain or gzipped, repeated integers packed or
/// not. Frames that the profile itself asks to drop (drop_frames, keep_frames) are dropped, as by `go tool pprof`.
///
/// What is broken is refused, never guessed, with the same strictness as `go tool pprof`: an id or a string
/// index that leads nowhere, an id that is 0 or used twice, a sample with too few or too many values. Two things are
/// lenient there and here: a location may name a mapping that does not exist (it then has none), and a
/// location without lines, or a function without a name, becomes a stand-in (Function::known).
///
/// Pure; any thread. Errors: Malformed; TooLarge when it is beyond a limit.
[[nodiscard]] base::Result<Profile> decode(QByteArrayView bytes, const Limits &limits = {});

} // namespace pprof
