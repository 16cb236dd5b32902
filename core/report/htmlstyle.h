// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace report {

/// The style sheet of HTML reports: light and dark by the reader's system, sober on paper. Names no address
/// and loads nothing. Custom properties of :root are the palette; text colours have a contrast of at
/// least 4.5 (WCAG 2.1, AA) on every surface they are used on.
[[nodiscard]] QByteArray htmlStyle();

} // namespace report
