// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/transfer/uploadrecord.h"

#include <QJsonObject>

namespace report {

class JsonFields;

/// One element of `uploads`. Beyond the contract's keys: name, bytesSent, bytesPerSecond, startedAt,
/// finishedAt. Timings are seconds since the attempt began; null: that phase did not happen.
[[nodiscard]] QJsonObject uploadToJson(const transfer::UploadRecord &record);

/// Error Malformed names what is wrong; `where` is how to call the element.
[[nodiscard]] base::Result<transfer::UploadRecord> uploadFromJson(const QJsonValue &value,
                                                                  const QString &where);

/// Null for kind None. Otherwise {kind, message, httpStatus, detail}.
[[nodiscard]] QJsonValue errorToJson(const base::Error &error);
/// The error at `key`: kind None when it is null; kinds that are not known become Internal. What is wrong
/// with it is wrong with `fields`.
[[nodiscard]] base::Error errorFromJson(JsonFields &fields, QLatin1StringView key);

} // namespace report
