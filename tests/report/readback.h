// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/sessionsnapshot.h"
#include "tests/report/htmltree.h"

/// The HTML report of a snapshot, read back.
namespace readback {

/// Null, and a warning why, when it is not well-formed.
[[nodiscard]] std::unique_ptr<HtmlNode> treeOf(const session::SessionSnapshot &snapshot);
/// The path of one line of the chart; empty: it is not drawn.
[[nodiscard]] QString pathOf(const HtmlNode &tree, const QString &style);
/// As a number.
[[nodiscard]] double attribute(const HtmlNode &node, const char *name);

} // namespace readback
