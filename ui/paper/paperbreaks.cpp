// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paperbreaks.h"

#include <algorithm>
#include <limits>

namespace ui::paper {
namespace {

// What is bad about a page, in terms of each other.
constexpr qreal onePage = 10;
constexpr qreal tornApart = 1000; // more pages are better
constexpr qreal emptyPage = 2; // but for the last one, by the square of what is empty
constexpr qreal nearlyEmptyLastPage = 30; // by the square of what it lacks
constexpr qreal tableParted = 0.02;
constexpr qreal enough = 0.25; // of the last page

/// The pages of all pieces before some piece, and how bad they are.
struct Way
{
    qreal cost = std::numeric_limits<qreal>::infinity();
    std::size_t lastBegins = 0;
};

qreal costOf(const std::vector<Piece> &pieces, std::size_t begin, std::size_t end, qreal filled)
{
    qreal cost = onePage;
    if (begin > 0 && pieces[begin - 1].staysWithNext)
        cost += tornApart;
    if (begin > 0 && pieces[begin].isInTable)
        cost += tableParted;
    if (end < pieces.size())
        return cost + emptyPage * (1 - filled) * (1 - filled);
    const qreal lack = begin > 0 ? std::max(0.0, enough - filled) : 0;
    return cost + nearlyEmptyLastPage * lack * lack;
}

} // namespace

std::vector<PaperPage> pagesOf(const std::vector<Piece> &pieces, qreal height)
{
    if (pieces.empty())
        return {PaperPage{}};
    std::vector<Way> ways(pieces.size() + 1);
    ways[0].cost = 0;
    for (std::size_t begin = 0; begin < pieces.size(); ++begin) {
        const qreal room = height - pieces[begin].head.height();
        for (std::size_t end = begin + 1; end <= pieces.size(); ++end) {
            const qreal filled = (pieces[end - 1].bottom - pieces[begin].top) / room;
            if (filled > 1 && end > begin + 1)
                break;
            const qreal cost = ways[begin].cost + costOf(pieces, begin, end, std::min(filled, 1.0));
            if (cost < ways[end].cost)
                ways[end] = {cost, begin};
        }
    }
    std::vector<PaperPage> pages;
    for (std::size_t end = pieces.size(); end > 0; end = ways[end].lastBegins) {
        const Piece &first = pieces[ways[end].lastBegins];
        pages.push_back({first.head, {first.top, pieces[end - 1].bottom}, first.splitsAt});
    }
    std::ranges::reverse(pages);
    return pages;
}

} // namespace ui::paper
