// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/answertone.h"

namespace ui {

Tone toneFor(AnswerMood mood)
{
    switch (mood) {
    case AnswerMood::Plain:
        return Tone::Text;
    case AnswerMood::Dim:
        return Tone::Dim;
    case AnswerMood::Good:
        return Tone::Good;
    case AnswerMood::Bad:
        return Tone::Bad;
    }
    return Tone::Text;
}

} // namespace ui
