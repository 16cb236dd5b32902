// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/source.h"

#include <QJsonObject>

namespace report {

class JsonFields;

/// One element of `sources`: {url, format, runtime, runtimeVersion}; runtime is null when it was not
/// recognised.
[[nodiscard]] QJsonObject sourceToJson(const metrics::Source &source);
/// One element of `misses`: {url, error}.
[[nodiscard]] QJsonObject missToJson(const metrics::Miss &miss);

/// What `sources`, `misses`, `canForceGc` and `canFetchProfiles` of a document say. Sources in formats that
/// are not known are left out; what is wrong is wrong with `document`.
[[nodiscard]] metrics::DiscoveryReport discoveryFromJson(JsonFields &document);

} // namespace report
