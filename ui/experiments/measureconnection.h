// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/format.h"
#include "core/session/session.h"
#include "ui/connection/serverconnection.h"
#include "ui/experiments/experimentdesk.h"
#include "ui/experiments/experimentplans.h"

#include <QClipboard>
#include <QGuiApplication>

namespace ui {

/// Between a page that measures and the engine: completes a plan by what is known of the server, has the desk begin it,
/// and brings back how it gets on. A connection for one kind adds the session's signals and what is said of it.
///
/// Thread: GUI; the session may live in another and is called by queued calls only. All collaborators outlive it.
template <typename Page>
class MeasureConnection : public QObject
{
    Q_DISABLE_COPY_MOVE(MeasureConnection)

protected:
    MeasureConnection(Page &page, session::Session &session, ServerConnection &server, ExperimentDesk &desk,
                      ExperimentDesk::Kind kind, QObject *parent)
        : QObject(parent)
        , m_page(page)
        , m_session(session)
        , m_server(server)
        , m_desk(desk)
        , m_kind(kind)
    {
        connect(&page, &Page::cancelRequested, &desk, &ExperimentDesk::cancel);
        connect(&server, &ServerConnection::serverChanged, this,
                [this] { m_page.setServer(m_server.server().upload.url); });
        connect(&desk, &ExperimentDesk::runningChanged, this,
                [this] { m_page.setObstacle(m_desk.obstacleTo(m_kind)); });
    }

    /// Once nothing speaks against it. The warning is for whoever may load somebody else's host, with a button's text to
    /// do it all the same.
    template <typename Plan>
    void begin(const Plan &wanted, void (session::Session::*start)(const Plan &), const QString &warning,
               const QString &consent)
    {
        m_desk.request({m_kind, warning, consent, [this, wanted, start] {
                            Plan plan = wanted;
                            completePlan(plan, m_server);
                            m_page.showStarted();
                            auto *session = &m_session;
                            QMetaObject::invokeMethod(
                                session, [session, start, plan] { (session->*start)(plan); },
                                Qt::QueuedConnection);
                        }});
    }

    /// Moving to another server ends it, too: what it had found by then is shown as the former one's.
    template <typename Result>
    void end(const Result &result, const QString &sentence, bool hasFound)
    {
        m_desk.end(sentence);
        if (m_desk.isAtItsServer() || hasFound)
            m_page.showResult(result);
        else
            m_page.showDropped();
    }

    /// Has the page's result copied when it wants that; `render` is of core/report.
    template <typename Result>
    void copyBy(QByteArray (*render)(const Result &, report::Format))
    {
        connect(&m_page, &Page::copyRequested, this, [this, render] {
            if (const auto &result = m_page.result())
                QGuiApplication::clipboard()->setText(
                    QString::fromUtf8(render(*result, report::Format::Markdown)));
        });
    }

private:
    Page &m_page;
    session::Session &m_session;
    ServerConnection &m_server;
    ExperimentDesk &m_desk;
    const ExperimentDesk::Kind m_kind;
};

} // namespace ui
