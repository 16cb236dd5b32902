// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTextDocument;

namespace ui::paper {

/// Makes the tables that Markdown brought look as in HTML reports: as wide as the page, thin rules between rows and no boxes,
/// heads that return on each page, numbers that keep their units beside them, verdicts in their colour. Any thread.
void styleTables(QTextDocument &document);

} // namespace ui::paper
