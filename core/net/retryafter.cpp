// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/retryafter.h"

#include <QByteArray>

#include <algorithm>
#include <curl/curl.h>

namespace net {

using std::chrono::seconds;

namespace {

constexpr auto isDigit = [](char c) { return c >= '0' && c <= '9'; };

/// Nothing: it is not one.
std::optional<base::Wall> httpDate(const QByteArray &text)
{
    if (std::ranges::none_of(text, isDigit) || text.startsWith('-') || text.startsWith('+'))
        return {};
    const time_t date = curl_getdate(text.constData(), nullptr);
    return date < 0 ? std::nullopt : std::optional<base::Wall>(std::chrono::system_clock::from_time_t(date));
}

} // namespace

std::optional<seconds> parseRetryAfter(QByteArrayView value, QByteArrayView date, base::Wall now)
{
    constexpr seconds longest = std::chrono::hours(24 * 365); // so that nobody's sums overflow
    const QByteArray text = value.trimmed().toByteArray();
    if (text.isEmpty())
        return {};
    if (std::ranges::all_of(text, isDigit)) {
        bool fits = false;
        const qlonglong number = text.toLongLong(&fits);
        return fits ? std::min(seconds(number), longest) : longest;
    }
    const auto until = httpDate(text);
    if (!until)
        return {};
    const base::Wall from = httpDate(date.trimmed().toByteArray()).value_or(now);
    const auto wait = std::chrono::ceil<seconds>(*until - from);
    return std::clamp(wait, seconds(0), longest);
}

} // namespace net
