// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ui {

/// A text as it is read aloud, without the letter for Alt: "&Name" as "Name", "名称(&N)" as "名称", "A && B" as "A & B".
[[nodiscard]] QString withoutMnemonic(const QString &text);

} // namespace ui
