// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace session {

/// The content in zlib's format, which has a checksum in it. Fast rather than small where it is large.
[[nodiscard]] QByteArray pack(const QByteArray &content);

/// What pack() was given; nothing for what is damaged, or not `size` bytes long, 1 GiB at most.
[[nodiscard]] std::optional<QByteArray> unpack(const QByteArray &packed, qint64 size);

} // namespace session
