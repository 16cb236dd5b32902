// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

#include <curl/curl.h>
#include <list>
#include <memory>

namespace net {

/// Addresses as libcurl wants them, in its parsed form (https://curl.se/libcurl/c/libcurl-url.html) and as text: without
/// the one it parses the other for every request, and without the text it puts the parts together again. Thousands of
/// uploads have the same address, and parsing it took a third of libcurl's time for a small upload.
///
/// Thread: one. What find() returns stays valid as long as somebody holds it.
class UrlCache final
{
public:
    struct Address
    {
        struct Cleanup
        {
            void operator()(CURLU *url) const { curl_url_cleanup(url); }
        };
        std::unique_ptr<CURLU, Cleanup> url;
        QByteArray text;
        bool isLoopback = false; ///< See net::isLoopback().
    };
    using Parsed = std::shared_ptr<const Address>;

    /// Without user and fragment, which are not for the server. Nullptr if libcurl cannot read it.
    [[nodiscard]] Parsed find(const QUrl &url);

private:
    struct Entry
    {
        QUrl url;
        Parsed parsed;
    };
    std::list<Entry> m_recent; ///< The last one used comes first.
};

} // namespace net
