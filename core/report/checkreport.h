// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"

#include <optional>

/// A leak check as a document. Pure functions, callable from any thread.
namespace report {

enum class CheckFormat { Html, Markdown, Json };

/// By file ending: .html/.htm, .md, .json; nothing for any other.
[[nodiscard]] std::optional<CheckFormat> checkFormatForFile(const QString &fileName);

[[nodiscard]] QByteArray renderCheck(const experiment::CheckResult &result, CheckFormat format);

} // namespace report
