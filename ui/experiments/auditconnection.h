// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/auditresult.h"

#include <QObject>

namespace session {
class Session;
}

namespace ui {

class AuditPage;
class ExperimentDesk;
class ServerConnection;

/// Between the Audit page and the engine: completes a plan by what is known of the server, has the desk begin the audit, and
/// brings back how it gets on.
///
/// Thread: GUI; the session may live in another and is called by queued calls only. All collaborators outlive it.
class AuditConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AuditConnection)

public:
    AuditConnection(AuditPage &page, session::Session &session, ServerConnection &server,
                    ExperimentDesk &desk, QObject *parent = nullptr);

private:
    void request(const experiment::AuditPlan &plan);
    void start(experiment::AuditPlan plan);
    void finish(const experiment::AuditResult &result);
    void copy();

    AuditPage &m_page;
    session::Session &m_session;
    ServerConnection &m_server;
    ExperimentDesk &m_desk;
};

} // namespace ui
