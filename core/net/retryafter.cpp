// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/retryafter.h"

#include <QByteArray>

#include <algorithm>
#include <curl/curl.h>

namespace net {

using std::chrono::seconds;

std::optional<seconds> parseRetryAfter(QByteArrayView value, base::Wall now)
{
    constexpr seconds longest = std::chrono::hours(24 * 365); // so that nobody's sums overflow
    const QByteArray text = value.trimmed().toByteArray();
    if (text.isEmpty())
        return {};
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (std::ranges::all_of(text, isDigit)) {
        bool fits = false;
        const qlonglong number = text.toLongLong(&fits);
        return fits ? std::min(seconds(number), longest) : longest;
    }
    if (std::ranges::none_of(text, isDigit) || text.startsWith('-') || text.startsWith('+'))
        return {};
    const time_t date = curl_getdate(text.constData(), nullptr);
    if (date < 0)
        return {};
    const auto wait = std::chrono::ceil<seconds>(std::chrono::system_clock::from_time_t(date) - now);
    return std::clamp(wait, seconds(0), longest);
}

} // namespace net
