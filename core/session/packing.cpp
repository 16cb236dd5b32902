// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/packing.h"

#include <zlib.h>

namespace session {
namespace {

constexpr qint64 large = 4LL * 1024 * 1024; // takes longer than a tenth of a second at the usual level
constexpr qint64 largest = 1LL << 30;

const Bytef *bytesOf(const QByteArray &content)
{
    return reinterpret_cast<const Bytef *>(content.constData());
}

} // namespace

QByteArray pack(const QByteArray &content)
{
    const auto size = static_cast<uLong>(content.size());
    uLongf length = ::compressBound(size);
    QByteArray packed(static_cast<qsizetype>(length), Qt::Uninitialized);
    const int level = content.size() > large ? Z_BEST_SPEED : Z_DEFAULT_COMPRESSION;
    const int code
        = ::compress2(reinterpret_cast<Bytef *>(packed.data()), &length, bytesOf(content), size, level);
    if (code != Z_OK) // there is no memory
        return {};
    packed.resize(static_cast<qsizetype>(length));
    packed.squeeze();
    return packed;
}

std::optional<QByteArray> unpack(const QByteArray &packed, qint64 size)
{
    if (size < 0 || size > largest)
        return {};
    QByteArray content(size, Qt::Uninitialized);
    auto length = static_cast<uLongf>(size);
    const int code = ::uncompress(reinterpret_cast<Bytef *>(content.data()), &length, bytesOf(packed),
                                  static_cast<uLong>(packed.size()));
    if (code != Z_OK || static_cast<qint64>(length) != size)
        return {};
    return content;
}

} // namespace session
