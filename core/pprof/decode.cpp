// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pprof/decode.h"

#include "core/pprof/gunzip.h"
#include "core/pprof/prune.h"
#include "core/pprof/wiretables.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_map>

namespace pprof {

namespace {

using base::Error;
using base::ErrorKind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(pprof::Decode)
};

QString toText(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

std::string_view baseName(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

/// Two passes over the content: the tables first, because they may follow the samples that refer to them.
class Decoder final
{
    Q_DISABLE_COPY_MOVE(Decoder)

public:
    Decoder(std::string_view content, const Limits &limits)
        : m_content(content)
        , m_limits(limits)
        , m_tables(WireTables::read(content, limits))
        , m_locationIds(idsOf(m_tables.locations), "location")
        , m_interner(m_profile.strings)
    {
    }

    Profile run();

private:
    void header();
    void functions();
    void locations();
    quint32 standIn(const WireTables::Location &location, const IdIndex &mappings);
    void samples();
    void sample(protozero::pbf_reader message, const Pruning &pruning);
    [[nodiscard]] qint64 blockBytes(protozero::pbf_reader label) const;
    ValueType type(const WireTables::Type &wire) const;

    std::string_view m_content;
    const Limits &m_limits;
    WireTables m_tables;
    IdIndex m_locationIds;
    Profile m_profile;
    StringInterner m_interner;
    std::unordered_map<quint32, quint32> m_standIns; ///< By mapping.
    quint64 m_bytesKey = 0; ///< Of the string "bytes", 0 when there is none.
    quint64 m_stackFrames = 0;
};

Profile Decoder::run()
{
    header();
    functions();
    locations();
    samples();
    return std::move(m_profile);
}

ValueType Decoder::type(const WireTables::Type &wire) const
{
    return {toText(m_tables.string(wire.type)), toText(m_tables.string(wire.unit))};
}

void Decoder::header()
{
    for (const WireTables::Type &wire : m_tables.types)
        m_profile.types.push_back(type(wire));
    m_profile.periodType = type(m_tables.periodType);
    m_profile.period = m_tables.period;
    m_profile.timeNs = m_tables.timeNs;
    m_profile.durationNs = m_tables.durationNs;
    m_profile.defaultType = toText(m_tables.string(m_tables.defaultType));
    if (!m_tables.mappings.empty())
        m_profile.binary = toText(m_tables.string(m_tables.mappings.front().file));
    const auto at = std::find(m_tables.strings.begin(), m_tables.strings.end(), "bytes");
    if (at != m_tables.strings.end())
        m_bytesKey = static_cast<quint64>(at - m_tables.strings.begin());
}

void Decoder::functions()
{
    m_profile.functions.reserve(m_tables.functions.size());
    for (const WireTables::Function &wire : m_tables.functions)
        m_profile.functions.push_back({m_interner.intern(m_tables.string(wire.name)),
                                       m_interner.intern(m_tables.string(wire.file)), true});
}

quint32 Decoder::standIn(const WireTables::Location &location, const IdIndex &mappings)
{
    const quint32 mapping = mappings.find(location.mapping);
    const auto [at, isNew]
        = m_standIns.try_emplace(mapping, static_cast<quint32>(m_profile.functions.size()));
    if (isNew) {
        const std::string_view file = mapping == IdIndex::none
            ? std::string_view()
            : m_tables.string(m_tables.mappings[mapping].file);
        const std::string name = file.empty() ? "<unknown>" : "[" + std::string(baseName(file)) + "]";
        m_profile.functions.push_back({m_interner.intern(name), m_interner.intern(file), false});
    }
    return at->second;
}

void Decoder::locations()
{
    const IdIndex mappings(idsOf(m_tables.mappings), "mapping");
    const IdIndex functionIds(idsOf(m_tables.functions), "function");
    m_profile.locations.reserve(m_tables.locations.size());
    m_profile.frames.reserve(m_tables.lines.size());
    for (const WireTables::Location &wire : m_tables.locations) {
        const auto first = static_cast<quint32>(m_profile.frames.size());
        for (quint32 n = 0; n < wire.lineCount; ++n) {
            const WireTables::Line &line = m_tables.lines[wire.firstLine + n];
            quint32 function = functionIds.at(line.function);
            if (m_profile.functions[function].name == 0)
                function = standIn(wire, mappings);
            constexpr qint64 most = std::numeric_limits<qint32>::max();
            m_profile.frames.push_back(
                {function, static_cast<qint32>(std::clamp<qint64>(line.line, 0, most))});
        }
        if (wire.lineCount == 0)
            m_profile.frames.push_back({standIn(wire, mappings), 0});
        m_profile.locations.push_back({first, static_cast<quint32>(m_profile.frames.size()) - first});
    }
}

void Decoder::samples()
{
    const Pruning pruning(m_profile, m_tables.string(m_tables.dropFrames),
                          m_tables.string(m_tables.keepFrames));
    checkLimit(m_tables.samples * m_tables.types.size(), m_limits.values,
               QT_TRANSLATE_NOOP("pprof::Decode", "the profile has more than %1 values"));
    m_profile.stackEnds.reserve(m_tables.samples);
    m_profile.values.reserve(m_tables.samples * m_tables.types.size());
    m_profile.blockBytes.reserve(m_tables.samples);
    protozero::pbf_reader profile(m_content.data(), m_content.size());
    while (profile.next()) {
        if (profile.tag() == 2)
            sample(readMessage(profile), pruning);
        else
            profile.skip();
    }
}

void Decoder::sample(protozero::pbf_reader message, const Pruning &pruning)
{
    std::vector<quint32> &entries = m_profile.stackEntries;
    std::vector<qint64> &values = m_profile.values;
    const size_t firstEntry = entries.size();
    const size_t wantedValues = values.size() + m_tables.types.size();
    quint64 depth = 0;
    qint64 block = 0;
    while (message.next()) {
        switch (message.tag()) {
        case 1:
            readIntegers(message, [&](quint64 id) {
                const quint32 location = m_locationIds.at(id);
                depth += m_profile.locations[location].frameCount;
                checkLimit(
                    depth, m_limits.stackDepth,
                    QT_TRANSLATE_NOOP("pprof::Decode", "the profile has more than %1 frames in one stack"));
                entries.push_back(location);
            });
            break;
        case 2:
            readIntegers(message, [&](quint64 value) {
                if (values.size() < wantedValues)
                    values.push_back(static_cast<qint64>(value));
                else
                    reject(ErrorKind::Malformed, Text::tr("a sample has too many values"));
            });
            break;
        case 3:
            if (const qint64 bytes = blockBytes(readMessage(message)); bytes != 0)
                block = bytes;
            break;
        default:
            message.skip();
        }
    }
    if (values.size() != wantedValues)
        reject(ErrorKind::Malformed, Text::tr("a sample has too few values"));
    m_stackFrames += depth;
    checkLimit(m_stackFrames, m_limits.stackFrames,
               QT_TRANSLATE_NOOP("pprof::Decode", "the profile has more than %1 frames in all stacks"));
    if (pruning.isActive()) {
        const auto begin = entries.begin() + static_cast<qptrdiff>(firstEntry);
        entries.erase(begin, begin + static_cast<qptrdiff>(pruning.cut(std::span(begin, entries.end()))));
    }
    m_profile.stackEnds.push_back(static_cast<quint32>(entries.size()));
    m_profile.blockBytes.push_back(block);
}

qint64 Decoder::blockBytes(protozero::pbf_reader label) const
{
    quint64 key = 0;
    qint64 number = 0;
    while (label.next()) {
        switch (label.tag()) {
        case 1:
            key = readInteger(label);
            break;
        case 3:
            number = static_cast<qint64>(readInteger(label));
            break;
        default:
            label.skip();
        }
    }
    return key != 0 && key == m_bytesKey ? number : 0;
}

/// Go's text forms begin so; to be told what to ask for instead helps more than a complaint about wire types.
bool isTextForm(std::string_view content)
{
    constexpr std::string_view starts[]{"heap profile:", "goroutine ", "goroutine profile:", "--- "};
    return std::any_of(std::begin(starts), std::end(starts),
                       [&](std::string_view start) { return content.starts_with(start); });
}

Error malformed(const QString &why)
{
    return {ErrorKind::Malformed, Text::tr("not a pprof profile: %1").arg(why), 0, {}};
}

} // namespace

base::Result<Profile> decode(QByteArrayView bytes, const Limits &limits)
{
    QByteArray inflated;
    if (isGzip(bytes)) {
        auto content = gunzip(bytes, limits.inflatedBytes);
        if (!content)
            return content.error();
        inflated = std::move(content).value();
        bytes = inflated;
    } else if (bytes.size() > limits.inflatedBytes) {
        return Error{ErrorKind::TooLarge,
                     Text::tr("the profile is larger than %1 bytes").arg(limits.inflatedBytes),
                     0,
                     {}};
    }
    const std::string_view content(bytes.data(), static_cast<size_t>(bytes.size()));
    if (content.empty())
        return malformed(Text::tr("it is empty"));
    if (isTextForm(content))
        return malformed(Text::tr("this is its text form, made with debug=1 or debug=2"));
    try {
        return Decoder(content, limits).run();
    } catch (const Rejected &rejected) {
        if (rejected.error.kind == ErrorKind::Malformed)
            return malformed(rejected.error.message);
        return rejected.error;
    } catch (const protozero::end_of_buffer_exception &) {
        return malformed(
            Text::tr("it ends in the middle of a value, as what was cut short does; fetch it again"));
    } catch (const protozero::exception &) {
        return malformed(otherFormat());
    }
}

} // namespace pprof
