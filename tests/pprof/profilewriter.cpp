// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pprof/profilewriter.h"

#include <QFile>

#include <protozero/pbf_writer.hpp>
#include <zlib.h>

namespace support {

namespace {

class Encoder final
{
public:
    Encoder(bool packed, quint64 idStep)
        : m_packed(packed)
        , m_idStep(idStep)
    {
        string({});
    }

    quint64 string(const std::string &text) { return position(m_strings, text); }

    void type(protozero::pbf_writer &writer, protozero::pbf_tag_type tag, const std::string &text)
    {
        const size_t slash = text.find('/');
        protozero::pbf_writer message(writer, tag);
        message.add_int64(1, static_cast<int64_t>(string(text.substr(0, slash))));
        message.add_int64(2, static_cast<int64_t>(string(text.substr(slash + 1))));
    }

    quint64 location(const std::vector<std::string> &lines)
    {
        const auto [at, isNew] = m_locations.try_emplace(lines, (m_locations.size() + 1) * m_idStep);
        if (isNew)
            m_order.push_back(lines);
        return at->second;
    }

    template <typename T>
    void integers(protozero::pbf_writer &message, protozero::pbf_tag_type tag, const std::vector<T> &numbers)
    {
        if (m_packed) {
            message.add_packed_int64(tag, numbers.begin(), numbers.end());
            return;
        }
        for (const T number : numbers)
            message.add_int64(tag, static_cast<int64_t>(number));
    }

    void tables(protozero::pbf_writer &profile)
    {
        for (const auto &lines : m_order) {
            protozero::pbf_writer location(profile, 4);
            location.add_uint64(1, m_locations.at(lines));
            for (const std::string &text : lines) {
                if (text.empty()) // no symbols
                    continue;
                const size_t at = text.find('@');
                const size_t colon = text.rfind(':');
                const bool hasLine = at != std::string::npos && colon != std::string::npos && colon > at;
                protozero::pbf_writer line(location, 4);
                line.add_uint64(
                    1,
                    (1 + position(m_functions, text.substr(0, hasLine ? colon : std::string::npos)))
                        * m_idStep);
                line.add_int64(2, hasLine ? std::stoll(text.substr(colon + 1)) : 0);
            }
        }
        for (size_t i = 0; i < m_functions.size(); ++i) {
            const std::string &text = m_functions[i];
            const size_t at = text.find('@');
            protozero::pbf_writer function(profile, 5);
            function.add_uint64(1, (i + 1) * m_idStep);
            function.add_int64(2, static_cast<int64_t>(string(text.substr(0, at))));
            function.add_int64(
                4, static_cast<int64_t>(string(at == std::string::npos ? "" : text.substr(at + 1))));
        }
    }

    void strings(protozero::pbf_writer &profile) const
    {
        for (const std::string &text : m_strings)
            profile.add_string(6, text);
    }

private:
    static quint64 position(std::vector<std::string> &list, const std::string &text)
    {
        const auto at = std::find(list.begin(), list.end(), text);
        if (at == list.end()) {
            list.push_back(text);
            return list.size() - 1;
        }
        return static_cast<quint64>(at - list.begin());
    }

    bool m_packed;
    quint64 m_idStep;
    std::vector<std::string> m_strings;
    std::vector<std::string> m_functions;
    std::map<std::vector<std::string>, quint64> m_locations;
    std::vector<std::vector<std::string>> m_order;
};

std::vector<std::string> split(const std::string &text, const std::string &separator)
{
    std::vector<std::string> parts;
    size_t begin = 0;
    for (size_t at = text.find(separator); at != std::string::npos; at = text.find(separator, begin)) {
        parts.push_back(text.substr(begin, at - begin));
        begin = at + separator.size();
    }
    parts.push_back(text.substr(begin));
    return parts;
}

} // namespace

ProfileWriter::ProfileWriter(std::vector<std::string> types)
    : m_types(std::move(types))
{
}

void ProfileWriter::add(const std::string &stack, std::vector<qint64> values, qint64 blockBytes)
{
    Sample sample;
    for (const std::string &location : split(stack, " <- "))
        sample.stack.push_back(split(location, " + "));
    sample.values = std::move(values);
    sample.blockBytes = blockBytes;
    m_samples.push_back(std::move(sample));
}

QByteArray ProfileWriter::plain() const
{
    std::string out;
    protozero::pbf_writer profile(out);
    Encoder encoder(packed, idStep);
    for (const std::string &type : m_types)
        encoder.type(profile, 1, type);
    for (const Sample &sample : m_samples) {
        std::vector<quint64> ids;
        for (const auto &lines : sample.stack)
            ids.push_back(encoder.location(lines));
        protozero::pbf_writer message(profile, 2);
        encoder.integers(message, 1, ids);
        encoder.integers(message, 2, sample.values);
        if (sample.blockBytes != 0) {
            protozero::pbf_writer label(message, 3);
            label.add_int64(1, static_cast<int64_t>(encoder.string("bytes")));
            label.add_int64(3, sample.blockBytes);
        }
    }
    encoder.tables(profile);
    profile.add_int64(7, static_cast<int64_t>(encoder.string(dropFrames)));
    profile.add_int64(8, static_cast<int64_t>(encoder.string(keepFrames)));
    profile.add_int64(9, 1'700'000'000'000'000'000);
    encoder.type(profile, 11, periodType);
    profile.add_int64(12, period);
    profile.add_int64(14, static_cast<int64_t>(encoder.string(defaultType)));
    encoder.strings(profile);
    return QByteArray::fromStdString(out);
}

QByteArray ProfileWriter::gzipped() const
{
    return gzip(plain());
}

QByteArray gzip(const QByteArray &content)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("zlib could not be started");
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(content.size()))),
                   Qt::Uninitialized);
    stream.next_in = const_cast<Bytef *>(reinterpret_cast<const Bytef *>(content.data()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
        qFatal("zlib could not finish");
    out.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

QByteArray recordedProfile(const QString &name)
{
    QFile file(QStringLiteral(PPROF_DATA "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s in tests/data/pprof", qPrintable(name));
    return file.readAll();
}

} // namespace support
