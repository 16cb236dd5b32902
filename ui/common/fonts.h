// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

/// The program's five sizes, made from a widget's own font so that family and fallbacks stay. Nothing is
/// below 9 pt.
namespace ui {

[[nodiscard]] QFont smallFont(const QFont &base); ///< 9 pt: axis labels, captions, pills.
[[nodiscard]] QFont smallStrongFont(const QFont &base); ///< 9 pt, semi-bold.
[[nodiscard]] QFont strongFont(const QFont &base); ///< The text's size, semi-bold: card titles.
[[nodiscard]] QFont valueFont(const QFont &base); ///< 14 pt, semi-bold: the figure in a tile.
[[nodiscard]] QFont headlineFont(const QFont &base); ///< 18 pt, bold: one per page.

} // namespace ui
