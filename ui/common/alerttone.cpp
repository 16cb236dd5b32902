// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/alerttone.h"

namespace ui {

Tone alertTone(analysis::AlertPriority priority)
{
    switch (priority) {
    case analysis::AlertPriority::P1:
        return Tone::Bad;
    case analysis::AlertPriority::P2:
        return Tone::Warn;
    case analysis::AlertPriority::P3:
        return Tone::Accent;
    }
    Q_UNREACHABLE();
}

} // namespace ui
