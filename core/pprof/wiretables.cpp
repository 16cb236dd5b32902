// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pprof/wiretables.h"

#include <QCoreApplication>

#include <algorithm>

// Field numbers: https://github.com/google/pprof/blob/main/proto/profile.proto
namespace pprof {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(pprof::Decode)
};

} // namespace

using protozero::pbf_reader;
using protozero::pbf_wire_type;

void reject(base::ErrorKind kind, const QString &message)
{
    throw Rejected{{kind, message, 0, {}}};
}

void checkLimit(quint64 count, quint64 limit, const char *text)
{
    if (count > limit)
        reject(base::ErrorKind::TooLarge, Text::tr(text).arg(limit));
}

QString otherFormat()
{
    return Text::tr("it is something else, or damaged; take what /debug/pprof/heap sends, without debug=");
}

static void require(const pbf_reader &reader, pbf_wire_type type)
{
    if (!reader.has_wire_type(type))
        reject(base::ErrorKind::Malformed,
               Text::tr("its field %1 has the wrong type, so %2")
                   .arg(QString::number(reader.tag()), otherFormat()));
}

quint64 readInteger(pbf_reader &reader)
{
    require(reader, pbf_wire_type::varint);
    return reader.get_uint64();
}

static qint64 readSigned(pbf_reader &reader)
{
    return static_cast<qint64>(readInteger(reader));
}

std::string_view readBytes(pbf_reader &reader)
{
    require(reader, pbf_wire_type::length_delimited);
    const protozero::data_view view = reader.get_view();
    return {view.data(), view.size()};
}

pbf_reader readMessage(pbf_reader &reader)
{
    const std::string_view bytes = readBytes(reader);
    return {bytes.data(), bytes.size()};
}

IdIndex::IdIndex(const std::vector<quint64> &ids, const char *what)
    : m_what(what)
    , m_dense(ids.size() + 1, none)
{
    const auto twice = [what](quint64 id) {
        reject(base::ErrorKind::Malformed,
               Text::tr("two %1s have the id %2").arg(QLatin1StringView(what)).arg(id));
    };
    for (quint32 i = 0; i < ids.size(); ++i) {
        const quint64 id = ids[i];
        if (id == 0)
            reject(base::ErrorKind::Malformed, Text::tr("a %1 has the id 0").arg(QLatin1StringView(what)));
        if (id >= m_dense.size())
            m_sparse.emplace_back(id, i);
        else if (std::exchange(m_dense[id], i) != none)
            twice(id);
    }
    std::sort(m_sparse.begin(), m_sparse.end());
    for (size_t i = 1; i < m_sparse.size(); ++i) {
        if (m_sparse[i].first == m_sparse[i - 1].first)
            twice(m_sparse[i].first);
    }
}

quint32 IdIndex::findSparse(quint64 id) const
{
    const auto at = std::lower_bound(m_sparse.begin(), m_sparse.end(), std::pair<quint64, quint32>(id, 0));
    return at == m_sparse.end() || at->first != id ? none : at->second;
}

quint32 IdIndex::at(quint64 id) const
{
    const quint32 position = find(id);
    if (position == none)
        reject(base::ErrorKind::Malformed,
               Text::tr("there is no %1 with the id %2").arg(QLatin1StringView(m_what)).arg(id));
    return position;
}

static WireTables::Type readType(pbf_reader message)
{
    WireTables::Type type;
    while (message.next()) {
        switch (message.tag()) {
        case 1:
            type.type = readInteger(message);
            break;
        case 2:
            type.unit = readInteger(message);
            break;
        default:
            message.skip();
        }
    }
    return type;
}

static WireTables::Mapping readMapping(pbf_reader message)
{
    WireTables::Mapping mapping;
    while (message.next()) {
        switch (message.tag()) {
        case 1:
            mapping.id = readInteger(message);
            break;
        case 5:
            mapping.file = readInteger(message);
            break;
        default:
            message.skip();
        }
    }
    return mapping;
}

static WireTables::Function readFunction(pbf_reader message)
{
    WireTables::Function function;
    while (message.next()) {
        switch (message.tag()) {
        case 1:
            function.id = readInteger(message);
            break;
        case 2:
            function.name = readInteger(message);
            break;
        case 4:
            function.file = readInteger(message);
            break;
        default:
            message.skip();
        }
    }
    return function;
}

static WireTables::Line readLine(pbf_reader message)
{
    WireTables::Line line;
    while (message.next()) {
        switch (message.tag()) {
        case 1:
            line.function = readInteger(message);
            break;
        case 2:
            line.line = readSigned(message);
            break;
        default:
            message.skip();
        }
    }
    return line;
}

static WireTables::Location readLocation(pbf_reader message, std::vector<WireTables::Line> &lines,
                                         const Limits &limits)
{
    WireTables::Location location;
    location.firstLine = static_cast<quint32>(lines.size());
    while (message.next()) {
        switch (message.tag()) {
        case 1:
            location.id = readInteger(message);
            break;
        case 2:
            location.mapping = readInteger(message);
            break;
        case 4:
            checkLimit(lines.size() + 1, limits.lines,
                       QT_TRANSLATE_NOOP("pprof::Decode", "the profile has more than %1 lines"));
            lines.push_back(readLine(readMessage(message)));
            break;
        default:
            message.skip();
        }
    }
    location.lineCount = static_cast<quint32>(lines.size()) - location.firstLine;
    return location;
}

WireTables WireTables::read(std::string_view content, const Limits &limits)
{
    WireTables tables;
    pbf_reader profile(content.data(), content.size());
    while (profile.next()) {
        switch (profile.tag()) {
        case 1:
            checkLimit(tables.types.size() + 1, limits.sampleTypes,
                       QT_TRANSLATE_NOOP("pprof::Decode", "the profile has more than %1 sample types"));
            tables.types.push_back(readType(readMessage(profile)));
            break;
        case 2:
            checkLimit(++tables.samples, limits.samples,
                       QT_TRANSLATE_NOOP("pprof::Decode", "the profile has more than %1 samples"));
            require(profile, pbf_wire_type::length_delimited);
            profile.skip();
            break;
        case 3:
            checkLimit(tables.mappings.size() + 1, limits.mappings,
                       QT_TRANSLATE_NOOP("pprof::Decode", "the profile has more than %1 mappings"));
            tables.mappings.push_back(readMapping(readMessage(profile)));
            break;
        case 4:
            checkLimit(tables.locations.size() + 1, limits.locations,
                       QT_TRANSLATE_NOOP("pprof::Decode", "the profile has more than %1 locations"));
            tables.locations.push_back(readLocation(readMessage(profile), tables.lines, limits));
            break;
        case 5:
            checkLimit(tables.functions.size() + 1, limits.functions,
                       QT_TRANSLATE_NOOP("pprof::Decode", "the profile has more than %1 functions"));
            tables.functions.push_back(readFunction(readMessage(profile)));
            break;
        case 6:
            checkLimit(tables.strings.size() + 1, limits.strings,
                       QT_TRANSLATE_NOOP("pprof::Decode", "the profile has more than %1 strings"));
            tables.strings.push_back(readBytes(profile));
            break;
        case 7:
            tables.dropFrames = readInteger(profile);
            break;
        case 8:
            tables.keepFrames = readInteger(profile);
            break;
        case 9:
            // Repeated fields of two profiles, one behind the other, would silently be mixed up.
            if (tables.timeNs != 0)
                reject(base::ErrorKind::Malformed, Text::tr("these are several profiles in one"));
            tables.timeNs = readSigned(profile);
            break;
        case 10:
            tables.durationNs = readSigned(profile);
            break;
        case 11:
            tables.periodType = readType(readMessage(profile));
            break;
        case 12:
            tables.period = readSigned(profile);
            break;
        case 14:
            tables.defaultType = readInteger(profile);
            break;
        default:
            profile.skip();
        }
    }
    if (tables.strings.empty() || !tables.strings.front().empty())
        reject(base::ErrorKind::Malformed, Text::tr("the string table does not begin with an empty string"));
    if (tables.types.empty() && tables.samples > 0)
        reject(base::ErrorKind::Malformed, Text::tr("the profile does not say what its samples count"));
    return tables;
}

std::string_view WireTables::string(quint64 index) const
{
    if (index >= strings.size())
        reject(base::ErrorKind::Malformed, Text::tr("there is no string %1").arg(index));
    return strings[index];
}

} // namespace pprof
