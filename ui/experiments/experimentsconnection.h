// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/experiments/experimentdesk.h"

#include <QObject>

class QWidget;

namespace session {
class Session;
}
namespace transfer {
struct QueueTotals;
}

namespace ui {

class AuditPage;
class LeakPage;
class MessageBar;
class ServerConnection;
class SweepPage;

/// The pages that measure, and what they have in common: one experiment at a time, a question before somebody else's host is
/// loaded, and the page of what begins comes to the front. Has a LeakConnection, a SweepConnection and an AuditConnection
/// for what they have not.
///
/// Thread: GUI; the session may live in another. All of its place, session and server outlive it.
class ExperimentsConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExperimentsConnection)

public:
    struct Place
    {
        LeakPage &leak;
        SweepPage &sweep;
        AuditPage &audit;
        MessageBar &message;
    };
    ExperimentsConnection(const Place &place, session::Session &session, ServerConnection &server,
                          QObject *parent = nullptr);

    /// What else goes to the server, and would be taken for an experiment's own.
    void setUploads(const transfer::QueueTotals &totals);
    /// Says that files which are added now wait, if they do.
    void sayThatFilesWait();

Q_SIGNALS:
    void pageWanted(const QString &key);
    /// "Leak check running"; empty: nothing is. With every change.
    void runningTold(const QString &what);

private:
    void show(ExperimentDesk::Kind kind);

    Place m_place;
    ExperimentDesk *m_desk;
};

} // namespace ui
