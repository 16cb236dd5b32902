// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"

#include <QObject>

namespace session {
class Session;
}

namespace ui {

class ExperimentDesk;
class LeakPage;
class ServerConnection;

/// Between the Leak page and the engine: completes a plan by what is known of the server, has the desk begin the check, and
/// brings back how it gets on.
///
/// Thread: GUI; the session may live in another and is called by queued calls only. All collaborators outlive it.
class LeakConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LeakConnection)

public:
    LeakConnection(LeakPage &page, session::Session &session, ServerConnection &server, ExperimentDesk &desk,
                   QObject *parent = nullptr);

private:
    void request(const experiment::CheckPlan &plan);
    void start(experiment::CheckPlan plan);
    void finish(const experiment::CheckResult &result);
    void copy();

    LeakPage &m_page;
    session::Session &m_session;
    ServerConnection &m_server;
    ExperimentDesk &m_desk;
};

} // namespace ui
