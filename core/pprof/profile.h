// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pprof/stringtable.h"

#include <optional>
#include <span>

namespace pprof {

/// "inuse_space" in "bytes", "goroutine" in "count", "cpu" in "nanoseconds".
struct ValueType
{
    QString type;
    QString unit;

    bool operator==(const ValueType &) const = default;
};

struct Function
{
    quint32 name = 0; ///< In Profile::strings, as the producer wrote it.
    quint32 file = 0;
    /// False for the stand-in of code without symbols: its name is "[program]" or "<unknown>", as `go tool
    /// pprof` calls it, and `file` is the program's or library's path.
    bool known = true;
};

struct Frame
{
    quint32 function = 0; ///< In Profile::functions.
    qint32 line = 0; ///< 0: not known.
};

/// One place in the code: its inlined callees first, the real function last. Never empty.
struct Location
{
    quint32 firstFrame = 0; ///< In Profile::frames.
    quint32 frameCount = 0;
};

/// A profile, symbolised and with every id resolved, as flat arrays: a large one takes some 4 bytes per stack
/// entry. Made by decode() and difference(), which guarantee that every index in it is valid and that equal
/// strings have equal ids. A value: shared as `shared_ptr<const Profile>`, read from any thread.
///
/// Values are what the producer wrote: Go has already scaled its samples up to estimates of the whole heap,
/// so nothing is scaled again.
struct Profile
{
    std::vector<ValueType> types; ///< What each sample counts; never empty when there are samples.
    ValueType periodType; ///< What is sampled: "space" in "bytes" of a heap profile.
    qint64 period = 0; ///< The mean distance of samples, in that unit.
    qint64 timeNs = 0; ///< Since 1970, 0 when not said.
    qint64 durationNs = 0;
    QString defaultType; ///< Empty when not said.
    QString binary; ///< Path of the main program, empty when not said.

    StringTable strings;
    std::vector<Function> functions;
    std::vector<Frame> frames;
    std::vector<Location> locations;
    std::vector<quint32> stackEntries; ///< Locations of all samples, each stack leaf first.
    std::vector<quint32> stackEnds; ///< Per sample: where its stack ends in stackEntries.
    std::vector<qint64> values; ///< types.size() per sample.
    std::vector<qint64> blockBytes; ///< Per sample: Go's label "bytes", the size of one object; 0: none.

    [[nodiscard]] qsizetype sampleCount() const { return static_cast<qsizetype>(stackEnds.size()); }
    [[nodiscard]] std::span<const quint32> stack(qsizetype sample) const;
    [[nodiscard]] std::span<const Frame> framesOf(quint32 location) const;
    [[nodiscard]] qint64 value(qsizetype sample, int type) const;

    /// Calls `visit(frame)` for every frame of a sample, inlined ones too, from the leaf to the root.
    template <typename Visit>
    void forEachFrame(qsizetype sample, Visit visit) const
    {
        for (const quint32 location : stack(sample)) {
            for (const Frame &frame : framesOf(location))
                visit(frame);
        }
    }

    [[nodiscard]] QString functionName(quint32 function) const;
    [[nodiscard]] QString fileName(quint32 function) const;

    /// The type of that name; "inuse_space" also finds "space", as in `go tool pprof`. Nothing when absent.
    [[nodiscard]] std::optional<int> typeIndex(QStringView name) const;
    /// The one that the profile names, else the last. -1 when there is no type at all.
    [[nodiscard]] int defaultTypeIndex() const;
    /// The net sum, negative samples of a difference included.
    [[nodiscard]] qint64 total(int type) const;
};

/// Sums of values that only a hostile profile makes overflow: they then wrap around, as in Go, and so cancel out.
[[nodiscard]] qint64 addWrapped(qint64 a, qint64 b);
[[nodiscard]] qint64 negateWrapped(qint64 value);
/// Never negative, and sums of it neither: both stop at the end of 63 bits.
[[nodiscard]] qint64 magnitude(qint64 value);
[[nodiscard]] qint64 addMagnitudes(qint64 a, qint64 b);

} // namespace pprof
