// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/experiments/experimentdesk.h"

#include "core/net/privatehost.h"
#include "core/session/session.h"
#include "ui/connection/serverconnection.h"

namespace ui {

using session::MarkKind;
using session::Session;

ExperimentDesk::ExperimentDesk(Session &session, ServerConnection &server, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_server(server)
{
    connect(&server, &ServerConnection::serverChanged, this, &ExperimentDesk::changeServer);
}

void ExperimentDesk::request(const Order &order)
{
    if (m_running)
        return;
    const QString host = m_server.server().upload.url.host();
    if (net::isPrivateHost(host) || m_consented.contains(host)) {
        begin(order);
        return;
    }
    m_wanted = order;
    Q_EMIT consentNeeded(host, order.warning, order.consent);
}

void ExperimentDesk::consent()
{
    if (!m_wanted)
        return;
    m_consented.insert(m_server.server().upload.url.host());
    const Order order = *std::exchange(m_wanted, std::nullopt);
    if (!m_running)
        begin(order);
}

void ExperimentDesk::begin(const Order &order)
{
    m_running = order.kind;
    m_address = m_server.server().upload.url;
    switch (order.kind) {
    case Kind::Check:
        mark(MarkKind::ExperimentBegan, tr("Leak check begins"));
        break;
    case Kind::Sweep:
        mark(MarkKind::ExperimentBegan, tr("Sweep begins"));
        break;
    case Kind::Audit:
        mark(MarkKind::ExperimentBegan, tr("Audit begins"));
        break;
    }
    order.begin();
    Q_EMIT runningChanged();
    Q_EMIT started(order.kind);
}

void ExperimentDesk::cancel()
{
    QMetaObject::invokeMethod(&m_session, &Session::cancelExperiment, Qt::QueuedConnection);
}

void ExperimentDesk::end(const QString &sentence)
{
    m_running.reset();
    mark(MarkKind::ExperimentEnded, sentence);
    Q_EMIT runningChanged();
}

bool ExperimentDesk::isAtItsServer() const
{
    return m_address == m_server.server().upload.url;
}

QString ExperimentDesk::obstacleTo(Kind kind) const
{
    if (!m_running || *m_running == kind)
        return {};
    switch (*m_running) {
    case Kind::Check:
        return tr("A leak check is running.");
    case Kind::Sweep:
        return tr("A sweep is running.");
    case Kind::Audit:
        return tr("An audit is running.");
    }
    return {};
}

void ExperimentDesk::mark(MarkKind kind, const QString &text)
{
    auto *session = &m_session;
    QMetaObject::invokeMethod(
        session, [session, kind, text] { session->markExperiment(kind, text); }, Qt::QueuedConnection);
}

void ExperimentDesk::changeServer()
{
    m_wanted.reset();
    if (m_running && !isAtItsServer())
        cancel();
}

} // namespace ui
