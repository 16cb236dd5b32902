// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/uploaddetails.h"

#include <QString>

/// What the details of one upload say beside its row, as text of several lines.
namespace ui {

/// Path, size, and when.
[[nodiscard]] QString factsText(const transfer::UploadRecord &record);

/// A line for each attempt that is remembered, oldest first: "2 · 20:31:05 · 503 Service Unavailable · 85 ms". `made`: how
/// many there were in all.
[[nodiscard]] QString attemptsText(const transfer::UploadDetails &details, int made);

/// "POST http://host/upload" and the headers; empty where nothing is known.
[[nodiscard]] QString requestText(const transfer::UploadDetails &details);

/// "Name: value" lines. Bytes that are no UTF-8 are shown as Latin-1 (RFC 9110 section 5.5).
[[nodiscard]] QString headersText(const net::HeaderList &headers);

} // namespace ui
