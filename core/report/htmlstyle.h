// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace report {

/// The style sheet of HTML reports: light and dark by the reader's system, sober on paper. Names no address
/// and loads nothing. Custom properties of :root are the palette; text colours have a contrast of at
/// least 4.5 (WCAG 2.1, AA) on every surface they are used on.
[[nodiscard]] QByteArray htmlStyle();

/// A colour of the light palette, which is that of paper, by its name without dashes: "heap-text" -> "#0069a5".
[[nodiscard]] QString paperColour(const char *name);
/// The same of a series, by the classes of what is drawn; `kind` is "" or "-text". Empty if it is none.
[[nodiscard]] QString seriesColour(const QStringList &classes, const char *kind = "");

} // namespace report
