// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pprof/decode.h"

#include <protozero/pbf_reader.hpp>

#include <limits>
#include <utility>

/// What decode() works with. Inside this module, errors of the wire format are exceptions: protozero's own, and
/// Rejected.
namespace pprof {

struct Rejected
{
    base::Error error;
};

[[noreturn]] void reject(base::ErrorKind kind, const QString &message);
/// Rejects with TooLarge when `count` is beyond `limit`, which `text` names as %1; it is marked for translation.
void checkLimit(quint64 count, quint64 limit, const char *text);

/// Why bytes that cannot even be taken apart are refused, and what to do.
[[nodiscard]] QString otherFormat();

/// An integer field; any other wire type is rejected.
[[nodiscard]] quint64 readInteger(protozero::pbf_reader &reader);
[[nodiscard]] std::string_view readBytes(protozero::pbf_reader &reader);
[[nodiscard]] protozero::pbf_reader readMessage(protozero::pbf_reader &reader);

/// One field of repeated integers, packed or not.
template <typename Take>
void readIntegers(protozero::pbf_reader &reader, Take take)
{
    if (!reader.has_wire_type(protozero::pbf_wire_type::length_delimited)) {
        take(readInteger(reader));
        return;
    }
    const std::string_view packed = readBytes(reader);
    const char *at = packed.data();
    const char *const end = at + packed.size();
    while (at != end)
        take(protozero::decode_varint(&at, end));
}

/// From the ids of a profile to positions. Ids are mostly 1…n, but need not be.
class IdIndex final
{
public:
    static constexpr quint32 none = std::numeric_limits<quint32>::max();

    /// `ids` in order of their positions; rejects 0, and an id that is there twice. `what` is profile.proto's name of them, for messages.
    IdIndex(const std::vector<quint64> &ids, const char *what);

    /// `none` when there is no such id.
    [[nodiscard]] quint32 find(quint64 id) const
    {
        return id < m_dense.size() ? m_dense[id] : findSparse(id);
    }
    /// Rejects when there is no such id.
    [[nodiscard]] quint32 at(quint64 id) const;

private:
    [[nodiscard]] quint32 findSparse(quint64 id) const;

    const char *m_what;
    std::vector<quint32> m_dense;
    std::vector<std::pair<quint64, quint32>>
        m_sparse; ///< Sorted: whoever chooses the ids cannot make it slow.
};

/// The ids of a table's entries, in order.
template <typename Entry>
[[nodiscard]] std::vector<quint64> idsOf(const std::vector<Entry> &entries)
{
    std::vector<quint64> ids;
    ids.reserve(entries.size());
    for (const Entry &entry : entries)
        ids.push_back(entry.id);
    return ids;
}

/// Everything in a profile but its samples, as on the wire. Strings are views into the content.
struct WireTables
{
    struct Type
    {
        quint64 type = 0;
        quint64 unit = 0;
    };
    struct Mapping
    {
        quint64 id = 0;
        quint64 file = 0;
    };
    struct Line
    {
        quint64 function = 0;
        qint64 line = 0;
    };
    struct Location
    {
        quint64 id = 0;
        quint64 mapping = 0;
        quint32 firstLine = 0;
        quint32 lineCount = 0;
    };
    struct Function
    {
        quint64 id = 0;
        quint64 name = 0;
        quint64 file = 0;
    };

    std::vector<Type> types;
    std::vector<Mapping> mappings;
    std::vector<Line> lines;
    std::vector<Location> locations;
    std::vector<Function> functions;
    std::vector<std::string_view> strings;
    size_t samples = 0;
    quint64 dropFrames = 0;
    quint64 keepFrames = 0;
    quint64 defaultType = 0;
    Type periodType;
    qint64 period = 0;
    qint64 timeNs = 0;
    qint64 durationNs = 0;

    /// `content` must outlive the tables.
    [[nodiscard]] static WireTables read(std::string_view content, const Limits &limits);

    /// Rejects an index beyond the string table.
    [[nodiscard]] std::string_view string(quint64 index) const;
};

} // namespace pprof
