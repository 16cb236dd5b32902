// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

#include <curl/curl.h>
#include <list>
#include <memory>

namespace net {

/// Addresses in libcurl's parsed form (https://curl.se/libcurl/c/libcurl-url.html). Thousands of uploads have the same
/// one, and parsing it took a third of libcurl's time for a small upload.
///
/// Thread: one. What find() returns stays valid as long as somebody holds it.
class UrlCache final
{
public:
    using Parsed = std::shared_ptr<CURLU>;

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
