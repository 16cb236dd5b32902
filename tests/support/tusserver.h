// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/childprocess.h"
#include "tests/support/relay.h"

#include <QTemporaryDir>
#include <QUrl>

#include <memory>
#include <optional>

namespace support {

/// The tus server of the protocol's own makers (npm's @tus/server with @tus/file-store, see tests/servers/tus), behind a
/// Relay: it may be killed and started again under the same address. What it keeps goes with this object.
class TusServer final
{
    Q_DISABLE_COPY_MOVE(TusServer)

public:
    TusServer();

    /// Uploads of more than `mostBytes` are refused; 0: of any size are taken.
    bool start(qint64 mostBytes = 0);
    /// SIGKILL.
    void kill() { m_process->kill(); }

    /// Where uploads are created.
    [[nodiscard]] QUrl url() const { return m_relay.url(QStringLiteral("/files")); }
    [[nodiscard]] const Relay &relay() const { return m_relay; }

    /// What it keeps of the only upload there ever was.
    [[nodiscard]] QString onlyFile() const;
    /// How many it keeps.
    [[nodiscard]] qsizetype count() const;
    /// Forgets all, as a server that was set up anew.
    void loseUploads();
    [[nodiscard]] QString failure() const { return m_failure; }

private:
    QTemporaryDir m_folder;
    Relay m_relay;
    std::unique_ptr<ChildProcess> m_process;
    QString m_failure;
};

} // namespace support
