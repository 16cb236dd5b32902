// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pprof/gunzip.h"

#include <QCoreApplication>

#include <algorithm>

#include <zlib.h>

namespace pprof {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(pprof::Decode)
};

constexpr int gzipOnly = 15 + 16; // the largest window, and neither zlib nor raw streams
constexpr qint64 step = 64 * 1024;

class Inflater final
{
    Q_DISABLE_COPY_MOVE(Inflater)

public:
    Inflater() { m_ok = inflateInit2(&m_stream, gzipOnly) == Z_OK; }
    ~Inflater()
    {
        if (m_ok)
            inflateEnd(&m_stream);
    }
    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] z_stream &stream() { return m_stream; }

private:
    z_stream m_stream{};
    bool m_ok = false;
};

base::Error malformed(const QString &what)
{
    return {base::ErrorKind::Malformed, what, 0, {}};
}
} // namespace

bool isGzip(QByteArrayView bytes)
{
    return bytes.size() >= 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b';
}

base::Result<QByteArray> gunzip(QByteArrayView bytes, qint64 maxBytes)
{
    Inflater inflater;
    if (!inflater.ok())
        return base::Error{base::ErrorKind::Internal, Text::tr("zlib could not be started"), 0, {}};
    z_stream &stream = inflater.stream();
    // zlib never writes to its input.
    stream.next_in = const_cast<Bytef *>(reinterpret_cast<const Bytef *>(bytes.data()));
    stream.avail_in = static_cast<uInt>(std::min<qsizetype>(bytes.size(), std::numeric_limits<uInt>::max()));
    if (stream.avail_in != bytes.size())
        return base::Error{base::ErrorKind::TooLarge, Text::tr("the compressed profile is too large"), 0, {}};

    QByteArray content;
    qint64 filled = 0;
    for (;;) {
        if (filled == content.size()) {
            // One byte more than allowed, to tell "full" from "too large".
            const qint64 room = std::min(maxBytes + 1, std::max<qint64>(step, content.size() * 2));
            if (filled >= room)
                return base::Error{base::ErrorKind::TooLarge,
                                   Text::tr("the profile is larger than %1 bytes").arg(maxBytes),
                                   0,
                                   {}};
            content.resize(room);
        }
        stream.next_out = reinterpret_cast<Bytef *>(content.data() + filled);
        stream.avail_out = static_cast<uInt>(std::min<qint64>(content.size() - filled, 1 << 30));
        const uInt offered = stream.avail_out;
        const int state = inflate(&stream, Z_NO_FLUSH);
        filled += offered - stream.avail_out;
        if (filled > maxBytes)
            continue;
        if (state == Z_STREAM_END) {
            if (stream.avail_in == 0)
                break;
            inflateReset(&stream); // a further member, or what is no member and fails next
            continue;
        }
        if (state == Z_OK && (stream.avail_in > 0 || stream.avail_out == 0))
            continue;
        if (state == Z_OK || state == Z_BUF_ERROR)
            return malformed(Text::tr("the compressed profile is cut short"));
        return malformed(Text::tr("the compressed profile is corrupt"));
    }
    content.truncate(filled);
    return content;
}

} // namespace pprof
