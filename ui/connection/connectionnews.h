// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/source.h"

#include <QObject>

namespace ui {

class ConnectionReport;
class KnownServers;
class MessageBar;
class ServerBar;
class ServerConnection;
class TrustNotice;
class WindowActions;

/// What the window says of its connection: state and summary beside the address, what was found below it, and a message
/// with something to do where that is not enough. One thing is said at a time: a notice about a certificate takes the place
/// of what it explains.
///
/// Thread: GUI. All of its place outlive it.
class ConnectionNews final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionNews)

public:
    struct Place
    {
        ServerConnection &server;
        KnownServers &known;
        ServerBar &bar;
        ConnectionReport &report;
        MessageBar &message;
        TrustNotice &trust;
        const WindowActions &actions;
    };
    explicit ConnectionNews(const Place &place, QObject *parent = nullptr);

    /// The most pressing first: each press of Esc closes one, as their buttons would. Whether there was any.
    bool closeOne();

private:
    void forgetAll();
    void show(const metrics::DiscoveryReport &found);
    void sayWhatIsMissing(const metrics::DiscoveryReport &found);
    void setReportShown(bool on);

    Place m_place;
};

} // namespace ui
