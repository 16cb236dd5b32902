// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/childprocess.h"

#include <QHash>
#include <QTemporaryDir>
#include <QUrl>

namespace support {

/// An upload service that stores every file once, whatever is done to it (tests/servers/keeper/store.go): its folder, and
/// the process, which may be killed and started again at the same address.
class Keeper final
{
    Q_DISABLE_COPY_MOVE(Keeper)

public:
    struct Stored
    {
        QByteArray sha256; ///< Binary, of what is on disk now.
        int copies = 0;
    };

    Keeper() = default;

    /// False: see failure().
    bool start();
    /// As SIGKILL does it: at once, whatever is under way.
    void kill() { m_process.kill(); }
    [[nodiscard]] QUrl url() const { return m_url; }
    /// By file name.
    [[nodiscard]] QHash<QString, Stored> stored() const;
    [[nodiscard]] QString failure() const { return m_process.failure(); }

private:
    QTemporaryDir m_folder;
    ChildProcess m_process;
    QUrl m_url;
};

/// A bad connection to a server (tests/servers/keeper/disturb.go): uploads that go through it break, stall, crawl and lose
/// their answers for `seconds`, and none after that. What happens when follows from the seed.
class Disturber final
{
    Q_DISABLE_COPY_MOVE(Disturber)

public:
    Disturber() = default;

    bool start(const QUrl &server, int seed, int seconds);
    [[nodiscard]] QUrl url() const { return m_url; }
    [[nodiscard]] QString failure() const { return m_process.failure(); }

private:
    ChildProcess m_process;
    QUrl m_url;
};

} // namespace support
