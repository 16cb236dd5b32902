// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/sweepresult.h"

#include <QObject>

namespace session {
class Session;
}

namespace ui {

class ExperimentDesk;
class ServerConnection;
class SweepPage;

/// Between the Sweep page and the engine: completes a plan by what is known of the server, has the desk begin the sweep, and
/// brings back how it gets on.
///
/// Thread: GUI; the session may live in another and is called by queued calls only. All collaborators outlive it.
class SweepConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SweepConnection)

public:
    SweepConnection(SweepPage &page, session::Session &session, ServerConnection &server,
                    ExperimentDesk &desk, QObject *parent = nullptr);

private:
    void request(const experiment::SweepPlan &plan);
    void start(experiment::SweepPlan plan);
    void finish(const experiment::SweepResult &result);
    void copy();

    SweepPage &m_page;
    session::Session &m_session;
    ServerConnection &m_server;
    ExperimentDesk &m_desk;
};

} // namespace ui
