// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUuid>

#include <array>

namespace transfer {

/// UUIDs of version 4 (RFC 9562) from the kernel's generator (getrandom(2)), many for one system call: nobody can guess the
/// next one, and each costs a fraction of QUuid::createUuid(), which asks the processor anew and takes as long as looking at
/// a file.
///
/// Thread: one.
class UuidSource final
{
public:
    [[nodiscard]] QUuid next();

private:
    static constexpr size_t atOnce = 16; // getrandom() gives 256 bytes whole, or none
    using Bytes = std::array<uchar, 16>;

    std::array<Bytes, atOnce> m_random{};
    size_t m_used = atOnce;
};

} // namespace transfer
