// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace net {

/// The body of a request that tells what a QIODevice has no words for.
///
/// It may have nothing for now without being at its end, although it has a size and can be read again from its start: Qt
/// knows the first only of sequential devices, and those can be neither sized nor rewound. It says readyRead() when it goes
/// on.
///
/// And it says of which type it is, so that thousands of uploads can share one request: a header that is set copies all of
/// that. CurlReply asks it; for another engine see CurlAccessManager::send().
class BodyDevice : public QIODevice
{
public:
    using QIODevice::QIODevice;

    /// The last read gave nothing because it was not time yet.
    [[nodiscard]] virtual bool isHeldBack() const { return false; }
    /// The value of Content-Type; empty: what the request says. Always the same.
    [[nodiscard]] virtual QByteArray contentType() const { return {}; }
};

} // namespace net
