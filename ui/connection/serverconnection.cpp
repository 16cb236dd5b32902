// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/serverconnection.h"

namespace ui {

ServerConnection::ServerConnection(session::Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_news(session)
{
    connect(&m_news, &session::ServerNews::discovered, this, &ServerConnection::takeReport);
    connect(&m_news, &session::ServerNews::scraped, this, &ServerConnection::takeTick);
}

ServerConnection::~ServerConnection() = default;

void ServerConnection::connectTo(const servers::Server &server)
{
    m_server = server;
    Q_EMIT serverChanged();
    setState(ConnectionState::Connecting);
    sendTarget();
    m_news.watch(server.watch);
}

void ServerConnection::sendTarget()
{
    const transfer::UploadTarget target = servers::uploadTargetOf(m_server);
    const servers::Limits limits = m_server.profile ? m_server.profile->limits : servers::Limits();
    auto *session = &m_session;
    QMetaObject::invokeMethod(
        session,
        [session, target, limits] {
            session->setRateLimit({limits.bytesPerSecond, 0});
            session->setRetryPolicy({.attempts = limits.retries});
            session->setTarget(target);
        },
        Qt::QueuedConnection);
}

void ServerConnection::setMethod(transfer::UploadMethod method)
{
    m_server.method = method;
    if (m_state != ConnectionState::None)
        sendTarget();
}

void ServerConnection::reconnect()
{
    if (m_state != ConnectionState::None)
        connectTo(m_server);
}

void ServerConnection::startSample(const QString &specimen)
{
    m_specimen = specimen;
    if (m_sampleInfo) {
        connectToSample(*m_sampleInfo);
        return;
    }
    if (m_sample)
        return; // It is being started.
    m_sample = std::make_unique<session::SampleServer>();
    connect(m_sample.get(), &session::SampleServer::started, this, [this](const session::SampleInfo &info) {
        m_sampleInfo = info;
        Q_EMIT sampleStarting(false);
        Q_EMIT sampleStarted(info);
        connectToSample(info);
    });
    connect(m_sample.get(), &session::SampleServer::failed, this, [this](const base::Error &error) {
        m_sampleInfo.reset();
        m_sample.release()->deleteLater(); // It is the one that speaks.
        Q_EMIT sampleStarting(false);
        Q_EMIT sampleFailed(error);
    });
    Q_EMIT sampleStarting(true);
    m_sample->start();
}

void ServerConnection::connectToSample(const session::SampleInfo &info)
{
    if (info.uploads.isEmpty()) {
        Q_EMIT sampleFailed({base::ErrorKind::Malformed, tr("the sample server offers no uploads"), 0, {}});
        return;
    }
    const session::SpecimenUrls urls = info.uploads.value(m_specimen, info.uploads.first());
    servers::Server server;
    server.upload.url = urls.leaking;
    server.watch = servers::originOf(server.upload); // so that it is not shown as something else
    server.isSample = true;
    connectTo(server);
}

void ServerConnection::takeReport(const metrics::DiscoveryReport &report)
{
    if (m_state == ConnectionState::None)
        return;
    setState(stateAfter(report));
    Q_EMIT discovered(report);
}

void ServerConnection::takeTick(const session::ScrapeTick &tick)
{
    if (tick.ok && m_state == ConnectionState::Lost)
        setState(ConnectionState::Connected);
    else if (!tick.ok && m_state == ConnectionState::Connected)
        setState(ConnectionState::Lost);
    Q_EMIT scraped(tick);
}

void ServerConnection::setState(ConnectionState state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace ui
