// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/urlcache.h"

#include "core/net/endpoint.h"

#include <algorithm>

namespace net {
namespace {

constexpr size_t mostKept = 4; // uploads, metrics, a profile and one to spare

UrlCache::Parsed parse(const QUrl &url)
{
    const auto parsed = std::make_shared<UrlCache::Address>();
    parsed->url.reset(curl_url());
    parsed->text = url.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    parsed->isLoopback = isLoopback(url.host());
    if (curl_url_set(parsed->url.get(), CURLUPART_URL, parsed->text.constData(), 0) != CURLUE_OK)
        return {};
    return parsed;
}

} // namespace

UrlCache::Parsed UrlCache::find(const QUrl &url)
{
    const auto known = std::find_if(m_recent.begin(), m_recent.end(),
                                    [&url](const Entry &entry) { return entry.url == url; });
    if (known != m_recent.end()) {
        m_recent.splice(m_recent.begin(), m_recent, known);
        return m_recent.front().parsed;
    }
    const Parsed parsed = parse(url);
    if (!parsed)
        return {};
    m_recent.push_front({url, parsed});
    if (m_recent.size() > mostKept)
        m_recent.pop_back();
    return parsed;
}

} // namespace net
