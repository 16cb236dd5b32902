// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/verdicttone.h"

namespace ui {

Tone toneOf(analysis::Tone tone)
{
    switch (tone) {
    case analysis::Tone::Good:
        return Tone::Good;
    case analysis::Tone::Bad:
        return Tone::Bad;
    case analysis::Tone::Same:
        return Tone::Dim;
    case analysis::Tone::Unknown:
        break;
    }
    return Tone::Warn;
}

} // namespace ui
