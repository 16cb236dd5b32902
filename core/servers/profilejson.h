// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/servers/serverprofile.h"

#include <QJsonObject>

namespace servers {

/// What may be written to a file: everything but the secrets' values. What is as it is by default is left out.
[[nodiscard]] QJsonObject toJson(const ServerProfile &profile);

/// Unknown keys are ignored, missing ones have their defaults. Error Malformed: there is no id or no address, or a value is
/// of another type than it must be; the message names the key.
[[nodiscard]] base::Result<ServerProfile> profileFromJson(const QJsonObject &object);

} // namespace servers
