// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QtGlobal>

#include <compare>

namespace base {

/// An integer that cannot be mixed up with another kind of id. 0 means "none".
template <typename Tag>
struct StrongId
{
    quint64 value = 0;

    [[nodiscard]] bool isValid() const { return value != 0; }
    // Clang-tidy 14 takes the 0 that is compared with for a pointer.
    auto operator<=>(const StrongId &) const = default; // NOLINT(modernize-use-nullptr)
    friend size_t qHash(StrongId id, size_t seed = 0) noexcept { return ::qHash(id.value, seed); }
};

} // namespace base
