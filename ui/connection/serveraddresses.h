// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/session/sampleserver.h"
#include "core/transfer/uploadmethod.h"
#include "ui/frame/windowsettings.h"

#include <QObject>

#include <optional>

namespace ui {

class KnownServers;
class MessageBar;
class ServerBar;
class ServerConnection;

/// From what was typed to a connection, and what the address line offers: the sample server's addresses, known servers, and
/// what was connected to before.
///
/// Thread: GUI. All of its place outlive it.
class ServerAddresses final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerAddresses)

public:
    struct Place
    {
        ServerConnection &server;
        KnownServers &known;
        ServerBar &bar;
        MessageBar &message;
        WindowSettings &settings;
    };
    explicit ServerAddresses(const Place &place, QObject *parent = nullptr);

    /// As typed; an empty `watch` means the same server, no method that of the last time. What is wrong with them is said.
    void connectTo(const QString &upload, const QString &watch, std::optional<transfer::UploadMethod> method);
    /// Offers what is known by now.
    void update();

Q_SIGNALS:
    /// The sample server is wanted once more.
    void sampleRequested();

private:
    void connectSample();

    Place m_place;
    QList<RememberedServer> m_sample; ///< While the sample server runs.
};

} // namespace ui
