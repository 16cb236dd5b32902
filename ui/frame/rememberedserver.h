// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/servers/address.h"

namespace ui {

/// A server as texts, to be shown and stored: without passwords; `watch` is empty unless it is elsewhere.
struct RememberedServer
{
    QString upload;
    QString watch;
    transfer::UploadMethod method = transfer::UploadMethod::Post;

    bool operator==(const RememberedServer &) const = default;
};

[[nodiscard]] RememberedServer remembered(const servers::Server &server);

} // namespace ui
