// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace report {

/// A chart of an HTML report for readers that know neither style sheets, nor clip paths, nor a mouse, which is SVG Tiny 1.2: a
/// document of its own whose colours are attributes, those of paper, and which has nothing that waits to be pointed at. Texts
/// have a size and a weight, and leave the font to who draws them. Empty for what is not well-formed. Pure function, any
/// thread.
[[nodiscard]] QByteArray paperSvg(const QByteArray &inlineSvg);

} // namespace report
