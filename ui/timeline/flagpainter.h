// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QPainter;

namespace session {
struct Mark;
}

namespace ui {

struct ChartFrame;

/// The flags of the timeline's moments over all panels: a pennant, of an alert its priority; of a note, and of an experiment's
/// begin and end, as much of the words as there is room for before the next flag. Their poles leave the panels' titles alone.
void paintFlags(QPainter &painter, const ChartFrame &frame);

/// "before the fix" of a note, "The server restarted: another process answers" …: what a flag's tool tip says, as a sentence
/// where reports have a kind and a text (report::markName(), report::markText()).
[[nodiscard]] QString flagText(const session::Mark &mark);

} // namespace ui
