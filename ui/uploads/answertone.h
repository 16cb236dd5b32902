// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/colors.h"
#include "ui/models/uploadtext.h"

namespace ui {

/// How an upload's answer is coloured, wherever it is shown; its words stand beside it.
[[nodiscard]] Tone toneFor(AnswerMood mood);

} // namespace ui
