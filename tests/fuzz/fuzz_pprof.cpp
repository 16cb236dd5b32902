// SPDX-License-Identifier: GPL-3.0-or-later
// For libFuzzer: everything that is done with a profile of unknown origin. Seeds: tests/data/pprof.
#include "core/pprof/attribution.h"
#include "core/pprof/decode.h"
#include "core/pprof/difference.h"
#include "core/pprof/flame.h"
#include "core/pprof/totals.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    // Small enough that the fuzzer's own limits are never what ends an input.
    const pprof::Limits limits{.inflatedBytes = 4 << 20, .samples = 100'000, .stackFrames = 1'000'000};
    const auto profile = pprof::decode(
        QByteArrayView(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)), limits);
    if (!profile || profile->types.empty())
        return 0;
    const int type = profile->defaultTypeIndex();
    static_cast<void>(pprof::totals(*profile, type, pprof::Granularity::Function));
    static_cast<void>(pprof::totals(*profile, type, pprof::Granularity::Line, pprof::Order::Cum));
    static_cast<void>(pprof::layoutFlame(*profile, {.type = type, .minWidth = 0, .maxNodes = 10'000}));
    static_cast<void>(pprof::attribute(*profile, type, {.amount = 1e6, .uploads = 10}));
    const auto nothing = pprof::difference(*profile, *profile);
    if (!nothing || nothing->delta.sampleCount() != 0) // a profile does not differ from itself
        std::abort();
    return 0;
}
