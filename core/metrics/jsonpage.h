// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QJsonObject>

namespace metrics {

/// The object that a page consists of. Errors: Malformed, naming the place. Nesting is bounded by
/// QJsonDocument.
[[nodiscard]] base::Result<QJsonObject> parseJsonObject(QByteArrayView page);

} // namespace metrics
