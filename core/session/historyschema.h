// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/archiveschema.h"

/// What tables the history has.
namespace session::historyschema {

/// "tidh", in the header of every history: neither an archive nor another program's database is taken for one.
inline constexpr int applicationId = 0x74696468;

/// See schema::migrations().
[[nodiscard]] std::span<const schema::Migration> migrations();

} // namespace session::historyschema
