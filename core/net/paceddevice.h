// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace net {

/// A body that may have nothing for now without being at its end, although it has a size and can be read again from its
/// start: Qt knows the first only of sequential devices, and those can be neither sized nor rewound. It says readyRead()
/// when it goes on.
class PacedDevice : public QIODevice
{
public:
    using QIODevice::QIODevice;

    /// The last read gave nothing because it was not time yet.
    [[nodiscard]] virtual bool isHeldBack() const = 0;
};

} // namespace net
