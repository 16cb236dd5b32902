// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

/// Where pages end. Pure functions on numbers, any thread; all heights in one unit.
namespace ui::paper {

struct Span
{
    qreal from = 0;
    qreal to = 0;

    [[nodiscard]] qreal height() const { return to - from; }
    bool operator==(const Span &) const = default;
};

/// What is not torn apart.
struct Piece
{
    qreal top = 0;
    qreal bottom = 0;
    bool staysWithNext = false; ///< No page ends behind it, unless nothing else helps.
    bool isInTable = false; ///< A page rather does not end before it.
    int splitsAt = -1; ///< A line that goes on with a paragraph: where it begins in the document.
    Span head = {}; ///< Of its table: comes again where a page begins with this piece.
};

struct PaperPage
{
    Span head; ///< To be shown above, again; empty: nothing.
    Span body;
    int splitsAt = -1; ///< Of its first piece.

    bool operator==(const PaperPage &) const = default;
};

/// As few pages as will do, each at most `height` high but for a piece that is higher. Where there is a choice the last page is
/// not nearly empty, and the others are full. At least one page.
[[nodiscard]] std::vector<PaperPage> pagesOf(const std::vector<Piece> &pieces, qreal height);

} // namespace ui::paper
