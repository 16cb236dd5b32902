// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>

namespace net {

/// Whether this machine knows a way to the host. Of an address: there is a route. Of a name, for which a name server would
/// have to be asked: this machine is on some network. Loopback always is there. Sends nothing.
[[nodiscard]] bool hasRouteTo(const QString &host);

/// Tells when addresses or routes of this machine have changed (Linux, rtnetlink(7)), as when a cable is pulled or a
/// wireless network is found.
///
/// Not QNetworkInformation: where no NetworkManager runs, its GLib backend (Qt 6.4) tells how things are at the start and
/// never of a change; and it knows of networks, not of the server.
///
/// Thread: one, with an event loop. Where the kernel refuses, nothing is ever told.
class RouteWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RouteWatch)

public:
    explicit RouteWatch(QObject *parent = nullptr);
    ~RouteWatch() override;

Q_SIGNALS:
    /// From the event loop, once for changes that come together.
    void changed();

private:
    void drain();

    int m_socket = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_calm;
};

} // namespace net
