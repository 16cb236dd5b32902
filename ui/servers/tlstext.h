// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/tlsfailure.h"

#include <QString>

namespace ui {

/// Why a server is not trusted, in words for people.
struct TlsText
{
    QString headline; ///< "This server cannot be trusted yet: its certificate is self-signed."
    QString meaning; ///< What that may mean, and what to do.
};

[[nodiscard]] TlsText tlsText(const net::TlsFailure &failure);

} // namespace ui
