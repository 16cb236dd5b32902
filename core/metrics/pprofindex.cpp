// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/pprofindex.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <string_view>

namespace metrics {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// The number in front of a profile's link: <td>6</td><td><a href='goroutine?debug=1'>goroutine</a></td>,
/// since Go 1.11; older pages quote with " or not at all, and newer ones may add attributes.
double countOf(std::string_view page, std::string_view link)
{
    const size_t at = page.find(link);
    if (at == std::string_view::npos)
        return unknown;
    const std::string_view before = page.substr(0, at);
    const size_t cellEnd = before.rfind("</td>");
    if (cellEnd == std::string_view::npos)
        return unknown;
    size_t begin = cellEnd;
    while (begin > 0 && before[begin - 1] >= '0' && before[begin - 1] <= '9')
        --begin;
    double number = unknown;
    const auto [end, error] = std::from_chars(before.data() + begin, before.data() + cellEnd, number);
    return error == std::errc() ? number : unknown;
}

} // namespace

base::Result<PprofIndex> parsePprofIndex(QByteArrayView page)
{
    const std::string_view text(page.data(), static_cast<size_t>(page.size()));
    const PprofIndex index{countOf(text, "goroutine?debug=1"), countOf(text, "threadcreate?debug=1")};
    if (std::isnan(index.goroutines))
        return base::Error{
            base::ErrorKind::Malformed, QStringLiteral("not the index of Go's profiles"), 0, {}};
    return index;
}

} // namespace metrics
