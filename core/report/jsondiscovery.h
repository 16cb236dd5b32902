// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/source.h"
#include "core/session/watchedbeside.h"

#include <QJsonObject>

namespace report {

class JsonFields;

/// One element of `sources`: {url, format, runtime, runtimeVersion}; runtime is null when it was not
/// recognised.
[[nodiscard]] QJsonObject sourceToJson(const metrics::Source &source);
/// One element of `misses`: {url, error}.
[[nodiscard]] QJsonObject missToJson(const metrics::Miss &miss);

/// The element of `sources` for something that was watched beside the server, told by its `name`: {name, url, format,
/// runtime, runtimeVersion, misses, readings:{ok, missed, lastMissReason}}. The format is "process" or "folder" for what is read
/// from this machine, and null for a server on which nothing was found.
[[nodiscard]] QJsonObject besideToJson(const session::WatchedBeside &beside);
/// Those of a document, without their series.
[[nodiscard]] QList<session::WatchedBeside> besideFromJson(JsonFields &document);

/// What `sources` without a name, `misses`, `canForceGc` and `canFetchProfiles` of a document say. Sources in formats that
/// are not known are left out; what is wrong is wrong with `document`.
[[nodiscard]] metrics::DiscoveryReport discoveryFromJson(JsonFields &document);

} // namespace report
