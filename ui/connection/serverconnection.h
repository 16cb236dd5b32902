// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/servers/address.h"
#include "core/session/sampleserver.h"
#include "core/session/servernews.h"
#include "ui/connection/connectionstate.h"

#include <QObject>

#include <memory>

namespace ui {

/// Which server the session works with, and how we stand with it. Sends the session there, listens to what it
/// finds, and runs the sample server when asked. Thread: GUI; the session may live in another and is called
/// by queued calls only. The session outlives it.
class ServerConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerConnection)

public:
    explicit ServerConnection(session::Session &session, QObject *parent = nullptr);
    ~ServerConnection() override;

    [[nodiscard]] ConnectionState state() const { return m_state; }
    /// Empty URLs before the first connectTo().
    [[nodiscard]] const servers::Server &server() const { return m_server; }
    /// What the session tells of it besides the signals below, and nothing of the one before.
    [[nodiscard]] const session::ServerNews &news() const { return m_news; }
    /// What the sample server said of itself; nullptr unless it is the present server.
    [[nodiscard]] const session::SampleInfo *sample() const
    {
        return m_server.isSample && m_sampleInfo ? &*m_sampleInfo : nullptr;
    }

public Q_SLOTS:
    void connectTo(const servers::Server &server);
    /// How files are sent there from now on. Readings go on.
    void setMethod(transfer::UploadMethod method);
    /// The same server once more; nothing happens without one.
    void reconnect();
    /// Starts it if it does not run yet, then connects to that leak of it, by default the plainest and steepest one.
    void startSample(const QString &specimen = QStringLiteral("read-all"));

Q_SIGNALS:
    /// Readings from before belong to another server.
    void serverChanged();
    void stateChanged(ui::ConnectionState state);
    /// As news() has them, once state() is in line with them.
    void discovered(const metrics::DiscoveryReport &report);
    void scraped(const session::ScrapeTick &tick);
    /// While the sample server is being started.
    void sampleStarting(bool on);
    void sampleStarted(const session::SampleInfo &info);
    void sampleFailed(const base::Error &error);

private:
    void takeReport(const metrics::DiscoveryReport &report);
    void takeTick(const session::ScrapeTick &tick);
    void setState(ConnectionState state);
    void sendTarget();
    void connectToSample(const session::SampleInfo &info);

    session::Session &m_session;
    session::ServerNews m_news;
    servers::Server m_server;
    ConnectionState m_state = ConnectionState::None;
    std::unique_ptr<session::SampleServer> m_sample;
    std::optional<session::SampleInfo> m_sampleInfo; ///< While it runs.
    QString m_specimen; ///< To connect to once it does.
};

} // namespace ui
