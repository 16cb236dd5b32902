// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/childprocess.h"

#include <QTemporaryDir>

namespace support {

/// A dbus-daemon of this test alone, on which everybody may do everything. It goes with this object.
class PrivateBus final
{
    Q_DISABLE_COPY_MOVE(PrivateBus)

public:
    PrivateBus() = default;

    bool start();
    /// For QDBusConnection::connectToBus() and DBUS_SESSION_BUS_ADDRESS.
    [[nodiscard]] QString address() const { return m_address; }
    [[nodiscard]] QString failure() const { return m_process.failure(); }

private:
    QTemporaryDir m_folder;
    ChildProcess m_process;
    QString m_address;
};

} // namespace support
