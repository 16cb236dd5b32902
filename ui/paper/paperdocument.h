// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/paper.h"

#include <QTextDocument>

namespace ui::paper {

/// Fills `document` with a report: badges, headline, notes, charts, tables, conditions, as they look on paper. Charts and badges
/// are characters that a PaperObjects has to be told to draw. Any thread.
void fill(QTextDocument &document, const report::Paper &paper);

} // namespace ui::paper
